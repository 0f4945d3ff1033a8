"""A report before it is paper: its options on the left, on the right the very pages that would be printed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.document import Document
from app.file.naming import file_name
from app.file.settings import Folder
from app.file.writing import write_atomically
from app.records.lacking_letters import lacking_letters
from app.rendering import RENDERERS, Renderer, render
from app.rendering.apart import paper_in
from app.reports.offered import find_report, sheet_of
from app.reports.report import Report
from app.words.problems import Problem, ProblemError
from app.words.words import Words
from ui.look.buttons import text_button
from ui.look.flow import Flow
from ui.look.menus import offers_of
from ui.look.notice import Notice, NoticeBar, saved_notice
from ui.look.opening import open_dialog
from ui.look.plain import Label, PushButton, set_title
from ui.look.problem import ProblemBox
from ui.look.saving import ask_where
from ui.look.scroll import scrolled
from ui.look.theme import Role, dress
from ui.paper.apart import ApartOptions, Saved, save_apart, say_apart, say_appointment
from ui.paper.preview import Preview
from ui.paper.report_options import ReportOptions
from ui.work.progress import ProgressStrip
from ui.work.run import Advance, Runner
from ui.work.workspace import Workspace

TOPIC = "report"
"""What a newer making of the pages takes the place of."""
PATIENCE = 250
"""Milliseconds without another change of the options after which the pages are made again."""
SIZE = (1280, 700)
MOST_LINES = 6
"""Lines of what is said above the pages that are seen at once."""
OFFERED = ("pdf", "xlsx", "docx", "html")


@dataclass(frozen=True, slots=True)
class Made:
    """A report as it is shown: the document, its language, its pages as PDF, and what should be known of them."""

    document: Document
    language: str
    pdf: bytes
    problems: tuple[Problem, ...]
    options: object = None


class ReportDialog(QDialog):
    """Shows a report and saves or prints it; everything is made beside the window."""

    def __init__(self, workspace: Workspace, name: str, parent: QWidget | None = None, **options: object) -> None:
        """Show the report called `name` with its usual options but for `options` (`record_id`, …)."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words
        self.report: Report[object, object] = find_report(name)
        self.made: Made | None = None
        self.runner = Runner(self, self._show_error)
        set_title(self, self.words(self.report.label))
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self.options = ReportOptions(workspace, self.report, options)
        self.options.changed.connect(self._wait)
        self.apart = ApartOptions(workspace, self.report)
        self.problems = ProblemBox(self.words)
        self.said = scrolled(self.problems)
        self.said.hide()
        self.preview = Preview(self.runner, self.words)
        self.preview.printed.connect(self._tell_printed)
        self.notices = NoticeBar(self.words)
        self.buttons = {each.name: self._save_button(each) for each in RENDERERS if each.name in OFFERED}
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self.make)
        self._lay_out()
        self._allow()
        self.make()

    def make(self) -> None:
        """Make the pages again with the options of now; an older making that is under way is dropped."""
        self._timer.stop()
        found = self.options.value()
        self.made = None
        self._allow()
        if found is None:
            self.runner.drop(TOPIC)
            self.preview.clear()
            return
        work = partial(_make, self.workspace, self.report, found, self.options.language())
        self.runner.run(work, self._take, title=self.words("Preparando las páginas"), topic=TOPIC)

    def save(self, format: str, path: Path) -> None:
        """Write the report as it is shown to `path`."""
        made = self.made
        if made is None:
            return

        with_appointment = self.apart.appointment.isChecked()

        def work(advance: Advance) -> Saved:
            problems: tuple[Problem, ...] = ()
            if format == "pdf":
                write_atomically(path, made.pdf)
            else:
                problems = render(made.document, format, path, Words(made.language), advance.share).problems
            beside = self.apart.write_appointment(made.options, path, made.language) if with_appointment else None
            return Saved(1, beside, problems)

        self.notices.clear()
        self.runner.run(work, partial(self._tell_saved, path), title=self.words("Guardando"))

    def save_apart(self, format: str, folder: Path) -> None:
        """Write each paper of the report, as it is shown, into `folder`."""
        made = self.made
        if made is None:
            return
        with_appointment = self.apart.appointment.isChecked()

        def work(advance: Advance) -> Saved:
            saved = save_apart(made.document, format, folder, advance)
            paper = paper_in(made.document, folder)
            beside = self.apart.write_appointment(made.options, paper, made.language) if with_appointment else None
            return replace(saved, appointment=beside)

        self.notices.clear()
        self.runner.run(work, partial(self._tell_apart, folder), title=self.words("Guardando"))

    def done(self, result: int) -> None:
        """End the work beside the window, and give the pages back."""
        self._timer.stop()
        self.preview.clear()
        self.runner.close()
        super().done(result)

    def _wait(self) -> None:
        self._timer.start()

    def _take(self, made: Made) -> None:
        self.made = made
        self._say(made.problems)
        self.preview.show_pdf(made.pdf, made.document.title)
        self._allow()

    def _say(self, problems: Sequence[Problem]) -> None:
        """Say what should be known before the pages are printed; what is long is scrolled, above the pages."""
        self.problems.show_problems(problems)
        self.said.setVisible(bool(problems))
        lines = min(len(problems), MOST_LINES)
        self.said.setFixedHeight(self.fontMetrics().lineSpacing() * (lines + 2) + 16)

    def _show_error(self, error: Exception) -> None:
        if isinstance(error, ProblemError):
            self._say(error.problems)
        else:
            self.workspace.present(error)

    def _ask(self, format: Renderer) -> None:
        if self.made is not None and self.apart.takes_apart(format.name):
            folder = self.apart.ask_folder(self)
            if folder is not None:
                self.save_apart(format.name, folder)
        elif self.made is not None:
            filed = self.made.document.filed_as()
            name = file_name(filed.text, format.ending, filed.day)
            path = ask_where(self.workspace, Folder.PAPERS, name, self.words(format.title), self)
            if path is not None:
                self.save(format.name, path)

    def _tell_saved(self, path: Path, saved: Saved | None = None) -> None:
        saved = saved or Saved(1, None)
        for view, tell in ((self, self.notices.tell), (self.parentWidget(), self.workspace.tell)):
            notice = saved_notice(self.words, path, saved.problems, view)
            tell(replace(notice, text=notice.text + say_appointment(self.words, saved)))

    def _tell_apart(self, folder: Path, saved: Saved) -> None:
        self.notices.tell(say_apart(self.words, folder, saved))
        self.workspace.tell(say_apart(self.words, folder, saved))

    def _tell_printed(self, pages: int, file: str) -> None:
        if file:
            self._tell_saved(Path(file))
            return
        said = self.words.plural(
            "Se envió {count} página a la impresora.", "Se enviaron {count} páginas a la impresora.", pages
        )
        self.notices.tell(Notice(said))

    def _allow(self) -> None:
        for button in (*self.buttons.values(), self.printing):
            button.setEnabled(self.made is not None)

    def _save_button(self, format: Renderer) -> PushButton:
        texts = {
            "pdf": self.words("Guardar como PDF…"),
            "xlsx": self.words("Guardar en Excel…"),
            "docx": self.words("Guardar en Word…"),
            "html": self.words("Guardar como página web…"),
        }
        icons = {"xlsx": "table", "docx": "file-text", "html": "globe"}
        button = text_button(texts[format.name], icons.get(format.name, ""), lambda: self._ask(format))
        if format.name == "pdf":
            dress(button, Role.PRIMARY)
            button.setDefault(True)
        return button

    def _lay_out(self) -> None:
        self.printing = text_button(self.words("Imprimir…"), "printer", self.preview.print)
        self.preview.printing.hide()
        self.preview.also = lambda: offers_of(self.printing, *self.buttons.values())
        closing = text_button(self.words("Cerrar"), "", self.reject)
        heading = Label(self.words(self.report.label))
        heading.setWordWrap(True)
        dress(heading, Role.TITLE)
        help_text = Label(self.words(self.report.help))
        help_text.setWordWrap(True)
        dress(help_text, Role.QUIET)
        left = QVBoxLayout()
        left.setContentsMargins(24, 16, 16, 8)
        left.setSpacing(8)
        left.addWidget(heading)
        left.addWidget(help_text)
        left.addWidget(self.options, 1)
        left.addWidget(self.apart)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.said)
        right.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(max(self.fontMetrics().averageCharWidth() * 48, left.minimumSize().width()))
        middle.addWidget(side)
        middle.addLayout(right, 1)
        news = QHBoxLayout()
        news.setContentsMargins(16, 4, 16, 0)
        news.addWidget(ProgressStrip(self.runner, self.words))
        news.addWidget(self.notices, 1)
        bottom = Flow(spacing=8, right=True)
        bottom.setContentsMargins(16, 8, 16, 8)
        saving = (self.buttons[name] for name in ("html", "docx", "xlsx"))
        for button in (closing, *saving, self.printing, self.buttons["pdf"]):
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addLayout(news)
        column.addLayout(bottom)


def _make(
    workspace: Workspace, report: Report[object, object], options: object, language: str, advance: Advance
) -> Made:
    """Gather, compose and render; called beside the window."""
    words = Words(language)
    document = report.make(workspace.store, options, words)
    advance(0)
    with TemporaryDirectory(prefix="enlace-") as folder:
        path = Path(folder) / "report.pdf"
        rendered = render(document, "pdf", path, words, advance.share)
        letters = lacking_letters(workspace.store, rendered.lacking)
        return Made(document, language, path.read_bytes(), (*rendered.problems, *letters), options)


def show_sheet(workspace: Workspace, entity: str, key: str, parent: QWidget) -> None:
    """Show one record on paper, page by page."""
    report = sheet_of(entity)
    open_dialog(ReportDialog(workspace, report.name, parent, **report.options_of(entity, key)))
