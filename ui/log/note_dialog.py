"""A note of the log in one line, from anywhere: what is understood of it stands below while it is written."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from app.log import Doubt, InteractionKind, Named, Understood, understand, values_of, write_note
from app.records.changes import Changes
from app.words.fields import RecordKey
from app.words.problems import ProblemError
from ui.form.editors.chips import Chip
from ui.look.buttons import text_button
from ui.look.flow import Flow, clear
from ui.look.hints import say_hint
from ui.look.link import Link
from ui.look.plain import Label
from ui.look.theme import Role, distance, dress
from ui.look.unsaved import WritingDialog
from ui.work.workspace import Workspace

PATIENCE = 150
"""Milliseconds without another letter after which the line is read again."""
NAMED_KINDS = ("person", "municipality", "organisation")
"""The kinds of record that a note names as those who spoke; one of another kind is what was spoken of."""


class NoteDialog(WritingDialog):
    """Asks for one line, says what is understood of it, and saves it with Enter."""

    whole_wanted = Signal(object)
    """The note is to be written in its whole form, which begins with these values."""

    def __init__(self, workspace: Workspace, seen: Named | None, parent: QWidget | None = None) -> None:
        """Begin empty; `seen` is the record that the window shows, which the note is proposed to be about."""
        words = workspace.words
        super().__init__(words, words("Anotar en la bitácora"), words("Guardar"), parent)
        self.workspace = workspace
        self.understood: Understood | None = None
        self.seen = seen
        self.left_out: set[RecordKey] = set()
        self.chosen: dict[str, Named] = {}
        """By the names that several records bear, as the line writes them, the one that the person means."""
        self.line = QLineEdit()
        say_hint(self.line, words("Por ejemplo: ayer llamó la Intendencia por el acta → mandarla el 12/12"))
        self.ask(words("Qué se habló, con quién, y qué sigue"), self.line)
        self.told = QGridLayout()
        self.told.setHorizontalSpacing(distance(1.5, self))
        self.told.setColumnStretch(1, 1)
        self.body.addLayout(self.told)
        self.whole = text_button(words("Completar en la ficha…"), "pencil-simple", self._want_whole, Role.LINK)
        self.body.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: dict[str, QWidget] = {}
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._read)
        self.line.textEdited.connect(lambda _text: self._timer.start())
        self._read()

    def holds_words(self) -> bool:
        """Tell whether a line is written."""
        return bool(self.line.text().strip())

    def named(self) -> Sequence[Named]:
        """Return whom the note names: the record that is shown, those of the line, and those chosen among namesakes."""
        found = list(self.understood.named) if self.understood is not None else []
        doubts = self.understood.doubts if self.understood is not None else ()
        found += [self.chosen[each.name] for each in doubts if each.name in self.chosen]
        if self.seen is not None and self.seen.key.entity in NAMED_KINDS:
            found.insert(0, self.seen)
        by_key = {each.key: each for each in found if each.key not in self.left_out}
        return tuple(by_key.values())

    def subject(self) -> RecordKey | None:
        """Return what the note is about: the record that is shown, unless it is one of those who spoke."""
        if self.seen is None or self.seen.key.entity in NAMED_KINDS or self.seen.key in self.left_out:
            return None
        return self.seen.key

    def accept(self) -> None:
        """Save the note as it is understood now."""
        self._timer.stop()
        self.understood = understand(self.workspace.store, self.line.text(), self.words)
        try:
            changes = self.workspace.write(self._write)
        except ProblemError as error:
            self.show_problems(error.problems)
            self.line.setFocus()
        else:
            super().accept()
            self.workspace.tell_done(changes)

    def _write(self) -> Changes:
        said = self.understood or understand(self.workspace.store, self.line.text(), self.words)
        return write_note(self.workspace.store, said, self.named(), self.subject()).changes

    def _want_whole(self) -> None:
        said = self.understood = understand(self.workspace.store, self.line.text(), self.words)
        values = values_of(said, self.named(), self.subject())
        self.give_up()
        self.whole_wanted.emit(values)

    def _read(self) -> None:
        store, words, line = self.workspace.store, self.words, self.line.text()
        self.workspace.runner.run(lambda _: understand(store, line, words), self._tell, topic="note")

    def _tell(self, said: Understood) -> None:
        """Say what is understood, line by line; whom it names can be taken out."""
        self.understood = said
        clear(self.told)
        self.rows.clear()
        words = self.words
        is_today = said.day == self.workspace.store.today()
        self._add("day", words("Día"), Label(words("hoy") if is_today else words.date(said.day)))
        if said.kind:
            self._add("kind", words("Medio"), Label(words(InteractionKind.of(said.kind).label)))
        if self.named():
            self._add("named", words("Con"), self._chips(self.named()))
        for doubt in said.doubts:
            if doubt.name not in self.chosen:
                self._add(doubt.name, words("¿Cuál?"), self._choices(doubt))
        if self.seen is not None and self.subject() is not None:
            self._add("subject", words("Sobre"), self._chips((self.seen,)))
        if said.next_step or said.next_on:
            step = " · ".join(filter(None, (said.next_step, words.date(said.next_on))))
            self._add("next", words("Qué sigue"), Label(step, wraps=True))
        if self.isVisible():
            QTimer.singleShot(0, self, self.grow)  # once what is told has its place

    def _add(self, name: str, title: str, shown: QWidget) -> None:
        heading = Label(title)
        dress(heading, Role.QUIET)
        at = self.told.rowCount()
        self.told.addWidget(heading, at, 0, Qt.AlignmentFlag.AlignTop)
        self.told.addWidget(shown, at, 1)
        self.rows[name] = shown

    def _chips(self, named: Sequence[Named]) -> QWidget:
        def chip_of(each: Named) -> QWidget:
            chip = Chip(self.words, each.title)
            chip.removing.clicked.connect(partial(self._leave_out, each.key))
            return chip

        return _in_flow([chip_of(each) for each in named])

    def _choices(self, doubt: Doubt) -> QWidget:
        return _in_flow([Link(each.title, partial(self._choose, doubt.name, each)) for each in doubt.choices])

    def _choose(self, name: str, named: Named) -> None:
        self.chosen[name] = named
        self._tell_again()

    def _leave_out(self, key: RecordKey, *_clicked: object) -> None:
        self.left_out.add(key)
        self._tell_again()

    def _tell_again(self) -> None:
        if self.understood is not None:
            self._tell(self.understood)
            self.line.setFocus()


def _in_flow(widgets: Sequence[QWidget]) -> QWidget:
    shown = QWidget()
    flow = Flow(shown)
    for each in widgets:
        flow.addWidget(each)
    return shown
