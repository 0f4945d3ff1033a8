"""A document as one page of HTML that needs no other file, for the preview, the browser and who hears the page."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import assert_never

from reportlab.graphics.shapes import Drawing

from app.document import (
    Absent,
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
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Table,
    Timeline,
    Tone,
    Value,
)
from app.rendering.html.style import STYLE
from app.rendering.map.map import draw_map
from app.rendering.pdf.drawings import draw_bars, svg
from app.rendering.pdf.style import MM, SIGNS
from app.rendering.pdf.timeline import TimelineChart, draw_key
from app.rendering.say import as_cell, is_amount, printable, say_toned, say_value, words_of
from app.words.words import Words

FIGURE_WIDTH = 168 * MM

TIMELINE_WIDTH = 232 * MM
"""As wide as the page is at most, for names and months beside each other."""


def render_html(document: Document, words: Words) -> str:
    """Return `document` as a whole page of HTML, in the language of `words`; every text is escaped."""
    return _Page(document, words).write()


class _Page:
    """One page in the making; figures are numbered so that their ids differ."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document = document
        self.words = words
        self.figures = 0

    def write(self) -> str:
        language = str(self.words.locale).replace("_", "-")
        head = (
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f"<title>{_say(self.document.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        )
        return head + "\n".join(self._body()) + "\n</body>\n</html>\n"

    def _body(self) -> Iterator[str]:
        yield from self._letterhead()
        yield from self._cover(self.document.cover or Cover("", self.document.title))
        if self.document.contents:
            yield from self._contents()
        yield "<main>"
        for index, section in enumerate(self.document.sections):
            yield from self._section(section, index)
        yield "</main>"
        address = self.document.letterhead.address if self.document.letterhead else ""
        said = [_say(text) for text in (self.document.footer, address) if text]
        if said:
            yield f"<footer>{'<br>'.join(said)}</footer>"

    def _letterhead(self) -> Iterator[str]:
        """Return the logo and the name of the office; an SVG in a picture runs nothing and fetches nothing."""
        letterhead = self.document.letterhead
        if letterhead is None:
            return
        content = b64encode(letterhead.logo).decode()
        logo = f'<img src="data:{letterhead.media_type};base64,{content}" alt="">' if letterhead.logo else ""
        yield f'<div class="letterhead">{logo}<p>{_say(letterhead.name)}</p></div>'

    def _cover(self, cover: Cover) -> Iterator[str]:
        yield "<header>"
        if cover.over:
            yield f'<p class="over">{_say(cover.over)}</p>'
        yield f"<h1>{_say(cover.title)}</h1>"
        if cover.subtitle:
            yield f'<p class="subtitle">{_say(cover.subtitle)}</p>'
        yield from (f"<p>{_say(line)}</p>" for line in cover.lines)
        if cover.foot:
            yield f'<p class="muted">{_say(cover.foot)}</p>'
        yield "</header>"

    def _contents(self) -> Iterator[str]:
        yield f'<nav aria-label="{_say(self.words("Contenido"))}"><ol>'
        for index, section in enumerate(self.document.sections):
            yield f'<li><a href="#s{index}">{_say(section.title)}</a></li>'
        yield "</ol></nav>"

    def _section(self, section: Section, index: int) -> Iterator[str]:
        spoken = words_of(section, self.words)
        tongue = "" if spoken is self.words else f' lang="{str(spoken.locale).replace("_", "-")}"'
        yield f'<section aria-labelledby="s{index}"{tongue}>\n<h2 id="s{index}">{_say(section.title)}</h2>'
        for block in section.blocks:
            yield from self.lines(block)
        yield "</section>"

    def lines(self, block: Block) -> Iterator[str]:
        """Return the lines of one block."""
        match block:
            case PageBreak():
                pass  # a page of HTML goes on
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case DescriptionList():
                yield from self._description_list(block)
            case KeyFigures():
                yield from self._key_figures(block)
            case Table():
                yield from self._table(block)
            case BarChart() | Timeline() | PointMap():
                yield from self._drawn(block)
            case Annex():
                yield from self._annex(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[str]:
        tag = "h3" if block.level == 2 else "h4"  # noqa: PLR2004  # headings have the levels 2 and 3
        yield f"<{tag}>{_say(block.text)}</{tag}>"

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        said = _say(say_toned(block.text, block.tone)).replace("\n", "<br>")
        yield f"<p{_class(block.tone)}>{said}</p>"

    def _description_list(self, block: DescriptionList) -> Iterator[str]:
        yield "<dl>"
        for label, value in block.marked():
            said = _say(say_value(value, self.words))
            shown = f'<span class="muted">{said}</span>' if isinstance(value, Absent) else said
            yield f"<div><dt>{_say(label)}</dt><dd>{shown}</dd></div>"
        yield "</dl>"

    def _key_figures(self, block: KeyFigures) -> Iterator[str]:
        yield '<div class="figures">'
        for value, label in block.figures:
            yield f"<p><strong>{_say(say_value(value, self.words))}</strong> {_say(label)}</p>"
        yield "</div>"

    def _table(self, block: Table) -> Iterator[str]:
        if not block.rows and block.empty:
            yield f'<p class="strong">{_say(block.caption)}</p>' if block.caption else ""
            yield f'<p class="muted">{_say(block.empty)}</p>'
            return
        yield '<div class="table"><table>'
        if block.caption:
            yield f"<caption>{_say(block.caption)}</caption>"
        heads = "".join(
            f'<th scope="col"{_class(Tone.PLAIN, "amount" if column.figures else "")}>{_say(column.title)}</th>'
            for column in block.columns
        )
        yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
        for row in block.rows:
            yield f"<tr>{''.join(self._cell(value) for value in row)}</tr>"
        yield "</tbody></table></div>"

    def _cell(self, value: Value | Cell) -> str:
        cell = as_cell(value)
        said = say_value(cell.value, self.words)
        signed = f"{SIGNS[cell.tone]}{said}" if said else ""
        extra = "amount" if is_amount(cell.value) else ""
        return f"<td{_class(cell.tone, extra)}>{_say(signed).replace(chr(10), '<br>')}</td>"

    def _drawn(self, block: Drawn) -> Iterator[str]:
        match block:
            case BarChart():
                yield from self._figure(draw_bars(block, FIGURE_WIDTH, self.words), block.title)
            case Timeline():
                yield from self._timeline(block)
            case PointMap():
                yield from self._figure(draw_map(block, FIGURE_WIDTH, self.words), block.title)
            case _:
                assert_never(block)

    def _timeline(self, block: Timeline) -> Iterator[str]:
        if block.rows:
            chart = TimelineChart(block, TIMELINE_WIDTH, self.words)
            yield from self._figure(chart.draw(chart.rows), block.title, draw_key(block.key, TIMELINE_WIDTH))

    def _figure(self, drawing: Drawing, title: str, key: Drawing | None = None) -> Iterator[str]:
        self.figures += 1
        drawn = svg(drawing, title, f"figure{self.figures}")
        keyed = svg(key, self.words("Referencias"), f"key{self.figures}") if key is not None else ""
        yield f"<figure>\n<figcaption>{_say(title)}</figcaption>\n{keyed}{drawn}</figure>"

    def _annex(self, block: Annex) -> Iterator[str]:
        said = self.words("Anexo {number} · {title}", number=block.number, title=printable(block.title))
        yield f'<p class="annex">{_say(said)} <span class="muted">({_say(block.file_name)})</span></p>'


def _say(text: str) -> str:
    return escape(printable(text))


def _class(tone: Tone, extra: str = "") -> str:
    names = " ".join(name for name in ("" if tone is Tone.PLAIN else tone.value, extra) if name)
    return f' class="{names}"' if names else ""
