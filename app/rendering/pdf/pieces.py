"""What a page is filled with: pieces that know their height, may be cut in two, and draw themselves."""

from collections.abc import Callable
from dataclasses import dataclass

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import ACCENT, HAIRLINE, MM, RULE, STEP, THIN, Letter

FEW_LINES = 2
"""Fewest lines of a paragraph that may stand alone at the foot or the head of a page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that the bookmarks lead to, and the contents when `listed`; level 0 is a section."""

    key: str
    title: str
    level: int
    listed: bool = True


class Piece:
    """A part of the page as wide as it was made for; lengths in points, `top` measured from the foot of the page."""

    height: float = 0.0
    before: float = 0.0
    after: float = 0.0
    with_next: bool = False
    mark: Mark | None = None

    @property
    def least(self) -> float:
        """Height of the smallest part that may begin at the foot of a page."""
        return self.height

    def cut(self, room: float) -> "tuple[Piece, Piece] | None":  # noqa: ARG002  # most pieces stay whole
        """Return the part that fits into `room` and the rest, or None when the piece stays whole."""
        return None

    def squeezed(self, room: float) -> "Piece | None":  # noqa: ARG002  # most pieces have one size
        """Return the whole piece made smaller to fit into `room`, or None when it would lose by it."""
        return None

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the piece with its upper left corner at (`left`, `top`)."""
        raise NotImplementedError


class TextPiece(Piece):
    """Lines of one letter; cut between lines, never leaving one alone."""

    def __init__(self, lines: tuple[str, ...], letter: Letter, *, before: float = 0.0, after: float = 0.0) -> None:
        """Take `lines` already broken to the width of the page."""
        self.lines = lines
        self.letter = letter
        self.before = before
        self.after = after
        self.height = len(lines) * letter.leading

    @property
    def least(self) -> float:
        """Two lines, or three when a cut after two would leave the last one alone."""
        count = len(self.lines)
        return self.letter.leading * (count if count <= FEW_LINES + 1 else FEW_LINES)

    def cut(self, room: float) -> tuple[Piece, Piece] | None:
        """Cut so that at least two lines stand on each side."""
        fitting = min(int(room / self.letter.leading + 0.01), len(self.lines) - FEW_LINES)
        if fitting < FEW_LINES:
            return None
        head = TextPiece(self.lines[:fitting], self.letter, before=self.before)
        head.mark = self.mark
        return head, TextPiece(self.lines[fitting:], self.letter, after=self.after)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Write the lines downwards from `top`."""
        canvas.setFillColor(HexColor(self.letter.color))
        text = canvas.beginText(left, top - baseline(self.letter))
        text.setFont(self.letter.font, self.letter.size, self.letter.leading)
        for line in self.lines:
            text.textLine(line)
        canvas.drawText(text)


class TitlePiece(TextPiece):
    """The title of a section, under a short stroke of the accent."""

    with_next = True
    stroke = 2.5 * MM

    def __init__(self, lines: tuple[str, ...], letter: Letter, *, before: float = 0.0, after: float = 0.0) -> None:
        """Add the room of the stroke to that of the lines."""
        super().__init__(lines, letter, before=before, after=after)
        self.height += self.stroke

    def cut(self, room: float) -> None:  # the stroke belongs to the first line
        """Stay whole."""

    @property
    def least(self) -> float:
        """Stay whole."""
        return self.height

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the stroke, then the title."""
        canvas.setFillColor(HexColor(ACCENT))
        canvas.rect(left, top - 1 * MM, 4 * STEP, 1 * MM, stroke=0, fill=1)
        super().draw(canvas, left, top - self.stroke)


@dataclass(frozen=True, slots=True)
class Figure:
    """A large figure and the lines that say what it counts."""

    said: str
    labels: tuple[str, ...]


class FiguresPiece(Piece):
    """Up to four large figures beside each other, each under a hairline."""

    before = STEP
    after = STEP
    with_next = True  # what they sum up begins on the same page

    def __init__(self, figures: tuple[Figure, ...], letters: tuple[Letter, Letter], column: float) -> None:
        """Take the figures, the letters of figure and label, and the width of one column with its gap."""
        self.figures = figures
        self.letter, self.label = letters
        self.column = column
        deepest = max(len(figure.labels) for figure in figures)
        self.height = STEP / 2 + self.letter.leading + deepest * self.label.leading

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the figures from left to right."""
        for index, figure in enumerate(self.figures):
            edge = left + index * self.column
            draw_rule(canvas, (edge, edge + self.column - STEP), top, RULE, ACCENT)
            put_text(canvas, figure.said, self.letter, edge, top - STEP / 2)
            for row, line in enumerate(figure.labels):
                put_text(
                    canvas, line, self.label, edge, top - STEP / 2 - self.letter.leading - row * self.label.leading
                )


class DrawingPiece(Piece):
    """A chart or map, whole on one page."""

    def __init__(self, drawing: Drawing) -> None:
        """Take a drawing already as wide as the page's text."""
        self.drawing = drawing
        self.height = float(drawing.height)
        self.before = self.after = STEP

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it as vectors."""
        renderPDF.draw(self.drawing, canvas, left, top - self.height)


class MapPiece(DrawingPiece):
    """A map, drawn again smaller where that spares a page half empty."""

    smallest = 100 * MM

    def __init__(self, draw_within: Callable[[float], Drawing], tallest: float) -> None:
        """Take what draws the map within a height; it is `tallest` where there is room."""
        super().__init__(draw_within(tallest))
        self._draw_within = draw_within

    @property
    def least(self) -> float:
        """As much as the smallest map needs."""
        return min(self.height, self.smallest)

    def squeezed(self, room: float) -> Piece | None:
        """Draw the map as high as `room`, unless that is too little."""
        return MapPiece(self._draw_within, room) if self.smallest <= room < self.height else None


class ShrunkPiece(Piece):
    """A piece that stays whole yet is taller than a page: set smaller, never lost."""

    def __init__(self, piece: Piece, height: float) -> None:
        """Make `piece` as high as `height`."""
        self.piece = piece
        self.factor = height / piece.height
        self.height = height
        self.mark = piece.mark

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw the piece, scaled towards its upper left corner."""
        canvas.saveState()
        canvas.translate(left, top)
        canvas.scale(self.factor, self.factor)
        self.piece.draw(canvas, 0, 0)
        canvas.restoreState()


def broken(typesetter: Typesetter, text: str, letter: Letter, width: float) -> TextPiece:
    """Break `text` to `width` and give it as a piece."""
    return TextPiece(typesetter.lines(text, letter, width), letter)


def baseline(letter: Letter) -> float:
    """Return how far below the top of its line the letters of a line stand."""
    return letter.leading / 2 + letter.size * 0.33


def put_text(canvas: Canvas, text: str, letter: Letter, left: float, top: float) -> None:
    """Write one line whose top is at `top`."""
    canvas.setFont(letter.font, letter.size)
    canvas.setFillColor(HexColor(letter.color))
    canvas.drawString(left, top - baseline(letter), text)


def put_text_right(canvas: Canvas, text: str, letter: Letter, right: float, top: float) -> None:
    """Write one line that ends at `right`."""
    canvas.setFont(letter.font, letter.size)
    canvas.setFillColor(HexColor(letter.color))
    canvas.drawRightString(right, top - baseline(letter), text)


def draw_rule(canvas: Canvas, span: tuple[float, float], y: float, width: float = THIN, color: str = HAIRLINE) -> None:
    """Draw a level line from the first to the second end of `span`."""
    canvas.setLineWidth(width)
    canvas.setStrokeColor(HexColor(color))
    canvas.line(span[0], y, span[1], y)
