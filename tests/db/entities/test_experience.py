"""An experience as the file keeps it: how it begins, what it is linked to, and that cost and currency are one."""

from app.records import history
from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from app.records.reading import read_record, titles
from db.store import Store
from db.values import Money
from tests.db.writing import changed, held, made_experience, undo, verdicts, write
from tests.make import add, add_city


def test_an_experience_begins_as_a_draft_that_nobody_may_publish_yet(store: Store) -> None:
    key = add(store, "experience", name="Huerta en la escuela")
    found = read_record(store, "experience", key)
    assert found is not None
    assert (found.values["state"], found.values["permission"]) == ("draft", "not_asked")
    assert titles(store, "experience", [key]) == {key: "Huerta en la escuela"}


def test_cities_organisations_and_themes_are_linked_to_it_and_come_back_with_it(store: Store) -> None:
    links = {
        "municipalities": (add_city(store, "Rosario"),),
        "organisations": (add(store, "organisation", name="Red Modelo"),),
        "themes": (add(store, "theme", name="Cultura"),),
    }
    key = add(store, "experience", name="Huerta", **links)
    save_record(store, Draft("experience", key, dict.fromkeys(links, ())))
    history.undo(store)
    found = read_record(store, "experience", key)
    assert found is not None
    assert {name: found.values[name] for name in links} == links
    assert [found.titles[name] for name in links] == ["Rosario", "Red Modelo", "Cultura"]


def test_a_cost_is_undone_with_its_currency(store: Store) -> None:
    write(store, made_experience(cost_minor=700, cost_currency="USD"))
    edit = write(store, changed("experience", "huerta", cost_currency="BRL"))
    write(store, changed("experience", "huerta", cost_minor=900), by="Beto")
    assert [each.name for each in verdicts(store, edit).values()] == ["EDITED"]
    again = write(store, changed("experience", "huerta", cost_minor=1, cost_currency="UYU"))
    undo(store, again)
    kept = held(store, "experience", "huerta") or {}
    assert (kept["cost_minor"], kept["cost_currency"]) == (900, "BRL")
    found = read_record(store, "experience", "huerta")
    assert found is not None
    assert found.values["cost"] == Money(900, "BRL")


def test_results_stand_in_the_order_that_the_person_gives_them(store: Store) -> None:
    rows = tuple(Draft("experience_result", None, {"name": name}) for name in ("Tres huertas", "Un vivero"))
    key = save_record(store, Draft("experience", None, {"name": "Huerta"}, {"results": Rows(rows)})).id
    first = read_record(store, "experience", key)
    assert first is not None
    turned = tuple(row.id for row in reversed(first.parts["results"]))
    save_record(store, Draft("experience", key, parts={"results": Rows(order=turned)}))
    found = read_record(store, "experience", key)
    assert found is not None
    assert [row.title for row in found.parts["results"]] == ["Un vivero", "Tres huertas"]
