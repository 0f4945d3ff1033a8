"""The report before it is paper: its options, its pages, its language, and the files that are made of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.records.attachments import attach
from app.sheets.reading.read import open_workbook
from tests.make import add, copied_store
from ui.frame.window import Window
from ui.look.saving import file_name, start_folder
from ui.paper.report_dialog import ReportDialog
from ui.work.workspace import Workspace

Open = Callable[..., ReportDialog]


@pytest.fixture
def workspace(opened: Window) -> Workspace:
    assert opened.workspace is not None
    return opened.workspace


@pytest.fixture
def show(workspace: Workspace, opened: Window) -> Iterator[Open]:
    made: list[ReportDialog] = []

    def open_report(name: str, **options: object) -> ReportDialog:
        made.append(ReportDialog(workspace, name, opened, **options))
        made[-1].show()
        return made[-1]

    yield open_report
    for dialog in made:
        dialog.done(0)
        dialog.deleteLater()


def wait(dialog: ReportDialog, qtbot: QtBot) -> int:
    """Wait for the pages and give their number."""
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.preview.view.count > 0, timeout=20_000)
    return dialog.preview.view.count


def test_the_dossier_of_the_next_meeting_is_shown_page_by_page(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    assert not dialog.buttons["pdf"].isEnabled()
    assert wait(dialog, qtbot) > 3
    assert dialog.buttons["pdf"].isEnabled()
    assert dialog.options.boxes["meeting_id"].editor.input().property("text") == "Primera reunión"
    assert dialog.made is not None
    assert "Dossier" in dialog.made.document.title


def test_a_part_that_is_left_out_leaves_its_pages_out(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    before = wait(dialog, qtbot)
    for name in ("signatures", "network", "cover"):
        dialog.options.parts[name].setChecked(False)
    dialog.make()
    assert dialog.made is None
    qtbot.waitUntil(lambda: 0 < dialog.preview.view.count < before, timeout=20_000)


def test_the_language_of_the_report_is_not_that_of_the_window(show: Open, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    wait(dialog, qtbot)
    assert dialog.options.language() == "es"
    dialog.options.languages.setCurrentIndex(dialog.options.languages.findData("pt"))
    dialog.make()
    wait(dialog, qtbot)
    assert dialog.made is not None
    assert dialog.made.document.language == "pt"
    assert dialog.buttons["pdf"].text() == "Guardar PDF…"


def test_what_is_saved_is_what_was_shown(show: Open, workspace: Workspace, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = show("board-pack")
    wait(dialog, qtbot)
    assert dialog.made is not None
    paper, book = tmp_path / "dossier.pdf", tmp_path / "dossier.xlsx"
    dialog.save("pdf", paper)
    qtbot.waitUntil(lambda: not dialog.notices.isHidden())
    assert paper.read_bytes() == dialog.made.pdf
    assert [button.text() for button in dialog.notices.buttons] == ["Abrir", "Mostrar en la carpeta"]
    dialog.save("xlsx", book)
    qtbot.waitUntil(book.exists)
    qtbot.waitUntil(lambda: dialog.notices.text.text() == "Se guardó dossier.xlsx.")
    assert len(open_workbook(book).sheets) > 2


def test_a_damaged_annex_is_said_above_the_pages(
    show: Open, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    broken = tmp_path / "roto.pdf"
    broken.write_bytes(b"%PDF-1.4 cut short")
    meeting = workspace.references.choose("meeting", "Primera reunión")[0].id
    attach(workspace.store, "meeting", meeting, [broken])
    dialog = show("board-pack", meeting=meeting)
    wait(dialog, qtbot)
    assert not dialog.problems.isHidden()
    assert "roto.pdf" in dialog.problems.text.text()


def test_without_any_meeting_the_dossier_says_so_and_waits_for_one(
    window: Window, template: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    store = copied_store(template, tmp_path)
    body = add(store, "body", name="Unidad Temática de Cultura", kind="thematic_unit")
    window.take_store(store, "ciudades")
    assert window.workspace is not None
    dialog = ReportDialog(window.workspace, "board-pack", window)
    dialog.show()
    assert "no tiene reuniones" in dialog.options.problems.text.text()
    key = add(store, "meeting", name="Reunión de Cultura", body_id=body)
    box = dialog.options.boxes["meeting_id"]
    box.editor.set_value(key)
    box.editor.settled.emit()
    assert dialog.options.problems.isHidden()
    dialog.make()
    assert wait(dialog, qtbot) > 1
    dialog.done(0)
    dialog.deleteLater()


@pytest.mark.parametrize("name", ["directory", "municipality", "list"])
def test_each_report_is_shown(show: Open, qtbot: QtBot, name: str) -> None:
    assert wait(show(name), qtbot) >= 1


def test_a_title_makes_a_name_that_every_system_takes() -> None:
    assert file_name("Dossier: Acta Nº 03/2011", ".pdf") == "Dossier Acta Nº 03 2011.pdf"


def test_the_next_file_is_saved_where_the_last_one_was(workspace: Workspace, tmp_path: Path) -> None:
    from ui.look.saving import remember_folder

    folder = tmp_path / "papeles"
    folder.mkdir()
    remember_folder(workspace, folder / "dossier.pdf")
    assert start_folder(workspace) == folder
