"""The report before it is paper: its pages, and the files that are made of it."""

from pathlib import Path
from zipfile import is_zipfile

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.file.settings import Folder
from app.records.attachments import attach
from app.records.catalog import Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids, read_record
from app.reports.offered import find_report
from app.sheets.reading.read import open_workbook
from tests.ui.paper.showing import Open, wait
from tests.ui.waiting import wait_until_idle
from ui.look.saving import remember_folder, start_folder
from ui.work.workspace import Workspace


def test_the_dossier_of_the_next_meeting_is_shown_page_by_page(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    assert not dialog.buttons["pdf"].isEnabled()
    assert wait(dialog, qtbot) > 3
    assert dialog.buttons["pdf"].isEnabled()
    assert dialog.options.boxes["record_id"].editor.input().property("text") == "Primera reunión"
    assert dialog.made is not None
    assert "Dossier" in dialog.made.document.title


def test_what_is_saved_is_what_was_shown(show: Open, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    wait(dialog, qtbot)
    assert dialog.made is not None
    paper, book = tmp_path / "dossier.pdf", tmp_path / "dossier.xlsx"
    dialog.save("pdf", paper)
    wait_until_idle(dialog, qtbot)
    assert not dialog.notices.isHidden()
    assert paper.read_bytes() == dialog.made.pdf
    assert [button.text() for button in dialog.notices.buttons] == ["Abrir", "Mostrar en la carpeta"]
    dialog.save("xlsx", book)
    wait_until_idle(dialog, qtbot)
    assert book.exists()
    assert dialog.notices.text.text() == "Se guardó dossier.xlsx."
    assert len(open_workbook(book).sheets) > 2


def test_what_is_to_be_corrected_is_saved_for_word(show: Open, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = show("agenda")
    wait(dialog, qtbot)
    assert dialog.buttons["docx"].text() == "Guardar en Word…"
    dialog.save("docx", tmp_path / "temario.docx")
    wait_until_idle(dialog, qtbot)
    assert dialog.notices.text.text() == "Se guardó temario.docx."
    assert is_zipfile(tmp_path / "temario.docx")


def test_a_damaged_annex_is_said_above_the_pages(
    show: Open, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "roto.pdf"
    broken.write_bytes(b"%PDF-1.4 cut short")
    meeting = workspace.references.choose("meeting", "Primera reunión")[0].id
    attach(workspace.store, "meeting", meeting, [broken])
    dialog = show("board-pack", record_id=meeting)
    wait(dialog, qtbot)
    assert not dialog.problems.isHidden()
    assert "roto.pdf" in dialog.problems.text.text()


@pytest.mark.parametrize("name", ["directory", "municipality", "list"])
def test_each_report_is_shown_and_asks_what_it_declares(show: Open, qtbot: QtBot, name: str) -> None:
    dialog = show(name)
    asked = {each.name for each in find_report(name).asked(dialog.workspace.catalog)}
    assert {*dialog.options.boxes, *dialog.options.checks} == asked
    assert wait(dialog, qtbot) >= 1


def test_the_next_file_is_saved_where_the_last_one_was(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "papeles"
    folder.mkdir()
    remember_folder(workspace, Folder.PAPERS, folder / "dossier.pdf")
    assert start_folder(workspace, Folder.PAPERS) == folder


def test_the_dossier_is_proposed_by_its_meeting_and_the_day_of_it(
    show: Open, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    remember_folder(workspace, Folder.PAPERS, tmp_path / "otro.pdf")
    proposed: list[str] = []

    def leave(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        proposed.append(suggested)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", leave)
    dialog = show("board-pack")
    wait(dialog, qtbot)
    dialog.buttons["pdf"].click()
    meeting = read_record(workspace.store, "meeting", list_ids(workspace.store, Query("meeting"))[0])
    assert meeting is not None
    day = meeting.values["starts_on"]
    assert proposed == [str(tmp_path / f"Dossier - Primera reunión - {day}.pdf")]


def test_the_letters_that_the_fonts_lack_are_said_by_record_before_printing(
    show: Open, workspace: Workspace, qtbot: QtBot
) -> None:
    key = list_ids(workspace.store, Query("meeting"))[0]
    workspace.write(lambda: save_record(workspace.store, Draft("meeting", key, {"name": "Reunión 王"})).changes)
    dialog = show("board-pack", record_id=key)
    wait(dialog, qtbot)
    assert dialog.said.isVisible()
    assert "Reunión «Reunión 王», Reunión: ▯¹ 王 (U+738B)" in dialog.problems.text.text()
    workspace.write(lambda: save_record(workspace.store, Draft("meeting", key, {"name": "Reunión Ω"})).changes)
    dialog.make()
    wait(dialog, qtbot)
    assert not dialog.said.isVisible()
