"""Amounts are summed by currency and never across; what is still to come and to spend follows."""

import pytest

from app.funds.facts import By, sum_up
from app.funds.reading import read_facts
from db.cooperation import FundingKind
from db.store import Store
from db.values import Money
from tests.app.funds.made import make_funds
from tests.make import add


def test_a_block_for_each_currency_and_never_a_sum_across(store: Store) -> None:
    make_funds(store)
    facts = read_facts(store)
    dollars, pesos = facts.blocks(By.PROJECT)
    assert (dollars.currency, pesos.currency) == ("USD", "UYU")
    assert dollars.total.of_kind == {
        FundingKind.ASKED: 26_000_00,
        FundingKind.GRANTED: 18_000_00,
        FundingKind.RECEIVED: 15_000_00,
        FundingKind.SPENT: 11_200_00,
    }
    assert (dollars.total.to_receive, dollars.total.to_spend) == (Money(3_000_00, "USD"), Money(3_800_00, "USD"))
    assert (pesos.total.to_receive, pesos.total.to_spend) == (None, None), "nothing was granted or received in pesos"
    with pytest.raises(ValueError, match="unpack"):
        sum_up(facts.amounts)


@pytest.mark.parametrize("by", [By.PROJECT, By.DONOR, By.CALL])
def test_what_is_left_of_all_is_the_sum_of_what_is_left_of_each(store: Store, by: By) -> None:
    make_funds(store)
    spent_only = add(store, "project", name="Sin ingreso")
    add(store, "funding", project_id=spent_only, kind="spent", amount=Money(9_000_00, "USD"))
    (dollars, _) = read_facts(store).blocks(by)
    for left in ("to_receive", "to_spend"):
        rows = [getattr(each.sums, left) for each in dollars.groups]
        assert getattr(dollars.total, left) == Money(sum(each.minor for each in rows if each is not None), "USD")
    assert dollars.total.to_spend == Money(3_800_00, "USD")


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (By.PROJECT, [("Huertas", None, 8_000_00), ("Oficinas", None, 18_000_00)]),
        (By.DONOR, [("Agencia Modelo", None, 18_000_00), ("", None, 8_000_00)]),
        (By.CALL, [("Sur-Sur", None, 18_000_00), ("", None, 8_000_00)]),
        (By.YEAR, [("", 2025, 18_000_00), ("", 2026, 8_000_00)]),
    ],
)
def test_what_is_of_none_stands_last(store: Store, by: By, groups: list[tuple[str, int | None, int]]) -> None:
    make_funds(store)
    dollars, _ = read_facts(store).blocks(by)
    assert [(each.name, each.year, each.sums.of_kind[FundingKind.ASKED]) for each in dollars.groups] == groups


@pytest.mark.parametrize(
    ("by", "kind", "field"), [(By.DONOR, "organisation", "donor_id"), (By.CALL, "call", "call_id")]
)
def test_donors_and_calls_stand_by_their_own_names(store: Store, by: By, kind: str, field: str) -> None:
    for project, name in (("Acequias", "Zonda"), ("Barrios", "Ábaco"), ("Canales", "Mate")):
        key = add(store, "project", name=project, **{field: add(store, kind, name=name)})
        add(store, "funding", project_id=key, kind="asked", amount=Money(1, "USD"))
    (dollars,) = read_facts(store).blocks(by)
    assert [each.name for each in dollars.groups] == ["Ábaco", "Mate", "Zonda"]


def test_what_has_no_day_or_no_source_is_known(store: Store) -> None:
    make_funds(store)
    facts = read_facts(store)
    assert [each.project_name for each in facts.undated] == ["Oficinas"]
    assert [each.project_name for each in facts.unsourced] == ["Huertas", "Oficinas"]
    assert [(each.year, each.sums.of_kind) for each in facts.blocks(By.YEAR)[1].groups] == [
        (2026, {FundingKind.OWN: 480_000_00}),
        (None, {FundingKind.SPENT: 315_000_00}),
    ]
