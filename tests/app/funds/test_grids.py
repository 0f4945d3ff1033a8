"""Each figure of the money leads to the list of just its amounts."""

import pytest

from app.funds.facts import By
from app.funds.grids import compose_grids, say_missing
from app.funds.reading import read_facts
from app.records.reading import list_ids, list_rows
from app.screens import layout_of
from db.store import Store
from db.values import Money
from tests.app.funds.made import make_funds
from tests.make import CATALOG, SPANISH


@pytest.mark.parametrize("by", list(By))
def test_each_figure_is_the_sum_of_the_amounts_to_which_it_leads(store: Store, by: By) -> None:
    make_funds(store)
    seen = 0
    for grid, currency in zip(compose_grids(read_facts(store), by, SPANISH), ("USD", "UYU"), strict=True):
        for row in grid.cells:
            for cell in row[:5]:
                for line in cell.lines:
                    assert line.query is not None
                    rows = list_rows(store, "funding", ("amount",), list_ids(store, line.query))
                    amounts = [each for (each,) in rows if isinstance(each, Money)]
                    total = Money(sum(each.minor for each in amounts), currency)
                    assert SPANISH.money(total).endswith(line.text)
                    assert {each.currency for each in amounts} == {currency}
                    seen += 1
    assert seen >= 6


def test_the_grid_says_what_is_still_to_come_and_to_spend(store: Store) -> None:
    make_funds(store)
    dollars, pesos = compose_grids(read_facts(store), By.DONOR, SPANISH)
    assert dollars.name == "Montos en USD"
    assert [head.text for head in dollars.columns][-2:] == ["Por recibir", "Por gastar"]
    assert [head.text for head in dollars.rows] == ["Agencia Modelo", "Sin donante", "Total"]
    assert [cell.said for cell in dollars.cells[-1]] == [
        "26.000,00",
        "18.000,00",
        "15.000,00",
        "11.200,00",
        "",
        "3.000,00",
        "3.800,00",
    ]
    assert pesos.cells[-1][-1].said == ""


def test_what_has_no_day_or_source_is_said_with_its_list(store: Store) -> None:
    assert say_missing(read_facts(store), SPANISH) == []
    make_funds(store)
    said = say_missing(read_facts(store), SPANISH)
    assert [line.text for line in said] == ["1 monto sin fecha", "2 montos sin fuente"]
    assert [len(list_ids(store, line.query)) for line in said if line.query is not None] == [1, 2]


def test_an_amount_has_one_name_wherever_it_is_counted() -> None:
    layout = layout_of("funding")
    assert layout is not None
    assert (CATALOG["funding"].one, CATALOG["funding"].many, layout.called) == ("Monto", "Montos", "")
