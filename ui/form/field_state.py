"""What is typed in the fields of one record against what was read of it: what is edited, and what came meanwhile."""

from collections.abc import Iterator, Mapping

from app.records.catalog import EntityInfo
from app.records.reading import Record
from ui.form.editors.editor import Editor


class FieldState:
    """One field: its editor, and what the editor gave when it showed what was read."""

    def __init__(self, editor: Editor) -> None:
        """Begin with what the editor holds."""
        self.editor = editor
        self._initial: object = editor.value()

    @property
    def edited(self) -> bool:
        """Whether the person has changed what was read."""
        editor = self.editor
        return not editor.info.derived and (editor.problem() is not None or editor.value() != self._initial)

    def show(self, value: object, title: str = "") -> None:
        """Show `value` as what was read."""
        self.editor.set_value(value, title)
        self.keep()

    def keep(self) -> None:
        """Take what is written as what was read, leaving the cursor where it is."""
        self._initial = self.editor.value()

    def decide(self, value: object, theirs: object) -> None:
        """Write `value` for the person, who has seen by now that `theirs` is stored."""
        self.show(theirs)
        if value != theirs:
            self.editor.set_value(value)


class RecordState:
    """All the fields of one record that are edited in one place."""

    def __init__(self, entity: EntityInfo, fields: Mapping[str, FieldState]) -> None:
        """Begin without a record; fields that are not shown count where they say one thing with one that is."""
        self.entity = entity
        self.fields = fields
        self.read: dict[str, object] = {}
        self.sealed: frozenset[str] = frozenset()
        """The fields that an approved acta says, which are only read."""
        self._kept: dict[str, object] = {}

    @property
    def edited(self) -> bool:
        """Whether the person has changed anything."""
        return bool(self._kept) or any(state.edited for state in self.fields.values())

    def begin(self, record: Record | None) -> None:
        """Take what `record` holds as what was read, once the editors show it."""
        self.read = _stored(self.entity, record) if record is not None else {}
        self._kept = {}
        self._seal(record)

    def values(self) -> dict[str, object]:
        """Return what is to be written."""
        return {**self._kept, **{name: state.editor.value() for name, state in self._edited()}}

    def read_of_edited(self) -> dict[str, object]:
        """Return what was read of the fields that are edited and of those that say one thing with them."""
        return {name: self.read[name] for name in self._busy() if name in self.read}

    def keep(self) -> None:
        """Take what is written as what was read, for it has been saved."""
        self.read.update(self.values())
        self._kept = {}
        for state in self.fields.values():
            state.keep()

    def refresh(self, record: Record) -> list[str]:
        """Show what is stored now in the fields that nobody is writing in, and give the names of those that differ."""
        stored = _stored(self.entity, record)
        busy = self._busy()
        shown = []
        for name, state in self.fields.items():
            value, info = record.values.get(name), state.editor.info
            differs = name not in self.read or self.read[name] != value
            if name not in busy and (differs or info.target):  # what is referred to may be called otherwise now
                state.show(value, record.titles.get(name, ""))
                shown += [name] if differs and not info.derived else []
        self.read.update((name, value) for name, value in stored.items() if name not in busy)
        wanted = {**self.read, **self.values()}
        if all(wanted[name] == stored.get(name) for name in busy if name in wanted):
            self.read.update(stored)  # another operation has written the same
            self._kept = {}
            for name in busy & self.fields.keys():
                self.fields[name].keep()
        self._seal(record)
        return shown

    def decide(self, mine: Mapping[str, object], theirs: Mapping[str, object], *, keep_mine: bool) -> None:
        """Write one side of a conflict; what is stored counts as read from now on."""
        self.read.update(theirs)
        for name, value in (mine if keep_mine else theirs).items():
            if name in self.fields:
                self.fields[name].decide(value, theirs[name])
            elif keep_mine and value != theirs[name]:
                self._kept[name] = value
            else:
                self._kept.pop(name, None)

    def _seal(self, record: Record | None) -> None:
        """Let what an approved acta says only be read, and the rest written in again."""
        sealed = record.seal.fields if record is not None and record.seal is not None else frozenset[str]()
        for name in (sealed ^ self.sealed) & self.fields.keys():
            editor = self.fields[name].editor
            editor.set_read_only(name in sealed or editor.info.derived)
        self.sealed = sealed

    def _edited(self) -> Iterator[tuple[str, FieldState]]:
        yield from ((name, state) for name, state in self.fields.items() if state.edited)

    def _busy(self) -> set[str]:
        names = [*self._kept, *(name for name, _ in self._edited())]
        return {each for name in names for each in self.entity.together_with(name)}


def _stored(entity: EntityInfo, record: Record) -> dict[str, object]:
    return {each.name: record.values[each.name] for each in entity.stored if each.name in record.values}
