"""Who came in a term and between days: each gathering once, guests too, nothing made up where nobody noted it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.network.terms import read_term
from app.participation import Counted, Facts, Span, facts_within
from db.store import Store
from db.values import Percent
from tests.app.units.made import CULTURE, Made, make_units
from tests.make import add, copied_store


@pytest.fixture(scope="module")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Return some units with what they met for, to whom a city, a guest and a country came; tests only read it."""
    with copied_store(template, tmp_path_factory.mktemp("participation")) as store:
        made = make_units(store)
        joint = made["joint"]
        add(store, "attendance", meeting_id=joint, municipality_id=made["Canelones"], state="represented")
        seat = add(store, "seat", body_id=made["board"], country="PY", role="member")
        person = add(store, "person", name="Ana Ficticia")
        add(store, "attendance", meeting_id=joint, seat_id=seat, person_id=person, state="present")
        fair = add(store, "activity", name="Feria", units=(made[CULTURE],), starts_on=date(2026, 11, 2))
        add(store, "attendance", activity_id=fair, municipality_id=made["Rosario"], state="absent")
        ahead = add(store, "activity", name="Mañana", starts_on=date(2026, 11, 23))
        add(store, "attendance", activity_id=ahead, municipality_id=made["Azul"], state="present")
        silent = add(store, "meeting", body_id=made["board"], name="Sin anotar", starts_on=date(2026, 9, 9))
        add(store, "attendance", meeting_id=silent, municipality_id=made["Rosario"])
        before = add(store, "meeting", body_id=made["board"], name="De antes", starts_on=date(2026, 3, 1), state="held")
        add(store, "attendance", meeting_id=before, municipality_id=made["Azul"], state="present")
        yield made


def facts(store: Store, term: str = "", starts: date | None = None, ends: date | None = None) -> Facts:
    with store.reading() as session:
        return facts_within(session, store, Span(read_term(session, term) if term else None, starts, ends))


@pytest.fixture(scope="module")
def of_term(made: Made) -> Facts:
    return facts(made.store, made["term"])


def test_a_city_is_counted_once_for_each_gathering_and_the_represented_came(of_term: Facts) -> None:
    found = {each.name: (each.counted.convened, each.counted.came, each.last) for each in of_term.cities}
    assert found == {"Canelones": (2, 2, date(2026, 10, 1)), "Rosario": (2, 0, None)}


def test_what_is_ahead_or_of_which_nobody_noted_who_came_is_not_counted(of_term: Facts) -> None:
    assert (of_term.meetings, of_term.activities) == (2, 1)
    assert of_term.unrecorded == 4, "two of the units, that of the board alone, and the one without notes"


def test_who_sits_for_a_country_counts_for_it_and_is_no_city(of_term: Facts) -> None:
    found = {each.country: (each.cities, each.seen, each.counted.came) for each in of_term.countries}
    assert found == {"UY": (1, 1, 2), "PY": (0, 0, 1), "AR": (1, 0, 0)}
    assert [each.country for each in of_term.countries] == ["UY", "PY", "AR"]


def test_a_joint_meeting_counts_for_each_body_that_met(of_term: Facts) -> None:
    found = {each.name: (each.is_unit, each.meetings, each.activities, each.counted.came) for each in of_term.bodies}
    assert found["Comisión Directiva"] == (False, 1, 0, 2)
    assert found[CULTURE] == (True, 2, 1, 3)


def test_cities_never_seen_say_when_they_were_before(of_term: Facts) -> None:
    assert [(each.name, each.last) for each in of_term.unseen] == [("Azul", date(2026, 3, 1)), ("Rosario", None)]


def test_days_are_counted_whole(made: Made) -> None:
    spring = facts(made.store, starts=date(2026, 10, 1), ends=date(2026, 10, 1))
    assert (spring.meetings, spring.activities, spring.every.convened) == (1, 0, 2)
    assert facts(made.store, ends=date(2026, 3, 1)).cities[0].name == "Azul"


def test_the_share_is_in_whole_percents_and_none_of_nothing(of_term: Facts) -> None:
    share = of_term.every.share
    assert share == Percent(60_000)
    assert Counted(0, 0).share is None
