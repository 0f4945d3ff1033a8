"""What a person wants compared with what they had read and with what is stored now, before anything is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from app.records.catalog import FieldInfo, PartInfo
from app.records.drafts import Draft
from app.words.problems import Label, Place, Problem, ProblemError
from app.words.words import mark
from db.base import Entity
from db.catalog import Catalog, EntityInfo
from db.fields import Kind
from db.session import FileSession


class Found(Enum):
    """What becomes of a value that is wanted."""

    SAME = "same"
    WRITTEN = "written"
    CONFLICT = "conflict"


class Meanwhile(Enum):
    """What another operation did since the record was read, in Spanish source words with the place of a label."""

    CHANGED = mark("Otra operación cambió «{label}» mientras tanto.")
    REMOVED = mark("Otra operación eliminó «{label}» mientras tanto.")
    CHANGED_WHAT_IS_REMOVED = mark("Otra operación cambió lo que usted quita: «{label}».")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where two changes do not go together: the record itself, or the row with key `row` of its `part`.

    Of values that clash `mine` and `theirs` hold those of all the fields that say one thing. Of a row that one side
    removed they are empty, or hold what is stored now.
    """

    kind: Meanwhile
    label: str
    part: str = ""
    row: str = ""
    mine: Mapping[str, object] = field(default_factory=dict)
    theirs: Mapping[str, object] = field(default_factory=dict)

    def problem(self) -> Problem:
        """Return the conflict as a problem, for whoever cannot offer the choice."""
        name = next(iter(self.mine), "") if self.kind is Meanwhile.CHANGED else ""
        place = f"{self.part}.{self.row}.{name}" if self.part else name
        hint = mark("Elija con qué se queda y guarde otra vez.")
        return Problem(self.kind.value, hint, Place(field=place), {"label": Label(self.label)})


class ConflictError(ProblemError):
    """Raised when another operation changed meanwhile what a draft changes; nothing was written."""

    def __init__(self, *conflicts: Conflict) -> None:
        """Keep the `conflicts`, at least one, in the order of the draft."""
        super().__init__(*(conflict.problem() for conflict in conflicts))
        self.conflicts = conflicts


def compare(read: object, wanted: object, stored: object) -> Found:
    """Say what becomes of a value that was `read`, is `wanted` and is `stored` now."""
    if stored == wanted:
        return Found.SAME
    return Found.WRITTEN if stored == read else Found.CONFLICT


def find_conflicts(session: FileSession, draft: Draft) -> tuple[Conflict, ...]:
    """Return all that stands against writing `draft`; what was set without being read is never compared."""
    row = session.get(session.catalog.entity(draft.entity), draft.id) if draft.id else None
    if draft.read is not None and row is None:
        return (Conflict(Meanwhile.REMOVED, session.catalog[draft.entity].one),)
    own = _changed(session.catalog, draft, row) if row is not None else ()
    return (*own, *_in_parts(session, draft))


def _in_parts(session: FileSession, draft: Draft) -> Iterator[Conflict]:
    for part in session.catalog[draft.entity].parts:
        rows = draft.parts.get(part.name)
        for each in rows.changed if rows else ():
            yield from _in_row(session, part, draft, each)
        for each in rows.removed if rows else ():
            yield from _in_removed(session, part, draft, each)


def _in_row(session: FileSession, part: PartInfo, owner: Draft, draft: Draft) -> Iterator[Conflict]:
    row = _row_of(session, part, owner, draft)
    if draft.read is None:
        return
    if row is None:
        yield Conflict(Meanwhile.REMOVED, session.catalog[part.entity].one, part.name, draft.id or "")
    else:
        yield from _changed(session.catalog, draft, row, part.name)


def _in_removed(session: FileSession, part: PartInfo, owner: Draft, draft: Draft) -> Iterator[Conflict]:
    row = _row_of(session, part, owner, draft)
    if row is None or draft.read is None:
        return
    theirs = {
        each.name: stored_value(row, each) for each in _plain(session.catalog[draft.entity]) if each.name in draft.read
    }
    if any(value != _plainly(draft.read[name]) for name, value in theirs.items()):
        info = session.catalog[part.entity]
        yield Conflict(Meanwhile.CHANGED_WHAT_IS_REMOVED, info.one, part.name, row.id, theirs=theirs)


def _row_of(session: FileSession, part: PartInfo, owner: Draft, draft: Draft) -> Entity | None:
    """Return the row of a part, unless it is no more or belongs to another record now."""
    row = session.get(session.catalog.entity(part.entity), draft.id)
    return row if row is not None and getattr(row, part.key) == owner.id else None


def _changed(catalog: Catalog, draft: Draft, row: Entity, part: str = "") -> Iterator[Conflict]:
    """Return the conflicts of a row's own fields, each group of them once."""
    info = catalog[draft.entity]
    read = draft.read or {}
    for group in dict.fromkeys(info.together_with(name) for name in draft.values):
        infos = [info.field(name) for name in group if name in read or name in draft.values]
        if any(each.name not in read or each.field.kind is Kind.LINKS for each in infos):
            continue
        before = {each.name: _plainly(read[each.name]) for each in infos}
        mine = {name: _plainly(draft.values.get(name, value)) for name, value in before.items()}
        theirs = {each.name: stored_value(row, each) for each in infos}
        if compare(before, mine, theirs) is Found.CONFLICT:
            yield Conflict(
                Meanwhile.CHANGED, infos[0].field.label, part, row.id if part else "", mine=mine, theirs=theirs
            )


def _plain(info: EntityInfo) -> list[FieldInfo]:
    return [each for each in info.stored if each.field.kind is not Kind.LINKS]


def stored_value(row: Entity, info: FieldInfo) -> object:
    """Return what a row holds of a field that is no field of links."""
    return _plainly(getattr(row, info.name))


def _plainly(value: object) -> object:
    return None if value == "" else value
