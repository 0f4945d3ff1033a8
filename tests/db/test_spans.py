"""What lasts from a date to another is told alike by the database and of dates that are not in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import bindparam, delete, insert, select

from db.base import PartialDateColumn
from db.entities.membership import Membership, MembershipState, membership_among, membership_on
from db.entities.municipality import Municipality
from db.keys import new_key
from db.spans import ended_before, holds, holds_on, last_day, may_be_between, on
from db.store import Store
from db.titles import Title
from db.values import PartialDate
from tests.make import copied_store

DAYS = some.dates(date(2007, 1, 1), date(2010, 12, 31))


@some.composite
def partial_dates(draw: some.DrawFn) -> PartialDate:
    """Draw a date known by its year, its month or its day."""
    day, letters = draw(DAYS), draw(some.sampled_from((4, 7, 10)))
    return PartialDate.parse(day.isoformat()[:letters])


SPANS = some.tuples(some.none() | partial_dates(), some.none() | partial_dates())


@pytest.fixture(scope="module")
def city(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, str]]:
    """Return a file with one city, and the key of the city."""
    with copied_store(template, tmp_path_factory.mktemp("spans")) as store:
        with store.operation(Title("Carga")) as session:
            key = new_key()
            session.execute(insert(Municipality), [{"id": key, "short_name": "Rosario", "country": "AR"}])
        yield store, key


@given(span=SPANS, day=DAYS)
def test_a_span_holds_on_the_same_days_in_the_database_and_beside_it(
    city: tuple[Store, str], span: tuple[PartialDate | None, PartialDate | None], day: date
) -> None:
    starts, ends = (bindparam(name, value, PartialDateColumn) for name, value in zip("se", span, strict=True))
    with city[0].reading() as session:
        found, past = session.execute(select(holds_on(starts, ends, on(day)), ended_before(ends, on(day)))).one()
    assert bool(found) is holds(*span, day)
    assert bool(past) is (span[1] is not None and span[1].last_day < day)


@given(
    memberships=some.lists(some.tuples(SPANS, some.sampled_from(list(MembershipState))), max_size=4),
    day=DAYS,
)
def test_a_city_has_on_a_day_one_state_in_the_file_and_in_the_plan_of_an_import(
    city: tuple[Store, str],
    memberships: list[tuple[tuple[PartialDate | None, PartialDate | None], MembershipState]],
    day: date,
) -> None:
    store, key = city
    rows = [
        {"id": new_key(), "municipality_id": key, "state": state.value, "starts": starts, "ends": ends}
        for (starts, ends), state in memberships
    ]
    with store.operation(Title("Carga")) as session:
        session.execute(delete(Membership))
        if rows:
            session.execute(insert(Membership), rows)
    with store.reading() as session:
        found = session.scalar(select(membership_on(Municipality.id, on(day))))
    assert found == membership_among(rows, day)


@given(partial=partial_dates() | some.sampled_from([PartialDate(year, 2) for year in (1900, 2000, 2024, 2026)]))
def test_a_partial_date_ends_on_the_same_day_in_the_database_and_beside_it(
    city: tuple[Store, str], partial: PartialDate
) -> None:
    with city[0].reading() as session:
        found = session.execute(select(last_day(bindparam("ends", partial, PartialDateColumn)))).scalar_one()
    assert found == partial.last_day.isoformat()


@given(partial=partial_dates(), after=DAYS, until=DAYS)
def test_a_partial_date_may_lie_between_two_days_when_one_of_its_days_does(
    city: tuple[Store, str], partial: PartialDate, after: date, until: date
) -> None:
    day = bindparam("day", partial, PartialDateColumn)
    with city[0].reading() as session:
        found = session.execute(select(may_be_between(day, after, until))).scalar_one()
    assert bool(found) is (partial.last_day > after and partial.first_day <= until)
