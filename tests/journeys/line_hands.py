"""What a person does with a record of a line of the plan, step by step, in the window: from its form to the paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.figures import OVERDUE
from app.plan import plan_of_today
from app.plan.plans import lines_of
from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids, titles
from app.screens import screen_of
from app.words.fields import RecordKey
from db.deadline_state import DEADLINES
from tests.journeys.hands import import_sheet, save
from tests.ui.seeing import frame_of, list_of, pane_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.form.editors.combo import Combo
from ui.form.editors.picking import PickLine
from ui.frame.search_results import HIT
from ui.frame.window import Window
from ui.look.plain import PushButton
from ui.paper import export_list
from ui.paper.export_list import ExportDialog
from ui.paper.report_dialog import ReportDialog
from ui.plan.evidence_dialog import EvidenceDialog
from ui.plan.line_card import LineCard
from ui.room.tabs import TabbedRoom
from ui.today.page import TodayPage

CONTROL = Qt.KeyboardModifier.ControlModifier
LINES_OF_PLAN = 10
LATE = "01/10/2026"
"""A day before that of the tests, as a person writes it."""


@dataclass(frozen=True)
class Made:
    """How a record of a kind is made by hand, how it becomes late, and how it is found.

    `typed` are its fields with what is typed there: of a reference the words by which it is picked, of a choice its
    value. `late` is what of it is due: "own" where one of `typed` is its day, else "step" or "commitment". `sought` are
    words that the search finds it by, `shown` is what paper calls it.
    """

    entity: str
    typed: Mapping[str, str]
    sought: str
    shown: str
    late: str = "own"


@dataclass
class Line:
    """A line of the plan that is worked on in a window, with what was made of it."""

    window: Window
    folder: Path
    qtbot: QtBot
    made: dict[str, RecordKey] = field(default_factory=dict)
    """The records by their kinds."""
    owed: dict[str, str] = field(default_factory=dict)
    """The keys of what is due of them, by their kinds."""
    done: int = 0
    """How many operations the window has done."""

    def rest(self) -> None:
        """Wait until the window has nothing under way."""
        wait_until_idle(self.window, self.qtbot)

    def turn_to(self, entity: str) -> None:
        """Go to the list of a kind of record."""
        screen = screen_of(entity)
        assert screen is not None
        self.window.show_room(screen.name)
        page = frame_of(self.window).page
        if isinstance(page, TabbedRoom):
            page.turn_to(entity)
        self.rest()

    def fill(self, typed: Mapping[str, str]) -> None:
        """Write into the fields of the form that is shown, each as its editor is written in."""
        form = pane_of(self.window).form
        for rare in form.rare:
            rare.open()
        self.window.activateWindow()
        self.rest()
        for name, text in typed.items():
            box = form.boxes[name]
            assert box.isVisible(), name
            line = box.editor.input()
            if isinstance(line, PickLine):
                self.pick(line, text)
            elif isinstance(line, Combo):
                box.fill(text)
            else:
                type_letters(line, text)
            assert box.editor.problem() is None, name

    def pick(self, line: PickLine, text: str) -> None:
        """Type what is meant, and take the likeliest of what unfolds."""
        type_letters(line, text)
        self.rest()
        assert line.popup.isVisible(), text
        assert line.options, text
        QTest.keyClick(line.popup, Qt.Key.Key_Return)
        self.rest()

    def save(self) -> str:
        """Save with Ctrl+S, as one operation, and return the key."""
        self.done += 1
        return save(self.window, self.qtbot)

    def create(self, made: Made) -> None:
        """Make a record in its room, by the button of its list."""
        self.turn_to(made.entity)
        room_of(self.window).list.new_button.click()
        self.rest()
        assert pane_of(self.window).fresh
        self.fill(made.typed)
        self.made[made.entity] = RecordKey(made.entity, self.save())
        if made.late == "own":
            self.owed[made.entity] = self.made[made.entity].id

    def show_evidence(self, made: Made, number: str) -> None:
        """Link the record that is shown to the line, which the dialog proposes or which is picked there."""
        press(self.window, "show_evidence", self.qtbot)
        dialog = next(each for each in self.window.findChildren(EvidenceDialog) if each.isVisible())
        line, name = line_called(self.window, number)
        box = dialog.form.boxes["line_id"]
        if dialog.proposed is None:
            field = box.editor.input()
            assert isinstance(field, PickLine)
            self.pick(field, name)
        assert box.editor.value() == line
        dialog.accepting.click()
        self.rest()
        self.done += 1
        assert pane_of(self.window).id == self.made[made.entity].id
        assert name in pane_of(self.window).page.text()

    def owe(self, made: Made) -> None:
        """Owe something of the record that is shown since a day that is past: on its page, or from what is due."""
        if made.late == "own":
            return
        sections = {each.name: each for each in pane_of(self.window).page.sections}
        adding = sections.get(f"{made.late}.record")
        typed = {"text" if made.late == "commitment" else "name": "Nota pendiente", "due_on": LATE}
        if adding is not None:
            next(each for each in adding.findChildren(PushButton) if each.text() == "Agregar").click()
            self.rest()
        else:
            self.turn_to(made.late)
            room_of(self.window).list.new_button.click()
            self.rest()
            typed = {"record": made.sought, **typed}
        self.fill(typed)
        assert pane_of(self.window).form.value("record") == self.made[made.entity]
        self.owed[made.entity] = self.save()

    def see_on_inicio(self) -> int:
        """Return how much Inicio says is overdue, which the number on the screen must say too."""
        self.window.show_room("inicio")
        self.rest()
        page = frame_of(self.window).page
        assert isinstance(page, TodayPage)
        assert page.today is not None
        count = next(each.count for each in page.today.concerns if each.figure is OVERDUE)
        said = page.lines[OVERDUE.name]
        assert said.accessibleName().startswith(str(count)) or not count
        return count

    def see_due(self, made: Made) -> None:
        """See what is owed of a record among what is overdue, with its day, and open it from there."""
        self.turn_to(DEADLINES)
        table, key = list_of(self.window).table, self.owed[made.entity]
        table.select_id(key)
        row = table.rows.ids.index(key)
        assert "Plazo vencido" in [table.rows.text(row, at) for at in range(table.rows.columnCount())]
        QTest.keyClick(table, Qt.Key.Key_Return)
        self.rest()
        assert pane_of(self.window).id == key

    def said_vacant(self) -> list[str]:
        """Return the numbers of the lines that the cards of the page say to be vacant."""
        page = frame_of(self.window).page
        assert page is not None
        said = [each for each in page.findChildren(LineCard) if each.isVisible()]
        assert len(said) == LINES_OF_PLAN
        vacant = [each for each in said if each.accessibleDescription().startswith("Vacante")]
        return [each.accessibleName().split(" · ")[0] for each in vacant]

    def find(self, made: Made) -> None:
        """Find a record by Ctrl+K and its words, and go there by the keyboard alone."""
        self.window.show_room("informes")  # elsewhere: what was shown already would be found without any search
        self.press_keys(Qt.Key.Key_K)
        top = frame_of(self.window).top
        assert top.line.hasFocus()
        type_letters(top.line, made.sought)
        self.rest()
        wanted, results = self.made[made.entity], top.results
        for _ in range(results.count()):
            hit = results.currentItem().data(HIT)
            if (getattr(hit, "entity", ""), getattr(hit, "id", "")) == (wanted.entity, wanted.id):
                break
            QTest.keyClick(top.line, Qt.Key.Key_Down)
        QTest.keyClick(top.line, Qt.Key.Key_Return)
        self.rest()
        assert pane_of(self.window).id == wanted.id, made.sought

    def print_sheet(self, made: Made) -> None:
        """Put the record that is shown on paper, and read its name there."""
        pane_of(self.window).show_paper()
        self.save_paper(made.shown)

    def print_room(self, face: str, name: str) -> None:
        """Put on paper what a page or a list shows, or the report of the list, and read a name there."""
        screen, _, tab = face.partition(".")
        self.window.show_room(screen)
        page = frame_of(self.window).page
        if isinstance(page, TabbedRoom):
            page.turn_to(tab)
        self.rest()
        shown = page.room if isinstance(page, TabbedRoom) else page
        facts = getattr(shown, "facts", None)
        if facts is not None and facts.paper is not None:
            list_of(self.window).on_paper.emit()
        else:
            press(self.window, "print", self.qtbot)
        self.save_paper(name)

    def save_paper(self, name: str) -> None:
        """Save the paper that is shown as PDF, and read a name there."""
        dialog = next(each for each in self.window.findChildren(ReportDialog) if each.isVisible())
        wait_until_idle(dialog, self.qtbot)
        path = self.folder / "papel.pdf"
        path.unlink(missing_ok=True)
        dialog.save("pdf", path)
        wait_until_idle(dialog, self.qtbot)
        text = " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
        dialog.reject()
        self.rest()
        assert name in text

    def export_and_import(self, made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
        """Export the list of a kind to Excel by its dialog, and import that file: nothing has changed."""
        self.turn_to(made.entity)
        path = self.folder / f"{made.entity}.xlsx"
        monkeypatch.setattr(export_list, "ask_where", lambda *_: path)
        press(self.window, "export_list", self.qtbot)
        dialog = next(each for each in self.window.findChildren(ExportDialog) if each.isVisible())
        dialog.accepting.click()
        self.rest()
        wizard = import_sheet(self.window, path, self.qtbot)
        assert wizard.outcome.title.text() == "Nada cambió"
        numbers = [int(label.text()) for label in wizard.outcome.numbers.values()]
        assert sum(numbers) == len(list_of(self.window).table.rows.ids)
        wizard.going_on.click()
        self.rest()

    def press_keys(self, key: Qt.Key, times: int = 1) -> None:
        """Press a key with Ctrl as often as that, waiting each time for what it does."""
        for _ in range(times):
            self.window.activateWindow()
            self.rest()
            QTest.keyClick(self.window, key, CONTROL)
            self.rest()


def type_letters(widget: QWidget, text: str) -> None:
    """Type a text with all its letters, of which those of `QTest.keyClicks` are English alone."""
    widget.setFocus()
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def line_called(window: Window, number: str) -> tuple[str, str]:
    """Return the key and the name of the line of that number of the plan of today."""
    store = workspace_of(window).store
    of = lines_of(plan_of_today(store).period_id), Filter("number", Operator.EQUALS, number)
    [key] = list_ids(store, Query("plan_line", filters=of))
    return key, titles(store, "plan_line", [key])[key]
