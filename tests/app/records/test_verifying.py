"""Records are confirmed today, many at once: their mandates that still last, and nothing else."""

from datetime import date

from app.records.editing import Draft, Rows, save_record
from app.records.history import undo
from app.records.reading import read_record
from app.records.verifying import can_verify, verify_records
from db.store import Store
from db.values import PartialDate
from tests.make import CATALOG, TODAY, add, add_city, said

LONG_AGO = date(2020, 1, 1)


def add_person(store: Store, name: str, post: str, *ends: PartialDate | None) -> str:
    """Save a person with a mandate for each of `ends`, and give the key."""
    tenures = Rows(
        tuple(Draft("tenure", None, {"post_id": post, "ends": each, "verified_on": LONG_AGO}) for each in ends)
    )
    return save_record(store, Draft("person", None, {"name": name}, {"tenures": tenures})).id


def days(store: Store, entity: str, key: str) -> list[object]:
    """Return the days of verification of the mandates of a record."""
    found = read_record(store, entity, key)
    assert found is not None
    return [tenure.values["verified_on"] for tenure in found.parts["tenures"]]


def test_a_person_is_confirmed_in_the_mandates_that_last(store: Store) -> None:
    post = add(store, "post", name="Intendencia", municipality_id=add_city(store))
    ana = add_person(store, "Ana", post, PartialDate(2021), PartialDate(2030), None)
    bruno = add_person(store, "Bruno", post, PartialDate(2021))
    done = verify_records(store, "person", [ana, bruno])
    assert (done.confirmed, done.without) == ({"tenure": 2}, 1)
    assert sorted(map(str, days(store, "person", ana))) == [str(LONG_AGO), str(TODAY), str(TODAY)]
    assert days(store, "person", bruno) == [LONG_AGO]
    assert said(done.changes.title) == "Verificación de 2 contactos"
    undo(store)
    assert days(store, "person", ana) == [LONG_AGO] * 3


def test_one_record_is_called_by_its_name(store: Store) -> None:
    post = add(store, "post", name="Intendencia", municipality_id=add_city(store))
    add_person(store, "Ana", post, None)
    done = verify_records(store, "post", [post])
    assert (done.confirmed, done.without) == ({"tenure": 1}, 0)
    assert days(store, "post", post) == [TODAY]
    assert said(done.changes.title) == "Verificación de cargo «Intendencia»"


def test_a_mandate_is_confirmed_by_itself(store: Store) -> None:
    post = add(store, "post", name="Intendencia", municipality_id=add_city(store))
    found = read_record(store, "person", add_person(store, "Ana", post, None))
    assert found is not None
    assert verify_records(store, "tenure", [found.parts["tenures"][0].id]).confirmed == {"tenure": 1}


def test_what_is_confirmed_already_is_not_written_again(store: Store) -> None:
    post = add(store, "post", name="Intendencia", municipality_id=add_city(store))
    ana = add_person(store, "Ana", post, None)
    assert verify_records(store, "person", [ana]).changes
    again = verify_records(store, "person", [ana])
    assert again.confirmed == {"tenure": 1}
    assert not again.changes


def test_kinds_without_a_day_of_verification_are_not_confirmed() -> None:
    assert [name for name in CATALOG if can_verify(CATALOG, name)] == ["person", "post", "tenure"]
