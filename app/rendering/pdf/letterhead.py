"""The head of a paper: the logo of its office and its name, where a header would stand."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.document import Letterhead
from app.rendering.logo import DottedLogo, dotted
from app.rendering.pdf import style
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.pieces import Piece, draw_rule, put_text, put_text_right
from app.rendering.pdf.style import MM, STEP
from app.rendering.say import printable

RAISED = 12 * MM
"""How far above the text of a page it begins: it takes the place of the header."""

NAMED = 0.6
"""The part of the width that the name may take where the title of the paper stands beside it."""


@dataclass(frozen=True, slots=True)
class Head:
    """A letterhead that is ready to be drawn, on however many pages: its logo in dots."""

    letterhead: Letterhead
    logo: DottedLogo | None

    @classmethod
    def of(cls, letterhead: Letterhead | None) -> "Head | None":
        """Return it ready; None for a paper without one."""
        return cls(letterhead, dotted(letterhead)) if letterhead else None


class HeadPiece(Piece):
    """The letterhead over the text of a first page, with the title of the paper at its right end and a line below."""

    def __init__(
        self, head: Head, typesetter: Typesetter, width: float, title: str = "", *, ruled: bool = True
    ) -> None:
        """Set the name into what the logo leaves of `width`; without `ruled` it stands on a cover, with no line."""
        self.head = head
        self.width = width
        self.ruled = ruled
        logo = head.logo
        self.indent = logo.width * MM + STEP if logo else 0.0
        room = (width * NAMED if title else width) - self.indent
        self.lines = typesetter.lines(printable(head.letterhead.name), style.COVER_OVER, max(room, width / 4))
        said = typesetter.lines(printable(title), style.RUNNING, width * (1 - NAMED) - STEP) if title else ()
        self.title = said[0] + ("…" if len(said) > 1 else "") if said else ""
        self.drawn = max(logo.height * MM if logo else 0.0, len(self.lines) * style.COVER_OVER.leading)
        self.height = max(self.drawn + STEP / 2 - RAISED, 0.0)
        self.after = STEP

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw it raised above `top`."""
        top += RAISED
        logo = self.head.logo
        if logo:
            picture = ImageReader(BytesIO(logo.content))
            size = logo.width * MM, logo.height * MM
            bottom = top - (self.drawn + size[1]) / 2
            canvas.drawImage(picture, left, bottom, *size, mask="auto")
        leading = style.COVER_OVER.leading
        line_top = top - (self.drawn - len(self.lines) * leading) / 2
        for line in self.lines:
            put_text(canvas, line, style.COVER_OVER, left + self.indent, line_top)
            line_top -= leading
        if not self.ruled:
            return
        if self.title:
            lower = top - self.drawn + style.RUNNING.leading
            put_text_right(canvas, self.title, style.RUNNING, left + self.width, lower)
        draw_rule(canvas, (left, left + self.width), top - self.drawn - STEP / 2)
