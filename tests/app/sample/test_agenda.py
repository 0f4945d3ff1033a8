"""The agenda of the sample: real activities bear their source, and it shows each thing that a calendar can hold."""

from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids, read_many
from app.screens.agenda import UNTOLD
from db.store import Store


def test_each_real_activity_bears_its_source_and_each_other_says_that_it_is_made_up(store: Store) -> None:
    found = read_many(store, "activity", list_ids(store, Query("activity")))
    plain = [each.title for each in found if "Fuente: http" not in str(each.values["notes"])]
    assert plain
    assert [name for name in plain if "(ejemplo)" not in name] == []


def test_the_agenda_shows_each_thing_that_a_calendar_can_hold(store: Store) -> None:
    found = [each.values for each in read_many(store, "activity", list_ids(store, Query("activity")))]
    assert {values["state"] for values in found} == {"tentative", "confirmed", "cancelled"}
    assert any(values["starts_at"] and values["time_zone"] for values in found)
    assert any(values["ends_on"] and values["starts_at"] for values in found)
    assert any(values["deadline"] and values["host_pays"] for values in found)
    present = Filter("present", Operator.AT_LEAST, 1)
    assert list_ids(store, Query("activity", filters=(present,)))


def test_of_some_activities_something_was_published_and_of_some_nothing(store: Store) -> None:
    untold = list_ids(store, Query("activity", filters=UNTOLD.filters))
    assert 0 < len(untold) < len(list_ids(store, Query("activity")))
