"""Records of one name are told apart wherever a person reads which one is meant."""

import pytest

from app.records import namesakes
from app.records.catalog import Filter, Operator, Query
from app.records.editing import Draft, delete_records, save_record
from app.records.reading import list_rows, read_record, titles
from app.rendering.outline import as_text
from app.reports.record_list import compose, gather, options_of
from db.store import Store
from tests.make import SPANISH, add, add_city


def two_cities(store: Store) -> tuple[str, str]:
    """Add Rosario of Santa Fe and Rosario of Colonia."""
    return (
        add_city(store, "Rosario", country="AR", subdivision="AR-S"),
        add_city(store, "Rosario", country="UY", subdivision="UY-CO"),
    )


def test_a_name_that_stands_alone_says_no_more(store: Store) -> None:
    city = add_city(store, "Azul", country="AR", subdivision="AR-B")
    assert titles(store, "municipality", [city]) == {city: "Azul"}


def test_two_cities_of_one_name_are_told_apart_by_their_province(store: Store) -> None:
    first, second = two_cities(store)
    assert titles(store, "municipality", [first]) == {first: "Rosario · Santa Fe"}
    assert set(titles(store, "municipality", [first, second]).values()) == {"Rosario · Santa Fe", "Rosario · Colonia"}


def test_two_posts_of_one_name_are_told_apart_by_their_place(store: Store) -> None:
    azul, tandil = add_city(store, "Azul"), add_city(store, "Tandil")
    posts = [add(store, "post", name="Directora", municipality_id=city) for city in (azul, tandil)]
    assert set(titles(store, "post", posts).values()) == {"Directora · Azul", "Directora · Tandil"}


def test_what_nothing_tells_apart_is_called_as_it_is(store: Store) -> None:
    people = [add(store, "person", name="Ana Ejemplo") for _ in range(2)]
    assert set(titles(store, "person", people).values()) == {"Ana Ejemplo"}


def test_a_form_and_the_history_say_which_one_is_meant(store: Store) -> None:
    first, second = two_cities(store)
    post = add(store, "post", name="Intendenta", municipality_id=second)
    record = read_record(store, "post", post)
    assert record is not None
    assert record.titles["municipality_id"] == "Rosario · Colonia"
    edited = save_record(store, Draft("municipality", first, {"notes": "."})).changes
    assert edited.title.values["name"] == "Rosario · Santa Fe"
    assert delete_records(store, "municipality", [first]).title.values["name"] == "Rosario · Santa Fe"


def test_one_of_very_many_is_told_by_all_that_tells_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = two_cities(store)
    monkeypatch.setattr(namesakes, "MOST_NAMESAKES", 2)
    assert titles(store, "municipality", [first]) == {first: "Rosario · Argentina · Santa Fe"}


def test_the_cells_of_lists_say_which_one_is_meant(store: Store) -> None:
    first, second = two_cities(store)
    posts = [add(store, "post", name="Intendenta", municipality_id=city) for city in (first, second)]
    ana, eva = (add(store, "person", name=name) for name in ("Ana Ejemplo", "Eva Ejemplo"))
    for person, post in ((ana, posts[0]), (eva, posts[1])):
        add(store, "tenure", person_id=person, post_id=post)
    both = ["Rosario · Santa Fe", "Rosario · Colonia"]
    assert list_rows(store, "post", ["municipality_id"], posts) == [(city,) for city in both]
    assert list_rows(store, "person", ["name", "place"], [eva, "0" * 32, ana]) == [
        ("Eva Ejemplo", "Rosario · Colonia"),
        ("Ana Ejemplo", "Rosario · Santa Fe"),
    ]
    experience = add(store, "experience", name="Feria", municipalities=(first, second, add_city(store, "Azul")))
    (said,) = list_rows(store, "experience", ["municipalities"], [experience])[0]
    assert sorted(str(said).split(", ")) == ["Azul", "Rosario · Colonia", "Rosario · Santa Fe"]


def test_who_holds_a_post_and_who_answers_is_told_from_namesakes(store: Store) -> None:
    first, second = two_cities(store)
    posts = [add(store, "post", name="Directora", municipality_id=city) for city in (first, second)]
    for post in posts:
        add(store, "tenure", person_id=add(store, "person", name="Ana Ejemplo"), post_id=post)
    assert list_rows(store, "post", ["holder"], posts) == [
        ("Ana Ejemplo · Rosario · Santa Fe",),
        ("Ana Ejemplo · Rosario · Colonia",),
    ]


def test_a_list_on_paper_says_which_one_is_meant(store: Store) -> None:
    first, _ = two_cities(store)
    add(store, "post", name="Intendenta", municipality_id=first)
    only = Query("post", filters=(Filter("municipality_id", Operator.EQUALS, first),))
    said = as_text(compose(gather(store, options_of("post", only)), SPANISH))
    assert said.count("Rosario · Santa Fe") == 2, "in the words for the filter, and in its row"


def test_namesakes_that_only_lead_to_each_other_are_read_all_the_same(store: Store) -> None:
    outer = add(store, "theme", name="Cultura")
    inner = add(store, "theme", name="Cultura", parent_id=outer)
    assert "Cultura" in titles(store, "theme", [inner])[inner]
