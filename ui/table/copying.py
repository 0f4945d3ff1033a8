"""Rows on the clipboard, as spreadsheets and word processors take them."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

# Excel turns a pasted "+598 99…" into a number and "=…" into a formula unless its own style says that it is text.
_TEXT_CELL = "mso-number-format:'\\@'"
_FORMULA = ("=", "@")


def as_mime(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """Return a table as text with tabs and as HTML; what looks like a formula stays text in both."""
    data = QMimeData()
    data.setText("\n".join("\t".join(_plain(cell) for cell in row) for row in (headings, *rows)))
    data.setHtml(_table(headings, rows))
    return data


def _plain(cell: str) -> str:
    flat = " ".join(cell.split())
    return f"'{flat}" if flat.startswith(_FORMULA) else flat


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in headings)
    body = "".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>'


def _cell(cell: str) -> str:
    style = f' style="{_TEXT_CELL}"' if cell.startswith(("+", "-", *_FORMULA)) else ""
    return f"<td{style}>{escape(cell)}</td>"
