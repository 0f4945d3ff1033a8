"""A meeting: in which term it falls, and which bodies meet."""

from datetime import date

import pytest

from app.records.catalog import Filter, Operator, Order, Query
from app.records.reading import list_ids, list_rows
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import add, add_city


@pytest.fixture
def terms(store: Store) -> dict[str, str]:
    """Return two terms that share December of 2026, and a body, by their names."""
    spans = {"2025-2026": (PartialDate(2025, 12), PartialDate(2026, 12)), "2026-2027": (PartialDate(2026, 12), None)}
    keys = {name: add(store, "period", name=name, starts=starts, ends=ends) for name, (starts, ends) in spans.items()}
    return keys | {"body": add(store, "body", name="Comisión Directiva", kind="board")}


def meeting(store: Store, terms: dict[str, str], day: date | None, **values: object) -> str:
    return add(store, "meeting", body_id=terms["body"], name="Reunión", starts_on=day, **values)


@pytest.mark.parametrize(
    ("day", "said", "expected"),
    [
        (date(2026, 3, 1), None, "2025-2026"),
        (date(2026, 12, 31), None, "2025-2026 · 2026-2027"),
        (date(2026, 3, 1), "2026-2027", "2026-2027"),
        (None, "2025-2026", "2025-2026"),
        (None, None, None),
        (date(2020, 1, 1), None, None),
    ],
)
def test_it_falls_in_the_term_that_it_says_else_in_those_of_its_day(
    store: Store, terms: dict[str, str], day: date | None, said: str | None, expected: str | None
) -> None:
    made = meeting(store, terms, day, period_id=terms[said] if said else None)
    assert list_rows(store, "meeting", ("terms",), [made]) == [(expected,)]
    for name in ("2025-2026", "2026-2027"):
        fallen = name in (expected or "")
        for operator, holds in ((Operator.EQUALS, fallen), (Operator.NOT_EQUALS, not fallen)):
            asked = Filter("terms", operator, RecordKey("period", terms[name]))
            assert bool(list_ids(store, Query("meeting", filters=(asked,)))) is holds, (name, operator)


def test_the_bodies_that_meet_are_the_one_whose_meeting_it_is_and_those_beside_it(
    store: Store, terms: dict[str, str]
) -> None:
    unit, other = (add(store, "body", name=name, kind="thematic_unit") for name in ("Ambiente", "Cultura"))
    joint = meeting(store, terms, None, bodies=(other, unit))
    alone = meeting(store, terms, None)
    assert list_rows(store, "meeting", ("held_by",), [joint, alone]) == [
        ("Comisión Directiva · Ambiente · Cultura",),
        ("Comisión Directiva",),
    ]

    def asked(*filters: Filter) -> list[str]:
        return list(list_ids(store, Query("meeting", filters=filters, order=(Order("held_by"),))))

    board, culture = RecordKey("body", terms["body"]), RecordKey("body", other)
    assert asked(Filter("held_by", Operator.EQUALS, culture)) == [joint]
    assert set(asked(Filter("held_by", Operator.ONE_OF, (board, culture)))) == {joint, alone}
    assert asked(Filter("held_by", Operator.EQUALS, board), Filter("held_by", Operator.NOT_EQUALS, culture)) == [alone]
    assert asked(Filter("held_by", Operator.CONTAINS, "ambiente")) == [joint]


def test_bodies_of_one_name_are_told_apart_where_they_meet(store: Store, terms: dict[str, str]) -> None:
    first, other = (add(store, "body", name="Foro", acronym=acronym, kind="forum") for acronym in ("A", "B"))
    made = meeting(store, terms, None, bodies=(first, other))
    assert list_rows(store, "meeting", ("held_by",), [made]) == [("Comisión Directiva · Foro · A · Foro · B",)]


def test_a_city_came_in_the_terms_of_the_meetings_to_which_it_came(store: Store, terms: dict[str, str]) -> None:
    came, excused, never = (add_city(store, name) for name in ("Azul", "Berisso", "Canelones"))
    march, december = meeting(store, terms, date(2026, 3, 1)), meeting(store, terms, date(2026, 12, 5))
    activity = add(store, "activity", name="Feria", starts_on=date(2026, 3, 2), state="confirmed")
    for owner, key in (("meeting_id", march), ("meeting_id", december), ("activity_id", activity)):
        add(store, "attendance", municipality_id=came, state="represented", **{owner: key})
    add(store, "attendance", municipality_id=excused, state="excused", meeting_id=march)
    columns = ("came_in", "came_count")
    assert list_rows(store, "municipality", columns, [came, excused, never]) == [
        ("2025-2026 · 2026-2027", 2),
        (None, 0),
        (None, 0),
    ]
    absent = Filter("came_in", Operator.NOT_EQUALS, RecordKey("period", terms["2025-2026"]))
    asked = Query("municipality", filters=(absent,), order=(Order("came_in"), Order("short_name")))
    assert list(list_ids(store, asked)) == [excused, never]


def test_a_term_whose_end_nobody_wrote_down_does_not_run_beside_the_one_that_followed(
    store: Store, terms: dict[str, str]
) -> None:
    add(store, "period", name="2007-2008", starts=PartialDate(2007))
    city, before = add_city(store, "Azul"), meeting(store, terms, date(2008, 3, 1))
    add(store, "attendance", municipality_id=city, state="present", meeting_id=before)
    assert list_rows(store, "municipality", ("came_in", "came_count"), [city]) == [("2007-2008", 0)]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, None),
        ({"opening": "Se reúne la Comisión."}, "draft"),
        ({"closing": "Se levanta la sesión.", "acta_sent_on": date(2026, 3, 2)}, "correction"),
        ({"opening": "Se reúne la Comisión.", "acta_sent_on": date(2026, 3, 2), "state": "closed"}, "approved"),
    ],
)
def test_its_acta_is_written_then_corrected_then_approved(
    store: Store, terms: dict[str, str], values: dict[str, object], expected: str | None
) -> None:
    key = meeting(store, terms, date(2026, 3, 1), **values)
    assert list_rows(store, "meeting", ("acta_state",), [key]) == [(expected,)]


def test_what_was_said_of_an_item_is_a_draft_too(store: Store, terms: dict[str, str]) -> None:
    key = meeting(store, terms, date(2026, 3, 1))
    add(store, "agenda_item", meeting_id=key, name="Apertura", minutes="Se abre la sesión.")
    assert list_rows(store, "meeting", ("acta_state",), [key]) == [("draft",)]
