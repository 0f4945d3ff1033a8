"""An amount is one value for whoever reads or writes it, and two columns on disk."""

import pytest
from sqlalchemy import text

from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft, save_record
from app.records.reading import list_ids, list_rows
from db.declared import declared, joined, parted
from db.entities.experience import Experience
from db.entities.focem_proposal import FocemProposal
from db.entities.project import Project
from db.money import ALL_OF_IT
from db.store import Store
from db.values import Money
from tests.make import add


def test_an_amount_is_declared_once_and_stands_in_two_columns_on_disk(store: Store) -> None:
    key = add(store, "experience", name="Huerta", cost=Money(700000, "USD"))
    with store.reading() as session:
        held = session.execute(text("SELECT cost_minor, cost_currency FROM experience")).one()
        found = session.get(Experience, key)
    assert tuple(held) == (700000, "USD")
    assert found is not None
    assert found.cost == Money(700000, "USD")
    field = declared(Experience, "cost")
    assert field is not None
    assert (field.field.label, field.columns) == ("Costo", ("cost_minor", "cost_currency"))


def test_an_amount_that_is_taken_away_leaves_both_its_columns_empty(store: Store) -> None:
    key = add(store, "experience", name="Huerta", cost=Money(700000, "USD"))
    save_record(store, Draft("experience", key, {"cost": None}))
    with store.reading() as session:
        held = session.execute(text("SELECT cost_minor, cost_currency FROM experience")).one()
    assert tuple(held) == (None, None)


def test_half_of_an_amount_is_none() -> None:
    assert joined(Experience, {"cost_minor": 5, "cost_currency": None}) == {"cost": None}
    assert joined(Experience, {"cost_minor": None, "cost_currency": "USD"}) == {"cost": None}


def test_a_row_is_parted_and_joined_in_the_order_of_its_columns() -> None:
    by_column = {"name": "Huerta", "cost_minor": 0, "cost_currency": "PYG", "notes": "x"}
    by_field = joined(Experience, by_column)
    assert list(by_field.items()) == [("name", "Huerta"), ("cost", Money(0, "PYG")), ("notes", "x")]
    assert parted(Experience, by_field) == by_column


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        (Operator.EQUALS, Money(700, "USD"), ["Poco"]),
        (Operator.NOT_EQUALS, Money(700, "USD"), ["Mucho", "Nada", "Reales"]),
        (Operator.AT_LEAST, Money(800, "USD"), ["Mucho"]),
        (Operator.AT_MOST, Money(7000, "USD"), ["Mucho", "Poco"]),
        (Operator.ONE_OF, (Money(700, "USD"), Money(900, "BRL")), ["Poco", "Reales"]),
        (Operator.IS_EMPTY, None, ["Nada"]),
        (Operator.IS_FILLED, None, ["Mucho", "Poco", "Reales"]),
    ],
)
def test_amounts_are_compared_within_one_currency(
    store: Store, operator: Operator, value: object, expected: list[str]
) -> None:
    for name, cost in (("Poco", Money(700, "USD")), ("Reales", Money(900, "BRL")), ("Mucho", Money(7000, "USD"))):
        add(store, "experience", name=name, cost=cost)
    add(store, "experience", name="Nada")
    query = Query("experience", filters=(Filter("cost", operator, value),))
    found = list_rows(store, "experience", ["name", "cost"], list_ids(store, query))
    assert sorted(str(name) for name, _ in found) == expected


@pytest.mark.parametrize(
    ("minor", "share", "wanted"),
    [
        (1_001, 33_333, 334),
        (1, 50_000, 1),
        (1, 49_999, 0),
        (9_007_199_254_740_993, 100_000, 9_007_199_254_740_993),
        (9_007_199_254_740_993, 50_000, 4_503_599_627_370_497),
        (9_223_372_036_854_775_807, 99_999, 9_223_279_803_134_407_259),
    ],
)
def test_a_share_is_exact_in_a_query_as_in_a_row(store: Store, minor: int, share: int, wanted: int) -> None:
    amount = Money(minor, "USD")
    proposal = add(store, "focem_proposal", name="Puente", amount=amount, share=share)
    project = add(store, "project", name="Puente", amount=amount, own_share=ALL_OF_IT - share)
    for entity, key in (("focem_proposal", proposal), ("project", project)):
        assert list_rows(store, entity, ("asked",), [key]) == [(Money(wanted, "USD"),)]
    with store.reading() as session:
        assert session.get_one(FocemProposal, proposal).asked_of() == Money(wanted, "USD")
        assert session.get_one(Project, project).asked_of() == Money(wanted, "USD")
