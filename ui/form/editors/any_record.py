"""The editor of a reference to a record of any kind: found by typing, as the one search finds it."""

from collections.abc import Sequence

from app.words.fields import NamedRecord, RecordKey
from app.words.values import show_value
from ui.form.editors.picking import Option
from ui.form.editors.reference import UNNAMED, ReferenceEditor


class AnyRecordEditor(ReferenceEditor):
    """One record of any kind; a new one is not made here, since it would be of no kind."""

    _called = ""
    """What the record was called when it was kept, for one that is no more."""

    def offer(self, text: str) -> Sequence[Option]:
        """Return the records that `text` may mean, each under its kind."""
        if self.desk.references is None or not text or text == self._shown:
            return ()
        found = self.desk.references.search(text)
        return [
            Option(f"{each.entity}/{each.id}", self._named(RecordKey(each.entity, each.id), each.title), each.detail)
            for each in found
        ]

    def say_creating(self, text: str) -> str:
        """Make none here."""
        return ""

    def value(self) -> RecordKey | None:
        """Return which record it is; None for none or while what is typed is not picked."""
        entity, _, key = str(super().value() or "").partition("/")
        return RecordKey.of(entity, key)

    def set_value(self, value: object, title: str = "") -> None:
        """Show the record `value`, by its `title` when that is known."""
        if not isinstance(value, RecordKey):
            super().set_value(None)
        else:
            self._called = value.called
            super().set_value(f"{value.entity}/{value.id}", self._named(value, title) if title else "")

    def _title(self, id: str) -> str:
        entity, _, key = id.partition("/")
        record = RecordKey(entity, key)
        known = self.desk.references.titles(entity, [key]) if self.desk.references is not None else {}
        return self._named(record, known.get(key) or self._called or UNNAMED)

    def _named(self, record: RecordKey, title: str) -> str:
        one = self.desk.catalog[record.entity].one if record.entity in self.desk.catalog else ""
        return show_value(self.info.field, NamedRecord(record, one, title), self.words)

    def _on_text(self) -> None:
        super()._on_text()
        self.creating.hide()

    def _open(self) -> None:
        record = self.value()
        if self.desk.references is not None and record is not None:
            self.desk.references.open(record.entity, record.id)
