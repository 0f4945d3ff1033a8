"""The money of projects as tables of a document, one for each currency: on paper, and on the page of a project."""

from collections.abc import Iterator, Sequence

from app.document import Block, Cell, Column, Heading, Reference, Table, Tone, Value
from app.funds.facts import Block as InCurrency
from app.funds.facts import By
from app.funds.grids import CORNERS, figures, say_group, titles
from app.words.words import Words

NAMES, FIGURE = 3.4, 1.7
"""How wide the names are beside a figure."""


def sums_table(blocks: Sequence[InCurrency], words: Words) -> Iterator[Block]:
    """Compose what the amounts of one project come to: a column for each currency, nothing summed across.

    A project has few currencies: a column for each of the steps of its money would not fit beside a list.
    """
    if blocks:
        yield Heading(words("Suma por moneda"), 3)
        columns = (Column(words("Qué es"), FIGURE), *(Column(each.currency, FIGURE, figures=True) for each in blocks))
        sums = [figures(each.total) for each in blocks]
        yield Table(columns, tuple(zip(titles(words), *sums, strict=True)))


def tables_by(blocks: Sequence[InCurrency], by: By, words: Words) -> Iterator[Block]:
    """Compose a table for each currency, its groups and all of it in the last row."""
    for each in blocks:
        yield Heading(words("Montos en {currency}", currency=each.currency))
        rows: list[tuple[Value | Cell, ...]] = [
            (
                Reference(group.name, group.record.entity, group.record.id)
                if group.record is not None
                else say_group(group, by, words),
                *figures(group.sums, by_year=by is By.YEAR),
            )
            for group in each.groups
        ]
        total = [Cell(value, Tone.STRONG) for value in (words("Total"), *figures(each.total))]
        yield Table(_columns(words(CORNERS[by]), NAMES, words), (*rows, tuple(total)))


def currencies_table(blocks: Sequence[InCurrency], words: Words) -> Table:
    """Compose a row for each currency with all its amounts, nothing summed across; of none that there are none."""
    rows = tuple((each.currency, *figures(each.total)) for each in blocks)
    return Table(_columns(words("Moneda"), FIGURE / 2, words), rows, empty=words("Todavía no hay montos."))


def _columns(first: str, width: float, words: Words) -> tuple[Column, ...]:
    return (Column(first, width), *(Column(each, FIGURE, figures=True) for each in titles(words)))
