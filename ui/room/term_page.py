"""A page of one term (gestión): which one is seen, and that what stands in it is read beside the window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.file.files import Store
from app.network.term_choices import TermChoice
from app.records.reach import EVERYTHING, Reach
from ui.look.buttons import text_button
from ui.look.conditions import Condition
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton
from ui.look.theme import Role, distance, dress
from ui.room.term_chooser import TermChooser
from ui.work.read_page import ReadPage
from ui.work.workspace import Workspace

Choice = TypeVar("Choice", bound=TermChoice)


@dataclass(frozen=True, slots=True)
class Seen(Generic[Choice]):
    """The terms that there are, which of them is seen, none without any, what stands in it, and what is read for it."""

    terms: Sequence[Choice]
    term: Choice | None
    content: object
    reach: Reach


class TermPage(ReadPage[Seen[Choice]], Generic[Choice]):
    """A page of one term."""

    title = ""
    """What stands on top, in Spanish source words."""
    report = ""
    """The name of the report that puts it on paper."""
    why: str = ""
    """Why it needs a term, in Spanish source words."""
    parts: frozenset[str] = frozenset()
    """The parts of that report that show what the page shows."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin empty; read when first shown."""
        super().__init__(workspace)
        self._wanted: str | None = None
        self._chosen = False
        self.chooser = TermChooser(self.words, self.words(self.title))
        self.chooser.chosen.connect(self._choose)
        self.printing = text_button(self.words("Imprimir…"), "printer", self.print)
        self.chooser.add(self.printing)
        self.column.addWidget(self.chooser)

    def read_terms(self, store: Store) -> tuple[Sequence[Choice], Choice | None]:
        """Read beside the window the terms that there are, and which of them to begin with; None without any."""
        raise NotImplementedError

    def read_content(self, store: Store, term: Choice) -> tuple[object, Reach]:
        """Read beside the window what stands in the term, and return what it was read from."""
        raise NotImplementedError

    def has_content(self, seen: Seen[Choice]) -> bool:
        """Tell whether there is something in the term that is seen."""
        raise NotImplementedError

    def show_content(self, content: object) -> QWidget:
        """Make what shows `content`, and say where the keyboard enters it."""
        raise NotImplementedError

    def make_beginning(self, seen: Seen[Choice]) -> QWidget:
        """Make what stands where there is nothing in the term that is seen, when there is one: how it begins."""
        raise NotImplementedError

    def conditions(self) -> frozenset[Condition]:
        """Say that there is something to print once there is something to see."""
        return frozenset({Condition.LIST} if self._is_full() else ())

    def commands(self) -> "dict[str, Callable[[], object]]":
        """Print what is seen."""
        return {"print": self.print}

    def reading(self) -> Callable[[Store], Seen[Choice]]:
        """Read the term that is wanted."""
        return partial(self._read, wanted=self._wanted, chosen=self._chosen)

    def reach_of(self, seen: Seen[Choice]) -> Reach:
        """Return what the term was read from."""
        return seen.reach

    def make_content(self, seen: Seen[Choice]) -> QWidget:
        """Show the term, or how it begins."""
        self.chooser.show_terms(seen.terms, seen.term.period_id if seen.term is not None else None)
        self.printing.setEnabled(self._is_full())
        if self._is_full():
            return self.show_content(seen.content)
        return self.make_beginning(seen) if seen.term is not None else self._make_term()

    def begin_with(self, said: Sequence[str], buttons: Sequence[PushButton]) -> QWidget:
        """Return what stands where there is nothing yet: what is said, and what begins it, where the keyboard goes."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(distance(1, self))
        for text in said:
            label = Label(text, wraps=True)
            dress(label, Role.QUIET)
            column.addWidget(label)
        for button in buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.entry = next(iter(buttons), None)
        return page

    def _make_term(self) -> QWidget:
        """Say that there is no term and why one is needed, and let it be made."""
        said = (self.words("Todavía no hay ninguna gestión."), self.words(self.why))
        begin = partial(self.workspace.new_wanted.emit, "period", {})
        return self.begin_with(said, (text_button(self.words("Gestión nueva"), "plus", begin),))

    def take_focus(self) -> None:
        """Put the keyboard where it enters what is shown."""
        (self.entry or self.chooser.box).setFocus()

    def print(self) -> None:
        """Show the page on paper."""
        from ui.paper.report_dialog import ReportDialog

        if self.seen is None or self.seen.term is None or not self._is_full():
            return
        term = self.seen.term.period_id
        open_dialog(ReportDialog(self.workspace, self.report, self.window(), record_id=term, parts=self.parts))

    def _is_full(self) -> bool:
        return self.seen is not None and self.has_content(self.seen)

    def _read(self, store: Store, *, wanted: str | None, chosen: bool) -> Seen[Choice]:
        terms, first = self.read_terms(store)
        term = next((each for each in terms if each.period_id == wanted), first) if chosen else first
        content, reach = (None, EVERYTHING) if term is None else self.read_content(store, term)
        return Seen(terms, term, content, reach | Reach(frozenset({"period"})))

    def _choose(self) -> None:
        term = self.chooser.term
        if term is not None:
            self._wanted, self._chosen = term.period_id, True
            self.read()
