"""Makes two records one: what referred to one refers to the other, what one lacked is completed, and the one goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, FromClause, delete, insert, select, update

from app.records.namesakes import read_titles
from app.records.positions import after
from app.records.rules.adoption import adoptions_stand_apart
from app.records.rules.chapters import terms_stand_apart
from app.records.rules.cooperation import drop_double_partners
from app.records.rules.exchange import drop_double_verdicts
from app.records.rules.forum import cities_stand_apart
from app.records.rules.own_links import drop_own_links
from app.records.rules.standing import Said, ensure_rules, keeping_rules
from app.records.rules.tree import parent_is_no_child
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.base import Base, Entity, units, written_columns
from db.catalog import FieldInfo
from db.changes import Changes
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey
from db.words import Label

_UNSAID = frozenset({"id", "position"})
"""Columns that say nothing about whether two parts say the same."""


def merge(store: Store, entity: str, keep: str, gone: str) -> Changes:
    """Make the record `gone` part of the record `keep`, in one operation.

    All that referred to `gone` refers to `keep`; parts and links that both have are kept once; fields that are empty in
    `keep` are completed from `gone`. ProblemError when one of the two is no more, when they are the same, and for
    two cities of one relation, or of one adoption, for two terms that have one chapter in one language, and for
    whatever else would then break a rule that was kept before.
    """
    with store.reading() as session:
        titles = read_titles(session, entity, [keep, gone])
    if keep == gone or len(titles) != 2:  # noqa: PLR2004 - a pair
        text = mark("Hacen falta dos fichas distintas para unirlas.")
        raise ProblemError(Problem(text, mark("Búsquelos otra vez: quizás ya se unieron.")))
    values = {"what": Label(store.catalog[entity].one), "gone": Name(titles[gone]), "keep": Name(titles[keep])}
    title = Title("Unión de {what} «{gone}» con «{keep}»", values=values)
    return keeping_rules(store, lambda known: _join(store, title, (entity, keep, gone), known), {gone: keep})


def _join(store: Store, title: Title, pair: tuple[str, str, str], known: Said) -> Changes:
    """Make one of a pair, a kind and two keys; ProblemError for what it would leave wrong, but for what is `known`."""
    entity, keep, gone = pair
    with store.operation(title) as session:
        _absorb(session, store.catalog.entity(entity), keep, gone)
        kept = session.get_one(store.catalog.entity(entity), keep)
        problems = parent_is_no_child(session, [kept]) if hasattr(kept, "parent_id") else []
        problems += cities_stand_apart(session, kept)
        problems += adoptions_stand_apart(session, kept)
        problems += terms_stand_apart(session, kept)
        if problems:
            raise ProblemError(*problems)
        ensure_rules(session, known)
    return session.changes


def _absorb(session: FileSession, made: type[Entity], keep: str, gone: str) -> None:
    """Make the record `gone` of `made` part of `keep`, in a session that is open already."""
    kept, lost = session.get_one(made, keep), session.get_one(made, gone)
    _complete(kept, lost)
    session.flush()
    drop_double_verdicts(session, made.__tablename__, keep, gone)
    for column in _referring(made.__table__):
        _move(session, column, keep, gone)
    for kind, field in session.catalog.referring_to_any:
        _move_any(session, session.catalog.entity(kind), field, RecordKey(made.__tablename__, keep), gone)
    drop_own_links(session, made, keep)
    drop_double_partners(session, made.__tablename__, keep)
    session.execute(delete(made).where(made.id == gone))
    session.expire_all()


def _referring(target: FromClause) -> Iterator[Column[Any]]:
    """Return every column of every table that refers to the rows of `target`."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table is target for key in column.foreign_keys):
                yield column


def _move(session: FileSession, column: Column[Any], keep: str, gone: str) -> None:
    """Let the rows that refer to `gone` refer to `keep`; one that says what another says already becomes part of it."""
    table = column.table
    present = _rows(session, table, column == keep)
    said = {_saying(row, column.name): str(row["id"]) for row in present}
    last = max((int(row["position"]) for row in present if "position" in row), default=None)
    replaced: dict[object, str] = {}
    for read in _rows(session, table, column == gone):
        row = {name: replaced.get(value, value) for name, value in read.items()}  # as an alternate of one that went
        twin = said.get(_saying(row, column.name))
        if row["id"] == keep:  # the record that stays hung from the one that goes
            above = session.scalar(select(column).where(table.c.id == gone))
            moved = {column.name: None if above == keep else above}
            session.execute(update(table).where(table.c.id == keep).values(moved))
        elif twin is not None:
            _drop(session, table.name, twin, str(row["id"]))
            replaced[row["id"]] = twin
        elif table.info.get("link"):
            session.execute(delete(table).where(table.c.id == row["id"]))
            sides = {name: value for name, value in row.items() if name != "id"}
            session.execute(insert(table).values({**sides, column.name: keep}))
        else:
            moved = {column.name: keep}
            if "position" in row:
                moved["position"] = last = after(last)
            session.execute(update(table).where(table.c.id == row["id"]).values(moved))


def _move_any(session: FileSession, other: type[Entity], field: FieldInfo, keep: RecordKey, gone: str) -> None:
    """Let the rows of `other` whose `field` refers to the record `gone` refer to `keep`, a record of the same kind.

    What is owned and says what another one says already becomes part of it.
    """
    table, key = other.__table__, field.columns[1]
    present = _rows(session, table, refers_to(other, field.name, keep.entity, [keep.id]))
    said = {_saying(row, key): str(row["id"]) for row in present} if field.owned else {}
    last = max((int(row["position"]) for row in present if "position" in row), default=None)
    for row in _rows(session, table, refers_to(other, field.name, keep.entity, [gone])):
        twin = said.get(_saying(row, key))
        moved: dict[str, Any] = dict(zip(field.columns, keep.__composite_values__(), strict=False))
        if (other.__tablename__, row["id"]) == (keep.entity, keep.id):  # the record that stays belonged to the other
            above = session.get_one(other, gone)
            moved = {name: getattr(above, name) for name in field.columns}
        elif twin is not None:
            _drop(session, other.__tablename__, twin, str(row["id"]))
            continue
        elif field.owned and "position" in row:
            moved["position"] = last = after(last)
        session.execute(update(other).where(other.id == row["id"]).values(moved))


def _drop(session: FileSession, table: str, twin: str, row: str) -> None:
    """Take away a row that another one says already; what refers to it refers to the other."""
    if table in session.catalog:
        _absorb(session, session.catalog.entity(table), twin, row)
    else:
        links = Base.metadata.tables[table]
        session.execute(delete(links).where(links.c.id == row))


def _rows(session: FileSession, table: FromClause, where: ColumnElement[bool]) -> list[dict[str, Any]]:
    columns = written_columns(table)
    order = [each for each in columns if each.name in ("position", "id")]
    return [dict(row) for row in session.execute(select(*columns).where(where).order_by(*order)).mappings()]


def _saying(row: Mapping[str, object], column: str) -> tuple[object, ...]:
    """Return what a row says, but for whom it says it of."""
    return tuple(value for name, value in row.items() if name not in _UNSAID and name != column)


def _complete(kept: Entity, lost: Entity) -> None:
    """Fill what is empty in `kept`; what belongs together is filled together or not at all."""
    for group in units(kept.__table__):
        values = {name: getattr(lost, name) for name in group}
        if all(getattr(kept, name) in (None, "") for name in group) and kept.id not in values.values():
            for name, value in values.items():
                setattr(kept, name, value)
    notes = (getattr(kept, "notes", None), getattr(lost, "notes", None))
    if all(notes) and str(notes[1]) not in str(notes[0]):
        kept.notes = "\n".join(map(str, notes))  # type: ignore[attr-defined]  # those entities that have notes
