"""What a person changes is written, what another operation changed meanwhile is never written over unseen."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.records import history
from app.records.conflicts import Conflict, ConflictError, Found, Meanwhile, compare
from app.records.drafts import Draft, Rows, made_again, stored_values
from app.records.editing import delete_records, save_record
from app.records.reading import Record, read_record
from app.words.problems import ProblemError
from db.store import Store
from db.values import Money
from tests.app.records.reading import read
from tests.make import CATALOG, SPANISH, add, add_city, everything

VALUES = st.none() | st.integers(0, 3)


@given(VALUES, VALUES, VALUES)
def test_a_value_is_written_when_nobody_else_changed_it(read: object, wanted: object, stored: object) -> None:
    found = compare(read, wanted, stored)
    assert (found is Found.SAME) == (stored == wanted)
    assert (found is Found.WRITTEN) == (stored != wanted and stored == read)
    assert compare(read, wanted, read) is not Found.CONFLICT
    assert compare(read, wanted, wanted) is Found.SAME


def change(record: Record, values: Mapping[str, object], parts: Mapping[str, Rows] | None = None) -> Draft:
    """Return the draft of somebody who read `record` and changes some of it."""
    return Draft(record.entity, record.id, values, parts or {}, stored_values(CATALOG[record.entity], record))


def refused(store: Store, draft: Draft) -> tuple[Conflict, ...]:
    """Return the conflicts for which a draft is refused, having changed nothing."""
    before = everything(store)
    with pytest.raises(ConflictError) as caught:
        save_record(store, draft)
    assert everything(store) == before
    return caught.value.conflicts


def test_two_who_change_different_fields_both_have_their_way(store: Store) -> None:
    seen = read(store, "municipality", add_city(store, "Azul"))
    save_record(store, change(seen, {"web": "https://azul.example.org"}))
    save_record(store, change(seen, {"name": "Municipalidad de Azul"}))
    now = read(store, "municipality", seen.id).values
    assert (now["web"], now["name"]) == ("https://azul.example.org", "Municipalidad de Azul")


def test_a_field_that_another_changed_meanwhile_is_not_written(store: Store) -> None:
    seen = read(store, "municipality", add_city(store, "Azul"))
    save_record(store, change(seen, {"name": "Municipio de Azul"}))
    (found,) = refused(store, change(seen, {"name": "Municipalidad de Azul", "web": "https://azul.example.org"}))
    assert (found.kind, found.mine, found.theirs) == (
        Meanwhile.CHANGED,
        {"name": "Municipalidad de Azul"},
        {"name": "Municipio de Azul"},
    )
    assert found.problem().say(SPANISH).startswith("Otra operación cambió «Nombre oficial» mientras tanto.")
    decided = Draft("municipality", seen.id, {"name": "Municipalidad de Azul"}, read=found.theirs)
    save_record(store, decided)
    assert read(store, "municipality", seen.id).values["name"] == "Municipalidad de Azul"


def test_the_same_value_written_by_both_is_no_conflict(store: Store) -> None:
    seen = read(store, "municipality", add_city(store, "Azul"))
    save_record(store, change(seen, {"name": "Municipio de Azul"}))
    assert not save_record(store, change(seen, {"name": "Municipio de Azul"})).changes


def test_fields_that_say_one_thing_are_decided_together(store: Store) -> None:
    city = add(store, "municipality", short_name="Azul", country="AR", population=60_000, population_year=2001)
    seen = read(store, "municipality", city)
    save_record(store, change(seen, {"population_year": 2010}))
    (found,) = refused(store, change(seen, {"population": 65_000}))
    assert found.mine == {"population": 65_000, "population_year": 2001, "population_source": None}
    assert found.theirs == {"population": 60_000, "population_year": 2010, "population_source": None}


def test_an_amount_is_compared_with_its_currency(store: Store) -> None:
    seen = read(store, "experience", add(store, "experience", name="Huerta", cost=Money(100, "USD")))
    save_record(store, change(seen, {"cost": Money(100, "BRL")}))
    (found,) = refused(store, change(seen, {"cost": Money(200, "USD")}))
    assert found.theirs == {"cost": Money(100, "BRL")}


def test_links_are_added_and_taken_away_one_by_one(store: Store) -> None:
    azul, tigre, lujan = (add_city(store, name) for name in ("Azul", "Tigre", "Luján"))
    seen = read(store, "experience", add(store, "experience", name="Huerta", municipalities=(azul,)))
    save_record(store, change(seen, {"municipalities": (azul, tigre)}))
    save_record(store, change(seen, {"municipalities": (lujan,)}))
    assert set(read(store, "experience", seen.id).values["municipalities"]) == {tigre, lujan}  # type: ignore[call-overload]  # a field of links holds keys


def person(store: Store, *mails: str) -> Record:
    """Make a person with these e-mails."""
    points = tuple(Draft("contact_point", None, {"kind": "email", "value": mail}) for mail in mails)
    draft = Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows(points)})
    return read(store, "person", save_record(store, draft).id)


def mails(store: Store, key: str) -> list[object]:
    """Return the e-mails of a person."""
    return [point.values["value"] for point in read(store, "person", key).parts["contact_points"]]


def label(seen: Record, at: int, text: str) -> Draft:
    """Return the draft that labels one of the contacts that were read."""
    rows = Rows(changed=(change(seen.parts["contact_points"][at], {"label": text}),))
    return change(seen, {}, {"contact_points": rows})


def test_a_row_that_nobody_saw_is_never_touched(store: Store) -> None:
    seen = person(store, "a@example.org")
    add(store, "contact_point", person_id=seen.id, kind="email", value="b@example.org")
    save_record(store, label(seen, 0, "Despacho"))
    assert mails(store, seen.id) == ["a@example.org", "b@example.org"]


def test_a_row_that_is_gone_is_not_brought_back_unasked(store: Store) -> None:
    seen = person(store, "a@example.org", "b@example.org")
    first, second = seen.parts["contact_points"]
    delete_records(store, "contact_point", [first.id])
    (found,) = refused(store, label(seen, 0, "Despacho"))
    assert (found.kind, found.part, found.row) == (Meanwhile.REMOVED, "contact_points", first.id)
    assert not save_record(store, change(seen, {}, {"contact_points": Rows(removed=(change(first, {}),))})).changes
    again = Rows((made_again(CATALOG, first, change(first, {"label": "Despacho"})),), order=(first.id, second.id))
    save_record(store, change(seen, {}, {"contact_points": again}))
    back = read(store, "person", seen.id).parts["contact_points"]
    assert [(point.id, point.values["label"]) for point in back] == [(first.id, "Despacho"), (second.id, None)]


def test_a_row_that_another_changed_is_not_removed_unasked(store: Store) -> None:
    seen = person(store, "a@example.org")
    save_record(store, label(seen, 0, "Despacho"))
    row = seen.parts["contact_points"][0]
    (found,) = refused(store, change(seen, {}, {"contact_points": Rows(removed=(change(row, {}),))}))
    assert found.kind is Meanwhile.CHANGED_WHAT_IS_REMOVED
    assert found.theirs["label"] == "Despacho"
    seen_now = Draft("contact_point", row.id, read=found.theirs)
    save_record(store, change(seen, {}, {"contact_points": Rows(removed=(seen_now,))}))
    assert mails(store, seen.id) == []


def test_a_record_that_is_gone_comes_back_with_all_that_was_read_of_it(store: Store) -> None:
    azul = add_city(store, "Azul")
    result = Draft("experience_result", None, {"name": "40 huertas"})
    values = {"name": "Huerta", "municipalities": (azul,), "cost": Money(100, "USD")}
    key = save_record(store, Draft("experience", None, values, {"results": Rows((result,))})).id
    seen = read(store, "experience", key)
    delete_records(store, "experience", [key])
    draft = change(seen, {"summary": "Cuarenta huertas"})
    (found,) = refused(store, draft)
    assert (found.kind, found.part) == (Meanwhile.REMOVED, "")
    save_record(store, made_again(CATALOG, seen, draft))
    now = read(store, "experience", key)
    assert {**now.values, "summary": None, "missing_count": seen.values["missing_count"]} == seen.values
    assert [row.values for row in now.parts["results"]] == [row.values for row in seen.parts["results"]]
    history.undo(store)
    assert read_record(store, "experience", key) is None


CHANGES: tuple[Callable[[Record], Draft], ...] = (
    lambda seen: change(seen, {"name": "Luz Otra"}),
    lambda seen: change(seen, {"notes": "Llamar"}),
    lambda seen: label(seen, 0, "Despacho"),
    lambda seen: label(seen, 1, "Casa"),
    lambda seen: change(seen, {}, {"contact_points": Rows(removed=(change(seen.parts["contact_points"][0], {}),))}),
    lambda seen: change(
        seen,
        {},
        {"contact_points": Rows((Draft("contact_point", "n" * 32, {"kind": "email", "value": "n@example.org"}),))},
    ),
    lambda seen: change(
        seen, {}, {"contact_points": Rows(order=tuple(row.id for row in reversed(seen.parts["contact_points"])))}
    ),
)


@pytest.mark.parametrize("first", range(len(CHANGES)))
@pytest.mark.parametrize("second", range(len(CHANGES)))
def test_of_two_changes_both_are_there_or_the_second_is_refused(store: Store, first: int, second: int) -> None:
    seen = person(store, "a@example.org", "b@example.org")
    save_record(store, CHANGES[first](seen))
    after_one = everything(store)
    try:
        save_record(store, CHANGES[second](seen))
    except ProblemError:
        assert everything(store) == after_one
        assert {first, second} == {2, 4}, "one labels the row that the other takes away"
        return
    now = read(store, "person", seen.id)
    points = {row.values["value"]: row.values["label"] for row in now.parts["contact_points"]}
    done = {first, second}
    assert now.values["name"] == ("Luz Otra" if 0 in done else "Luz Modelo")
    assert now.values["notes"] == ("Llamar" if 1 in done else None)
    assert ("a@example.org" in points) == (4 not in done)
    assert points.get("a@example.org") == ("Despacho" if 2 in done else None)
    assert points["b@example.org"] == ("Casa" if 3 in done else None)
    assert ("n@example.org" in points) == (5 in done)
    if 6 in done and 4 not in done:
        assert list(points).index("b@example.org") < list(points).index("a@example.org")
