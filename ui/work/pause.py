"""Work of a view that waits while something is being written: what it read stays in sight, and the window moves."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from ui.work.workspace import Workspace

Pausing = Callable[[Callable[[], object], QObject], Callable[[], object]]
"""Makes of the reading or saving of a view one that waits while something is being written."""


def at_once(read: Callable[[], object], _view: QObject) -> Callable[[], object]:
    """Return `read` as it is: nothing is written while it is called."""
    return read


class Pause(QObject):
    """Does one thing for a view at once, or, once however often it was asked for, after the writing.

    Once the file is closed it does nothing: a view lives a moment longer, and there is nothing to read.
    """

    def __init__(self, workspace: "Workspace", call: Callable[[], object], view: QObject) -> None:
        """Call `call` for `view`, with which the waiting ends."""
        super().__init__(view)
        self._workspace = workspace
        self._call = call
        self._waits = False
        workspace.writing_changed.connect(self._on_writing)

    def __call__(self, *_said: object) -> None:
        """Do it now, or when what is being written is written; what a signal says with it is not needed."""
        self._waits = True
        self._go_on()

    def _on_writing(self) -> None:
        if self._waits and not self._workspace.writing:
            QTimer.singleShot(0, self, self._go_on)  # what was written is told first, so that all is read once

    def _go_on(self) -> None:
        if self._waits and not self._workspace.writing and not self._workspace.closed:
            self._waits = False
            self._call()
