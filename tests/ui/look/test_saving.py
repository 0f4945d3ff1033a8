"""Names of files that are made of titles, and the folders where saving and taking begin."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app.file.naming import file_name
from app.file.settings import Folder
from ui.frame.window import Window
from ui.look.saving import ask_attached, ask_copy, ask_where, remember_folder, start_folder
from ui.work.workspace import Workspace

DAY = date(2009, 3, 18)


@pytest.fixture
def workspace(opened: Window) -> Workspace:
    """Return a file with a few records."""
    assert opened.workspace is not None
    return opened.workspace


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return where each dialog that was opened began; whoever was asked left."""
    begun: list[str] = []

    def leave(*given: object) -> tuple[str, str]:
        begun.append(str(given[2]))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", leave)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", leave)
    return begun


def test_a_title_makes_a_name_that_every_system_takes() -> None:
    assert file_name("Dossier: Acta Nº 03/2011", ".pdf") == "Dossier Acta Nº 03 2011.pdf"
    assert file_name("Lista.. ", ".xlsx") == "Lista.xlsx"
    assert file_name("con", ".pdf") == "con_.pdf"
    assert file_name("Lpt1.acta", ".pdf") == "Lpt1.acta_.pdf"
    assert file_name("???", ".pdf") == "Enlace.pdf"


def test_the_day_ends_a_name_however_long_its_title_is() -> None:
    assert file_name("Dossier - XXI Reunión", ".pdf", DAY) == "Dossier - XXI Reunión - 2009-03-18.pdf"
    assert file_name("Reunión " * 60, ".pdf", DAY).endswith("Reunión - 2009-03-18.pdf")
    assert len(file_name("Reunión " * 60, ".pdf", DAY)) < 140
    assert len(file_name("会議" * 200, ".pdf", DAY).encode()) < 255


def test_each_use_begins_where_it_ended_and_in_documents_when_that_is_no_more(
    workspace: Workspace, tmp_path: Path
) -> None:
    documents = start_folder(workspace, Folder.LISTS)
    papers, sheets = tmp_path / "papeles", tmp_path / "planillas"
    for use, folder in ((Folder.PAPERS, papers), (Folder.SHEETS, sheets)):
        folder.mkdir()
        remember_folder(workspace, use, folder / "nombre.pdf")
    begins = {use: start_folder(workspace, use) for use in Folder}
    assert begins == {Folder.PAPERS: papers, Folder.SHEETS: sheets, Folder.LISTS: documents, Folder.ATTACHED: documents}
    papers.rmdir()
    assert start_folder(workspace, Folder.PAPERS) == documents


def test_each_dialog_begins_in_the_folder_of_its_use(workspace: Workspace, tmp_path: Path, asked: list[str]) -> None:
    parent = QWidget()
    for use in Folder:
        (tmp_path / use.value).mkdir()
        remember_folder(workspace, use, tmp_path / use.value / "x.pdf")
    assert ask_where(workspace, Folder.LISTS, "Ciudades.xlsx", "Excel", parent) is None
    assert ask_attached(workspace, parent) == []
    assert ask_copy(workspace, "acta.pdf", parent) is None
    lists, attached = tmp_path / "lists", tmp_path / "attached"
    assert asked == [str(lists / "Ciudades.xlsx"), str(attached), str(attached / "acta.pdf")]


def test_what_was_chosen_is_where_the_next_begins(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = QWidget()
    chosen = tmp_path / "actas" / "acta.pdf"
    chosen.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(chosen)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Ciudades"), ""))
    assert ask_attached(workspace, parent) == [chosen]
    assert ask_where(workspace, Folder.LISTS, "Ciudades.xlsx", "Excel", parent) == tmp_path / "Ciudades.xlsx"
    assert start_folder(workspace, Folder.ATTACHED) == chosen.parent
    assert start_folder(workspace, Folder.LISTS) == tmp_path
    assert ask_copy(workspace, "acta.pdf", parent) == tmp_path / "Ciudades"
    assert start_folder(workspace, Folder.ATTACHED) == tmp_path
