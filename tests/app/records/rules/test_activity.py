"""An activity is refused where its days, its hours or its enrolment cannot be."""

from datetime import date

import pytest

from app.records.editing import Draft, save_record
from app.words.problems import ProblemError
from db.store import Store
from tests.make import add

FIRST, NEXT = date(2027, 3, 4), date(2027, 3, 5)


def refused(store: Store, **values: object) -> list[str]:
    """Return the fields for which an activity is refused; none when it is taken."""
    try:
        save_record(store, Draft("activity", None, {"name": "Taller", **values}))
    except ProblemError as error:
        return [problem.place.field for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"starts_on": NEXT, "ends_on": FIRST}, ["ends_on"]),
        ({"ends_on": FIRST}, ["ends_on"]),
        ({"starts_at": "10:00"}, ["starts_on"]),
        ({"starts_on": FIRST, "ends_at": "10:00"}, ["starts_at"]),
        ({"starts_on": FIRST, "starts_at": "10:00", "ends_at": "09:00"}, ["ends_at"]),
        ({"starts_on": FIRST, "ends_on": NEXT, "starts_at": "10:00", "ends_at": "09:00"}, []),
        ({"starts_on": FIRST, "deadline": NEXT}, ["deadline"]),
        ({"starts_on": FIRST, "ends_on": NEXT, "deadline": NEXT}, []),
        ({"deadline": NEXT}, []),
        ({}, []),
    ],
)
def test_days_and_hours_are_in_order(store: Store, values: dict[str, object], fields: list[str]) -> None:
    assert refused(store, **values) == fields


def test_an_attendance_is_of_one_occasion(store: Store) -> None:
    activity = add(store, "activity", name="Taller")
    body = add(store, "body", name="Comisión Directiva", kind="board")
    meeting = add(store, "meeting", name="Reunión", body_id=body)
    city = add(store, "municipality", short_name="Rosario", country="AR")
    for owners in ({}, {"activity_id": activity, "meeting_id": meeting}):
        with pytest.raises(ProblemError, match="una de las dos"):
            add(store, "attendance", municipality_id=city, **owners)
    assert add(store, "attendance", municipality_id=city, activity_id=activity)
