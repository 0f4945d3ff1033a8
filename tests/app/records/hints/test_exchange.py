"""Of an adoption it is said that the experience is its city's own, and that the city takes it over a second time."""

from db.store import Store
from db.values import PartialDate, RecordKey
from tests.app.records.hints.test_hints import named, of_draft, of_page
from tests.make import TODAY, add, add_city


def test_the_own_city_of_the_experience_is_said(store: Store) -> None:
    city, other = add_city(store, "Rosario"), add_city(store, "Quilmes")
    key = add(store, "experience", name="Huertas", municipalities=(city,))
    said = of_draft(store, "adoption", experience_id=key, municipality_id=city)
    assert named(said) == [("municipality_id", ("Huertas",))]
    assert of_draft(store, "adoption", experience_id=key, municipality_id=other) == []


def test_a_second_adoption_is_said_while_neither_was_dropped(store: Store) -> None:
    of = {"experience_id": add(store, "experience", name="Huertas"), "municipality_id": add_city(store, "Rosario")}
    dropped = add(store, "adoption", **of, dropped_on=PartialDate(2020))
    one = add(store, "adoption", **of)
    assert of_page(store, "adoption", one) == []  # the other was dropped
    assert of_page(store, "adoption", dropped) == []
    assert named(of_draft(store, "adoption", **of)) == [("municipality_id", ("Huertas – Rosario",))]
    assert of_draft(store, "adoption", **of | {"municipality_id": add_city(store, "Quilmes")}) == []


def test_a_step_before_the_one_it_follows_is_said_in_the_language_of_the_reader(store: Store) -> None:
    of = {"experience_id": add(store, "experience", name="Huertas"), "municipality_id": add_city(store, "Rosario")}
    key = add(store, "adoption", **of)
    asked = add(store, "stage", route="adoption", name="Pedida", name_pt="Pedida em pt")
    used = add(store, "stage", route="adoption", name="En uso", name_pt="Em uso")
    record = RecordKey("adoption", key)
    add(store, "step", record=record, name="Pedida", stage_id=asked, state="done", done_on=TODAY)
    add(store, "step", record=record, name="En uso", stage_id=used, state="done", done_on=TODAY.replace(day=1))
    said = of_page(store.speaking("pt"), "adoption", key)
    assert [each.values["step"] for each in said] == ["Em uso"]
    assert [each.values["former"] for each in said] == ["Pedida em pt"]
