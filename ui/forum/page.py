"""The page of the forums: who presides and sits there, where they met, and what is on its way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.forum.overview import Begin, Part, compose_overview
from app.forum.reading import read_facts
from app.records.reach import Reach
from app.words.words import Words, mark
from ui.look.buttons import text_button
from ui.look.plain import Label
from ui.look.scroll import scrolled
from ui.look.theme import Role, distance, dress
from ui.reading.row_line import RowLine
from ui.work.printed_page import PrintedPage
from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Seen:
    """The sections of the page, composed where they were read, and what they were read from."""

    parts: Sequence[Part]
    reach: Reach


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
