"""What is written in a dialog is lost by no key unasked, as in any form."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.records.catalog import Query
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.reading import list_ids
from db.values import PartialDate
from tests.ui.asking import DIALOGS
from tests.ui.seeing import workspace_of
from tests.ui.waiting import wait_until_idle
from ui.agenda.tell_dialog import TellDialog
from ui.agreements.renew_dialog import RenewDialog
from ui.experiences.leave_dialog import LeaveDialog
from ui.form.editors.editor import Editor, Written
from ui.form.form_dialog import FormDialog
from ui.form.new_record import NewRecordDialog
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard
from ui.log.note_dialog import NoteDialog
from ui.look.unsaved import WritingDialog
from ui.matching.dialogs import BeginAdoptionDialog, PutAwayDialog
from ui.meetings.acta_dialogs import ApproveDialog
from ui.meetings.guest import GuestDialog
from ui.norms.citation_dialog import CitationDialog
from ui.other_networks.add_dialog import AddCitiesDialog
from ui.paper.report_dialog import ReportDialog
from ui.plan.evidence_dialog import EvidenceDialog
from ui.reading.step_dialog import StepDialog
from ui.room.edit_many import EditManyDialog
from ui.room.file_details import FileDetailsDialog
from ui.room.fulfil_dialog import FulfilDialog
from ui.room.views import NameDialog
from ui.units.ask_dialog import AskReportsDialog

CHOOSING = (ImportWizard, ReportDialog)
"""Dialogs whose editors choose how something is done, and write nothing in a record."""


def write_in_form(dialog: QDialog) -> None:
    """Type into the first field of a form."""
    assert isinstance(dialog, FormDialog)
    first = dialog.form.first_input()
    assert first is not None
    QTest.keyClicks(first, "Azul")


def write_a_value(dialog: QDialog) -> None:
    """Type a value for many records."""
    assert isinstance(dialog, EditManyDialog)
    dialog.fields.setCurrentIndex(dialog.fields.findData("treatment"))
    dialog.choose_field()
    assert dialog.editor is not None
    QTest.keyClicks(dialog.editor.input(), "Azul")


def write_a_name(dialog: QDialog) -> None:
    """Type the name of a view."""
    assert isinstance(dialog, NameDialog)
    QTest.keyClicks(dialog.field, "Azul")


def write_a_citation(dialog: QDialog) -> None:
    """Type the official citation of a norm."""
    assert isinstance(dialog, CitationDialog)
    QTest.keyClicks(dialog.form.boxes["verified_as"].editor.input(), "Azul")


def write_a_result(dialog: QDialog) -> None:
    """Type what came of a step."""
    assert isinstance(dialog, StepDialog)
    QTest.keyClicks(dialog.form.boxes["result"].editor.input(), "Azul")


def write_another_day(dialog: QDialog) -> None:
    """Write another day than the one that is proposed."""
    assert isinstance(dialog, FulfilDialog)
    field = dialog.form.boxes["met_on"].editor.input()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "04/05/2026")


def write_a_note(dialog: QDialog) -> None:
    """Type a line of the log."""
    assert isinstance(dialog, NoteDialog)
    QTest.keyClicks(dialog.line, "Ayer")


def write_an_end(dialog: QDialog) -> None:
    """Write another end of an agreement."""
    assert isinstance(dialog, RenewDialog)
    dialog.form.boxes["ends"].editor.write(Written(PartialDate(2030)))


def write_a_number(dialog: QDialog) -> None:
    """Type after the number that is proposed for an acta."""
    assert isinstance(dialog, ApproveDialog)
    QTest.keyClicks(dialog.form.boxes["acta_number"].editor.input(), "b")


WRITINGS: Mapping[type[QDialog], Callable[[QDialog], None]] = MappingProxyType(
    {
        AddCitiesDialog: write_in_form,
        ApproveDialog: write_a_number,
        AskReportsDialog: write_in_form,
        BeginAdoptionDialog: write_in_form,
        CitationDialog: write_a_citation,
        StepDialog: write_a_result,
        EditManyDialog: write_a_value,
        EvidenceDialog: write_in_form,
        FileDetailsDialog: write_in_form,
        FulfilDialog: write_another_day,
        GuestDialog: write_in_form,
        LeaveDialog: write_in_form,
        NameDialog: write_a_name,
        NewRecordDialog: write_in_form,
        NoteDialog: write_a_note,
        PutAwayDialog: write_in_form,
        TellDialog: write_in_form,
        RenewDialog: write_an_end,
    }
)
"""How one writes in each dialog that saves what is written in it."""


def test_each_dialog_with_fields_of_records_asks_before_they_are_lost(opened: Window, qtbot: QtBot) -> None:
    _meeting(opened)
    for kind, make in DIALOGS.items():
        if kind in CHOOSING or issubclass(kind, WritingDialog):
            assert kind in CHOOSING or kind in WRITINGS
            continue
        dialog = make(opened)
        wait_until_idle(opened, qtbot)
        assert dialog.findChildren(Editor) == [], kind
        dialog.deleteLater()


@pytest.mark.parametrize("kind", WRITINGS)
def test_esc_asks_before_words_are_lost_and_closes_at_once_where_there_are_none(
    opened: Window, kind: type[QDialog], qtbot: QtBot
) -> None:
    _meeting(opened)
    for write in (None, WRITINGS[kind]):
        dialog = DIALOGS[kind](opened)
        assert isinstance(dialog, WritingDialog)
        dialog.open()
        wait_until_idle(opened, qtbot)
        if write is not None:
            write(dialog)
        elif isinstance(dialog, NoteDialog):
            dialog.line.clear()  # those who look at all dialogs see it with a line
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        if write is None:
            assert not dialog.isVisible()
            continue
        assert dialog.isVisible()
        assert dialog.question is not None
        assert dialog.question.isVisible()
        QTest.keyClick(dialog.question, Qt.Key.Key_Escape)
        assert dialog.isVisible(), "whoever goes on editing stays"
        dialog.close()
        assert dialog.isVisible(), "the cross asks too"
        dialog.question.discarding.click()
        assert not dialog.isVisible()


def test_words_of_a_new_record_are_saved_from_the_question(opened: Window, qtbot: QtBot) -> None:
    dialog = NewRecordDialog(workspace_of(opened), "person", "", opened)
    dialog.open()
    write_in_form(dialog)
    dialog.reject()
    assert dialog.question is not None
    dialog.question.accepting.click()
    wait_until_idle(opened, qtbot)
    assert not dialog.isVisible()
    assert len(list_ids(workspace_of(opened).store, Query("person", words="azul"))) == 1


def _meeting(window: Window) -> None:
    """Let there be a meeting, to which somebody is invited."""
    store = workspace_of(window).store
    body = list_ids(store, Query("body"))[0]
    save_record(store, Draft("meeting", None, {"body_id": body, "name": "Reunión"}))
