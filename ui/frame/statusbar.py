"""The bar below: the file, whether it is locked, its last verified copy, work under way and quiet news."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.look.icons import IconLabel
from ui.look.notice import NoticeBar
from ui.look.plain import Label, set_tip
from ui.look.theme import Role, distance, dress
from ui.work.progress import ProgressStrip
from ui.work.workspace import Workspace


class StatusBar(QFrame):
    """What is always true of the open file, and what has just happened. Nothing blinks."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Speak of the file of `workspace`."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = workspace.words
        dress(self, Role.BAR)
        self.file = Label()
        self.lock_icon = IconLabel("lock-simple")
        self.lock = Label()
        self.copy = Label()
        self.copy_icon = IconLabel("shield-check")
        self.notices = NoticeBar(self.words)
        self.progress = ProgressStrip(workspace.runner, self.words)
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
        row.addWidget(self.notices, 1)
        row.addStretch(0)
        row.addWidget(self.progress)
        self.setMinimumHeight(self.fontMetrics().height() + 16)
        self.show_file()

    def show_file(self) -> None:
        """Say what is true of the file now."""
        store = self.workspace.store
        self.file.setText(store.path.name)
        set_tip(self.file, str(store.path))
        self.lock_icon.show_icon("lock-simple" if store.encrypted else "lock-simple-open")
        self.lock.setText(self.words("Con contraseña") if store.encrypted else self.words("Sin contraseña"))
        made = self.workspace.preferences.settings.copies.get(str(store.path.absolute()))
        if made is None:
            self.copy.setText(self.words("Sin copia verificada"))
            set_tip(self.copy, self.words("Archivo → Guardar una copia verificada…"))
        else:
            when = datetime.fromisoformat(made.made_at).astimezone()
            self.copy.setText(self.words("Copia: {when}", when=self.words.moment(when)))
            set_tip(self.copy, made.path)
