"""The first page of an import: the file, its sheet, and the row of its titles."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.importing.spreadsheets import cities_sheet
from tests.ui.importing.steps import load
from tests.ui.waiting import wait_until_idle
from ui.importing.wizard import ImportWizard


def test_the_titles_are_found_below_what_stands_above_them(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    assert not wizard.going_on.isEnabled()
    load(wizard, cities_sheet(tmp_path), qtbot)
    assert wizard.file.file.text() == "padron.xlsx"
    assert wizard.file.header.value() == 3
    assert wizard.file.sheets.currentText() == "Ciudades"
    assert wizard.file.rows.headerData(2, Qt.Orientation.Vertical) == "▸ 3"
    assert wizard.going_on.isEnabled()


def test_a_click_on_another_row_makes_it_the_titles(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    load(wizard, cities_sheet(tmp_path), qtbot)
    wizard.file.table.clicked.emit(wizard.file.rows.index(0, 0))
    assert wizard.file.header.value() == 1
    assert wizard.prepared is not None
    assert wizard.prepared.header.titles[0] == "Padrón de ciudades 2009"
    wizard.file.untitled.click()
    assert wizard.prepared.header.row is None


def test_nobody_is_asked_for_the_titles_of_a_calendar(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "agenda.ics"
    event = "BEGIN:VEVENT\nSUMMARY:Feria\nDTSTART;VALUE=DATE:20270304\nEND:VEVENT"
    path.write_text(f"BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n", encoding="utf-8")
    page = wizard.file
    load(wizard, path, qtbot)
    assert all(part.isHidden() for part in (page.header_label, page.header, page.untitled))
    assert page.found.text() == "1 evento"
    page.table.clicked.emit(page.rows.index(1, 0))
    assert wizard.prepared is not None
    assert wizard.prepared.header.row == 1
    load(wizard, cities_sheet(tmp_path), qtbot)
    assert not page.header.isHidden()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "está vacío"),
        (b"PK\x03\x04 cut short", "dañado o incompleto"),
        (b"\x89PNG\r\n\x1a\n", "vacia.xlsx"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_its_place(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot, content: bytes, said: str
) -> None:
    path = tmp_path / "vacia.xlsx"
    path.write_bytes(content)
    wizard.load(path)
    wait_until_idle(wizard, qtbot)
    assert not wizard.file.problems.isHidden()
    assert said in wizard.file.problems.text.text()
    assert not wizard.going_on.isEnabled()
    assert path.read_bytes() == content
