"""The dossier of the sample's next meeting, in Portuguese, as paper and as a workbook; then a list as it is seen."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.file.files import new_file, open_file
from app.sample import build_sample
from app.sheets.reading.read import open_workbook
from tests.make import TODAY
from tests.ui.seeing import frame_of, names_of, room_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.paper.export_list import write_list
from ui.paper.report_dialog import ReportDialog


def test_the_dossier_is_seen_saved_and_the_list_exported(window: Window, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "muestra.enlace"
    with new_file(path, None, clock=lambda: TODAY) as made:
        build_sample(made, TODAY)
    window.take_store(open_file(path, None, clock=lambda: TODAY), "informes")

    page = frame_of(window).page
    page.doors["board-pack"].click()  # type: ignore[union-attr]  # the room of the reports has doors
    dialog = next(each for each in window.findChildren(ReportDialog) if each.isVisible())
    wait_until_idle(dialog, qtbot)
    assert dialog.preview.view.count > 10
    dialog.options.languages.setCurrentIndex(dialog.options.languages.findData("pt"))
    dialog.make()
    wait_until_idle(dialog, qtbot)
    assert dialog.made is not None
    assert dialog.made.document.language == "pt"
    dialog.save("pdf", tmp_path / "dossier.pdf")
    dialog.save("xlsx", tmp_path / "dossier.xlsx")
    wait_until_idle(dialog, qtbot)
    assert (tmp_path / "dossier.pdf").read_bytes().startswith(b"%PDF")
    assert len(open_workbook(tmp_path / "dossier.xlsx").sheets) > 3
    dialog.reject()

    window.show_room("ciudades")
    room = room_of(window)
    room.list.words_line.setText("rosario")
    wait_until_idle(window, qtbot)
    assert 0 < len(names_of(window)) < 5
    for ending in (".xlsx", ".csv"):
        target = tmp_path / f"lista{ending}"
        write_list(room.workspace, room.list.seen(), target, room)
        wait_until_idle(window, qtbot)
        assert target.exists()
    assert len(open_workbook(tmp_path / "lista.xlsx").sheets[0].rows) == len(names_of(window)) + 1
