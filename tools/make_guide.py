"""Makes the guide that the window opens (resources/guide) of the one in docs/: its words, without the pictures."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "docs" / "guia-de-uso.md"
TARGET = ROOT / "resources" / "guide" / "es.html"

STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 "Source Sans Pro", "Source Sans 3", sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; margin-top: 2em; }
h2 { border-top: 1px solid #8886; padding-top: 1em; }
table { border-collapse: collapse; margin: 1em 0; }
th, td { border-bottom: 1px solid #8886; padding: .3em 1em .3em 0; text-align: left; vertical-align: top; }
pre { overflow-x: auto; background: #8881; padding: 1em; }
blockquote { border-left: 4px solid #0d5c63; margin: 1em 0; padding: 0 1em; }
"""

_PICTURE = re.compile(r"!\[[^]]*\]\([^)]*\)")
_INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\[([^]]+)\]\(([^)]+)\)"), r'<a href="\2">\1</a>'),
)
_CODE = re.compile(r"`([^`]+)`")
_ITEM = re.compile(r"(?:- |\d+\. )")


def make_guide(text: str) -> str:
    """Return the page of a guide written in the part of Markdown that ours uses; its pictures are left out."""
    title = re.search(r"^# (.+)$", text, re.MULTILINE)
    body = "\n".join(_blocks(_without_pictures(text)))
    head = f'<meta charset="utf-8"><title>{escape(title[1] if title else "")}</title><style>{STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="es"><head>{head}</head>\n<body>\n{body}\n</body></html>\n'


def _without_pictures(text: str) -> str:
    bare = _PICTURE.sub("", re.sub(r":\n\n(?=!\[|\| \| \|)", ".\n\n", text))
    return re.sub(r"(?m)^\| \| \|\n\|---\|---\|\n(?:\|\s*\|\s*\|\n)+", "", bare)


def _blocks(text: str) -> Iterator[str]:
    """Return each block of `text`: blocks are parted by empty lines, but inside a fence."""
    for part in re.split(r"(?ms)(^```.*?^```$)", text):
        if part.startswith("```"):
            yield f"<pre>{escape(part[3:-3].strip(chr(10)))}</pre>"
        else:
            yield from (_block(block.splitlines()) for block in re.split(r"\n\s*\n", part) if block.strip())


def _block(lines: Sequence[str]) -> str:
    lines = [line for line in lines if line.strip()]
    first = lines[0]
    if found := re.match(r"(#+) (.+)", first):
        level = len(found[1])
        return f'<h{level} id="{_anchor(found[2])}">{_inline(found[2])}</h{level}>'
    if first.startswith("|"):
        return _table(lines)
    if first.startswith("> "):
        return f"<blockquote><p>{_inline(' '.join(line.removeprefix('> ') for line in lines))}</p></blockquote>"
    if _ITEM.match(first):
        return _list(lines)
    return f"<p>{_inline(' '.join(lines))}</p>"


def _list(lines: Sequence[str]) -> str:
    items: list[str] = []
    for line in lines:
        if _ITEM.match(line):
            items.append(_ITEM.sub("", line, count=1))
        else:
            items[-1] += f" {line.strip()}"
    kind = "ul" if lines[0].startswith("- ") else "ol"
    return f"<{kind}>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</{kind}>"


def _table(lines: Sequence[str]) -> str:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    head = "".join(f"<th>{_inline(cell)}</th>" for cell in rows[0])
    body = "".join(f"<tr>{''.join(f'<td>{_inline(cell)}</td>' for cell in row)}</tr>" for row in rows[2:])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _inline(text: str) -> str:
    """Return a line with its marks as tags; inside `code` nothing else is a mark."""
    parts = _CODE.split(text)
    return "".join(f"<code>{escape(part)}</code>" if at % 2 else _marked(part) for at, part in enumerate(parts))


def _marked(text: str) -> str:
    said = escape(text, quote=False)
    for pattern, tags in _INLINE:
        said = pattern.sub(tags, said)
    return said


def _anchor(heading: str) -> str:
    """Return the anchor of a heading as the sites that show Markdown make it."""
    return re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-")


def main() -> None:
    """Write the page."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(make_guide(SOURCE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
