"""Exporting a list from its dialog: a paper is seen before it is saved, and all that is wrong is told."""

from pathlib import Path

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids
from app.reports.record_list import Options
from app.words.problems import Problem
from app.words.words import Words, mark
from tests.ui.seeing import frame_of
from tests.ui.waiting import wait_until_idle
from ui.frame.window import Window
from ui.look.notice import Tone, saved_notice
from ui.look.problem import ProblemDialog
from ui.paper.export_list import ExportDialog
from ui.paper.report_dialog import ReportDialog
from ui.work.workspace import Workspace


def shown_report(window: Window, qtbot: QtBot) -> ReportDialog:
    dialog = next(each for each in window.findChildren(ReportDialog) if each.isVisible())
    wait_until_idle(dialog, qtbot)
    return dialog


def test_a_list_as_pdf_is_seen_before_it_is_saved_with_every_letter_that_is_missing(
    opened: Window, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    keys = list_ids(workspace.store, Query("municipality"))
    for key, letter in zip(keys, "王李张刘", strict=False):
        save_record(workspace.store, Draft("municipality", key, {"short_name": f"Ciudad {letter}"}))
    dialog = ExportDialog(workspace, Options(Query("municipality"), ("short_name",), ids=tuple(keys)), opened)
    assert dialog.accepting.text() == "Elegir dónde…"
    dialog.buttons_by_ending[".pdf"].click()
    assert dialog.accepting.text() == "Ver las páginas…"
    dialog.accepting.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    report = shown_report(opened, qtbot)
    told = report.problems.text.text()
    assert [letter for letter in "王李张刘" if f"Ciudad {letter}», Nombre" in told] == list("王李张刘")
    report.save("pdf", tmp_path / "lista.pdf")
    wait_until_idle(report, qtbot)
    assert (tmp_path / "lista.pdf").read_bytes().startswith(b"%PDF")
    report.reject()


def test_all_that_is_wrong_in_a_file_that_was_saved_can_be_read(opened: Window, words: Words, tmp_path: Path) -> None:
    cut = [Problem(mark("Otros lugares: {count}."), values={"count": number}) for number in (1, 2, 3)]
    notice = saved_notice(words, tmp_path / "lista.xlsx", cut, frame_of(opened))
    assert notice.text == "Se guardó lista.xlsx. Otros lugares: 1."
    assert notice.tone is Tone.CAUTION
    assert [each.text for each in notice.buttons] == ["Ver los 3 avisos", "Abrir", "Mostrar en la carpeta"]
    notice.buttons[0].press()
    dialog = opened.findChild(ProblemDialog)
    assert dialog is not None
    assert dialog.box.text.text().splitlines() == [f"Otros lugares: {number}." for number in (1, 2, 3)]
    dialog.close()


def test_one_thing_that_is_wrong_stands_in_the_notice_alone(words: Words, tmp_path: Path) -> None:
    notice = saved_notice(words, tmp_path / "lista.xlsx", [Problem("Se cortó un texto.")])
    assert notice.text == "Se guardó lista.xlsx. Se cortó un texto."
    assert [each.text for each in notice.buttons] == ["Abrir", "Mostrar en la carpeta"]
    assert saved_notice(words, tmp_path / "lista.xlsx").tone is Tone.GOOD
