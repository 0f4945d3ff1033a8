"""Asking what of the agenda is wanted as a file of a calendar, and writing it beside the window."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.agenda.exporting import ENDING, CalendarFile, export_calendar, with_meetings
from app.agenda.records import Wanted
from app.file.naming import file_name
from app.file.settings import Folder
from ui.look.dialog import DialogFrame
from ui.look.notice import saved_notice
from ui.look.opening import open_dialog
from ui.look.plain import CheckBox, RadioButton
from ui.look.saving import ask_where
from ui.work.run import Advance
from ui.work.workspace import Workspace


class CalendarDialog(DialogFrame):
    """Asks whether some of a list or all of it, and whether more than that is wanted."""

    def __init__(
        self,
        workspace: Workspace,
        entity: str,
        chosen: tuple[str, Sequence[str]],
        whole: Sequence[str],
        parent: QWidget,
    ) -> None:
        """Export what is `chosen` of `entity` (what that is called, and its keys), or the `whole` list."""
        words = workspace.words
        super().__init__(words, words("Exportar calendario"), words("Elegir dónde…"), parent)
        self.workspace = workspace
        self.entity = entity
        self.view = parent
        self.said = self.say(words("Un archivo .ics, que se abre con Outlook, Google Calendar o Thunderbird."))
        self.extent = QButtonGroup(self)
        self.offered: list[Sequence[str]] = []
        name, ids = chosen
        self._one = name if len(ids) == 1 else ""
        if ids and len(ids) < len(whole):
            self._offer(
                name if len(ids) == 1 else words("{name}: {count}", name=name, count=words.number(len(ids))), ids
            )
        self._offer(words("Toda la lista: {count}", count=words.number(len(whole))), whole)
        self.meetings = CheckBox(words("También las reuniones de la gestión actual"))
        self.contact = CheckBox(words("Con la persona de contacto de cada actividad"))
        for each in (self.meetings, self.contact):
            each.setVisible(entity == "activity")
            self.body.addWidget(each)

    def _offer(self, text: str, ids: Sequence[str]) -> None:
        button = RadioButton(text)
        button.setChecked(not self.offered)
        self.extent.addButton(button, len(self.offered))
        self.offered.append(ids)
        self.body.addWidget(button)

    @property
    def wanted(self) -> Wanted:
        """What is to be exported, without the meetings of the term."""
        ids = self.offered[self.extent.checkedId()]
        if self.entity == "meeting":
            return Wanted(meetings=ids)
        return Wanted(ids, with_contact=self.contact.isChecked())

    def accept(self) -> None:
        """Ask where, and write the calendar there beside the window."""
        wanted = self.offered[self.extent.checkedId()]
        title = self._one if self._one and len(wanted) == 1 else self.words(self.workspace.catalog[self.entity].many)
        name = file_name(title, ENDING, self.workspace.store.today())
        path = ask_where(self.workspace, Folder.LISTS, name, self.words("Calendario"), self)
        if path is not None:
            super().accept()
            adds_meetings = self.entity == "activity" and self.meetings.isChecked()
            write_calendar(self.workspace, self.wanted, path, self.view, adds_meetings=adds_meetings)


def write_calendar(
    workspace: Workspace, wanted: Wanted, path: Path, view: QWidget, *, adds_meetings: bool = False
) -> None:
    """Write a calendar to `path` beside the window, and say when it is there; what is left out, over `view`."""
    store, words = workspace.store, workspace.words

    def work(_: Advance) -> CalendarFile:
        return export_calendar(store, with_meetings(store, wanted) if adds_meetings else wanted, path, words)

    def done(written: CalendarFile) -> None:
        workspace.tell(saved_notice(words, path, written.notices, view))

    workspace.runner.run(work, done, title=words("Guardando"))


def ask_calendar(
    workspace: Workspace, entity: str, chosen: tuple[str, Sequence[str]], whole: Sequence[str], parent: QWidget
) -> CalendarDialog:
    """Ask what of a list is wanted as a calendar."""
    return open_dialog(CalendarDialog(workspace, entity, chosen, whole, parent.window()))
