"""The history of the file in the window: taken back with its verdict, returned to a moment, brought again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.file.files import Store
from app.past.undoing import undo_operations
from app.records import history
from app.records.drafts import Draft, Rows
from app.records.editing import delete_records, save_record
from app.records.reading import choose, read_record
from tests.make import add
from tests.ui.past.reading import choose_change, city, lines, open_history, titles, verdict_of
from tests.ui.seeing import edit_shown, news_of, pane_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.problem import ProblemDialog
from ui.past.changes import STATE
from ui.past.dialog import HistoryDialog


def test_an_older_operation_is_undone_as_far_as_its_verdict_says(
    opened: Window, dialog: HistoryDialog, store: Store, qtbot: QtBot
) -> None:
    choose_change(dialog, "Cambio en ciudad «Azul»", 1)
    dialog.changes.undoing.click()
    verdict = verdict_of(dialog, qtbot)
    assert verdict.heading.text() == "Deshacer: cambio en ciudad «Azul»"
    assert verdict.summary.text() == "1 campo limpio, 1 queda"
    found = lines(verdict.tree)
    assert found[0] == ("Ciudad: Azul",)
    assert found[1][:2] == ("Nombre oficial", "Intendencia de Azul")
    assert found[1][3].startswith("editado después por Beto Ficticio el ")
    assert found[2] == ("Notas", "una nota", "—", "limpio")
    QTest.keyClick(verdict, Qt.Key.Key_Escape)
    assert city(store)["notes"] == "una nota"
    dialog.changes.undoing.click()
    again = verdict_of(dialog, qtbot)
    assert again is not verdict
    QTest.keyClick(again, Qt.Key.Key_Return)
    wait_until_idle(opened, qtbot)
    assert titles(dialog)[0] == "Deshacer: cambio en ciudad «Azul»"
    assert (city(store)["name"], city(store)["notes"]) == ("Intendencia de Azul", None)
    assert dialog.notices.text.text() == news_of(opened) == "Se deshizo: cambio en ciudad «Azul»"
    undone = [line.cells[STATE] for line in dialog.changes.model.lines]
    assert undone[:3] == ["", "", "Deshecho"]
    choose_change(dialog, "Cambio en ciudad «Azul»", 1)
    assert not dialog.changes.undoing.isEnabled()


def test_the_file_returns_to_a_moment_and_comes_back(dialog: HistoryDialog, store: Store, qtbot: QtBot) -> None:
    choose_change(dialog, "Alta de ciudad «Azul»")
    dialog.changes.returning.click()
    verdict = verdict_of(dialog, qtbot)
    assert verdict.heading.text().startswith("¿Volver a como estaba el ")
    assert verdict.summary.text() == "2 campos limpios"
    verdict.accepting.click()
    wait_until_idle(dialog, qtbot)
    assert titles(dialog)[0].startswith("Regreso a como estaba el ")
    assert (city(store)["name"], city(store)["notes"]) == (None, None)
    dialog.notices.buttons[0].click()
    wait_until_idle(dialog, qtbot)
    assert titles(dialog)[0].startswith("Deshacer: regreso a como estaba el ")
    assert city(store)["name"] == "Intendencia de Azul"
    choose_change(dialog, titles(dialog)[0])
    assert not dialog.changes.returning.isEnabled()


def test_a_deleted_city_comes_back(opened: Window, store: Store, qtbot: QtBot) -> None:
    key = choose(store, "municipality", "Azul")[0].id
    mail = Draft("contact_point", None, {"kind": "email", "value": "azul@example.org"})
    save_record(store, Draft("municipality", key, parts={"contact_points": Rows((mail,))}))
    delete_records(store, "municipality", [key])
    dialog = open_history(opened, qtbot)
    dialog.tabs.setCurrentWidget(dialog.deleted)
    wait_until_idle(opened, qtbot)
    assert [line.cells[:3] for line in dialog.deleted.model.lines] == [("Azul", "Ciudad", store.author)]
    QTest.keyClicks(dialog.deleted.line, "nada")
    wait_until_idle(opened, qtbot)
    assert dialog.deleted.stack.currentWidget() is dialog.deleted.nothing
    dialog.deleted.line.clear()
    wait_until_idle(opened, qtbot)
    assert dialog.deleted.bringing.isEnabled()
    dialog.deleted.bringing.click()
    wait_until_idle(opened, qtbot)
    assert dialog.deleted.stack.currentWidget() is dialog.deleted.nothing
    assert dialog.deleted.nothing.text() == "No se eliminó nada que no esté de nuevo."
    found = read_record(store, "municipality", key)
    assert found is not None
    assert [each.values["value"] for each in found.parts["contact_points"]] == ["azul@example.org"]
    assert news_of(opened) == "Se recuperó «Azul»."
    dialog.done(0)


def test_a_form_that_is_not_saved_is_asked_about_before_an_undo(
    opened: Window, dialog: HistoryDialog, store: Store, qtbot: QtBot
) -> None:
    room_of(opened).show_record("municipality", choose(store, "municipality", "Rosario")[0].id)
    edit_shown(opened)
    pane_of(opened).form.fill({"notes": "sin guardar"})
    choose_change(dialog, "Cambio en ciudad «Azul»", 1)
    dialog.changes.undoing.click()
    asking = pane_of(opened).dialog
    assert asking is not None
    assert dialog.returning.dialog is None
    asking.discarding.click()
    verdict_of(dialog, qtbot).reject()
    assert not pane_of(opened).dirty


def test_the_last_change_shows_its_verdict_when_something_would_have_to_stay(
    opened: Window, store: Store, qtbot: QtBot
) -> None:
    person = add(store, "person", name="Luz Modelo")
    made = history.operations(store, 1)[0].number
    first, second = (
        add(store, "experience", name=name, person_id=key) for name, key in (("Huerta", person), ("Río", None))
    )
    delete_records(store, "experience", [first, second])
    undo_from_elsewhere(store, made)
    assert opened.workspace is not None
    opened.workspace.undo()
    wait_until_idle(opened, qtbot)
    verdict = opened.past.returning.dialog
    assert verdict is not None
    assert verdict.heading.text() == "Deshacer: baja de 2 experiencias"
    assert "aquello a lo que se refería ya no está: queda" in {line[3] for line in lines(verdict.tree) if len(line) > 1}
    verdict.accepting.click()
    wait_until_idle(opened, qtbot)
    assert read_record(store, "experience", second) is not None
    assert read_record(store, "experience", first) is None


def test_the_last_change_is_refused_in_words_when_nothing_of_it_can_go_back(
    opened: Window, store: Store, qtbot: QtBot
) -> None:
    person = add(store, "person", name="Luz Modelo")
    made = history.operations(store, 1)[0].number
    experience = add(store, "experience", name="Huerta", person_id=person)
    delete_records(store, "experience", [experience])
    undo_from_elsewhere(store, made)
    assert opened.workspace is not None
    opened.workspace.undo()
    wait_until_idle(opened, qtbot)
    assert isinstance(opened.dialog, ProblemDialog)
    assert "No se puede deshacer" in opened.dialog.box.text.text()
    opened.dialog.closing.click()


def undo_from_elsewhere(store: Store, number: int) -> None:
    """Take an operation back, as the history or the command line does."""
    undo_operations(store, [number])
