"""The page of the forums: who presides and sits there, where they met, and what is on its way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.document import Tone
from app.file.files import Store
from app.forum.overview import Begin, Part, Row, compose_overview
from app.forum.reading import read_facts
from app.line import Line
from app.records.reach import Reach
from app.words.words import Words, mark
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.link import EDGE, Link
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.work.printed_page import PrintedPage
from ui.work.workspace import Workspace

_ROLES = MappingProxyType({Tone.MUTED: Role.QUIET, Tone.LATE: Role.CAUTION, Tone.WARNING: Role.CAUTION})
STEP = 3
"""How far a line is set in from the one that it belongs to, in distances."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The sections of the page, composed where they were read, and what they were read from."""

    parts: Sequence[Part]
    reach: Reach


class Said(Label):
    """Words between links: on one line where there is room for them, else on as many as they need."""

    def __init__(self, text: str, role: Role) -> None:
        """Say `text` as `role`."""
        super().__init__(text, wraps=True)
        self.setContentsMargins(0, EDGE, 0, EDGE)
        if role is not Role.BODY:
            dress(self, role)

    def sizeHint(self) -> QSize:
        """Ask for one line; Qt would ask for several short ones."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 1  # a line is laid out in parts of a pixel
        return QSize(width, self.heightForWidth(width))


class RowLine(QWidget):
    """A line of the page: words, and links among them, on as many lines as the width asks for."""

    def __init__(self, row: Row, under: str, lead: Callable[[Line], object]) -> None:
        """Say `row`, which stands `under` another line or a heading; what leads somewhere goes there by `lead`."""
        super().__init__()
        self.links: list[Link] = []
        flow = Flow(self, spacing=distance(1, self), apart=0)
        flow.setContentsMargins(distance(STEP, self) * row.level, 0, 0, 0)
        for piece in row.pieces:
            flow.addWidget(self._made(piece, row, under, lead))

    def _made(self, piece: Line, row: Row, under: str, lead: Callable[[Line], object]) -> QWidget:
        if piece.leads:
            link = Link(piece.text, partial(lead, piece), widest=len(piece.text) * 2)  # words follow on the same line
            # Several lines lead to one person, or to a meeting of the same name: the rest of the line tells them apart.
            beside = " ".join(each.text for each in row.pieces if each is not piece)
            link.setAccessibleDescription(". ".join(filter(None, (under, beside))))
            self.links.append(link)
            return link
        return Said(piece.text, _ROLES.get(piece.tone, Role.BODY))


class ForumPage(PrintedPage[Seen]):
    """The forums of MERCOSUR today; each line leads to its record or its list."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty."""
        super().__init__(workspace, TITLE, "fccr")
        self.parts: dict[str, list[RowLine]] = {}

    def reading(self) -> Callable[[Store], Seen]:
        """Read and compose the page beside the window."""
        return partial(_read, words=self.words)

    def reach_of(self, seen: Seen) -> Reach:
        """Return what the page was read from."""
        return seen.reach

    def make_content(self, seen: Seen) -> QWidget:
        """Make the sections."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.setSpacing(0)
        self.parts = {}
        for part in seen.parts:
            self._add(part, column)
        column.addStretch(1)
        links = [link for rows in self.parts.values() for row in rows for link in row.links]
        self.entry = self.entry or next(iter(links), None)
        return scrolled(page)

    def _add(self, part: Part, column: QVBoxLayout) -> None:
        heading = Label(part.title, wraps=True)
        dress(heading, Role.HEADING)
        heading.setContentsMargins(0, distance(1.5, self) if self.parts else 0, 0, distance(0.5, self))
        column.addWidget(heading)
        rows, above = self.parts.setdefault(part.name, []), {-1: part.title}
        for row in part.rows:
            rows.append(RowLine(row, above.get(row.level - 1, part.title), self.workspace.follow))
            column.addWidget(rows[-1])
            above[row.level] = row.pieces[0].text
        if part.begin is not None:
            button = text_button(part.begin.text, "plus", partial(self._begin, part.begin))
            self.entry = self.entry or button
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _begin(self, begin: Begin) -> None:
        self.workspace.new_wanted.emit(begin.entity, dict(begin.values))


TITLE = mark("Foro de ciudades y gobiernos locales del MERCOSUR")
"""What stands on top of the page."""


def _read(store: Store, words: Words) -> Seen:
    facts = read_facts(store)
    return Seen(compose_overview(facts, words), facts.reach)
