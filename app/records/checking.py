"""What is wrong with a draft, found before any of it is written: all of it at once, each with its field."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import select

from app.records.catalog import EntityInfo, FieldInfo, PartInfo
from app.records.drafts import Draft, Rows, new_key
from app.records.parts_wanted import give_rows, rows_of
from app.records.rules import RULES, SHAPES, among, inside
from app.records.rules.required import missing
from app.words.problems import WHERE_DELETED, Label, Place, Problem
from app.words.values import beyond_bounds
from app.words.values.happened import still_to_come
from app.words.words import mark
from db.base import Entity
from db.fields import Happened, Kind
from db.session import FileSession
from db.values import RecordKey


def problems_of(session: FileSession, draft: Draft, *, alone: bool = True) -> list[Problem]:
    """Return what is wrong with a draft and with the rows of its parts, each with its field as `rules.check` says it.

    Of one field only the first is said. What can only be told of records that are written is not among them:
    neither is what is wrong among the others with one that is not changed `alone`, as rows that are exchanged.
    """
    info = session.catalog[draft.entity]
    with session.no_autoflush:
        row = as_wanted(session, info, draft)
        found = [*missing_of(info, draft, is_new=_is_new(session, draft)), *bounds_of(info, draft)]
        found += days_of(session, info, draft)
        whole = not found
        for rule in (*SHAPES.get(info.name, ()), *RULES.get(info.name, ())):
            found += rule(session, row)
        found += among(session, info.name, [row]) if whole and alone else []
    for part in info.parts:
        rows = draft.parts.get(part.name)
        one = rows is not None and len((*rows.added, *rows.changed, *rows.removed)) == 1
        for each in (*rows.added, *rows.changed) if rows is not None else ():
            owned = replace(each, values={**each.values, part.key: row.id})
            found += [inside(part, each.id or "", problem) for problem in problems_of(session, owned, alone=one)]
    return first_of_each_field(found)


def first_of_each_field(problems: list[Problem]) -> list[Problem]:
    """Return the first problem of each field, and all that are of none."""
    said: set[str] = set()
    found = []
    for problem in problems:
        if not problem.place.field or problem.place.field not in said:
            found.append(problem)
            said.add(problem.place.field)
    return found


def missing_of(info: EntityInfo, draft: Draft, *, is_new: bool) -> list[Problem]:
    """Return what a draft lacks of what its record needs."""
    return [
        missing(each)
        for each in info.stored
        if each.field.required
        and (each.name in draft.values or (is_new and not each.has_default))
        and draft.values.get(each.name) in (None, "")
    ]


def bounds_of(info: EntityInfo, draft: Draft) -> Iterator[Problem]:
    """Return what there is no room for, of what the draft changes: what older versions let in may stay."""
    for each in info.stored:
        problem = beyond_bounds(each.field, draft.values.get(each.name))
        if problem is not None:
            yield replace(problem, place=Place(field=each.name))


def days_of(session: FileSession, info: EntityInfo, draft: Draft) -> Iterator[Problem]:
    """Return which days on which something was done are still to come, of what the draft makes otherwise than stored.

    Of those by which nothing is counted it is only said (`app/records/hints/happened.py`).
    """
    counted = [
        each for each in info.stored if each.field.bounds.happened is Happened.COUNTED and draft.values.get(each.name)
    ]
    stored = session.get(session.catalog.written(draft.entity), draft.id) if counted and draft.id else None
    for each in counted:
        value = draft.values[each.name]
        problem = still_to_come(each.field, value, session.today())
        if problem is not None and getattr(stored, each.name, None) != value:
            yield replace(problem, place=Place(field=each.name))


def lost_of(session: FileSession, draft: Draft) -> list[Problem]:
    """Return which records that a draft comes to refer to are no more: deleted while it was being written.

    What its own rows make is there by the time that they are written.
    """
    return list(_lost(session, draft, frozenset(_made_by(draft))))


def _made_by(draft: Draft) -> Iterator[str]:
    yield from (draft.id,) if draft.id else ()
    for rows in draft.parts.values():
        for each in (*rows.added, *rows.changed):
            yield from _made_by(each)


def _lost(session: FileSession, draft: Draft, made: frozenset[str]) -> Iterator[Problem]:
    info = session.catalog[draft.entity]
    stored = session.get(session.catalog.written(draft.entity), draft.id) if draft.id else None
    for each in info.stored:
        is_links = each.field.kind is Kind.LINKS
        before = (draft.read or {}).get(each.name) if is_links else getattr(stored, each.name, None)
        new = set(_named(each, draft.values.get(each.name))) - set(_named(each, before))
        if any(not _is_there(session, key) for key in new if key.id not in made):
            text = mark("«{label}»: la ficha elegida ya no está.")
            yield Problem(text, WHERE_DELETED, Place(field=each.name), {"label": Label(each.field.label)})
    for part in info.parts:
        rows = draft.parts.get(part.name)
        for row in (*rows.added, *rows.changed) if rows is not None else ():
            yield from (inside(part, row.id or "", problem) for problem in _lost(session, row, made))


def _named(each: FieldInfo, value: object) -> Iterator[RecordKey]:
    """Return the records that a value of a field refers to."""
    match each.field.kind, value:
        case Kind.RECORD, RecordKey():
            yield value
        case Kind.REFERENCE, str():
            yield RecordKey(each.target, value)
        case Kind.LINKS, tuple() | list() | set() | frozenset():
            yield from (RecordKey(each.target, str(key)) for key in value)


def _is_there(session: FileSession, key: RecordKey) -> bool:
    made = session.catalog.entity(key.entity)
    return session.scalar(select(made.id).where(made.id == key.id)) is not None


def _is_new(session: FileSession, draft: Draft) -> bool:
    return draft.id is None or session.get(session.catalog.written(draft.entity), draft.id) is None


def as_wanted(session: FileSession, info: EntityInfo, draft: Draft) -> Entity:
    """Return the record as the draft wants it, outside the session, with the rows of its parts."""
    made = session.catalog.written(draft.entity)
    stored = session.get(made, draft.id) if draft.id else None
    row = made(id=draft.id or new_key())
    for each in info.stored:
        if each.field.kind is Kind.LINKS:
            continue
        value = draft.values.get(each.name, getattr(stored, each.name, None))
        if value not in (None, ""):
            setattr(row, each.name, value)
    for part in info.parts:
        rows = draft.parts.get(part.name)
        if rows is not None:
            give_rows(row, part.name, _rows_wanted(session, part, row, rows))
    return row


def _rows_wanted(session: FileSession, part: PartInfo, row: Entity, rows: Rows) -> list[Entity]:
    """Return the rows of a part as a draft wants them: those that it leaves as they are, read at once, then its own."""
    stored = rows_of(session, row, part.name, session.catalog.entity(part.entity))
    own = [replace(each, values={**each.values, part.key: row.id}) for each in (*rows.changed, *rows.added)]
    gone = {each.id for each in (*rows.removed, *own)}
    info = session.catalog[part.entity]
    return [*(each for each in stored if each.id not in gone), *(as_wanted(session, info, each) for each in own)]
