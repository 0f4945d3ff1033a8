"""The editor of a phone, e-mail or address beside its kind: the kind says how it is written, and is guessed from it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.records.catalog import FieldInfo
from app.records.contact_points import guess_kind, keep_contact, show_contact
from app.words.problems import Problem
from ui.form.editors.editor import Desk, Editor
from ui.form.editors.typed import TypedEditor
from ui.form.edits import Edits


class ContactEditor(TypedEditor):
    """What is typed is written as contact points of the kind beside it are."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(info, desk, parent)
        self.kind: Editor | None = None
        self._guessed: object = None

    def stand_beside(self, editors: Mapping[str, Editor]) -> None:
        """Take the kind from the editor of the same row."""
        self.kind = editors["kind"]

    def follow(self, edits: Edits) -> None:
        """Guess the kind from what is typed, and write what is typed as its kind says; both are of the same step."""
        if self.kind is not None:
            self.changed.connect(lambda: self._guess(edits))
            self.kind.settled.connect(lambda: self._read_again(edits))

    def shown(self, value: object) -> str:
        """Write a phone in its international form."""
        return show_contact(self._kind(), super().shown(value), self.words)

    def read(self, text: str) -> tuple[object, Problem | None]:
        """Read what was typed: of a phone, the number that is stored."""
        value, problem = super().read(text)
        if isinstance(value, str):
            value = keep_contact(self._kind(), value, self.words, self.country)
        return value, problem

    def _kind(self) -> object:
        return self.kind.value() if self.kind is not None else None

    def _guess(self, edits: Edits) -> None:
        """Choose the kind for the person, who has not chosen another."""
        wanted, now = guess_kind(self.line.text()), self._kind()
        if self.kind is None or now not in (None, self._guessed) or wanted == now:
            return
        self._guessed = wanted
        with edits.together("", after=self):
            self.kind.set_value(wanted)
            self.kind.changed.emit()

    def _read_again(self, edits: Edits) -> None:
        """Write what stands there as the kind says that was chosen."""
        text = self.line.text().strip()
        value, problem = self.read(text) if text else (None, None)
        if self.kind is None or problem is not None or value in (None, self.value()):
            return
        said = self.words("cambio en «{field}»", field=self.words(self.info.field.label))
        with edits.together(said, after=self.kind):
            self.set_value(value)
            self.changed.emit()
