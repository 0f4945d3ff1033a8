"""Makes two records one: what referred to one refers to the other, what one lacked is completed, and the one goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, FromClause, delete, insert, select, update

from app.records.positions import after
from app.records.reading import read_titles
from app.records.rules.tree import parent_is_no_child
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.base import Base, Entity, units, written_columns
from db.changes import Changes
from db.entities.document import Document
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.words import Label

_UNSAID = frozenset({"id", "position"})
"""Columns that say nothing about whether two parts say the same."""


def merge(store: Store, entity: str, keep: str, gone: str) -> Changes:
    """Make the record `gone` part of the record `keep`, in one operation.

    All that referred to `gone` refers to `keep`; parts and links that both have are kept once; fields that are empty in
    `keep` are completed from `gone`. ProblemError when one of the two is no more, or when they are the same.
    """
    with store.reading() as session:
        titles = read_titles(session, entity, [keep, gone])
    if keep == gone or len(titles) != 2:  # noqa: PLR2004 - a pair
        text = mark("Hacen falta dos fichas distintas para unirlas.")
        raise ProblemError(Problem(text, mark("Búsquelos otra vez: quizás ya se unieron.")))
    values = {"what": Label(store.catalog[entity].one), "gone": Name(titles[gone]), "keep": Name(titles[keep])}
    with store.operation(Title("Unión de {what} «{gone}» con «{keep}»", values=values)) as session:
        _absorb(session, store.catalog.entity(entity), keep, gone)
        kept = session.get_one(store.catalog.entity(entity), keep)
        problems = parent_is_no_child(session, kept) if hasattr(kept, "parent_id") else []
        if problems:
            raise ProblemError(*problems)
    return session.changes


def _absorb(session: FileSession, made: type[Entity], keep: str, gone: str) -> None:
    """Make the record `gone` of `made` part of `keep`, in a session that is open already."""
    kept, lost = session.get_one(made, keep), session.get_one(made, gone)
    _complete(kept, lost)
    session.flush()
    for column in _referring(made.__table__):
        _move(session, column, keep, gone)
    documents = update(Document).where(Document.record_entity == made.__tablename__, Document.record_id == gone)
    session.execute(documents.values(record_id=keep))
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
    present = _rows(session, column, keep)
    said = {_saying(row, column): str(row["id"]) for row in present}
    last = max((int(row["position"]) for row in present if "position" in row), default=None)
    for row in _rows(session, column, gone):
        twin = said.get(_saying(row, column))
        if row["id"] == keep:  # the record that stays hung from the one that goes
            above = session.scalar(select(column).where(table.c.id == gone))
            moved = {column.name: None if above == keep else above}
            session.execute(update(table).where(table.c.id == keep).values(moved))
        elif twin is not None:
            _drop(session, table.name, twin, str(row["id"]))
        elif table.info.get("link"):
            session.execute(delete(table).where(table.c.id == row["id"]))
            sides = {name: value for name, value in row.items() if name != "id"}
            session.execute(insert(table).values({**sides, column.name: keep}))
        else:
            moved = {column.name: keep}
            if "position" in row:
                moved["position"] = last = after(last)
            session.execute(update(table).where(table.c.id == row["id"]).values(moved))


def _drop(session: FileSession, table: str, twin: str, row: str) -> None:
    """Take away a row that another one says already; what refers to it refers to the other."""
    if table in session.catalog:
        _absorb(session, session.catalog.entity(table), twin, row)
    else:
        links = Base.metadata.tables[table]
        session.execute(delete(links).where(links.c.id == row))


def _rows(session: FileSession, column: Column[Any], key: str) -> list[dict[str, Any]]:
    columns = written_columns(column.table)
    order = [each for each in columns if each.name in ("position", "id")]
    return [dict(row) for row in session.execute(select(*columns).where(column == key).order_by(*order)).mappings()]


def _saying(row: Mapping[str, object], column: Column[Any]) -> tuple[object, ...]:
    """Return what a row says, but for whom it says it of."""
    return tuple(value for name, value in row.items() if name not in _UNSAID and name != column.name)


def _complete(kept: Entity, lost: Entity) -> None:
    """Fill what is empty in `kept`; what belongs together is filled together or not at all."""
    for group in units(kept.__table__):
        if all(getattr(kept, name) in (None, "") for name in group):
            for name in group:
                value = getattr(lost, name)
                setattr(kept, name, None if value == kept.id else value)
    notes = (getattr(kept, "notes", None), getattr(lost, "notes", None))
    if all(notes) and str(notes[1]) not in str(notes[0]):
        kept.notes = "\n".join(map(str, notes))  # type: ignore[attr-defined]  # those entities that have notes
