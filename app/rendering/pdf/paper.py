"""All pages of a document, filled and numbered, before any is drawn."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.document import Annex, Document, Heading, PageBreak, Section, Start
from app.rendering.pdf import style
from app.rendering.pdf.annex import OpenedAnnex, open_annex
from app.rendering.pdf.blocks import BlockSetter
from app.rendering.pdf.contents import EntryPiece
from app.rendering.pdf.flow import Flow, Kind, Page, text_room
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.letterhead import Head, HeadPiece
from app.rendering.pdf.marks import MarkedSection, mark_sections
from app.rendering.pdf.pieces import Mark, Piece, TitlePiece
from app.rendering.say import printable, words_of
from app.words.problems import Problem
from app.words.words import Words

SMALLEST = 60
"""How small, in percent, a document of one page may become before it takes a second one rather than be illegible."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages in order, ready to be drawn, and what was wrong with their annexes."""

    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]

    def numbers(self) -> Iterator[tuple[int, int]]:
        """Return the number of each page and of how many, which begin anew with each paper of several."""
        totals = Counter(page.part for page in self.pages)
        known: Counter[int] = Counter()
        for page in self.pages:
            known[page.part] += 1
            yield known[page.part], totals[page.part]


def fill_paper(document: Document, words: Words, typesetter: Typesetter) -> Paper:
    """Fill the pages of `document`: cover, contents and body, each number and total true."""
    return _Filling(document, words, typesetter).fill()


class _Filling:
    """What the steps of filling one paper share."""

    def __init__(self, document: Document, words: Words, typesetter: Typesetter) -> None:
        self.document = document
        self.words = words
        self.typesetter = typesetter
        self.sections = mark_sections(document, words)
        annexes = [block for section in document.sections for block in section.blocks if isinstance(block, Annex)]
        self.head = Head.of(document.letterhead)
        self.annexes: Mapping[int, OpenedAnnex] = {id(annex): open_annex(annex) for annex in annexes}

    def fill(self) -> Paper:
        numbers: dict[str, int] = {}
        front = [Page(Kind.COVER)] if self.document.cover else []
        if self.document.contents:
            front += self._contents(numbers, len(front) + 1)
        pages = [*front, *self._body(len(front) + 1)]
        numbers.update({mark.key: number for number, page in enumerate(pages, 1) for mark, _ in page.marks})
        problems = tuple(opened.problem for opened in self.annexes.values() if opened.problem)
        return Paper(tuple(pages), problems)

    def _contents(self, numbers: Mapping[str, int], first: int) -> Sequence[Page]:
        """Fill the contents before the body: their lines are known, and `numbers` will be when they are drawn."""
        width, _ = text_room()
        title = self.words("Contenido")
        pieces: list[Piece] = [TitlePiece((title,), style.SECTION, after=style.STEP)]
        marks = [mark for section in self.sections for mark in section.marks() if mark.listed]
        pieces += [EntryPiece(mark, numbers, self.typesetter, width) for mark in marks]
        flow = Flow(first)
        flow.running = title
        if self.head and self.document.cover is None:
            flow.head = partial(self._headed, 1.0)
        flow.begin()
        flow.add(pieces)
        return flow.pages

    def _body(self, first: int) -> Sequence[Page]:
        """Fill the body; of one page as large as it fits, found by halving, or of several when none is legible."""
        whole = self._flow(first, 1.0)
        if not self.document.single_page or len(whole) == 1:
            return whole
        fitting, low, high = whole, SMALLEST, 100
        while low < high:
            percent = (low + high) // 2
            pages = self._flow(first, percent / 100)
            if len(pages) == 1:
                fitting, low = pages, percent + 1
            else:
                high = percent
        return fitting

    def _flow(self, first: int, scale: float) -> Sequence[Page]:
        flow = Flow(first, scale)
        if self.head and self.document.cover is None and not self.document.contents:
            flow.head = partial(self._headed, scale)
        for index, section in enumerate(self.sections):
            if self.document.each_apart and index:
                flow.part = index
                flow.head = partial(self._headed, scale) if self.head else None
            after = self.sections[-1] if index == len(self.sections) - 2 else None
            self._add_section(flow, section, after, scale)
        if not flow.pages:
            flow.running = self.document.title
            flow.begin()
        return flow.pages

    def _headed(self, scale: float, landscape: bool) -> Piece:  # noqa: FBT001  # asked by the flow, page by page
        """Return the head of a first page, with the title of the paper unless that or a letter begins the page."""
        assert self.head  # noqa: S101  # asked for where there is one
        first = self.document.sections[0] if self.document.sections else None
        said = {self.document.title} if first is None else {first.title, first.heading}
        title = "" if self.document.title in said or self.document.each_apart else self.document.title
        return HeadPiece(self.head, self.typesetter, text_room(landscape=landscape)[0] / scale, title)

    def _add_section(self, flow: Flow, marked: MarkedSection, last: MarkedSection | None, scale: float) -> None:
        """Put a section on its pages; `last` is the last of the paper, where that follows it."""
        section = marked.section
        # What is short may lie on its side too, rather than take a page for a sentence; a wide table cannot stand up.
        lies = section.landscape or (flow.is_open and flow.pages[-1].landscape)
        parts = self._set(marked, scale, landscape=lies)
        flow.running = section.title
        goes_on = self._goes_on(flow, section, parts, lies=lies)
        if goes_on and last is not None and section.start is last.section.start is Start.SHARED:
            rest = self._set(last, scale, landscape=lies)
            goes_on = len(parts) > 1 or self.document.single_page or not flow.strands(parts[0], rest[0])
        if not goes_on:
            flow.begin(landscape=section.landscape)
            parts = parts if lies == section.landscape else self._set(marked, scale, landscape=section.landscape)
        for at, pieces in enumerate(parts):
            if at:
                flow.turn()
            flow.add(pieces)
        self._add_annexes(flow, marked)

    def _goes_on(self, flow: Flow, section: Section, parts: Sequence[Sequence[Piece]], *, lies: bool) -> bool:
        """Tell whether a section, set to lie on its side or not, begins on the page that is there."""
        if not flow.is_open or flow.pages[-1].landscape != lies:
            return False
        fits = section.start is Start.SHARED and len(parts) == 1 and flow.holds(parts[0])
        if lies != section.landscape:
            return fits
        wanted = self.document.single_page or section.start is Start.BELOW
        return wanted or fits or (section.start is Start.SHARED and flow.is_hardly_begun)

    def _set(self, marked: MarkedSection, scale: float, *, landscape: bool) -> Sequence[Sequence[Piece]]:
        """Return the pieces of a section, parted where it asks for another page."""
        room = text_room(landscape=landscape)
        section = marked.section
        setter = BlockSetter(words_of(section, self.words), self.typesetter, (room[0] / scale, room[1] / scale))
        parts = [[setter.title(marked.mark, printable(section.heading))]]
        for each in marked.blocks:
            match each.block:
                case PageBreak():
                    parts.append([])
                case Heading():
                    parts[-1] += [setter.heading(each.mark)] if each.mark else []
                case Annex():
                    pass  # on pages of its own, after the rest
                case block:
                    parts[-1] += setter.pieces(block)
        return parts

    def _add_annexes(self, flow: Flow, marked: MarkedSection) -> None:
        for each in marked.blocks:
            if isinstance(each.block, Annex) and isinstance(each.mark, Mark):
                flow.add_annex(self.annexes[id(each.block)].sheets, each.mark)
