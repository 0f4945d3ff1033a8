"""The operations of the file, page by page: of one person, of one kind of record, with certain words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_

from app.past.said import say_done
from app.records.history import RecordChange
from app.words.folding import fold
from app.words.words import Words
from db.catalog import Catalog
from db.fields import Kind
from db.journal import story
from db.journal.story import Operation
from db.journal.tables import OperationKind, entries, operations
from db.links import link_of
from db.store import Store

PAGE = 200
"""Operations of a page."""
_LOOKED_AT = 2000
"""Operations that are read at once when words are looked for: a longer reading would hold a change up."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which operations are asked for: by whom (None for anybody), on which kind of record, with which words."""

    author: str | None = None
    entity: str = ""
    words: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return self.author is not None or bool(self.entity or self.words.strip())


@dataclass(frozen=True, slots=True)
class Done:
    """An operation as a list shows it: `title` as the reader reads it, `rows` as many as it touched.

    What a file begins with and what is undone already cannot be undone.
    """

    number: int
    title: str
    author: str
    made_at: datetime
    rows: int
    undone: bool
    is_start: bool
    is_undo: bool

    @property
    def can_undo(self) -> bool:
        """Whether it can be taken back."""
        return not (self.undone or self.is_start)


def read_page(
    store: Store,
    words: Words,
    wanted: Wanted | None = None,
    *,
    limit: int = PAGE,
    below: int | None = None,
    progress: Callable[[int], object] | None = None,
) -> tuple[Done, ...]:
    """Return up to `limit` operations, the newest first, beginning below the number `below`.

    `progress` is told how many were looked at, between one reading and the next.
    """
    where = _conditions(store.catalog, wanted or Wanted())
    folded = fold(wanted.words).split() if wanted is not None else []
    if folded:
        numbers = _with_words(store, words, folded, where, limit=limit, below=below, progress=progress)
        where = [operations.c.number.in_(numbers)]
    elif below is not None:
        where.append(operations.c.number < below)
    with store.reading() as session:
        return tuple(_listed(each, words) for each in story.latest(session.connection(), limit, where=where))


def _with_words(
    store: Store,
    words: Words,
    folded: Sequence[str],
    where: Sequence[ColumnElement[bool]],
    *,
    limit: int,
    below: int | None,
    progress: Callable[[int], object] | None,
) -> list[int]:
    """Return the numbers of the last operations whose titles, as the reader reads them, have all the words."""
    found: list[int] = []
    looked_at = 0
    while len(found) < limit:
        more = [] if below is None else [operations.c.number < below]
        with store.reading() as session:
            block = story.titles(session.connection(), _LOOKED_AT, where=[*where, *more])
        for each in block:
            said = fold(say_done(each.title, words, is_undo=each.is_undo, is_redo=each.is_redo))
            if all(word in said for word in folded):
                found.append(each.number)
        looked_at += len(block)
        if progress is not None:
            progress(looked_at)
        if len(block) < _LOOKED_AT:
            break
        below = block[-1].number
    return found[:limit]


def authors(store: Store) -> tuple[str, ...]:
    """Return who wrote in the file, in the order of the alphabet; an empty name is of whoever gave none."""
    with store.reading() as session:
        return tuple(sorted(story.authors(session.connection()), key=fold))


def _conditions(catalog: Catalog, wanted: Wanted) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = []
    if wanted.author is not None:
        where.append(operations.c.author == wanted.author)
    if wanted.entity:
        where.append(exists().where(entries.c.operation == operations.c.number, _is_of(catalog, wanted.entity)))
    return where


def _is_of(catalog: Catalog, entity: str) -> ColumnElement[bool]:
    """Ask of an entry whether it is of a record of `entity`, of its parts that are no kind of their own, or its links.

    Rows of one table may be parts of records of several kinds: those are asked whose they are, or were.
    """
    info = catalog[entity]
    made = catalog.entity(entity)
    links = [link_of(made, each.name).table.name for each in info.stored if each.field.kind is Kind.LINKS]
    found: list[ColumnElement[bool]] = [entries.c.entity.in_([entity, *links])]
    for part in info.parts:
        if part.entity not in catalog.answering:
            table = catalog.entity(part.entity).__table__
            is_part = exists().where(table.c.id == entries.c.row_id, table.c[part.key].is_not(None))
            said = f'"{part.key}":"'
            whose = or_(is_part, entries.c.before.contains(said), entries.c.after.contains(said))
            found.append(and_(entries.c.entity == part.entity, whose))
    return or_(*found)


def done_of(change: RecordChange, words: Words) -> Done:
    """Return the operation that made a change of a record; whether it was undone since is not looked for."""
    title = say_done(change.title, words, is_undo=change.is_undo, is_redo=change.is_redo)
    return Done(
        change.number,
        title,
        change.author,
        change.made_at,
        change.rows,
        undone=False,
        is_start=change.is_start,
        is_undo=change.is_undo,
    )


def _listed(done: Operation, words: Words) -> Done:
    is_undo = done.kind is OperationKind.UNDO
    title = say_done(done.title, words, is_undo=is_undo, is_redo=done.is_redo)
    is_start = done.kind is OperationKind.START
    return Done(done.number, title, done.author, done.made_at, done.rows, done.undone, is_start, is_undo)
