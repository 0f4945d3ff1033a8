"""The bar below: the file, whether it is locked, its last verified copy, work under way and quiet news."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy

from app.words.words import Words
from ui.look.elided import ElidedLabel
from ui.look.icons import IconLabel
from ui.look.plain import Label, set_tip
from ui.look.theme import Role, distance, dress
from ui.work.preferences import Preferences
from ui.work.progress import ProgressStrip
from ui.work.run import Runner

if TYPE_CHECKING:
    from ui.look.notice import NoticeBar
    from ui.work.workspace import Workspace


_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class StatusBar(QFrame):
    """What is always true of the open file, and what has just happened: beside it, or below where there is no room.

    Nothing blinks.
    """

    workspace: "Workspace"
    notices: "NoticeBar"

    _is_filled = False

    def __init__(self, words: Words, path: Path, runner: Runner, preferences: Preferences) -> None:
        """Speak of the file at `path`, which `runner` may still be opening."""
        super().__init__()
        self.words = words
        self.preferences = preferences
        dress(self, Role.BAR)
        self.file = ElidedLabel()
        self.file.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.lock_icon = IconLabel("lock-simple")
        self.lock = Label()
        self.copy = Label()
        self.copy_icon = IconLabel("shield-check")
        self.progress = ProgressStrip(runner, words)
        self._facts, self._news = QHBoxLayout(), QHBoxLayout()
        for icon_label, label in (
            (IconLabel("hard-drives"), self.file),
            (self.lock_icon, self.lock),
            (self.copy_icon, self.copy),
        ):
            self._facts.addWidget(icon_label)
            self._facts.addWidget(label)
            self._facts.addSpacing(distance(1.5, self))
        self._facts.addStretch(0)
        self._news.addStretch(0)
        self._news.addWidget(self.progress)
        self._lay_out()
        self.lock_icon.hide()  # whether there is a lock is known of an open file
        self._show_path(path)

    def fill(self, workspace: "Workspace") -> None:
        """Speak of the open file of `workspace`."""
        from ui.look.notice import NoticeBar

        self.notices = NoticeBar(self.words)
        self._news.insertWidget(0, self.notices, 1)
        self._is_filled = True
        self.workspace = workspace
        self.progress.watch(workspace.runner)
        self.show_file()

    def show_file(self) -> None:
        """Say what is true of the file now."""
        store = self.workspace.store
        self._show_path(store.path)
        self.lock_icon.show()
        self.lock_icon.show_icon("lock-simple" if store.encrypted else "lock-simple-open")
        self.lock.setText(self.words("Con contraseña") if store.encrypted else self.words("Sin contraseña"))

    def event(self, event: QEvent) -> bool:
        """Set the news beside the facts or below them, whenever either or the width of the window has changed."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._both.setDirection(_BESIDE if self._fits_beside() else _BELOW)
        return super().event(event)

    def _fits_beside(self) -> bool:
        """Tell whether all of the notice, if there is one, stands in the line of the facts."""
        told = self.notices.whole_width if self._is_filled and not self.notices.isHidden() else 0
        working = 0 if self.progress.isHidden() else self.progress.sizeHint().width()
        margins = self._both.contentsMargins()
        room = self.width() - margins.left() - margins.right() - 2 * self._news.spacing()
        return self._facts.sizeHint().width() + told + working <= room

    def _lay_out(self) -> None:
        self._both = QBoxLayout(_BESIDE, self)
        self._both.setContentsMargins(distance(1.5, self), 3, distance(1.5, self), 3)
        for line in (self._facts, self._news):
            line.setSpacing(distance(0.75, self))
        self._both.setSpacing(distance(0.75, self))
        self._both.addLayout(self._facts)
        self._both.addLayout(self._news, 1)
        self.setMinimumHeight(self.fontMetrics().height() + 16)

    def _show_path(self, path: Path) -> None:
        """Say what is known before the file is open: its name, and when it was copied last."""
        self.file.setText(path.name)
        set_tip(self.file, str(path))
        made = self.preferences.settings.copies.get(str(path.absolute()))
        if made is None:
            self.copy.setText(self.words("Sin copia verificada"))
            set_tip(self.copy, self.words("Archivo → Guardar una copia verificada…"))
        else:
            when = datetime.fromisoformat(made.made_at).astimezone()
            self.copy.setText(self.words("Copia: {when}", when=self.words.moment(when)))
            set_tip(self.copy, made.path)
