"""A document as plain text: for mail, for reading aloud, and for comparing a report with the one that was kept."""

from collections.abc import Iterator
from typing import assert_never

from app.document import (
    Annex,
    BarChart,
    Block,
    Cell,
    Cover,
    DescriptionList,
    Document,
    Drawn,
    Heading,
    KeyFigures,
    Letterhead,
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Table,
    Timeline,
    Tone,
)
from app.rendering.say import as_cell, printable, say_cell, say_toned, say_value
from app.words.words import Words

MICRO = 1_000_000


def as_text(document: Document) -> str:
    """Return `document` as text, one line for each paragraph, fact and row, in the document's own language."""
    words = Words(document.language)
    return "\n".join(line.rstrip() for line in _document(document, words)) + "\n"


def _document(document: Document, words: Words) -> Iterator[str]:
    yield f"# {printable(document.title)}"
    facts = (document.author, words.date(document.created), document.footer)
    yield " · ".join(text for text in (document.language, *facts) if text)
    if document.letterhead:
        yield from _letterhead(document.letterhead)
    if document.cover:
        yield from _cover(document.cover)
    for section in document.sections:
        yield from _section(section, words)


def _letterhead(letterhead: Letterhead) -> Iterator[str]:
    yield " · ".join(_line(text) for text in (letterhead.name, letterhead.address) if text)


def _cover(cover: Cover) -> Iterator[str]:
    yield ""
    yield from (
        f"> {_line(text)}" for text in (cover.over, cover.title, cover.subtitle, *cover.lines, cover.foot) if text
    )


def _section(section: Section, words: Words) -> Iterator[str]:
    name = f" [{section.sheet}]" if section.sheet else ""
    yield ""
    yield f"## {printable(section.title)}{name}"
    for block in section.blocks:
        yield ""
        yield from _lines(block, words)


def _lines(block: Block, words: Words) -> Iterator[str]:
    match block:
        case PageBreak():
            yield "---"
        case Heading():
            yield f"{'#' * (block.level + 1)} {_line(block.text)}"
        case Paragraph():
            yield from _toned(Cell(block.text, block.tone), words).splitlines()
        case DescriptionList():
            yield from _facts(block, words)
        case KeyFigures():
            yield from _figures(block, words)
        case Table():
            yield from _table(block, words)
        case BarChart() | Timeline() | PointMap():
            yield from _drawn(block, words)
        case Annex():
            yield from _annex(block, words)
        case _:
            assert_never(block)


def _facts(block: DescriptionList, words: Words) -> Iterator[str]:
    yield from (f"- {_line(label)}: {_line(say_value(value, words))}" for label, value in block.marked())


def _figures(block: KeyFigures, words: Words) -> Iterator[str]:
    yield from (f"- {_line(say_value(value, words))} {_line(label)}" for value, label in block.figures)


def _table(block: Table, words: Words) -> Iterator[str]:
    if block.caption:
        yield _line(block.caption)
    if not block.rows and block.empty:
        yield _line(block.empty)
        return
    yield _row([_line(column.title) for column in block.columns])
    yield _row(["---"] * len(block.columns))
    for row in block.rows:
        yield _row([_line(_toned(as_cell(value), words)) for value in row])


def _drawn(block: Drawn, words: Words) -> Iterator[str]:
    match block:
        case BarChart():
            yield from _bars(block, words)
        case Timeline():
            yield from _timeline(block)
        case PointMap():
            yield from _map(block, words)
        case _:
            assert_never(block)


def _bars(block: BarChart, words: Words) -> Iterator[str]:
    yield _line(block.title)
    yield from (f"- {_line(label)}: {words.number(count)}" for label, count in block.bars)


def _timeline(block: Timeline) -> Iterator[str]:
    yield _line(block.title)
    for row in block.rows:
        label = _line(say_toned(row.label, row.tone))
        said = f": {_line(row.said)}" if row.said else ""
        yield f"- *{label}*{said}" if row.leads else f"  - {label}{said}"


def _map(block: PointMap, words: Words) -> Iterator[str]:
    yield _line(block.title)
    for point in block.points:
        where = f"{point.latitude / MICRO:.4f}, {point.longitude / MICRO:.4f}"
        country = f" ({words.country(point.country)})" if point.country else ""
        yield f"- {_line(point.label)}{country}: {where}"


def _annex(block: Annex, words: Words) -> Iterator[str]:
    said = words("Anexo {number} · {title}", number=block.number, title=_line(block.title))
    yield f"{said} ({block.file_name}, {block.media_type})"


def _toned(cell: Cell, words: Words) -> str:
    """Write a cell with its sign, or with what stands for its weight in plain text."""
    said = say_cell(cell, words).replace("\u00a0", " ")
    around = {Tone.STRONG: "*", Tone.MUTED: "_"}.get(cell.tone, "")
    return f"{around}{said}{around}" if said else ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(text: str) -> str:
    """Return a text on one line, its own line breaks as strokes."""
    return " / ".join(printable(text).replace("\u00a0", " ").splitlines())
