"""Exporting a list as it is seen: to Excel, to CSV or to PDF."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QWidget

from app.file.naming import file_name
from app.file.settings import Folder
from app.reports.record_list import Options
from app.words.names import within
from app.words.problems import Problem
from app.words.words import Words, mark
from ui.look.dialog import DialogFrame
from ui.look.notice import saved_notice
from ui.look.opening import open_dialog
from ui.look.plain import RadioButton
from ui.look.saving import ask_where
from ui.work.run import Advance
from ui.work.workspace import Workspace

PAPER = ".pdf"
"""The format that is seen page by page before it is saved or printed, as any paper is."""
FORMATS: Mapping[str, str] = {
    ".xlsx": mark("Excel: fechas y números como tales, para seguir trabajando"),
    ".csv": mark("CSV: para otros programas"),
    PAPER: mark("PDF: para imprimir o enviar"),
}
TITLES: Mapping[str, str] = {".xlsx": mark("Planilla de Excel"), ".csv": mark("Texto separado por comas")}


class ExportDialog(DialogFrame):
    """Asks in which format the list is wanted, and where several are selected, whether all of it."""

    def __init__(
        self, workspace: Workspace, options: Options, parent: QWidget, *, whole: Options | None = None
    ) -> None:
        """Export the list that `options` ask for; where that is what is selected, `whole` can be asked for instead."""
        words = workspace.words
        of_selection = options.chosen and whole is None
        title = words("Exportar lo seleccionado") if of_selection else words("Exportar esta lista")
        super().__init__(words, title, words("Elegir dónde…"), parent)
        self.workspace = workspace
        self.options = options
        self.view = parent
        self.extent = QButtonGroup(self)
        if whole is not None and options.chosen:
            self._offer(words("Lo seleccionado: {count}", count=_count(options, words)), options)
            self._offer(words("Toda la lista: {count}", count=_count(whole, words)), whole)
        self.said = self.say("")
        self._take(options)
        self.formats = QButtonGroup(self)
        self.buttons_by_ending: dict[str, RadioButton] = {}
        for ending, said in FORMATS.items():
            button = RadioButton(words(said))
            button.toggled.connect(self._say_next)
            self.buttons_by_ending[ending] = button
            self.formats.addButton(button)
            self.body.addWidget(button)
        self.buttons_by_ending[".xlsx"].setChecked(True)

    def _offer(self, text: str, options: Options) -> None:
        """Let the person take `options` for what is exported."""
        button = RadioButton(text)
        button.setChecked(options is self.options)
        button.toggled.connect(lambda on: self._take(options) if on else None)
        self.extent.addButton(button)
        self.body.addWidget(button)

    def _take(self, options: Options) -> None:
        self.options = options
        self.said.setText(self._said_chosen() if options.chosen else self._said_seen())

    def _said_seen(self) -> str:
        what = within(self.words(self.workspace.catalog[self.options.query.entity].many))
        return self.words(
            "Se exportará lo que se ve: {count} {what}, con estas columnas y en este orden.",
            count=_count(self.options, self.words),
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
        """Ask where, and write the list there beside the window; a paper is shown first."""
        if self.ending == PAPER:
            super().accept()
            preview_list(self.workspace, self.options, self.view)
            return
        title = self.words(self.workspace.catalog[self.options.query.entity].many)
        name = file_name(title, self.ending, self.workspace.store.today())
        path = ask_where(self.workspace, Folder.LISTS, name, self.words(TITLES[self.ending]), self)
        if path is not None:
            super().accept()
            write_list(self.workspace, self.options, path, self.view)

    def _say_next(self) -> None:
        words = self.words
        self.accepting.setText(words("Ver las páginas…") if self.ending == PAPER else words("Elegir dónde…"))


def _count(options: Options, words: Words) -> str:
    return words.number(len(options.ids or ()))


def write_list(workspace: Workspace, options: Options, path: Path, view: QWidget) -> None:
    """Write a list to `path` beside the window, and say when it is there; what is wrong in it, over `view`."""

    def work(advance: Advance) -> tuple[Problem, ...]:
        from app.rendering.list_export import export_list

        return export_list(workspace.store, options, path, workspace.words, advance.share)

    def done(problems: tuple[Problem, ...]) -> None:
        workspace.tell(saved_notice(workspace.words, path, problems, view))

    workspace.runner.run(work, done, title=workspace.words("Exportando la lista"))


def ask_export(
    workspace: Workspace, options: Options, parent: QWidget, *, whole: Options | None = None
) -> ExportDialog:
    """Ask how to export what `options` say; where that is what is selected, `whole` can be asked for instead."""
    return open_dialog(ExportDialog(workspace, options, parent.window(), whole=whole))


def preview_list(workspace: Workspace, seen: Options, parent: QWidget) -> None:
    """Show the list as it is seen, or what is selected of it, page by page."""
    from ui.paper.report_dialog import ReportDialog

    given = {"query": seen.query, "columns": seen.columns, "ids": seen.ids, "chosen": seen.chosen}
    open_dialog(ReportDialog(workspace, "list", parent.window(), **given))
