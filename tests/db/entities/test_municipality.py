"""A city as the file keeps it: what it refuses whoever writes, and how it is called."""

import pytest
from sqlalchemy.exc import IntegrityError

from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from app.records.reading import read_record, titles
from db.store import Store
from db.values import PartialDate
from tests.db.writing import ask, changed, made_city, write
from tests.make import add_city


@pytest.mark.parametrize(
    ("column", "value"),
    [("population", -1), ("latitude", 90_000_001), ("latitude", -90_000_001), ("longitude", 180_000_001)],
)
def test_no_city_has_fewer_than_no_people_or_lies_beyond_the_globe(store: Store, column: str, value: int) -> None:
    write(store, made_city())
    with pytest.raises(IntegrityError, match=column):
        write(store, changed("municipality", "city", **{column: value}))
    assert ask(store, f"SELECT {column} FROM municipality") == [(None,)]


@pytest.mark.parametrize(("column", "value"), [("latitude", -90_000_000), ("longitude", 180_000_000)])
def test_the_poles_and_the_line_of_the_date_are_on_the_globe(store: Store, column: str, value: int) -> None:
    write(store, made_city(), changed("municipality", "city", **{column: value}))
    assert ask(store, f"SELECT {column} FROM municipality") == [(value,)]


def test_a_city_is_called_by_its_short_name(store: Store) -> None:
    city = add_city(store, "Canelones", "UY")
    save_record(store, Draft("municipality", city, {"name": "Intendencia de Canelones"}))
    assert titles(store, "municipality", [city]) == {city: "Canelones"}


def test_the_memberships_of_a_city_stand_in_the_order_of_time(store: Store) -> None:
    city = add_city(store)
    spans = ((PartialDate(2012, 5), "suspended"), (PartialDate(1995), "applicant"), (PartialDate(2012), "member"))
    rows = tuple(Draft("membership", None, {"state": state, "starts": starts}) for starts, state in spans)
    save_record(store, Draft("municipality", city, parts={"memberships": Rows(rows)}))
    found = read_record(store, "municipality", city)
    assert found is not None
    states = [row.values["state"] for row in found.parts["memberships"]]
    assert states == ["applicant", "member", "suspended"]
