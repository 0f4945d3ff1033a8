"""The kinds of record of an open file: their fields, links and parts as people know them, whatever the columns are."""

import pytest

from db.catalog import Catalog
from db.entities.theme import Theme
from db.fields import Kind
from db.store import Store
from tests.make import CATALOG


def test_an_open_file_has_the_kinds_that_are_declared_in_their_order(store: Store) -> None:
    assert list(store.catalog) == list(CATALOG)
    assert list(Catalog([Theme])) == ["theme"]
    with pytest.raises(KeyError):
        CATALOG["mayor"]


def test_money_is_one_field_though_it_is_two_columns() -> None:
    names = list(CATALOG["experience"].by_name)
    assert CATALOG["experience"].field("cost").field.kind is Kind.MONEY
    assert [name for name in names if name.startswith("cost")] == ["cost"]


def test_links_are_fields_that_lead_to_another_kind_and_parts_are_rows_of_their_record() -> None:
    experience = CATALOG["experience"]
    assert [experience.field(name).target for name in ("municipalities", "themes", "person_id", "name")] == [
        "municipality",
        "theme",
        "person",
        "",
    ]
    assert [(part.name, part.entity, part.key) for part in experience.parts] == [
        ("results", "experience_result", "experience_id")
    ]
    assert CATALOG["experience_result"].is_part
    assert not experience.is_part


def test_what_is_counted_is_shown_but_never_written() -> None:
    city = CATALOG["municipality"]
    assert "membership_state" in city.by_name
    assert "membership_state" not in {info.name for info in city.stored}


def test_fields_that_say_one_thing_are_told_together() -> None:
    city = CATALOG["municipality"]
    assert city.together_with("population_year") == ("population", "population_year", "population_source")
    assert city.together_with("web") == ("web",)


def test_a_field_that_does_not_exist_is_named_with_its_kind() -> None:
    with pytest.raises(KeyError, match=r"municipality\.mayor"):
        CATALOG["municipality"].field("mayor")


def test_a_text_is_as_long_as_its_column() -> None:
    city = CATALOG["municipality"]
    assert (city.field("web").field.bounds.longest, city.field("notes").field.bounds.longest) == (300, None)


def test_parts_answer_the_search_as_their_record() -> None:
    assert {"municipality", "person", "experience"} <= set(CATALOG.answering)
    assert CATALOG["contact_point"].searched
    assert "contact_point" not in CATALOG.answering


def test_a_name_beside_others_says_its_language_where_it_is_written() -> None:
    written = {name: CATALOG[name].by_name["name"].written_label for name in ("body", "organisation", "person")}
    assert written == {"body": "Nombre en español", "organisation": "Nombre en español", "person": "Nombre y apellido"}
    assert CATALOG["body"].field("name").field.label == "Nombre", "in a list it is read in any language"
