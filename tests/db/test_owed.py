"""What is due is listed by its day: what is left to do, then what has no day, then what is done."""

from datetime import date

import pytest

from app.records.catalog import Query
from app.records.reading import list_ids, list_rows
from app.screens import layout_of
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import add


@pytest.mark.parametrize("entity", ["commitment", "step", "resolution"])
def test_what_is_due_soonest_comes_first_and_what_is_done_last(store: Store, entity: str) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    meeting = add(store, "meeting", name="Reunión", body_id=body)
    of = {"meeting_id": meeting} if entity == "resolution" else {"record": RecordKey("meeting", meeting)}
    name, over = ("name", "done") if entity == "step" else ("text", {"resolution": "done"}.get(entity, "met"))
    for text, day, state in (
        ("Hecha", date(2026, 1, 2), over),
        ("Sin día", None, ""),
        ("Más tarde", date(2027, 3, 1), ""),
        ("Pronto", date(2026, 12, 1), ""),
    ):
        add(store, entity, **of, **{name: text}, due_on=day, **({"state": state} if state else {}))
    layout = layout_of(entity)
    assert layout is not None
    rows = list_rows(store, entity, (name,), list_ids(store, Query(entity, order=layout.order)))
    assert [row[0] for row in rows] == ["Pronto", "Más tarde", "Sin día", "Hecha"]


def test_studies_are_listed_by_the_day_they_are_due_and_those_delivered_after_the_newest_first(store: Store) -> None:
    for name, due, delivered in (
        ("Viejo", 2019, 2019),
        ("Último", 2024, 2025),
        ("Sin plazo", None, None),
        ("Lejos", 2028, None),
        ("Cerca", 2027, None),
    ):
        known = {"due_on": due, "delivered_on": delivered}
        add(store, "study", name=name, **{field: PartialDate(year) for field, year in known.items() if year})
    layout = layout_of("study")
    assert layout is not None
    rows = list_rows(store, "study", ("name",), list_ids(store, Query("study", order=layout.order)))
    assert [row[0] for row in rows] == ["Cerca", "Lejos", "Sin plazo", "Último", "Viejo"]
