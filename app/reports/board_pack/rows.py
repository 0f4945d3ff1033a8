"""Records as the rows of a part of the dossier: so many of them, and a word about those that it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.document import Block, Cell, Paragraph, Section, Start, Table, Tone, Value
from app.records.namesakes import read_rows
from app.words.words import Words
from db.session import FileSession
from db.store import Store

MOST_ROWS = 60
"""The most records that a part lists one by one; the rest is counted, for the list in the program has them all."""

Row = tuple[Value | Cell, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """Records by their keys, of each the values that were asked for, and how many more there are."""

    rows: Sequence[tuple[str, tuple[Any, ...]]] = ()
    more: int = 0


def read_listed(session: FileSession, store: Store, entity: str, columns: Sequence[str], keys: Sequence[str]) -> Listed:
    """Read the values of `columns` of the first records of `keys`, names told from their namesakes."""
    shown = keys[:MOST_ROWS]
    rows: Sequence[tuple[Any, ...]] = read_rows(session, store, entity, columns, shown)
    return Listed(list(zip(shown, rows, strict=True)), len(keys) - len(shown))


def say_more(count: int, words: Words) -> tuple[Paragraph, ...]:
    """Say how many are left out; nothing where none is."""
    if count <= 0:
        return ()
    said = words.plural(
        "Falta aquí {count}, que está en su lista.", "Faltan aquí {count}, que están en su lista.", count
    )
    return (Paragraph(said, Tone.MUTED),)


def only_says(title: str, text: str, *, sheet: str = "") -> Section:
    """Compose a part that has nothing to list as the one line that says so; it shares a page."""
    return Section(title, (Paragraph(text, Tone.MUTED),), sheet=sheet or title)


def listing(
    title: str, table: Table, more: int, words: Words, *, above: Sequence[Block] = (), sheet: str = ""
) -> Section:
    """Compose a part as a list, what stands `above` it, and how many it leaves out.

    Lists follow one another down the page: several of them, each of some rows, would else be as many pages half empty.
    """
    blocks = (*above, table, *say_more(more, words))
    return Section(title, blocks, sheet=sheet or title, start=Start.BELOW, landscape=True)
