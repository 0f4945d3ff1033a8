"""What is counted of an activity: who came to it, and how often something was published of it."""

from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft, Rows, save_record
from app.records.reading import list_ids, list_rows
from app.screens.agenda import UNTOLD
from db.store import Store
from db.values import RecordKey
from tests.make import add, add_city


def test_who_came_or_was_represented_is_present(store: Store) -> None:
    states = ("present", "represented", "excused", "convened")
    rows = tuple(
        Draft("attendance", None, {"municipality_id": add_city(store, f"Ciudad {at}"), "state": state})
        for at, state in enumerate(states)
    )
    key = save_record(store, Draft("activity", None, {"name": "Taller"}, {"attendances": Rows(rows)})).id
    other = add(store, "activity", name="Otro")
    assert list_rows(store, "activity", ("present",), [key, other]) == [(2,), (0,)]


def test_what_was_published_of_it_is_counted_and_the_view_lists_what_has_none(store: Store) -> None:
    told, untold = add(store, "activity", name="Feria"), add(store, "activity", name="Taller")
    add(store, "activity", name="Visita", state="cancelled")
    for entity, key in (("activity", told), ("activity", told), ("municipality", add_city(store))):
        add(store, "dissemination", name="Nota", medium="web", record=RecordKey(entity, key))
    assert list_rows(store, "activity", ("dissemination_count",), [told, untold]) == [(2,), (0,)]
    assert list_ids(store, Query("activity", filters=UNTOLD.filters)) == [untold]
    some = Filter("dissemination_count", Operator.AT_LEAST, 1)
    assert list_ids(store, Query("activity", filters=(some,))) == [told]
