"""Records written to the store: one save, one deletion, one change of many, each a named operation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, insert, select

from app.records.catalog import FieldInfo, PartInfo
from app.records.checking import bounds_of, days_of, first_of_each_field, lost_of, missing_of, problems_of
from app.records.conflicts import ConflictError, find_conflicts
from app.records.drafts import Draft, Rows, new_key
from app.records.going import Going, find_going, remove
from app.records.namesakes import titles_apart
from app.records.needed import name_with_holders, needed_by
from app.records.positions import append, arrange, merged
from app.records.rules import check, check_shape, inside
from app.words.problems import Label, Place, Problem, ProblemError
from db.base import Entity
from db.changes import Changes
from db.fields import Kind
from db.links import link_of
from db.nulls import text_with_null
from db.positions import Ordered
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey


@dataclass(frozen=True, slots=True)
class Saved:
    """The key of the record that was saved, and what the operation touched."""

    id: str
    changes: Changes


def save_record(store: Store, draft: Draft, *, known: Sequence[Problem] = ()) -> Saved:
    """Save changes of a record and its parts in one operation; ProblemError, each with its field, when refused.

    `known` is what is wrong with what was typed already: then nothing is saved, and what else is wrong is said with it.
    ConflictError when another operation has changed meanwhile, to something else, what the draft had read.
    """
    info = store.catalog[draft.entity]
    if text_with_null(draft.values) is not None:  # said beside its field, before it would stand in the title
        raise ProblemError(*known, *bounds_of(info, draft))
    with store.operation(_title(store, draft)) as session:
        conflicts = find_conflicts(session, draft)
        if conflicts and not known:
            raise ConflictError(*conflicts)
        found = (*lost_of(session, draft), *problems_of(session, draft)) if not conflicts else ()
        problems = first_of_each_field([*known, *found])
        if problems:
            raise ProblemError(*problems)
        row = write_checked(session, draft)
    return Saved(row.id, session.changes)


def write_checked(session: FileSession, draft: Draft) -> Entity:
    """Write a draft in a session that is open already; ProblemError too for what the rules of its kind refuse.

    And for what it refers to and is no more.
    """
    lost = lost_of(session, draft)
    if lost:
        raise ProblemError(*lost)
    row = write_draft(session, draft)
    session.flush()
    problems = check(session, draft.entity, row.id)
    if problems:
        raise ProblemError(*problems)
    return row


def write_draft(session: FileSession, draft: Draft, position: int | None = None) -> Entity:
    """Write a draft and its parts in a session that is open already; ProblemError for what is required and missing.

    `position` moves the row in its list, or says where a new one goes, which is last otherwise.
    """
    info = session.catalog[draft.entity]
    made = session.catalog.written(draft.entity)
    row = session.get(made, draft.id) if draft.id else None
    problems = [
        *missing_of(info, draft, is_new=row is None),
        *bounds_of(info, draft),
        *days_of(session, info, draft),
    ]
    if problems:
        raise ProblemError(*problems)
    if row is None:
        row = made(id=draft.id) if draft.id else made()
        session.add(row)
    for name, value in draft.values.items():
        _assign(row, info.field(name), value)
    if isinstance(row, Ordered):
        _place(session, row, position)
    with session.no_autoflush:
        problems = check_shape(session, row)
    if problems:
        raise ProblemError(*problems)
    session.flush()
    for each in info.stored:
        if each.field.kind is Kind.LINKS and each.name in draft.values:
            _link(session, row, each.name, draft)
    gone = {
        part: _write_part(session, row, part, draft.parts[part.name]) for part in info.parts if part.name in draft.parts
    }
    problems = [
        replace(problem, place=Place(field=part.name))
        for part, going in gone.items()
        for entity, names in going.items()
        for problem in needed_by(session, entity, names)
    ]
    if problems:
        raise ProblemError(*problems)
    return row


def _place(session: FileSession, row: Ordered, position: int | None) -> None:
    if position is not None:
        row.position = position
    elif row in session.new:
        append(session, row)


def _title(store: Store, draft: Draft) -> Title:
    info = store.catalog[draft.entity]
    known = ""
    if draft.id:
        with store.reading() as session:
            known = titles_apart(session, store, draft.entity, [draft.id]).get(draft.id, "")
    what = Label(info.one)
    if known:
        return Title("Cambio en {what} «{name}»", values={"what": what, "name": Name(known)})
    return Title("Alta de {what} «{name}»", values={"what": what, "name": Name(_named(store, draft) or "…")})


def _named(store: Store, draft: Draft) -> str:
    """Return what names a new record: the first of its naming fields, or all that they refer to where it refers."""
    info = store.catalog[draft.entity]
    written = [(info.field(key), draft.values[key]) for key in info.named_by if draft.values.get(key)]
    if not written or written[0][0].field.kind not in (Kind.REFERENCE, Kind.RECORD):
        return str(written[0][1]) if written else ""
    names = []
    with store.reading() as session:
        for field, value in written:
            record = value if isinstance(value, RecordKey) else RecordKey(field.target or "", str(value))
            if record.entity:
                names.append(titles_apart(session, store, record.entity, [record.id]).get(record.id, ""))
    return " – ".join(filter(None, names))


def _assign(row: Entity, each: FieldInfo, value: object) -> None:
    """Set a field only when it differs, so that the journal of a record that was not changed stays empty."""
    if each.field.kind is Kind.LINKS or each.derived:
        return
    wanted = None if value == "" else value
    if getattr(row, each.name) != wanted:
        setattr(row, each.name, wanted)


def _link(session: FileSession, row: Entity, name: str, draft: Draft) -> None:
    """Add and take away links: of those that were read only what differs, so that links made meanwhile stay."""
    link = link_of(type(row), name)
    wanted = _keys(draft.values[name])
    present = set(session.scalars(select(link.other).where(link.mine == row.id)))
    known = _keys(draft.read[name]) if draft.read is not None and name in draft.read else present
    for key in present & (known - wanted):
        session.execute(delete(link.table).where(link.mine == row.id, link.other == key))
    for key in sorted(wanted - known - present):
        session.execute(insert(link.table).values({link.mine.name: row.id, link.other.name: key}))


def _keys(value: object) -> set[str]:
    return set(value) if isinstance(value, tuple | list | set | frozenset) else set()


def _write_part(session: FileSession, row: Entity, part: PartInfo, rows: Rows) -> Going:
    """Write what is done to the rows of a part, and return what is gone."""
    child = session.catalog.entity(part.entity)
    key = child.__table__.columns[part.key]
    wanted = [draft.id for draft in rows.removed]
    gone = session.scalars(select(child.id).where(key == row.id, child.id.in_(wanted))).all()
    going = find_going(session, part.entity, gone)
    remove(session, going)
    drafts = [draft if draft.id else replace(draft, id=new_key()) for draft in (*rows.added, *rows.changed)]
    positions = _positions(session, row, part, rows.order, [draft.id for draft in drafts])
    for draft in drafts:
        owned = replace(draft, values={**draft.values, part.key: row.id})
        try:
            write_draft(session, owned, positions.pop(draft.id or "", None))
        except ProblemError as error:
            raise ProblemError(*(inside(part, draft.id or "", problem) for problem in error.problems)) from error
    for moved, position in positions.items():
        write_draft(session, Draft(part.entity, moved), position)
    return going


def _positions(
    session: FileSession, row: Entity, part: PartInfo, order: Sequence[str], written: Sequence[str | None]
) -> dict[str, int]:
    """Return the positions to write when the rows of a part, with those to be `written`, stand in `order`, if any."""
    child = session.catalog.entity(part.entity)
    if not order or not issubclass(child, Ordered):
        return {}
    key = child.__table__.columns[part.key]
    found = session.scalars(select(child).where(key == row.id).order_by(child.position, child.id))
    present = {each.id: each.position for each in found}
    return arrange(present, merged(list(present), [key for key in order if key in present or key in written]))


def delete_records(store: Store, entity: str, ids: Sequence[str]) -> Changes:
    """Delete records with their parts, links and what is owned by any of these, such as files, in one operation.

    Raises ProblemError, naming what still refers to them, when another record needs one of them or of their parts.
    """
    info = store.catalog[entity]
    with store.reading() as session:
        known = titles_apart(session, store, entity, ids)
    if len(ids) == 1:
        values = {"what": Label(info.one), "name": Name(known.get(ids[0], ""))}
        title = Title("Baja de {what} «{name}»", values=values)
    else:
        title = Title("Baja de {count} {what}", count=len(ids), values={"what": Label(info.many)})
    with store.operation(title) as session:
        going = find_going(session, entity, ids)
        called = {entity: going[entity], **_called_apart(session, entity, going)}
        remove(session, going)
        problems = [problem for kind, names in called.items() for problem in needed_by(session, kind, names)]
        if problems:
            raise ProblemError(*problems)
    return session.changes


def _called_apart(session: FileSession, entity: str, going: Going) -> Going:
    """Name what goes with records by what holds it too: a seat is called as its city, which does not go."""
    return {
        kind: {key: each.title for key, each in name_with_holders(session, kind, list(names)).items()}
        for kind, names in going.items()
        if kind != entity
    }


def edit_many(store: Store, entity: str, ids: Sequence[str], values: Mapping[str, object]) -> Changes:
    """Set the same values in many records, in one operation."""
    info = store.catalog[entity]
    if len(ids) == 1:
        title = _title(store, Draft(entity, ids[0]))
    else:
        title = Title("Cambio en {count} {what}", count=len(ids), values={"what": Label(info.many)})
    with store.operation(title) as session:
        lost = lost_of(session, Draft(entity, None, values))
        if lost:
            raise ProblemError(*lost)
        for key in ids:
            write_draft(session, Draft(entity, key, values))
        session.flush()
        problems = [problem for key in ids for problem in check(session, entity, key)]
        if problems:
            raise ProblemError(*problems)
    return session.changes


__all__ = [
    "ConflictError",
    "Draft",
    "Rows",
    "Saved",
    "delete_records",
    "edit_many",
    "save_record",
    "write_checked",
    "write_draft",
]
