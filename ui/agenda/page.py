"""The month of the agenda: activities, meetings, and until when one may enrol, on their days."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.agenda.entries import Entry, EntryKind, reach_of_entries
from app.agenda.month import Month, month_of, moved_by, read_month, same_day_in
from app.file.files import Store
from app.months import say_month
from app.network.term_choices import term_on
from app.records.catalog import Query
from app.records.reach import Reach, reach_of_query
from app.records.reading import list_ids
from app.words.words import Words
from ui.agenda.days import DayList
from ui.agenda.grid import MonthGrid
from ui.look.actions import say_keys
from ui.look.buttons import icon_button, text_button
from ui.look.conditions import Condition
from ui.look.flow import Flow
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton
from ui.look.spoken import say_aloud
from ui.look.theme import Role, distance, dress
from ui.work.read_page import ReadPage
from ui.work.workspace import Workspace

_ALL = Query("activity")


@dataclass(frozen=True, slots=True)
class SeenMonth:
    """A month with what stands in it, its term, the keys of all activities, and what it was read from."""

    month: Month
    term: str | None
    activities: Sequence[str]
    reach: Reach


@dataclass(frozen=True, slots=True)
class MonthPlace:
    """The day on which the person is."""

    day: date


class _Faces(QStackedWidget):
    """The grid and the list, of which one is shown."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is another room for them."""
        super().resizeEvent(event)
        self.resized.emit()


class MonthPage(ReadPage[SeenMonth]):
    """A month at a time; as a list by day where the days of a grid would be too small."""

    entity = "activity"

    def __init__(self, workspace: Workspace) -> None:
        """Begin with the month of today."""
        super().__init__(workspace)
        words = self.words
        self.day = workspace.store.today()
        self._asked = month_of(self.day)
        self.heading = Label()
        dress(self.heading, Role.TITLE)
        self.grid = MonthGrid(words, self.day)
        self.list = DayList(words)
        self.faces = _Faces()
        self.faces.resized.connect(self._choose_face)
        for face in (self.grid, self.list):
            self.faces.addWidget(face)
            face.opened.connect(self.open)
            face.going.connect(self.go_to)
        self.grid.beginning.connect(self.begin)
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, distance(2, self))
        column.addWidget(self.faces)
        self._lay_out_head(words)

    def _lay_out_head(self, words: Words) -> None:
        head = QWidget()
        row = Flow(head, spacing=distance(1, self))
        self.before = icon_button(words("Mes anterior"), "caret-left", partial(self.turn, -1), say_keys("PgUp"))
        self.after = icon_button(words("Mes siguiente"), "caret-right", partial(self.turn, 1), say_keys("PgDown"))
        self.to_today = text_button(words("Hoy"), "", self.go_to_today)
        self.adding = text_button(words("Actividad nueva"), "plus", lambda: self.begin(self.chosen))
        self.printing = text_button(words("Imprimir…"), "printer", self.print)
        self.reporting = text_button(words("Agenda de la gestión…"), "calendar-check", self.print_term)
        self.exporting = text_button(words("Exportar calendario (.ics)…"), "export", self.export_calendar)
        buttons: tuple[PushButton, ...] = (self.to_today, self.adding, self.printing, self.reporting, self.exporting)
        for widget in (self.before, self.after, self.heading, *buttons):
            row.addWidget(widget)
        self.column.addWidget(head)

    @property
    def chosen(self) -> date:
        """The day that the keyboard is on."""
        if self.seen is None:
            return self.day
        if self.faces.currentWidget() is self.list:
            return self.list.day or self.day
        return self.grid.day

    def reading(self) -> Callable[[Store], SeenMonth]:
        """Read the month of the day that is wanted."""
        self._asked = month_of(self.day)
        return partial(_read, self._asked, self.words)

    def reach_of(self, seen: SeenMonth) -> Reach:
        """Return what the month was read from."""
        return seen.reach

    def make_content(self, seen: SeenMonth) -> QWidget:
        """Fill the grid and the list with the month, with the keyboard where it went meanwhile."""
        before = self.grid.month
        if before is not None and before.first == seen.month.first == month_of(self.day):
            self.day = self.chosen
        self._fill(seen.month)
        self.entry = self.faces.currentWidget()
        return self.body

    def _fill(self, month: Month) -> None:
        name = say_month(month.first, self.words)
        if self.heading.text() not in ("", name):
            say_aloud(self.heading, name)
        self.heading.setText(name)
        for face in (self.grid, self.list):
            face.show_month(month, name, self.day)
        self._choose_face()

    def conditions(self) -> frozenset[Condition]:
        """Say that there is something to print and to export."""
        return frozenset({Condition.LIST} if self.seen is not None else ())

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Begin an activity on the day, print the month, and export it."""
        return {
            "new_record": lambda: self.begin(self.chosen),
            "print": self.print,
            "export_calendar": self.export_calendar,
        }

    def _choose_face(self) -> None:
        """Be a list where the days of a grid are too small."""
        has_room = self.grid.has_room(self.faces.width(), self.faces.height())
        wanted = self.grid if has_room else self.list
        if self.faces.currentWidget() is not wanted:
            had_focus = self.isAncestorOf(self.focusWidget())
            self.faces.setCurrentWidget(wanted)
            self.entry = wanted
            if had_focus:
                wanted.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard on the day."""
        (self.faces.currentWidget() or self).setFocus()

    def turn(self, step: int) -> None:
        """Show the month before (-1) or after (1) the one shown."""
        self.go_to(same_day_in(moved_by(month_of(self.day), step), self.chosen))

    def go_to_today(self) -> None:
        """Show the month of today, with the keyboard on it."""
        self.go_to(self.workspace.store.today())

    def go_to(self, day: date) -> None:
        """Show the month of a day."""
        self.day = day
        month = self.seen.month if self.seen is not None and self.seen.month.first == month_of(day) else None
        if month is not None:
            self._fill(month)
        if month is None or self._asked != month.first:  # another may be on its way, which is wanted no more
            self.read()

    def open(self, entry: Entry) -> None:
        """Show the record behind an entry, in its room."""
        self.day = self.chosen
        self.workspace.record_wanted.emit(entry.entity, entry.id)

    def begin(self, day: date) -> None:
        """Begin an activity on a day."""
        self.day = day
        self.workspace.new_wanted.emit("activity", {"starts_on": day})

    def print(self) -> None:
        """Show the month on paper."""
        from ui.paper.report_dialog import ReportDialog

        first = month_of(self.day)
        last = moved_by(first, 1) - timedelta(days=1)
        open_dialog(ReportDialog(self.workspace, "activities", self.window(), starts=first, ends=last))

    def print_term(self) -> None:
        """Show on paper the term that the month lies in, else the one that runs."""
        from ui.paper.report_dialog import ReportDialog

        term = self.seen.term if self.seen is not None else None
        options = {"record_id": term} if term is not None else {}
        open_dialog(ReportDialog(self.workspace, "term-agenda", self.window(), **options))

    def export_calendar(self) -> None:
        """Ask what of the agenda is wanted as a calendar: this month, or all of it."""
        from ui.agenda.export import ask_calendar

        if self.seen is None:
            return
        month = self.seen.month
        inside = [each for each in month.entries if each.kind is EntryKind.ACTIVITY and _touches(each, month.first)]
        chosen = say_month(month.first, self.words), [each.id for each in inside]
        ask_calendar(self.workspace, "activity", chosen, self.seen.activities, self)

    def place(self) -> object:
        """Return the day on which the person is."""
        return MonthPlace(self.chosen)

    def return_to(self, place: object) -> None:
        """Show the month of the day on which the person was."""
        if isinstance(place, MonthPlace):
            self.go_to(place.day)


def _touches(entry: Entry, month: date) -> bool:
    return entry.first < moved_by(month, 1) and entry.last >= month


def _read(first: date, words: Words, store: Store) -> SeenMonth:
    catalog = store.catalog
    reach = reach_of_entries(catalog) | reach_of_query(catalog, _ALL) | Reach(frozenset({"period"}))
    return SeenMonth(read_month(store, first, words), term_on(store, first), list_ids(store, _ALL), reach)
