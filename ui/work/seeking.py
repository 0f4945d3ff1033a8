"""The record that the person wants to see, where the file has to be asked which one that is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.words.fields import RecordKey

if TYPE_CHECKING:
    from ui.work.workspace import Workspace

Find = Callable[[], RecordKey | None]
"""Returns from the file which record is meant, None when it is no more."""
Show = Callable[[RecordKey], object]
"""Shows the record that was found."""


class Seeking(QObject):
    """Shows the record that is found, as soon as the file can be asked, unless the person goes elsewhere meanwhile."""

    def __init__(self, workspace: "Workspace") -> None:
        """Show records of `workspace`, in their rooms."""
        super().__init__(workspace)
        self._workspace = workspace
        self._find: Find | None = None
        self._show: Show = self._show_in_room
        self._seek = workspace.pausing(self._show_found, self)
        for elsewhere in (workspace.record_wanted, workspace.new_wanted, workspace.room_wanted):
            elsewhere.connect(self.forget)

    def show(self, find: Find, show: Show | None = None) -> None:
        """Show the record that `find` returns, by `show` or in its room; what was sought before is sought no more."""
        self._find, self._show = find, show or self._show_in_room
        self._seek()

    def forget(self, *_elsewhere: object) -> None:
        """Seek no more: the person is going elsewhere."""
        self._find = None

    def _show_found(self) -> None:
        find, self._find = self._find, None
        show, self._show = self._show, self._show_in_room  # what shows a record is not held once it has
        found = find() if find is not None else None
        if found is not None:
            show(found)

    def _show_in_room(self, found: RecordKey) -> None:
        self._workspace.record_wanted.emit(found.entity, found.id)
