"""Where an agreement stands, and which of its notices is reached."""

from datetime import timedelta

import pytest

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids, list_rows
from app.screens import layout_of
from db.store import Store
from db.values import PartialDate
from tests.make import TODAY, add, add_city


def day(days: int) -> PartialDate:
    return PartialDate.of(TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("dates", "state", "left", "notice"),
    [
        ({}, "sought", None, None),
        ({"signed_on": PartialDate(2005)}, "undated", None, None),
        ({"signed_on": day(30), "ends": day(400)}, "ahead", 400, None),
        ({"starts": day(-30), "ends": day(91)}, "in_force", 91, None),
        ({"starts": day(-30), "ends": day(90)}, "expiring", 90, 90),
        ({"starts": day(-30), "ends": day(31)}, "expiring", 31, 90),
        ({"starts": day(-30), "ends": day(30)}, "expiring", 30, 30),
        ({"starts": day(-30), "ends": day(0)}, "expiring", 0, 0),
        ({"starts": day(-30), "ends": day(-1)}, "ended", None, None),
        ({"ends": day(-1)}, "ended", None, None),
        ({"signed_on": PartialDate(2025), "ends": PartialDate(2026)}, "expiring", 39, 90),
        ({"starts": day(-30), "ends": day(60), "first_notice": 45, "second_notice": None}, "in_force", 60, None),
        ({"starts": day(-30), "ends": day(160), "last_notice": 180}, "expiring", 160, 180),
    ],
)
def test_it_stands_as_its_dates_say(
    store: Store, dates: dict[str, object], state: str, left: int | None, notice: int | None
) -> None:
    key = add(store, "agreement", name="Pasantías", **dates)
    assert list_rows(store, "agreement", ("agreement_state", "days_left", "notice"), [key]) == [(state, left, notice)]


def test_what_expires_is_found_by_its_state(store: Store) -> None:
    soon = add(store, "agreement", name="Pronto", starts=day(-1), ends=day(5))
    add(store, "agreement", name="Lejos", starts=day(-1), ends=day(500))
    wanted = Query("agreement", filters=(Filter("agreement_state", Operator.EQUALS, "expiring"),))
    assert list_ids(store, wanted) == [soon]


def test_it_names_those_with_whom_it_is_made_and_would_be_renewed_by_its_months(store: Store) -> None:
    organisation, city = add(store, "organisation", name="AUGM"), add_city(store, "Rosario")
    key = add(
        store,
        "agreement",
        name="Universidades",
        organisations=(organisation,),
        municipalities=(city,),
        ends=PartialDate(2027, 1, 31),
        renews_by=1,
    )
    shown = list_rows(store, "agreement", ("counterparts", "renewed_until"), [key])
    assert shown == [("AUGM · Rosario", PartialDate(2027, 2, 28))]


def test_what_ends_soonest_stands_first_and_what_is_over_last(store: Store) -> None:
    layout = layout_of("agreement")
    assert layout is not None
    for name, days in (("Vencido", -5), ("Lejos", 500), ("Pronto", 5), ("Sin plazo", None)):
        ends = {} if days is None else {"ends": day(days)}
        add(store, "agreement", name=name, signed_on=PartialDate(2020), **ends)
    keys = list_ids(store, Query("agreement", order=layout.order))
    names = [row[0] for row in list_rows(store, "agreement", ("name",), keys)]
    assert names == ["Pronto", "Lejos", "Sin plazo", "Vencido"]
