"""What the views of an open file want taken back or brought again, handed on to what asks about it."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.past.listing import Done
    from ui.past.returning import Leave, Returning
    from ui.work.workspace import Workspace


class Past(QObject):
    """Loads the undoing of any operation when a view first wants it: a list is seen sooner without it."""

    def __init__(self, workspace: "Workspace", leave: "Leave", window: QWidget) -> None:
        """Ask over `window`; `leave` goes on when nothing unsaved is lost."""
        super().__init__(workspace)
        self._workspace = workspace
        self._leave = leave
        self._window = window
        workspace.held_back.connect(self._ask_held_back)
        workspace.undo_wanted.connect(self._undo)
        workspace.return_wanted.connect(self._return_to)

    @cached_property
    def returning(self) -> "Returning":
        """What asks about it."""
        from ui.past.returning import Returning

        return Returning(self._workspace, self._leave, self._window, self._workspace.runner)

    def _ask_held_back(self, redoing: bool, refusal: Exception) -> None:
        self.returning.ask_held_back(redoing, refusal)

    def _undo(self, done: "Done") -> None:
        self.returning.undo(done)

    def _return_to(self, done: "Done") -> None:
        self.returning.return_to(done)
