"""The history of the file: what was done and what was deleted, each with its way back."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.records.changes import Changes
from app.records.reach import EVERYTHING
from ui.look.buttons import text_button
from ui.look.notice import NoticeBar
from ui.look.plain import TabWidget, set_title
from ui.look.theme import distance
from ui.past.changes import ChangesTab
from ui.past.deleted import DeletedTab
from ui.past.returning import Leave, Returning
from ui.work.progress import ProgressStrip
from ui.work.run import Runner
from ui.work.workspace import Workspace

SIZE = (1240, 680)


class HistoryDialog(QDialog):
    """Two tabs over the history of the open file; what is done here is told here too."""

    def __init__(self, workspace: Workspace, leave: Leave, parent: QWidget | None = None) -> None:
        """Show the file of `workspace`; `leave` asks about what is unsaved in the window."""
        super().__init__(parent)
        self.workspace = workspace
        self.words = words = workspace.words
        self.runner = Runner(self, workspace.present)
        set_title(self, words("Historial del archivo"))
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize()))
        self.returning = Returning(workspace, leave, self, self.runner)
        self.changes = ChangesTab(workspace, self.runner)
        self.deleted = DeletedTab(workspace, self.runner)
        self.tabs = TabWidget()
        self.tabs.add(self.changes, words("Cambios"))
        self.tabs.add(self.deleted, words("Eliminados"))
        self.notices = NoticeBar(words)
        self.closing = text_button(words("Cerrar"), "", self.reject)
        self._lay_out()
        self._connect()
        self.changes.table.setFocus()

    def refresh(self, changes: Changes) -> None:
        """Show what was done just now: whatever it was, it stands first."""
        if EVERYTHING.meets(changes):
            self.changes.reload()
            self.deleted.reload()

    def reject(self) -> None:
        """Leave, once what is being written is written."""
        if not self.workspace.writing:
            super().reject()

    def done(self, result: int) -> None:
        """End the work beside the window."""
        self.runner.close()
        super().done(result)

    def _connect(self) -> None:
        self.changes.undo_wanted.connect(self.returning.undo)
        self.changes.return_wanted.connect(self.returning.return_to)
        self.deleted.wanted_back.connect(self.returning.bring_back)
        self.workspace.changed.connect(self.refresh)
        self.workspace.told.connect(self.notices.tell)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(distance(1, self))
        foot.addWidget(ProgressStrip(self.runner, self.words))
        foot.addWidget(self.notices, 1)
        foot.addStretch(0)
        foot.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(distance(3, self), distance(1.5, self), distance(3, self), distance(1.5, self))
        column.setSpacing(distance(1, self))
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
