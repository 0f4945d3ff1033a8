"""A dialog that asks for one thing that is said of each of several records, and says it of all in one operation."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.records.changes import Changes
from app.screens.layout import FormLayout
from app.words.names import within
from ui.form.form_dialog import FormDialog
from ui.look.opening import open_dialog
from ui.work.workspace import Workspace


class OfEachDialog(FormDialog):
    """Asks for the fields of a layout; what is done with them and the records says who inherits."""

    def __init__(
        self,
        workspace: Workspace,
        layout: FormLayout,
        said: tuple[str, str],
        records: tuple[str, Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        """Ask for what `layout` has of `records`, their kind and keys; `said` are the title and the main button."""
        super().__init__(workspace, layout, said, parent)
        self.entity, ids = records
        self.ids = tuple(ids)

    def what(self) -> str:
        """Return what the records are called, for one or for several, as within a sentence."""
        kind = self.workspace.catalog[self.entity]
        return within(self.words(kind.one if len(self.ids) == 1 else kind.many))

    def say_of_each(self, values: Mapping[str, object]) -> Changes:
        """Say what was asked of each record, in one operation; ProblemError for what is wrong."""
        raise NotImplementedError

    def accept(self) -> None:
        """Say it of the records; what is wrong stands beside its field."""
        self.write(lambda: self.say_of_each(self.values()))


def ask_of_each(make: Callable[[Sequence[str]], OfEachDialog], ids: Sequence[str]) -> None:
    """Open the dialog that `make` makes for the records `ids`, where there are any."""
    if ids:
        open_dialog(make(ids))
