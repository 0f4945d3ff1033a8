"""What is asked of the FOCEM derives from the whole amount and the share, in its currency."""

import pytest

from app.records.catalog import Filter, Operator, Order, Query
from app.records.reading import list_ids, list_rows
from db.store import Store
from db.values import Money
from tests.make import add

ASKED = "asked"


@pytest.fixture
def proposals(store: Store) -> list[str]:
    """Make proposals of two currencies, and one of which no share is known."""
    known = (
        ("Uno", Money(240_000_000, "USD"), 85_000),
        ("Dos", Money(1_001, "USD"), 33_333),
        ("Tres", Money(5_000, "BRL"), 100_000),
        ("Cuatro", Money(5_000, "USD"), None),
        ("Cinco", None, 50_000),
    )
    return [add(store, "focem_proposal", name=name, amount=amount, share=share) for name, amount, share in known]


def test_it_is_the_share_of_the_amount_in_whole_minor_units(store: Store, proposals: list[str]) -> None:
    shown = [row[0] for row in list_rows(store, "focem_proposal", (ASKED,), proposals)]
    assert shown == [Money(204_000_000, "USD"), Money(334, "USD"), Money(5_000, "BRL"), None, None]


def test_it_is_ordered_and_filtered_within_its_currency(store: Store, proposals: list[str]) -> None:
    one, two, three, four, five = proposals
    ordered = list_ids(store, Query("focem_proposal", order=(Order(ASKED),)))
    assert [each for each in ordered if each not in (four, five)] == [three, two, one]
    most = Filter(ASKED, Operator.AT_LEAST, Money(1_000, "USD"))
    assert list_ids(store, Query("focem_proposal", filters=(most,))) == [one]
    empty = Query("focem_proposal", filters=(Filter(ASKED, Operator.IS_EMPTY),), order=(Order("name"),))
    assert list_ids(store, empty) == [five, four]
