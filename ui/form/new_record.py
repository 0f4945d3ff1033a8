"""A record made on the way, while another one refers to it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.records.editing import Saved
from app.screens import layout_of
from app.screens.layout import FormLayout, Section
from app.words.fields import Kind
from ui.form.editors.editor import NOTHING_KNOWN
from ui.form.form_dialog import FormDialog
from ui.form.save_form import save_form
from ui.look.opening import open_dialog
from ui.work.workspace import Workspace


class NewRecordDialog(FormDialog):
    """Asks for what a new record needs, and saves it."""

    made = Signal(str)
    """The record with this key is in the file, and nobody has heard of it yet: who asked for it refers to it first.

    A form in which nothing is written is made anew when it hears of something, and what was chosen in it would be lost.
    """

    def __init__(
        self,
        workspace: Workspace,
        entity: str,
        text: str,
        parent: QWidget | None = None,
        *,
        values: Mapping[str, object] = NOTHING_KNOWN,
    ) -> None:
        """Make a record of `entity` whose name begins as `text`; of its other fields `values` are known."""
        info = workspace.catalog[entity]
        words = workspace.words
        name = info.named_by[0]
        layout = layout_of(entity)
        also = layout.form.also_asked if layout is not None else ()
        asked = [name, *also, *info.detail, *(each.name for each in info.stored if each.field.required)]
        written = {each.name for each in info.stored}
        rows = [each for each in asked if each in written]
        proposed = [each for each in layout.form.parts() if each.begun] if layout is not None else []
        asked_for = FormLayout(entity, (Section("", tuple(dict.fromkeys(rows))), *proposed))
        said = words("Ficha nueva: {what}", what=words(info.one)), words("Guardar")
        super().__init__(workspace, asked_for, said, parent)
        self.saved: Saved | None = None
        is_text = info.field(name).field.kind in (Kind.TEXT, Kind.LONG_TEXT)
        begun = {**values, **({name: text} if text and is_text else {})}
        self.begin(None, {each: value for each, value in begun.items() if each in self.form.boxes})

    def accept(self) -> None:
        """Save the record; what is wrong stands beside its field."""
        self.saved = save_form(self.form, self.workspace, lambda saved: self.made.emit(saved.id))
        if self.saved is not None:
            super().accept()
            self.workspace.tell_done(self.saved.changes)


def ask_new_record(
    workspace: Workspace,
    entity: str,
    text: str,
    done: Callable[[str], None],
    *,
    values: Mapping[str, object] = NOTHING_KNOWN,
) -> NewRecordDialog:
    """Ask for a new record of `entity`, begun with `text` and `values`, and hand its key to `done`."""
    dialog = NewRecordDialog(workspace, entity, text, QApplication.activeWindow(), values=values)
    dialog.made.connect(done)
    return open_dialog(dialog)
