"""The history of the file in the window: listed, filtered, opened, taken back with its verdict, brought again."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from app.file.files import Store
from app.past.undoing import undo_operations
from app.records import history
from app.records.drafts import Draft, Rows
from app.records.editing import delete_records, save_record
from app.records.reading import choose, read_record
from tests.make import add, add_city
from tests.ui.seeing import news_of, pane_of, room_of
from ui.frame.window import Window
from ui.look.problem import ProblemDialog
from ui.past.changes import STATE, WHAT
from ui.past.dialog import HistoryDialog
from ui.past.fields_tree import FieldsTree
from ui.past.paged_model import Line, PagedModel
from ui.past.verdict import VerdictDialog
from ui.work.run import Advance, Job


@pytest.fixture
def store(opened: Window) -> Store:
    """Return the open file: Beto wrote over a field of what Ana wrote."""
    assert opened.workspace is not None
    store = opened.workspace.store
    city = add_city(store, "Azul")
    save_record(store, Draft("municipality", city, {"name": "Municipalidad de Azul", "notes": "una nota"}))
    store.author = "Beto Ficticio"
    save_record(store, Draft("municipality", city, {"name": "Intendencia de Azul"}))
    return store


@pytest.fixture
def dialog(opened: Window, store: Store, qtbot: QtBot) -> Iterator[HistoryDialog]:
    """Open the history from the menu."""
    made = open_history(opened, qtbot)
    yield made
    made.done(0)


def open_history(window: Window, qtbot: QtBot) -> HistoryDialog:
    qtbot.waitUntil(window.commands["file_history"].isEnabled)
    window.commands["file_history"].trigger()
    found = window.dialog
    assert isinstance(found, HistoryDialog)
    qtbot.waitUntil(lambda: bool(found.changes.model.lines))
    return found


def titles(dialog: HistoryDialog) -> list[str]:
    return [line.cells[WHAT] for line in dialog.changes.model.lines]


def choose_change(dialog: HistoryDialog, title: str, which: int = 0) -> None:
    places = [at for at, found in enumerate(titles(dialog)) if found == title]
    dialog.changes.table.setCurrentIndex(dialog.changes.model.index(places[which], WHAT))


def lines(tree: FieldsTree) -> list[tuple[str, ...]]:
    """Return what a tree shows, a line for each record and each field."""
    found: list[tuple[str, ...]] = []
    for at in range(tree.topLevelItemCount()):
        record = tree.topLevelItem(at)
        assert record is not None
        found.append((record.text(0),))
        found += [cells(record.child(child), tree.columnCount()) for child in range(record.childCount())]
    return found


def cells(item: QTreeWidgetItem | None, count: int) -> tuple[str, ...]:
    assert item is not None
    return tuple(item.text(column) for column in range(count))


def verdict_of(dialog: HistoryDialog, qtbot: QtBot) -> VerdictDialog:
    qtbot.waitUntil(lambda: dialog.returning.dialog is not None)
    found = dialog.returning.dialog
    assert found is not None
    return found


def city(store: Store, name: str = "Azul") -> dict[str, object]:
    [hit] = choose(store, "municipality", name)
    found = read_record(store, "municipality", hit.id)
    assert found is not None
    return dict(found.values)


def test_the_history_is_filtered_by_person_kind_and_words(dialog: HistoryDialog, qtbot: QtBot) -> None:
    changes = dialog.changes
    whole = len(changes.model.lines)
    qtbot.waitUntil(lambda: changes.person.count() == 3)
    changes.person.setCurrentIndex(changes.person.findData("Beto Ficticio"))
    changes.person.activated.emit(changes.person.currentIndex())
    qtbot.waitUntil(lambda: titles(dialog) == ["Editar Ciudad: Azul"])
    changes.person.setCurrentIndex(0)
    changes.kind.setCurrentIndex(changes.kind.findData("meeting"))
    changes.kind.activated.emit(changes.kind.currentIndex())
    qtbot.waitUntil(lambda: titles(dialog) == ["Agregar Reunión: Primera reunión"])
    changes.kind.setCurrentIndex(0)
    changes.kind.activated.emit(0)
    qtbot.waitUntil(lambda: len(changes.model.lines) == whole)
    QTest.keyClicks(changes.line, "SAO leop")
    qtbot.waitUntil(lambda: titles(dialog) == ["Agregar Ciudad: São Leopoldo"])
    QTest.keyClicks(changes.line, "x")
    qtbot.waitUntil(lambda: changes.stack.currentWidget() is changes.nothing)
    assert not changes.undoing.isEnabled()
    QTest.keyClick(changes.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(changes.model.lines) == whole)
    assert dialog.isVisible()


def test_an_operation_opens_to_its_fields(dialog: HistoryDialog, qtbot: QtBot) -> None:
    choose_change(dialog, "Editar Ciudad: Azul", 1)
    details = dialog.changes.details
    qtbot.waitUntil(lambda: len(lines(details.tree)) == 3)
    assert lines(details.tree) == [
        ("Ciudad: Azul · se cambió",),
        ("Nombre oficial", "—", "Municipalidad de Azul"),
        ("Notas", "—", "una nota"),
    ]
    assert details.about.text().startswith("Ana Ejemplo · ")


def test_an_older_operation_is_undone_as_far_as_its_verdict_says(
    opened: Window, dialog: HistoryDialog, store: Store, qtbot: QtBot
) -> None:
    choose_change(dialog, "Editar Ciudad: Azul", 1)
    dialog.changes.undoing.click()
    verdict = verdict_of(dialog, qtbot)
    assert verdict.heading.text() == "¿Deshacer «Editar Ciudad: Azul»?"
    assert verdict.summary.text() == "1 campo limpio, 1 queda"
    found = lines(verdict.tree)
    assert found[0] == ("Ciudad: Azul",)
    assert found[1][:2] == ("Nombre oficial", "Intendencia de Azul")
    assert found[1][3].startswith("editado después por Beto Ficticio el ")
    assert found[2] == ("Notas", "una nota", "—", "limpio")
    QTest.keyClick(verdict, Qt.Key.Key_Escape)
    assert city(store)["notes"] == "una nota"
    dialog.changes.undoing.click()
    qtbot.waitUntil(lambda: dialog.returning.dialog is not verdict)
    again = verdict_of(dialog, qtbot)
    QTest.keyClick(again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(dialog)[0] == "Deshacer: Editar Ciudad: Azul")
    assert (city(store)["name"], city(store)["notes"]) == ("Intendencia de Azul", None)
    assert dialog.notices.text.text() == news_of(opened) == "Se deshizo: Editar Ciudad: Azul"
    undone = [line.cells[STATE] for line in dialog.changes.model.lines]
    assert undone[:3] == ["", "", "Deshecho"]
    choose_change(dialog, "Editar Ciudad: Azul", 1)
    assert not dialog.changes.undoing.isEnabled()


def test_the_file_returns_to_a_moment_and_comes_back(dialog: HistoryDialog, store: Store, qtbot: QtBot) -> None:
    choose_change(dialog, "Agregar Ciudad: Azul")
    dialog.changes.returning.click()
    verdict = verdict_of(dialog, qtbot)
    assert verdict.heading.text().startswith("¿Volver a como estaba el ")
    assert verdict.summary.text() == "2 campos limpios"
    verdict.accepting.click()
    qtbot.waitUntil(lambda: titles(dialog)[0].startswith("Volver a como estaba el "))
    assert (city(store)["name"], city(store)["notes"]) == (None, None)
    dialog.notices.buttons[0].click()
    qtbot.waitUntil(lambda: titles(dialog)[0].startswith("Deshacer: Volver a como estaba el "))
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
    qtbot.waitUntil(
        lambda: [line.cells[:3] for line in dialog.deleted.model.lines] == [("Azul", "Ciudad", store.author)]
    )
    QTest.keyClicks(dialog.deleted.line, "nada")
    qtbot.waitUntil(lambda: dialog.deleted.stack.currentWidget() is dialog.deleted.nothing)
    dialog.deleted.line.clear()
    qtbot.waitUntil(dialog.deleted.bringing.isEnabled)
    dialog.deleted.bringing.click()
    qtbot.waitUntil(lambda: dialog.deleted.stack.currentWidget() is dialog.deleted.nothing)
    assert dialog.deleted.nothing.text() == "No se eliminó nada que no esté de nuevo."
    found = read_record(store, "municipality", key)
    assert found is not None
    assert [each.values["value"] for each in found.parts["contact_points"]] == ["azul@example.org"]
    assert news_of(opened) == "Se hizo: Recuperar Ciudad: Azul"
    dialog.done(0)


def test_a_form_that_is_not_saved_is_asked_about_before_an_undo(
    opened: Window, dialog: HistoryDialog, store: Store, qtbot: QtBot
) -> None:
    room_of(opened).show_record("municipality", choose(store, "municipality", "Rosario")[0].id)
    pane_of(opened).form.fill({"notes": "sin guardar"})
    choose_change(dialog, "Editar Ciudad: Azul", 1)
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
    qtbot.waitUntil(lambda: opened.returning.dialog is not None)
    verdict = opened.returning.dialog
    assert verdict is not None
    assert verdict.heading.text() == "¿Deshacer «Eliminar 2 experiencias»?"
    assert "aquello a lo que se refería ya no está: queda" in {line[3] for line in lines(verdict.tree) if len(line) > 1}
    verdict.accepting.click()
    qtbot.waitUntil(lambda: read_record(store, "experience", second) is not None)
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
    qtbot.waitUntil(lambda: isinstance(opened.dialog, ProblemDialog))
    assert isinstance(opened.dialog, ProblemDialog)
    assert "No se puede deshacer" in opened.dialog.box.text.text()
    opened.dialog.closing.click()


def undo_from_elsewhere(store: Store, number: int) -> None:
    """Take an operation back, as the history or the command line does."""
    undo_operations(store, [number])


def test_a_long_history_is_read_as_far_as_somebody_scrolls(
    opened: Window, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.past.paged_model.PAGE", 5)
    key = choose(store, "municipality", "Azul")[0].id
    for at in range(40):
        save_record(store, Draft("municipality", key, {"notes": str(at)}))
    dialog = open_history(opened, qtbot)
    model, table = dialog.changes.model, dialog.changes.table
    done = [each.number for each in history.operations(store)]
    qtbot.waitUntil(lambda: len(model.lines) * table.rowHeight(0) > table.viewport().height())
    qtbot.waitUntil(lambda: not dialog.runner.busy)
    assert len(model.lines) < len(done)

    def scrolled() -> bool:
        table.scrollToBottom()
        return len(model.lines) == len(done)

    qtbot.waitUntil(scrolled)
    assert [line.key for line in model.lines] == done
    dialog.done(0)


def test_a_page_that_was_cancelled_can_be_read_after_all(
    dialog: HistoryDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.past.paged_model.PAGE", 1)
    waiting = Event()

    def read(below: int | None, _limit: int, advance: Advance) -> list[Line]:
        if below is not None and not waiting.is_set():
            while True:
                advance(0)
        return whole[:1] if below is None else whole[1:2]

    whole = list(dialog.changes.model.lines)
    model = PagedModel(("",) * 5, frozenset(), dialog.runner, "Buscando")
    model.ask(read)
    qtbot.waitUntil(model.canFetchMore)
    jobs: list[Job] = []
    dialog.runner.shown.connect(jobs.append)
    model.fetchMore()
    assert not model.canFetchMore()
    qtbot.waitUntil(lambda: bool(jobs))
    jobs[0].cancel()
    qtbot.waitUntil(model.canFetchMore)
    waiting.set()
    model.fetchMore()
    qtbot.waitUntil(lambda: model.lines == whole[:2])


def test_names_are_shown_as_they_are(opened: Window, store: Store, qtbot: QtBot) -> None:
    add(store, "person", name="Marta <b>Modelo</b>")
    dialog = open_history(opened, qtbot)
    assert titles(dialog)[0] == "Agregar Contacto: Marta <b>Modelo</b>"
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
