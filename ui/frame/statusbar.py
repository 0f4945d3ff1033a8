"""The bar below: the file, whether it is locked, its last verified copy, work under way and quiet news."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.words.words import Words
from ui.look.icons import IconLabel
from ui.look.plain import Label, set_tip
from ui.look.theme import Role, distance, dress
from ui.work.preferences import Preferences
from ui.work.progress import ProgressStrip
from ui.work.run import Runner

if TYPE_CHECKING:
    from ui.look.notice import NoticeBar
    from ui.work.workspace import Workspace


class StatusBar(QFrame):
    """What is always true of the open file, and what has just happened. Nothing blinks."""

    workspace: "Workspace"
    notices: "NoticeBar"

    def __init__(self, words: Words, path: Path, runner: Runner, preferences: Preferences) -> None:
        """Speak of the file at `path`, which `runner` may still be opening."""
        super().__init__()
        self.words = words
        self.preferences = preferences
        dress(self, Role.BAR)
        self.file = Label()
        self.lock_icon = IconLabel("lock-simple")
        self.lock = Label()
        self.copy = Label()
        self.copy_icon = IconLabel("shield-check")
        self.progress = ProgressStrip(runner, words)
        row = QHBoxLayout(self)
        row.setContentsMargins(distance(1.5, self), 3, distance(1.5, self), 3)
        row.setSpacing(distance(0.75, self))
        for icon_label, label in (
            (IconLabel("hard-drives"), self.file),
            (self.lock_icon, self.lock),
            (self.copy_icon, self.copy),
        ):
            row.addWidget(icon_label)
            row.addWidget(label)
            row.addSpacing(distance(1.5, self))
        self._row = row
        row.addStretch(0)
        row.addWidget(self.progress)
        self.setMinimumHeight(self.fontMetrics().height() + 16)
        self.lock_icon.hide()  # whether there is a lock is known of an open file
        self._show_path(path)

    def fill(self, workspace: "Workspace") -> None:
        """Speak of the open file of `workspace`."""
        from ui.look.notice import NoticeBar

        self.notices = NoticeBar(self.words)
        self._row.insertWidget(self._row.count() - 2, self.notices, 1)
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
