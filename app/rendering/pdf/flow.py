"""Pages filled with pieces, before any of them is drawn: so that every number and total is known in time."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from app.rendering.pdf.annex import AnnexSheet
from app.rendering.pdf.letterhead import HeadPiece
from app.rendering.pdf.pieces import Mark, Piece, ShrunkPiece, TitlePiece
from app.rendering.pdf.style import BOTTOM, INNER, OUTER, PAGE, TOP

SHORT = 1 / 2
"""The part of a page up to which a section is short: two of them share one."""

HARDLY = 1 / 3
"""The part of a page up to which short sections leave it to what follows, however long that is."""


class Kind(Enum):
    """What a page is, which decides what is printed around its pieces."""

    COVER = "cover"
    TEXT = "text"
    ANNEX = "annex"
    BLANK = "blank"


@dataclass(slots=True)
class Page:
    """One page: pieces with the distance of their tops from the top of the text, and the marks that lead to it."""

    kind: Kind
    landscape: bool = False
    running: str = ""
    pieces: list[tuple[Piece, float]] = field(default_factory=list)
    marks: list[tuple[Mark, float]] = field(default_factory=list)
    scale: float = 1.0
    annex: AnnexSheet | None = None
    part: int = 0
    """Which paper of a document of several it is of: of letters each has pages of its own numbers."""

    @property
    def opens(self) -> bool:
        """Whether the first text on it is the title of a section, which says what its header would."""
        texts = [piece for piece, _ in self.pieces if not isinstance(piece, HeadPiece)]
        return bool(texts) and isinstance(texts[0], TitlePiece)

    @property
    def is_headed(self) -> bool:
        """Whether it has the letterhead, in place of the header."""
        return bool(self.pieces) and isinstance(self.pieces[0][0], HeadPiece)

    @property
    def is_bare(self) -> bool:
        """Whether no text stands on it yet."""
        return len(self.pieces) == self.is_headed


def text_room(*, landscape: bool = False) -> tuple[float, float]:
    """Return width and height of the text of a page, in points; a page on its side has the outer margin twice."""
    if landscape:
        return PAGE[1] - 2 * OUTER, PAGE[0] - TOP - BOTTOM
    return PAGE[0] - INNER - OUTER, PAGE[1] - TOP - BOTTOM


class Flow:
    """Fills pages one after another; `first_number` is the number of its first page in the whole paper."""

    def __init__(self, first_number: int, scale: float = 1.0) -> None:
        """Begin without a page; `scale` below 1 makes room for more on each."""
        self.pages: list[Page] = []
        self.running = ""
        self.head: Callable[[bool], Piece] | None = None
        """What makes the head of the next page that begins, once, by whether that lies on its side: the letterhead."""
        self.part = 0
        self._first_number = first_number
        self._scale = scale
        self._used = 0.0
        self._gap = 0.0

    @property
    def next_number(self) -> int:
        """Number that the next page will have."""
        return self._first_number + len(self.pages)

    @property
    def is_open(self) -> bool:
        """Whether there is a page of text that takes more."""
        return bool(self.pages) and self.pages[-1].kind is Kind.TEXT

    @property
    def is_hardly_begun(self) -> bool:
        """Whether the page began with a section and nothing but a few short ones stands on it."""
        return self.pages[-1].opens and self._used <= self._height() * HARDLY

    def holds(self, pieces: Sequence[Piece]) -> bool:
        """Tell whether `pieces` are short and the page has room for all of them."""
        return self._taken(pieces) <= min(self._room(), self._height() * SHORT)

    def strands(self, pieces: Sequence[Piece], last: Sequence[Piece]) -> bool:
        """Tell whether `last`, a few lines, would stand on a page alone after `pieces`, where one page holds both."""
        both, page = self._taken([*pieces, *last]), self._height()
        return self._taken(last) <= page * HARDLY and self._room() < both <= page

    def _taken(self, pieces: Sequence[Piece]) -> float:
        """Return the height that `pieces` take below what stands on the page."""
        height, gap = 0.0, 0.0
        for at, piece in enumerate(pieces):
            height += piece.height + (self._space_before(piece) if at == 0 else max(gap, piece.before))
            gap = piece.after
        return height

    def begin(self, *, landscape: bool = False) -> None:
        """Begin a page of text, with `running` in its header."""
        self.pages.append(Page(Kind.TEXT, landscape, self.running, scale=self._scale))
        self.pages[-1].part = self.part
        self._used = self._gap = 0.0
        head, self.head = self.head, None
        if head is not None:
            self._put(head(landscape))

    def turn(self) -> None:
        """Begin a page like the one before it, unless that one is still empty."""
        page = self.pages[-1]
        if not page.is_bare:
            self.begin(landscape=page.landscape)

    def add(self, pieces: Iterable[Piece]) -> None:
        """Place pieces; those that stay with the next one move to a new page together with its beginning."""
        group: list[Piece] = []
        for piece in pieces:
            group.append(piece)
            if not piece.with_next:
                self._add_group(group)
                group = []
        self._add_group(group)

    def add_annex(self, sheets: Sequence[AnnexSheet], mark: Mark) -> None:
        """Place the pages of an annex; one of several pages begins on a right-hand page, to be taken out whole."""
        if len(sheets) > 1 and self.next_number % 2 == 0:
            self.pages.append(Page(Kind.BLANK))
        for index, sheet in enumerate(sheets):
            marks = [(mark, 0.0)] if index == 0 else []
            self.pages.append(Page(Kind.ANNEX, sheet.landscape, marks=marks, annex=sheet))

    def _height(self) -> float:
        return text_room(landscape=self.pages[-1].landscape)[1] / self._scale

    def _room(self) -> float:
        return self._height() - self._used

    def _add_group(self, group: Sequence[Piece]) -> None:
        if not group:
            return
        if self._taken(group) - group[-1].height + group[-1].least > self._room():
            self.turn()
        for piece in group:
            self._place(piece)

    def _space_before(self, piece: Piece) -> float:
        return max(self._gap, piece.before) if self.pages[-1].pieces else 0.0

    def _place(self, piece: Piece) -> None:
        rest: Piece | None = piece
        while rest is not None:
            rest = self._place_part(rest)

    def _place_part(self, piece: Piece) -> Piece | None:
        """Place what fits of `piece` and give what is left for the next page."""
        room = self._room() - self._space_before(piece)
        if piece.height <= room + 0.01:
            self._put(piece)
            return None
        smaller = piece.squeezed(room)
        if smaller is not None:
            self._put(smaller)
            return None
        parts = piece.cut(room)
        if parts is not None:
            self._put(parts[0])
            self.turn()
            return parts[1]
        if not self.pages[-1].is_bare:
            self.turn()
            return piece
        self._put(ShrunkPiece(piece, room))
        return None

    def _put(self, piece: Piece) -> None:
        self._used += self._space_before(piece)
        page = self.pages[-1]
        page.pieces.append((piece, self._used))
        if piece.mark:
            page.marks.append((piece.mark, self._used))
        self._used += piece.height
        self._gap = piece.after
