"""Every dialog of the program, each as long as what it tells can make it."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

import resources
import ui
from app.agreements import Renewal
from app.experiences.leaving import GoingOn
from app.matching.facts import City, Demand, Practice
from app.matching.proposing import Proposal
from app.network.term_choices import TermChoice
from app.norms import read_citation_facts
from app.other_networks.adding import Joining
from app.past.listing import read_page
from app.past.undo_plan import plan_undo
from app.records.attachments import attach, attachments
from app.records.catalog import Query
from app.records.conflicts import Conflict, Meanwhile
from app.records.drafts import Draft
from app.records.editing import delete_records
from app.records.emails import Emails
from app.records.fulfilling import Left
from app.records.reading import Record, list_ids, read_record
from app.reports.record_list import Options
from app.units.facts import Unit
from app.words.fields import PartialDate, RecordKey
from app.words.problems import Place, Problem
from tests.make import add
from tests.ui.seeing import workspace_of
from tests.ui.waiting import lay_out, wait_until_idle
from ui.agenda.export import CalendarDialog
from ui.agenda.tell_dialog import TellDialog
from ui.agreements.renew_dialog import RenewDialog
from ui.dialogs.about import AboutDialog
from ui.dialogs.author import AuthorDialog
from ui.dialogs.fault import FaultDialog
from ui.dialogs.help import HelpDialog
from ui.dialogs.lock import CheckedChoice, CheckedRemoval, LockDialog
from ui.dialogs.new_file import NewFileDialog
from ui.dialogs.passphrase import AskPassphrase, ChoosePassphrase, RemovePassphrase
from ui.dialogs.settings import SettingsDialog
from ui.experiences.leave_dialog import LeaveDialog
from ui.form.form_dialog import FormDialog
from ui.form.gone import GoneDialog
from ui.form.new_record import NewRecordDialog
from ui.form.of_each_dialog import OfEachDialog
from ui.frame.window import Window
from ui.importing.wizard import ImportWizard
from ui.log.note_dialog import NoteDialog
from ui.look.dialog import DialogFrame
from ui.look.fitting_dialog import FittingDialog
from ui.look.problem import ProblemDialog
from ui.look.unsaved import UnsavedDialog, WritingDialog
from ui.matching.dialogs import BeginAdoptionDialog, PutAwayDialog
from ui.meetings.acta_dialogs import ApproveDialog, ReopenDialog
from ui.meetings.guest import GuestDialog
from ui.norms.citation_dialog import CitationDialog
from ui.other_networks.add_dialog import AddCitiesDialog
from ui.paper.export_list import ExportDialog
from ui.paper.report_dialog import ReportDialog
from ui.past.dialog import HistoryDialog
from ui.past.verdict import Asked, VerdictDialog
from ui.plan.evidence_dialog import EvidenceDialog
from ui.reading.step_dialog import StepDialog
from ui.room.edit_many import EditManyDialog
from ui.room.email_groups import EmailGroups
from ui.room.file_details import FileDetailsDialog
from ui.room.fulfil_dialog import FulfilDialog
from ui.room.views import NameDialog
from ui.units.ask_dialog import AskReportsDialog

NAME = "Secretaría Técnica Permanente de la Comisión Directiva de la Red de Ciudades, período 2025-2026"
FILE = f"{NAME}.enlace"
MANY = tuple(
    Problem("Falta la fecha en que {name} dejó el cargo.", "Escríbala.", Place(row=row), {"name": NAME})
    for row in range(1, 61)
)
"""More problems than any screen holds."""

EMAILS = Emails(tuple(f"oficina.de.relaciones.internacionales.{row}@example.org" for row in range(600)), 12)
"""More e-mails than one message takes."""

FRAMES = (DialogFrame, FittingDialog, FormDialog, OfEachDialog, WritingDialog)
"""What dialogs are made of."""

Maker = Callable[[Window], QDialog]


def _history(window: Window) -> QDialog:
    return HistoryDialog(workspace_of(window), lambda then: then(), window)


def _verdict(window: Window) -> QDialog:
    store = workspace_of(window).store
    delete_records(store, "experience", list_ids(store, Query("experience"))[13:23])  # of which no adoption is
    plan = plan_undo(store, [read_page(store, window.words, limit=1)[0].number], window.words)
    assert plan.does_something
    return VerdictDialog(window.words, Asked(f"Deshacer: {NAME}", window.words("Deshacer")), plan, window)


def _gone(window: Window) -> QDialog:
    return GoneDialog(workspace_of(window), Conflict(Meanwhile.REMOVED, NAME), Draft("body", None), window)


def _file(window: Window) -> QDialog:
    store = workspace_of(window).store
    city = list_ids(store, Query("municipality"))[0]
    attach(store, "municipality", city, [resources.path("sample/members.csv")])
    file, *_ = attachments(store, "municipality", city)
    record = read_record(store, "document", file.id)
    assert record is not None
    return FileDetailsDialog(workspace_of(window), record, window)


def _a_meeting(window: Window) -> Record:
    store = workspace_of(window).store
    meeting = read_record(store, "meeting", list_ids(store, Query("meeting"))[0])
    assert meeting is not None
    return meeting


def _guest(window: Window) -> QDialog:
    return GuestDialog(workspace_of(window), _a_meeting(window), window)


def _evidence(window: Window) -> QDialog:
    workspace = workspace_of(window)
    return EvidenceDialog(workspace, "municipality", list_ids(workspace.store, Query("municipality"))[:2], window)


def _told(window: Window) -> QDialog:
    return TellDialog(workspace_of(window), "activity", ["a", "b"], window)


def _renewed(window: Window) -> QDialog:
    year, later = PartialDate(2026), PartialDate(2028)
    return RenewDialog(workspace_of(window), [Renewal(NAME, NAME, year, later)], window)


def _cities(window: Window) -> QDialog:
    return AddCitiesDialog(workspace_of(window), Joining("n", NAME, (("a", NAME), ("b", "Azul"))), window)


PROPOSAL = Proposal(Demand("n", NAME, City("c", NAME)), Practice("e", NAME), ())
"""An experience of no city, whose giver has no record."""


def _citation(window: Window) -> QDialog:
    workspace = workspace_of(window)
    facts = read_citation_facts(workspace.store, add(workspace.store, "norm", cited_as="Res. 41/04"))
    assert facts is not None
    return CitationDialog(workspace, facts, window)


def _step(window: Window) -> QDialog:
    workspace = workspace_of(window)
    owner = RecordKey("municipality", list_ids(workspace.store, Query("municipality"))[0])
    step = read_record(workspace.store, "step", add(workspace.store, "step", record=owner, name=NAME))
    assert step is not None
    return StepDialog(workspace, step, window)


def _reports(window: Window) -> QDialog:
    return AskReportsDialog(workspace_of(window), TermChoice("p", NAME), [Unit("a", NAME), Unit("b", "B")], window)


def _note(window: Window) -> QDialog:
    dialog = NoteDialog(workspace_of(window), None, window)
    dialog.line.setText("ayer llamó Bruno Ficticio → mandar la ficha mañana")
    return dialog


LEFT = Left({"commitment": ["a", "b"]}, "Mandar el acta")
"""What of three commitments is left to do."""


def _list(window: Window) -> QDialog:
    workspace = workspace_of(window)
    ids = tuple(list_ids(workspace.store, Query("municipality")))
    return ExportDialog(workspace, Options(Query("municipality"), ("short_name",), ids=ids), window)


def _calendar(window: Window) -> QDialog:
    return CalendarDialog(workspace_of(window), "activity", (NAME, ["a", "b"]), ["a", "b", "c"], window)


def _wizard(window: Window) -> QDialog:
    made = ImportWizard(workspace_of(window), "municipality", window)
    made.load(resources.path("sample/members.csv"))
    return made


DIALOGS: Mapping[type[QDialog], Maker] = MappingProxyType(
    {
        AboutDialog: lambda window: AboutDialog(window.words, window),
        AskPassphrase: lambda window: AskPassphrase(window.words, FILE, window),
        AuthorDialog: lambda window: AuthorDialog(window.words, window),
        CalendarDialog: _calendar,
        CheckedChoice: lambda window: CheckedChoice(workspace_of(window).store, window.words, window),
        CheckedRemoval: lambda window: CheckedRemoval(workspace_of(window).store, window.words, window),
        ChoosePassphrase: lambda window: ChoosePassphrase(window.words, window, current=True),
        CitationDialog: _citation,
        BeginAdoptionDialog: lambda window: BeginAdoptionDialog(workspace_of(window), PROPOSAL, window),
        PutAwayDialog: lambda window: PutAwayDialog(workspace_of(window), PROPOSAL, window),
        EvidenceDialog: _evidence,
        TellDialog: _told,
        RenewDialog: _renewed,
        StepDialog: _step,
        LeaveDialog: lambda window: LeaveDialog(workspace_of(window), ["a", "b"], GoingOn(("a",), NAME), window),
        FulfilDialog: lambda window: FulfilDialog(workspace_of(window), ("commitment", ["a", "b", "c"]), LEFT, window),
        AddCitiesDialog: _cities,
        AskReportsDialog: _reports,
        NoteDialog: _note,
        EditManyDialog: lambda window: EditManyDialog(workspace_of(window), "person", ["a", "b"], window),
        EmailGroups: lambda window: EmailGroups(window.words, EMAILS, window),
        ExportDialog: _list,
        FileDetailsDialog: _file,
        FaultDialog: lambda window: FaultDialog(window.words, "details\n" * 200, window),
        GoneDialog: _gone,
        GuestDialog: _guest,
        ApproveDialog: lambda window: ApproveDialog(workspace_of(window), _a_meeting(window), window),
        ReopenDialog: lambda window: ReopenDialog(workspace_of(window), _a_meeting(window), window),
        HelpDialog: lambda window: HelpDialog(window.words, window),
        HistoryDialog: _history,
        ImportWizard: _wizard,
        LockDialog: lambda window: LockDialog(window.words, FILE, window),
        NameDialog: lambda window: NameDialog(workspace_of(window), window),
        NewFileDialog: lambda window: NewFileDialog(window.words, Path(NAME), window),
        NewRecordDialog: lambda window: NewRecordDialog(workspace_of(window), "person", NAME, window),
        ProblemDialog: lambda window: ProblemDialog(window.words, window.words("No se pudo hacer"), MANY, window),
        RemovePassphrase: lambda window: RemovePassphrase(window.words, FILE, window),
        ReportDialog: lambda window: ReportDialog(workspace_of(window), "board-pack", window),
        SettingsDialog: lambda window: SettingsDialog(window.words, window.preferences.settings, window),
        UnsavedDialog: lambda window: UnsavedDialog(window.words, NAME, window),
        VerdictDialog: _verdict,
    }
)
"""How each kind of dialog is made over a window."""


def states_of(dialog: QDialog, window: Window, qtbot: QtBot) -> Iterator[str]:
    """Bring a dialog into each state in which it tells something else."""
    wait_until_idle(window, qtbot)
    yield "at first"
    if isinstance(dialog, ImportWizard):
        for step in ("columns", "plan", "result"):
            dialog.go_on()
            wait_until_idle(window, qtbot)
            yield step
    if isinstance(dialog, DialogFrame):
        dialog.show_problems(MANY)
        lay_out()
        yield "with problems"


def declared_dialogs() -> set[type[QDialog]]:
    """Return the kinds of dialog that the modules of the window declare, but for those that others are made of."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found = _heirs(QDialog)
    declared = {each for each in found if each.__module__.startswith("ui.") and each not in FRAMES}
    return {each for each in declared if each.__name__[0] != "_"}


def _heirs(kind: type[QDialog]) -> set[type[QDialog]]:
    heirs = set(kind.__subclasses__())
    return heirs.union(*(_heirs(each) for each in heirs))
