"""The operations of the file: filtered, opened to their fields, gone through with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.file.files import Store
from tests.make import add
from tests.ui.past.reading import choose_change, lines, open_history, titles, verdict_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.past.changes import WHAT
from ui.past.dialog import HistoryDialog


def test_the_history_is_filtered_by_person_kind_and_words(dialog: HistoryDialog, qtbot: QtBot) -> None:
    changes = dialog.changes
    whole = len(changes.model.lines)
    wait_until_idle(dialog, qtbot)
    assert changes.person.count() == 3
    changes.person.setCurrentIndex(changes.person.findData("Beto Ficticio"))
    changes.person.activated.emit(changes.person.currentIndex())
    wait_until_idle(dialog, qtbot)
    assert titles(dialog) == ["Cambio en ciudad «Azul»"]
    changes.person.setCurrentIndex(0)
    changes.kind.setCurrentIndex(changes.kind.findData("meeting"))
    changes.kind.activated.emit(changes.kind.currentIndex())
    wait_until_idle(dialog, qtbot)
    assert titles(dialog) == ["Alta de reunión «Primera reunión»"]
    changes.kind.setCurrentIndex(0)
    changes.kind.activated.emit(0)
    wait_until_idle(dialog, qtbot)
    assert len(changes.model.lines) == whole
    QTest.keyClicks(changes.line, "SAO leop")
    wait_until_idle(dialog, qtbot)
    assert titles(dialog) == ["Alta de ciudad «São Leopoldo»"]
    QTest.keyClicks(changes.line, "x")
    wait_until_idle(dialog, qtbot)
    assert changes.stack.currentWidget() is changes.nothing
    assert not changes.undoing.isEnabled()
    QTest.keyClick(changes.line, Qt.Key.Key_Escape)
    wait_until_idle(dialog, qtbot)
    assert len(changes.model.lines) == whole
    assert dialog.isVisible()


def test_an_operation_opens_to_its_fields(dialog: HistoryDialog, qtbot: QtBot) -> None:
    choose_change(dialog, "Cambio en ciudad «Azul»", 1)
    details = dialog.changes.details
    wait_until_idle(dialog, qtbot)
    assert lines(details.tree) == [
        ("Ciudad: Azul · se cambió",),
        ("Nombre oficial", "—", "Municipalidad de Azul"),
        ("Notas", "—", "una nota"),
    ]
    assert details.about.text().startswith("Ana Ejemplo · ")


def test_names_are_shown_as_they_are(opened: Window, store: Store, qtbot: QtBot) -> None:
    add(store, "person", name="Marta <b>Modelo</b>")
    dialog = open_history(opened, qtbot)
    assert titles(dialog)[0] == "Alta de contacto «Marta <b>Modelo</b>»"
    tip = dialog.changes.model.index(0, WHAT).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;Modelo" in tip
    assert dialog.changes.details.title.textFormat() is Qt.TextFormat.PlainText
    dialog.changes.undoing.click()
    verdict = verdict_of(dialog, qtbot)
    assert verdict.heading.textFormat() is verdict.summary.textFormat() is Qt.TextFormat.PlainText
    verdict.reject()
    dialog.done(0)


def test_the_keyboard_goes_through_the_history_in_its_order(dialog: HistoryDialog) -> None:
    changes = dialog.changes
    wanted: list[QWidget] = [
        changes.person,
        changes.kind,
        changes.line,
        changes.table,
        changes.details.tree,
        changes.undoing,
    ]
    assert all(each.accessibleName() for each in wanted[:-1])
    found: list[QWidget] = []
    each: QWidget | None = dialog.tabs.tabBar().nextInFocusChain()
    while each is not None and each is not dialog.tabs.tabBar():
        found += [each] if each in wanted else []
        each = each.nextInFocusChain()
    assert found == wanted
