"""The strip that shows work under way: its name, its number and Cancel."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.words.words import Words
from ui.look.plain import Label, PushButton
from ui.look.spoken import say_aloud
from ui.work.run import Job, Runner


class ProgressStrip(QWidget):
    """Shows the latest long job of a runner and hides when it has ended."""

    def __init__(self, runner: Runner, words: Words, parent: QWidget | None = None) -> None:
        """Watch `runner`; the texts are in the language of `words`."""
        super().__init__(parent)
        self.words = words
        self._job: Job | None = None
        self.title = Label()
        self.bar = QProgressBar()
        self.bar.setMinimumWidth(160)
        self.cancel = PushButton(words("Cancelar"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.title, self.bar, self.cancel):
            row.addWidget(part)
        self.hide()
        self.watch(runner)

    def watch(self, runner: Runner) -> None:
        """Show the long jobs of `runner` too."""
        runner.shown.connect(self._watch)

    def _watch(self, job: Job) -> None:
        self._forget()
        self._job = job
        self.title.setText(job.title)
        self.bar.setAccessibleName(job.title)
        self.cancel.setEnabled(True)
        self.cancel.setVisible(not job.awaited)
        say_aloud(self.bar, job.title)
        self._advance(0, 0)
        job.advanced.connect(self._advance)
        job.ended.connect(self._forget)
        self.show()

    def _advance(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        said = f"{self.words.number(done)} / {self.words.number(total)}" if total else ""
        self.bar.setFormat(said)
        if self._job is not None and done and not total:
            self.title.setText(f"{self._job.title} {self.words.number(done)}")

    def _forget(self) -> None:
        if self._job is not None:
            self._job.advanced.disconnect(self._advance)
            self._job.ended.disconnect(self._forget)
            self._job = None
        self.hide()

    def _cancel(self) -> None:
        if self._job is not None:
            self.cancel.setEnabled(False)
            self._job.cancel()
