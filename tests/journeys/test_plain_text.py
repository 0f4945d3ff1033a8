"""Texts of data are shown as they are in what stands over the rooms: dialogs, the search, and a sheet to be imported.

The rooms themselves are asked about it where all of them are walked (`test_heard.py`).
"""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.file.settings import SavedView
from app.records.attachments import attach
from app.records.catalog import FieldInfo, Filter, Operator, Query
from app.records.editing import Draft, delete_records, save_record
from app.records.reading import list_ids
from app.records.views import write_query
from app.words.fields import Kind
from app.words.problems import Problem, ProblemError
from db.store import Store
from tests.make import add, copied_store
from tests.make_sheets import make_xlsx
from tests.ui.literal import MARKED, all_interpreted, shown_texts
from tests.ui.network import Network
from tests.ui.seeing import frame_of, list_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.importing.wizard import COLUMNS, PLAN, RESULT, ImportWizard
from ui.look.notice import Notice, NoticeButton
from ui.past.dialog import HistoryDialog

SHORT = "<b>x</b>&y"
FILE = "<b>x<b> & [*].txt"


def mark_everything(store: Store) -> None:
    """Write the same text, full of marks, in every field of every record that takes it."""
    for entity in store.catalog.stored:
        info = store.catalog[entity]
        fields = [each for each in info.stored if each.field.kind in (Kind.TEXT, Kind.LONG_TEXT)]
        values = {each.name: MARKED if _fits(each) else SHORT for each in fields}
        if entity not in ("contact_point", "document"):
            for id in list_ids(store, Query(entity)):
                save_record(store, Draft(entity, id, values))


def _fits(info: FieldInfo) -> bool:
    return info.field.bounds.longest is None or info.field.bounds.longest >= len(MARKED)


@pytest.fixture(scope="module")
def marked_file(network_file: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a file of which every text is full of marks, the name of an attached file too, once for tests to copy."""
    folder = tmp_path_factory.mktemp("marked")
    with network_file.open(folder) as store:
        _mark_file(store, network_file.keys, folder / FILE)
        return store.path


def _mark_file(store: Store, keys: Mapping[str, str], attached: Path) -> None:
    seat = add(store, "seat", body_id=keys["Comisión"], municipality_id=keys["Rosario"], role="member")
    item = add(store, "agenda_item", meeting_id=keys["Reunión"], name="Varios", person_id=keys["Ana"])
    add(store, "attendance", meeting_id=keys["Reunión"], seat_id=seat, state="invited", person_id=keys["Ana"])
    add(store, "organisation", name="Organismo", kind="network")
    add(store, "experience", name="Experiencia", municipalities=(keys["Rosario"],))
    add(store, "period", name="2026-2027", starts=None)
    mark_everything(store)
    attached.write_text("x", encoding="utf-8")
    for entity, key in (("municipality", keys["Rosario"]), ("meeting", keys["Reunión"]), ("agenda_item", item)):
        attach(store, entity, key, [attached])
    delete_records(store, "municipality", [keys["Canelones"]])


@pytest.fixture
def marked(window: Window, marked_file: Path, tmp_path: Path, qtbot: QtBot) -> Window:
    """Open a file of which every text is full of marks, and with a saved view of such a name."""
    view = SavedView(MARKED, write_query(Query("municipality")))
    window.preferences.keep(lambda settings: settings.with_view("municipality", view))
    window.take_store(copied_store(marked_file, tmp_path), "ciudades")  # and not what takes longest to read
    wait_until_idle(window, qtbot)
    return window


def test_the_menus_and_the_chips_of_a_list_show_every_ampersand(marked: Window, qtbot: QtBot) -> None:
    marked.show_room("ciudades")
    pane = list_of(marked)
    pane.views.fill()
    pane.filters.add(Filter("name", Operator.CONTAINS, MARKED))
    wait_until_idle(marked, qtbot)
    lines = [action.text().replace("&&", "&") for action in pane.views.menu().actions()]
    assert MARKED in lines
    assert any(MARKED in text for text in shown_texts(pane.filters))
    assert all_interpreted() == []


def test_the_search_shows_names_as_they_are(marked: Window, qtbot: QtBot) -> None:
    top = frame_of(marked).top
    top.take_focus()
    QTest.keyClicks(top.line, "hostname")
    wait_until_idle(marked, qtbot)
    assert top.results.isVisible()
    assert all_interpreted() == []
    top.results.hide()


def test_the_history_of_the_file_shows_what_was_written_as_it_is(marked: Window, qtbot: QtBot) -> None:
    press(marked, "file_history", qtbot)
    dialog = marked.dialog
    assert isinstance(dialog, HistoryDialog)
    for row in range(min(dialog.changes.model.rowCount(), 20)):
        dialog.changes.table.selectRow(row)
        wait_until_idle(marked, qtbot)
        assert all_interpreted() == []
    dialog.tabs.setCurrentIndex(1)
    wait_until_idle(marked, qtbot)
    dialog.deleted.table.selectRow(0)
    assert any(MARKED in text for text in shown_texts(dialog))
    assert all_interpreted() == []
    dialog.close()


def test_a_sheet_that_is_not_imported_yet_is_shown_as_it_is(marked: Window, tmp_path: Path, qtbot: QtBot) -> None:
    rows = [("Ciudad", "País", "Población", MARKED), (MARKED, "Uruguay", MARKED, MARKED), ("Salto", MARKED, 5, "")]
    path = make_xlsx(tmp_path / "<b>x<b> & [*].xlsx", {"<b>x<b> & <i>": rows})
    press(marked, "import", qtbot)
    wizard = marked.dialog
    assert isinstance(wizard, ImportWizard)
    wizard.load(path)
    wait_until_idle(wizard, qtbot)
    assert any(MARKED in text for text in shown_texts(wizard.file))
    assert all_interpreted() == []
    for page in (COLUMNS, PLAN):
        wizard.go_on()
        wait_until_idle(wizard, qtbot)
        assert wizard.pages.currentIndex() == page
        for row in range(wizard.rows.rows.rowCount()):
            wizard.rows.table.selectRow(row)
            wait_until_idle(wizard, qtbot)
            assert all_interpreted() == []
        assert any(MARKED in text for text in shown_texts(wizard.columns if page == COLUMNS else wizard.rows))
    wizard.go_on()
    wait_until_idle(wizard, qtbot)
    assert wizard.pages.currentIndex() == RESULT
    assert all_interpreted() == []
    wizard.accept()


def test_a_problem_a_notice_and_a_question_show_names_as_they_are(marked: Window, qtbot: QtBot) -> None:
    workspace = workspace_of(marked)
    workspace.tell(Notice(MARKED, buttons=(NoticeButton(MARKED, lambda: None),)))
    assert all_interpreted() == []
    workspace.present(ProblemError(Problem("No se pudo leer {name}.", values={"name": MARKED})))
    assert isinstance(marked.dialog, QDialog)
    assert any(MARKED in text for text in shown_texts(marked.dialog))
    assert all_interpreted() == []
    marked.dialog.close()

    marked.show_room("ciudades")
    wait_until_idle(marked, qtbot)
    room = room_of(marked)
    room.show_record("municipality", room.list.table.rows.ids[0])
    room.record.edit()
    room.record.form.boxes["short_name"].fill("Otra")
    room.leave(lambda: None)
    dialog = room.record.dialog
    assert dialog is not None
    assert any(MARKED in text for text in shown_texts(dialog))
    assert all_interpreted() == []
    dialog.discarding.click()


def test_each_dialog_of_a_command_shows_texts_as_they_are(marked: Window, qtbot: QtBot) -> None:
    list_of(marked).table.selectAll()
    for command in ("edit_many", "export_list", "print", "settings", "help", "about", "passphrase"):
        press(marked, command, qtbot)
        assert all_interpreted() == [], command
        shown = [dialog for dialog in marked.findChildren(QDialog) if dialog.isVisible()]
        assert shown, command
        for dialog in shown:
            dialog.close()
        wait_until_idle(marked, qtbot)


def test_the_file_itself_and_the_recent_ones_are_shown_by_their_names(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "<i> & "
    folder.mkdir()
    window.take_store(copied_store(template, folder), "inicio")
    wait_until_idle(window, qtbot)
    assert all_interpreted() == []
    window.close_file()
    assert any("<i> & " in text for text in shown_texts(window))
    assert all_interpreted() == []
