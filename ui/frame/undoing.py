"""Undo and redo as the window has them: first of what is written and not saved, then of what the file holds."""

from collections.abc import Collection

from app.past.said import say_taken_back
from app.records.history import redo_title, undo_title
from app.words.titles import say_within
from ui.look.actions import Actions
from ui.look.conditions import Condition
from ui.work.room_page import RoomPage
from ui.work.workspace import Workspace


class Undoing:
    """What undo and redo are called and do in a room."""

    def __init__(self, workspace: Workspace, commands: Actions) -> None:
        """Name the `commands` of the window over the file of `workspace`."""
        self.workspace = workspace
        self.commands = commands
        self._file_undo = ""
        self._file_redo = ""

    def look(self) -> None:
        """Read what the file would take back and make again; nothing while it is written."""
        store, words = self.workspace.store, self.workspace.words
        if not self.workspace.writing:
            undone, redone = undo_title(store), redo_title(store)
            self._file_undo = say_within(undone, words) if undone else ""
            self._file_redo = say_taken_back(redone, words) if redone else ""

    def name(self, page: RoomPage | None, met: Collection[Condition]) -> set[Condition]:
        """Say in the commands what they would do in a page with the conditions `met`, reading nothing.

        Gives which of them can be done.
        """
        words = self.workspace.words
        edits = page.edits() if page is not None else None
        said_undo, said_redo = (edits.undo_said, edits.redo_said) if edits is not None else ("", "")
        holds = Condition.CHANGES in met
        undone = said_undo if said_undo or holds else self._file_undo
        redone = said_redo if said_redo or holds else self._file_redo
        self.commands.rename("undo", words("Deshacer: {what}", what=undone) if undone else words("Deshacer"))
        self.commands.rename("redo", words("Rehacer: {what}", what=redone) if redone else words("Rehacer"))
        return {each for each, said in ((Condition.UNDO, undone), (Condition.REDO, redone)) if said}

    def undo(self, page: RoomPage | None) -> None:
        """Take back what was written last and is not saved; where all is saved, the last change of the file."""
        edits = page.edits() if page is not None else None
        if edits is not None and edits.undo_said:
            edits.undo()
        elif not _holds(page):
            if edits is not None:
                edits.clear()  # what redo makes again from now on is what the file had
            self.workspace.undo()

    def redo(self, page: RoomPage | None) -> None:
        """Make again what undo took back last."""
        edits = page.edits() if page is not None else None
        if edits is not None and edits.redo_said:
            edits.redo()
        elif not _holds(page):
            self.workspace.redo()


def _holds(page: RoomPage | None) -> bool:
    """Tell whether something unsaved stands before the file: what is behind it is not taken back meanwhile."""
    return page is not None and Condition.CHANGES in page.conditions()
