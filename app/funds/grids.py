"""The money of projects as grids, one for each currency: each figure leads to the list of just its amounts."""

from collections.abc import Iterator, Mapping, Sequence

from app.document import Tone
from app.funds.facts import Block, By, Facts, Group, Sums
from app.line import Line
from app.records.catalog import Filter, Operator, Order, Query
from app.units.grid import Cell, Grid, Head
from app.words.words import Words
from db.cooperation import FundingKind
from db.fields import mark
from db.values import Money, RecordKey

SHOWN = (FundingKind.ASKED, FundingKind.GRANTED, FundingKind.RECEIVED, FundingKind.SPENT, FundingKind.OWN)
"""The columns of a table of money, in the order of its steps."""
TO_RECEIVE, TO_SPEND = mark("Por recibir"), mark("Por gastar")
"""What stands after them: granted and not received, received and not spent."""

CORNERS: Mapping[By, str] = {
    By.PROJECT: mark("Proyecto"),
    By.DONOR: mark("Donante"),
    By.CALL: mark("Llamado"),
    By.YEAR: mark("Año"),
}
_OF_NONE: Mapping[By, str] = {
    By.PROJECT: "",
    By.DONOR: mark("Sin donante"),
    By.CALL: mark("Sin llamado"),
    By.YEAR: mark("Sin fecha"),
}
_FIELDS: Mapping[By, str] = {By.PROJECT: "project_id", By.DONOR: "donor", By.CALL: "call", By.YEAR: "year"}


def compose_grids(facts: Facts, by: By, words: Words) -> tuple[Grid, ...]:
    """Compose a grid for each currency, with all of it in the last row."""
    return tuple(_grid(block, by, words) for block in facts.blocks(by))


def say_missing(facts: Facts, words: Words) -> Sequence[Line]:
    """Say how many amounts have no day, and how many no source, each with the list of those."""
    undated, unsourced = len(facts.undated), len(facts.unsourced)
    counted = (
        (undated, words.plural("{count} monto sin fecha", "{count} montos sin fecha", undated), "day"),
        (unsourced, words.plural("{count} monto sin fuente", "{count} montos sin fuente", unsourced), "source"),
    )
    return [
        Line(said, _list(Filter(field, Operator.IS_EMPTY)), tone=Tone.WARNING)
        for count, said, field in counted
        if count
    ]


def say_group(group: Group, by: By, words: Words) -> str:
    """Return what a group is called, the one of what is unknown too."""
    if group.year is not None:
        return str(group.year)
    return group.name or words(_OF_NONE[by])


def titles(words: Words) -> Sequence[str]:
    """Return what the columns are called."""
    return [*(words(kind.label) for kind in SHOWN), words(TO_RECEIVE), words(TO_SPEND)]


def figures(sums: Sums, *, by_year: bool = False) -> Sequence[Money | None]:
    """Return what stands in the columns: None where no amount of the kind is recorded.

    What is left of one year says nothing: what is granted in it is received in another.
    """
    left = (None, None) if by_year else (sums.to_receive, sums.to_spend)
    return [*(sums.of(kind) for kind in SHOWN), *left]


def _grid(block: Block, by: By, words: Words) -> Grid:
    rows = [*(Head(say_group(each, by, words), record=each.record) for each in block.groups)]
    total = Head(words("Total"), sums=True)
    lists = [tuple(_filters(block.currency, by, group=each)) for each in block.groups]
    cells = [
        _cells(figures(each.sums, by_year=by is By.YEAR), own, words)
        for each, own in zip(block.groups, lists, strict=True)
    ]
    every = _cells(figures(block.total), tuple(_filters(block.currency, by)), words)
    heads = [Head(said, width=1, figures=True) for said in titles(words)]
    name = words("Montos en {currency}", currency=block.currency)
    return Grid(name, words(CORNERS[by]), heads, [*rows, total], [*cells, every])


def _cells(amounts: Sequence[Money | None], own: Sequence[Filter], words: Words) -> Sequence[Cell]:
    kinds: list[tuple[FundingKind, ...]] = [(kind,) for kind in SHOWN]
    kinds += [(FundingKind.GRANTED, FundingKind.RECEIVED), (FundingKind.RECEIVED, FundingKind.SPENT)]
    return [
        Cell((_line(money, own, of, words),)) if money is not None else Cell()
        for money, of in zip(amounts, kinds, strict=True)
    ]


def _line(money: Money, own: Sequence[Filter], kinds: Sequence[FundingKind], words: Words) -> Line:
    values = tuple(kind.value for kind in kinds)
    wanted = Filter("kind", Operator.ONE_OF, values) if len(values) > 1 else Filter("kind", Operator.EQUALS, values[0])
    return Line(words.amount(money), _list(*own, wanted), tone=Tone.WARNING if money.minor < 0 else Tone.PLAIN)


def _filters(currency: str, by: By, group: Group | None = None) -> Iterator[Filter]:
    yield Filter("currency", Operator.EQUALS, currency)
    if group is None:
        return
    if group.year is not None:
        yield Filter("year", Operator.EQUALS, group.year)
    elif group.record is None:
        yield Filter(_FIELDS[by], Operator.IS_EMPTY)
    else:
        record: RecordKey | str = group.record.id if by is By.PROJECT else group.record
        yield Filter(_FIELDS[by], Operator.EQUALS, record)


def _list(*filters: Filter) -> Query:
    return Query("funding", filters=filters, order=(Order("day"),))
