"""What all registers are read from: the file, the day, and the term that they are of, if they are of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.document import Block, KeyFigures, Paragraph, Section, Sheet, Start, Table, Tone, Value
from app.network.terms import Term, expect_term
from app.records.catalog import FieldInfo, Order, Query
from app.records.namesakes import read_rows
from app.records.reading import batched
from app.words.values import export_value
from app.words.words import Words
from db.query import fetch_rows, find_ids
from db.session import FileSession
from db.store import Store
from db.values import PartialDate

Values = dict[str, Any]
"""What is recorded of a record, by the names of its fields."""


@dataclass(frozen=True, slots=True)
class Basis:
    """The file, whose language is that of the paper, and the term; None for all of them."""

    store: Store
    term: Term | None

    def holds(self, day: date | PartialDate | None) -> bool:
        """Tell whether a day may lie in the term; one that is not known lies in none, and any lies in all of them."""
        if self.term is None:
            return True
        known = PartialDate(day.year, day.month, day.day) if isinstance(day, date) else day
        return known is not None and self.term.overlaps(known, known)

    def lasts(self, starts: PartialDate | None, ends: PartialDate | None) -> bool:
        """Tell whether what lasts from a date to another shares a day with the term; an unknown date may."""
        return self.term is None or self.term.overlaps(starts, ends)


@dataclass(frozen=True, slots=True)
class Kept:
    """The records of a register by their keys, each with what it prints, and how many have no date to tell by."""

    rows: Sequence[tuple[str, Values]]
    undated: int = 0


def read_basis(session: FileSession, store: Store, period_id: str | None) -> Basis:
    """Return it; ProblemError when the term is no more."""
    return Basis(store, expect_term(session, period_id) if period_id else None)


def find_kept(
    session: FileSession,
    basis: Basis,
    query: tuple[str, tuple[str, ...]],
    dates: tuple[str, ...],
    is_of: Callable[..., bool],
) -> list[str]:
    """Return the keys of the records of a kind, ordered by fields: those of which `is_of` says so of their `dates`."""
    entity, order = query
    today = basis.store.today()
    keys = list(find_ids(session, Query(entity, order=tuple(map(Order, order))), today))
    if basis.term is None:
        return keys
    found = [row for some in batched(keys) for row in fetch_rows(session, entity, dates, some, today)]
    return [key for key, row in zip(keys, found, strict=True) if is_of(*row)]


def read_kept(
    session: FileSession, basis: Basis, entity: str, names: Sequence[str], keys: Sequence[str]
) -> list[tuple[str, Values]]:
    """Read what the rows of these records print, names told from their namesakes."""
    rows = (row for some in batched(keys) for row in read_rows(session, basis.store, entity, names, some))
    return [(key, dict(zip(names, row, strict=True))) for key, row in zip(keys, rows, strict=True)]


def cell(basis: Basis, entity: str, name: str, values: Values, words: Words) -> Value:
    """Return the typed value of a field of a record, None where nothing is recorded."""
    info: FieldInfo = basis.store.catalog[entity].field(name)
    return export_value(info.field, values[name], words) or None


def register(
    title: str, found: Kept, scope: str, figures: Sequence[tuple[int, str]], table: Table, *parted: Block, words: Words
) -> Section:
    """Compose a register: of what it is, its counts, its table, and how many it leaves out for want of a date.

    Where paper has it `parted`, as under the body that adopted each, the table is that of the workbook alone.
    """
    blocks: list[Block] = [Paragraph(scope, Tone.MUTED, with_next=True)]
    shown = tuple((count, said) for count, said in figures if count)
    if found.rows and shown:
        blocks.append(KeyFigures(shown))
    blocks += parted or (table,)
    undated = (
        words.plural(
            "{count} ficha sin fecha no figura aquí.", "{count} fichas sin fecha no figuran aquí.", found.undated
        )
        if found.undated
        else ""
    )
    if undated:
        blocks.append(Paragraph(undated, Tone.MUTED))
    rows = Sheet(title, table, " ".join(filter(None, (scope, undated))))
    return Section(title, tuple(blocks), sheet=title, start=Start.BELOW, landscape=True, rows=(rows,))


def say_scope(basis: Basis, rule: str, words: Words) -> str:
    """Write of which term a register is, and what counts as of it; of all terms there is no such rule."""
    if basis.term is None:
        return words("Todas las gestiones.")
    return " ".join((words("Gestión {period}.", period=basis.term.name), words(rule)))
