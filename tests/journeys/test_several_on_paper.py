"""What is printed, or exported as a list, is what is selected when it is several, and the page says so."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from app.document import Paragraph, Table
from tests.journeys.hands import begin_file
from tests.make import add
from tests.ui.seeing import names_of, room_of, workspace_of
from tests.ui.waiting import press, wait_until_idle
from ui.frame.window import Window
from ui.paper.export_list import ExportDialog
from ui.paper.report_dialog import ReportDialog

ADD = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
PEOPLE = ("Ana Ficticio", "Bruno Ficticio", "Márcia Exemplo", "Paulo Exemplo")


@pytest.fixture
def contacts(window: Window, tmp_path: Path, qtbot: QtBot) -> Window:
    """Show the contacts of a new file."""
    begin_file(window, tmp_path, qtbot)
    for name in PEOPLE:
        add(workspace_of(window).store, "person", name=name)
    window.show_room("contactos")
    wait_until_idle(window, qtbot)
    return window


def choose_rows(window: Window, qtbot: QtBot, *names: str) -> None:
    """Select the rows of `names` and no others."""
    table = room_of(window).list.table
    table.clearSelection()
    for name in names:
        table.selectionModel().select(table.rows.index(names_of(window).index(name), 0), ADD)
    wait_until_idle(window, qtbot)


def papers_of(window: Window, qtbot: QtBot) -> str:
    """Return what the list on paper that is shown says above its rows, and the names in them."""
    dialog = next(each for each in window.findChildren(ReportDialog) if each.isVisible())
    wait_until_idle(dialog, qtbot)
    assert dialog.made is not None
    count, table = dialog.made.document.sections[0].blocks
    assert isinstance(count, Paragraph)
    assert isinstance(table, Table)
    dialog.reject()
    return f"{count.text}: {', '.join(str(row[0]) for row in table.rows)}"


def test_what_is_printed_is_what_is_selected_when_it_is_several(contacts: Window, qtbot: QtBot) -> None:
    whole = f"4 fichas: {', '.join(PEOPLE)}"
    for names, printed in (
        (("Paulo Exemplo", "Ana Ficticio"), "2 fichas seleccionadas: Ana Ficticio, Paulo Exemplo"),
        (("Ana Ficticio",), whole),
        ((), whole),
        (PEOPLE, whole),
    ):
        choose_rows(contacts, qtbot, *names)
        press(contacts, "print", qtbot)
        assert papers_of(contacts, qtbot) == printed


def test_the_list_is_exported_as_what_is_selected_unless_all_of_it_is_asked_for(contacts: Window, qtbot: QtBot) -> None:
    choose_rows(contacts, qtbot, "Paulo Exemplo", "Ana Ficticio")
    for extent, printed in (
        ("Lo seleccionado: 2", "2 fichas seleccionadas: Ana Ficticio, Paulo Exemplo"),
        ("Toda la lista: 4", f"4 fichas: {', '.join(PEOPLE)}"),
    ):
        press(contacts, "export_list", qtbot)
        dialog = next(each for each in contacts.findChildren(ExportDialog) if each.isVisible())
        assert [each.text() for each in dialog.extent.buttons()] == ["Lo seleccionado: 2", "Toda la lista: 4"]
        assert "2 fichas" in dialog.said.text()
        next(each for each in dialog.extent.buttons() if each.text() == extent).click()
        dialog.buttons_by_ending[".pdf"].click()
        dialog.accepting.click()
        assert papers_of(contacts, qtbot) == printed
    choose_rows(contacts, qtbot, "Ana Ficticio")
    press(contacts, "export_list", qtbot)
    dialog = next(each for each in contacts.findChildren(ExportDialog) if each.isVisible())
    assert dialog.extent.buttons() == []
    assert "4 contactos" in dialog.said.text()
    dialog.close()
