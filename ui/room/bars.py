"""What stands below a record: the bar of what waits for Guardar, and the line of what is saved by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from app.words.words import Words, mark
from ui.look.icons import IconLabel
from ui.look.plain import Label, PushButton, set_tip
from ui.look.theme import Role, distance, dress
from ui.room.record_tab import RecordTab
from ui.work.workspace import Workspace

MARGIN = 24
"""Pixels that page and form keep free on either side; what stands around them aligns with their fields."""


class UnsavedBar(QFrame):
    """Says what waits for Guardar, and has the buttons that save it and give it up, or leave what is unchanged."""

    def __init__(
        self,
        words: Words,
        save: Callable[[], object],
        discard: Callable[[], object],
        save_and_begin: tuple[str, Callable[[], object]],
    ) -> None:
        """Begin hidden; `save_and_begin` is what another record is called, in the person's language, and begins it."""
        super().__init__()
        self.words = words
        dress(self, Role.BAR)
        self.icon = IconLabel("pencil-simple")
        self.text = Label()
        self.saving = PushButton(words("Guardar"))
        another, begin_another = save_and_begin
        self.again = PushButton(words("Guardar y agregar {another}", another=another))
        self.discarding = PushButton()
        dress(self.saving, Role.PRIMARY)
        set_tip(self.saving, words("Guardar (Ctrl+S)"))
        self.saving.clicked.connect(lambda _checked=False: save())
        self.again.clicked.connect(lambda _checked=False: begin_another())
        self.discarding.clicked.connect(lambda _checked=False: discard())
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(MARGIN, distance(0.75, self), MARGIN, distance(0.75, self))
        self._lines.setSpacing(distance(0.75, self))
        self._saying, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._saying.addWidget(self.icon)
        self._saying.addWidget(self.text, 1)
        self._buttons.addStretch(1)
        for button in (self.discarding, self.again, self.saving):
            self._buttons.addWidget(button)
        for line, share in ((self._saying, 1), (self._buttons, 0)):
            line.setSpacing(self._lines.spacing())
            self._lines.addLayout(line, share)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """Be content with the buttons below the words."""
        widest = max(self._saying.minimumSize().width(), self._buttons.minimumSize().width())
        return QSize(widest + 2 * MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand on one line where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def say(self, *, fresh: bool, waiting: bool, dirty: bool, is_seen: bool) -> None:
        """Say whether the record is new, waits for a choice, or has changes; `is_seen` when its form is."""
        said = self.words("Hay cambios sin guardar.") if dirty else self.words("Sin cambios.")
        if dirty and not is_seen:
            said = self.words("La ficha tiene cambios sin guardar.")
        if waiting:
            said = self.words("Elija con qué se queda y guarde otra vez.")
        self.text.setText(self.words("Ficha nueva, todavía sin guardar.") if fresh else said)
        self.discarding.setText(self.words("Descartar") if dirty or fresh else self.words("Dejar de editar"))
        self.saving.setEnabled(dirty or fresh)
        self.again.setVisible(fresh)
        self._fit()

    def _fit(self) -> None:
        needed = self._saying.sizeHint().width() + self._lines.spacing() + self._buttons.sizeHint().width()
        fits = needed + 2 * MARGIN <= self.width()
        direction = QBoxLayout.Direction
        self._lines.setDirection(direction.LeftToRight if fits else direction.TopToBottom)


@dataclass(frozen=True, slots=True)
class _State:
    """What is true of something that saves itself: its icon and its words."""

    icon: str
    text: str = ""


_AT_REST = _State("check-circle")
_WRITTEN = _State("pencil-simple", mark("al salir del campo"))
_SAVING = _State("floppy-disk", mark("guardando"))
_SAVED = _State("check-circle", mark("guardado a las {time}"))


class SelfSavingLine(QFrame):
    """Says quietly that what is done here is saved without Guardar, and when that was done last."""

    def __init__(self, workspace: Workspace) -> None:
        """Begin at rest; what is written in the file from now on is told."""
        super().__init__()
        self.workspace = workspace
        self.words = workspace.words
        self._written = False
        self._at: time | None = None
        self.icons = {each.icon: IconLabel(each.icon) for each in (_SAVED, _WRITTEN, _SAVING)}
        self.text = Label(self.words("Se guarda solo"))
        self.state = Label()
        dress(self.state, Role.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, distance(0.5, self), MARGIN, distance(0.5, self))
        row.setSpacing(4)
        for icon in self.icons.values():
            row.addWidget(icon)
        row.addWidget(self.text)
        row.addWidget(self.state)
        row.addStretch(1)
        workspace.changed.connect(self._on_changed)
        workspace.writing_changed.connect(self._show)
        self._show()
        self.hide()

    def begin(self) -> None:
        """Say nothing of what was saved before: another record is shown."""
        self._at = None
        self._show()

    def show_part(self, part: QWidget | None, *, has_record: bool) -> None:
        """Stand below a part of a record that saves itself, and say whether something waits there."""
        edits = part.edits() if isinstance(part, RecordTab) else None
        self.show_written(written=edits is not None and bool(edits.undo_said))
        self.setVisible(has_record and isinstance(part, RecordTab) and part.saves_itself)

    def show_written(self, *, written: bool) -> None:
        """Say whether something is written that is not saved yet."""
        if self._written != written:
            self._written = written
            self._show()

    def _on_changed(self) -> None:
        self._at = datetime.now().astimezone().time()
        self._show()

    def _show(self) -> None:
        state = _AT_REST if self._at is None else _SAVED
        if self.workspace.writing:
            state = _SAVING
        elif self._written:
            state = _WRITTEN
        for name, icon in self.icons.items():
            icon.setVisible(name == state.icon)
        said = self.words(state.text, time=self.words.time(self._at) if self._at else "") if state.text else ""
        self.state.setText(f"· {said}" if said else "")
        self.setAccessibleName(f"{self.text.text()}. {said}".strip())
