"""Exporting a list as it is seen: to Excel, to CSV or to PDF."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.file.settings import Folder
from app.reports.record_list import Options
from app.words.problems import Problem
from app.words.words import mark
from ui.look.dialog import DialogFrame
from ui.look.notice import Notice, Tone, saved_notice
from ui.look.plain import RadioButton
from ui.look.saving import ask_where, file_name
from ui.work.run import Advance
from ui.work.workspace import Workspace

FORMATS: Mapping[str, tuple[str, str]] = {
    ".xlsx": (mark("Planilla de Excel"), mark("Excel: fechas y números como tales, para seguir trabajando")),
    ".csv": (mark("Texto separado por comas"), mark("CSV: para otros programas")),
    ".pdf": (mark("Documento PDF"), mark("PDF: para imprimir o enviar")),
}


class ExportDialog(DialogFrame):
    """Asks in which format the list is wanted."""

    def __init__(
        self, workspace: Workspace, options: Options, parent: QWidget | None = None, *, chosen: bool = False
    ) -> None:
        """Export the list that `options` ask for, or, `chosen`, what is selected of it."""
        words = workspace.words
        title = words("Exportar lo seleccionado") if chosen else words("Exportar esta lista")
        super().__init__(words, title, words("Elegir dónde…"), parent)
        self.workspace = workspace
        self.options = options
        self.say(self._said_chosen() if chosen else self._said_seen())
        self.formats = QButtonGroup(self)
        self.buttons_by_ending: dict[str, RadioButton] = {}
        for ending, (_, said) in FORMATS.items():
            button = RadioButton(words(said))
            self.buttons_by_ending[ending] = button
            self.formats.addButton(button)
            self.body.addWidget(button)
        self.buttons_by_ending[".xlsx"].setChecked(True)

    def _said_seen(self) -> str:
        what = self.words(self.workspace.catalog[self.options.query.entity].many).lower()
        return self.words(
            "Se exportará lo que se ve: {count} {what}, con estas columnas y en este orden.",
            count=self.words.number(len(self.options.ids or ())),
            what=what,
        )

    def _said_chosen(self) -> str:
        return self.words.plural(
            "Se exportará {count} ficha, con las columnas de la lista.",
            "Se exportarán {count} fichas, con las columnas y en el orden de la lista.",
            len(self.options.ids or ()),
        )

    @property
    def ending(self) -> str:
        """The ending of the format that is chosen."""
        return next(ending for ending, button in self.buttons_by_ending.items() if button.isChecked())

    def accept(self) -> None:
        """Ask where, and write the list there beside the window."""
        title = self.words(self.workspace.catalog[self.options.query.entity].many)
        name = file_name(title, self.ending, self.workspace.store.today())
        path = ask_where(self.workspace, Folder.LISTS, name, self.words(FORMATS[self.ending][0]), self)
        if path is not None:
            super().accept()
            write_list(self.workspace, self.options, path)


def write_list(workspace: Workspace, options: Options, path: Path) -> None:
    """Write a list to `path` beside the window, and say when it is there."""

    def work(advance: Advance) -> tuple[Problem, ...]:
        from app.rendering.list_export import export_list

        return export_list(workspace.store, options, path, workspace.words, advance.share)

    def done(problems: tuple[Problem, ...]) -> None:
        notice = saved_notice(workspace.words, path)
        if problems:
            said = " ".join([notice.text, *(problem.say(workspace.words) for problem in problems[:2])])
            notice = Notice(said, Tone.CAUTION, notice.buttons)
        workspace.tell(notice)

    workspace.runner.run(work, done, title=workspace.words("Exportando la lista"))


def ask_export(workspace: Workspace, seen: Options, parent: QWidget, *, chosen: bool = False) -> ExportDialog:
    """Ask how to export the list as it is seen, or, `chosen`, what is selected of it."""
    dialog = ExportDialog(workspace, seen, parent.window(), chosen=chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def preview_list(workspace: Workspace, seen: Options, parent: QWidget) -> None:
    """Show the list as it is seen, page by page."""
    from ui.paper.report_dialog import ReportDialog

    given = {"query": seen.query, "columns": seen.columns, "ids": seen.ids}
    dialog = ReportDialog(workspace, "list", parent.window(), **given)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
