"""How letters are saved: in one file or in one each, with or without their appointment beside them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.agenda.beside import write_beside
from app.document import Document
from app.file.settings import Folder
from app.rendering.apart import render_apart
from app.reports.report import Report
from app.words.problems import Problem
from app.words.words import Words
from ui.look.notice import Notice, NoticeButton, Tone
from ui.look.plain import CheckBox
from ui.look.saving import remember_folder, start_folder
from ui.work.run import Advance
from ui.work.workspace import Workspace

FORMATS = frozenset({"pdf", "docx"})
"""The formats of which each letter can be a file: those that are sent."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of a saving: how many papers, where the appointment stands that was written with them, what to know."""

    count: int
    appointment: Path | None
    problems: tuple[Problem, ...] = ()


class ApartOptions(QWidget):
    """What a report that has it offers of its saving; hidden where it has none."""

    def __init__(self, workspace: Workspace, report: Report[object, object]) -> None:
        """Offer what `report` declares: nothing for most."""
        super().__init__()
        words = workspace.words
        self.workspace = workspace
        self.report = report
        self.apart = CheckBox(words("Un archivo por persona (PDF y Word)"))
        self.appointment = CheckBox(words("Con la cita para el calendario (.ics)"))
        self.apart.setVisible(report.each_apart)
        self.appointment.setVisible(report.appointment is not None)
        self.appointment.setChecked(report.appointment is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.apart)
        column.addWidget(self.appointment)
        self.setVisible(report.each_apart or report.appointment is not None)

    def takes_apart(self, format: str) -> bool:
        """Tell whether what is saved in `format` becomes a file for each."""
        return self.report.each_apart and self.apart.isChecked() and format in FORMATS

    def ask_folder(self, parent: QWidget) -> Path | None:
        """Ask in which folder the files are to stand; None when the person leaves."""
        begun = str(start_folder(self.workspace, Folder.PAPERS))
        given = QFileDialog.getExistingDirectory(parent, self.workspace.words("Elegir la carpeta"), begun)
        if not given:
            return None
        remember_folder(self.workspace, Folder.PAPERS, Path(given) / "-")
        return Path(given)

    def write_appointment(self, options: object, paper: Path, language: str) -> Path | None:
        """Write the appointment beside `paper` where it is wanted; called beside the window."""
        if self.report.appointment is None or options is None:
            return None
        return write_beside(self.workspace.store, self.report.appointment(options), paper, Words(language))


def save_apart(document: Document, format: str, folder: Path, advance: Advance) -> Saved:
    """Write each paper of `document` into `folder`; called beside the window."""
    paths, made = render_apart(document, format, folder, advance.share)
    return Saved(len(paths), None, tuple(each for one in made for each in one.problems))


def say_apart(words: Words, folder: Path, saved: Saved) -> Notice:
    """Say how many files were written into a folder, and the appointment with them."""
    from ui.look.desktop import open_path

    said = words.plural(
        "Se guardó {count} archivo en {folder}.",
        "Se guardaron {count} archivos en {folder}.",
        saved.count,
        folder=folder,
    )
    button = NoticeButton(words("Abrir la carpeta"), lambda: open_path(folder))
    return Notice(f"{said}{say_appointment(words, saved)}", Tone.GOOD, (button,))


def say_appointment(words: Words, saved: Saved) -> str:
    """Say where the appointment stands; an empty text where none was written."""
    return f" {words('La cita: {file}.', file=saved.appointment.name)}" if saved.appointment else ""
