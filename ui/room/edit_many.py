"""One field of many records at once: which field, and what to write in it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.catalog import EntityInfo, FieldInfo
from app.records.changes import Changes
from app.records.editing import edit_many
from app.records.sealing import Seal, sealed_fields, seals_of
from app.words.fields import Kind
from app.words.names import within
from app.words.problems import Problem
from app.words.words import mark
from ui.form.editors.combo import Combo
from ui.form.editors.editor import Editor, Written
from ui.form.editors.make import make_editor
from ui.look.opening import open_dialog
from ui.look.plain import Label
from ui.look.theme import Role, dress
from ui.look.unsaved import WritingDialog
from ui.work.run import Advance
from ui.work.workspace import Workspace

MOST_NAMED = 3
"""How many approved actas are named; there may be more."""


def editable(info: EntityInfo) -> list[FieldInfo]:
    """Return the fields that can sensibly be the same in many records: none by which one is named, and no long text."""
    return [each for each in info.stored if each.name not in info.named_by and each.field.kind is not Kind.LONG_TEXT]


class EditManyDialog(WritingDialog):
    """Asks for a field and its value."""

    def __init__(self, workspace: Workspace, entity: str, ids: Sequence[str], parent: QWidget | None = None) -> None:
        """Edit the records `ids` of `entity`."""
        words = workspace.words
        kind = workspace.catalog[entity]
        what = within(words(kind.one if len(ids) == 1 else kind.many))
        title = words("Editar {count} {what}", count=words.number(len(ids)), what=what)
        super().__init__(words, title, words("Guardar en todas las fichas"), parent)
        self.workspace = workspace
        self.entity = entity
        self.ids = ids
        self.editor: Editor | None = None
        self._begun = Written(None)
        self._only_read = sealed_fields(workspace.catalog, entity)
        self._seals: list[Seal] = []
        self.sealed = Label(wraps=True)
        dress(self.sealed, Role.CAUTION)
        self.fields = Combo()
        for info in editable(kind):
            self.fields.addItem(words(info.field.label), info.name)
        self.ask(words("Campo"), self.fields)
        self.label = Label(words("Valor nuevo (vacío lo borra)"))
        self.body.addWidget(self.label)
        self.place = QVBoxLayout()
        self.body.addLayout(self.place)
        self.body.addWidget(self.sealed)
        self.fields.activated.connect(self.choose_field)
        self.choose_field()
        if self._only_read:
            workspace.pausing(self._read_seals, self)()

    @property
    def info(self) -> FieldInfo:
        """The field that is chosen."""
        return self.workspace.catalog[self.entity].field(str(self.fields.currentData()))

    def choose_field(self) -> None:
        """Ask for the value of the field that is chosen."""
        if self.editor is not None:
            self.place.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = make_editor(self.info, self.workspace.desk)
        self._begun = self.editor.written()
        self.editor.name_input(self.words(self.info.field.label), "")
        self.label.setBuddy(self.editor.input())
        self.place.addWidget(self.editor)
        QWidget.setTabOrder(self.fields, self.editor.input())
        self.show_problems([])
        self._say_sealed()

    def _read_seals(self) -> None:
        self._seals = list(seals_of(self.workspace.store, self.entity, self.ids).values())
        self._say_sealed()

    def _say_sealed(self) -> None:
        """Say beforehand which approved actas would refuse the field that is chosen, and with it all of the records."""
        hinders = bool(self._seals) and self.info.name in self._only_read
        self.sealed.setVisible(hinders)
        if hinders:
            actas = sorted({seal.meeting.name for seal in self._seals})
            told = "; ".join(actas[:MOST_NAMED]) + ("…" if actas[MOST_NAMED:] else "")
            self.sealed.setText(
                self.words.plural(
                    "Un acta aprobada dice este dato de {count} ficha elegida y no deja guardarlo: {actas}.",
                    "Actas aprobadas dicen este dato de {count} fichas elegidas y no dejan guardarlo: {actas}.",
                    len(self._seals),
                    actas=told,
                )
            )

    def holds_words(self) -> bool:
        """Tell whether a value is written."""
        return self.editor is not None and self.editor.written() != self._begun

    def accept(self) -> None:
        """Write the value in all records, in one operation that undo takes back."""
        if self.editor is None:
            return
        value, problem = self.editor.value(), self.editor.problem()
        if problem is None and self.info.field.required and value is None:
            problem = Problem(mark("Ese dato es obligatorio: no se puede dejar vacío."))
        if problem is not None:
            self.show_problems([problem])
            return
        super().accept()
        write_many(self.workspace, self.entity, self.ids, {self.info.name: value})


def write_many(workspace: Workspace, entity: str, ids: Sequence[str], values: dict[str, object]) -> None:
    """Write the same values in many records beside the window."""

    def work(_: Advance) -> Changes:
        return edit_many(workspace.store, entity, ids, values)

    workspace.write_beside(work, workspace.words("Guardando"), workspace.tell_done)


def ask_edit_many(workspace: Workspace, entity: str, ids: Sequence[str], parent: QWidget) -> EditManyDialog:
    """Ask for one field and its value for the records `ids`."""
    return open_dialog(EditManyDialog(workspace, entity, ids, parent.window()))
