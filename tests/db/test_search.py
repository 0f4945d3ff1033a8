"""One search finds what people type, without accents and from the first letters."""

import pytest

from app.records.editing import Draft, Rows, delete_records, edit_many, save_record
from app.records.history import undo
from app.records.reading import search
from db.checking import check
from db.search import TIDY_EVERY
from db.store import Store
from tests.db.writing import ask, changed, made, made_city, made_phone, write
from tests.make import add, add_city


def found(store: Store, text: str) -> list[str]:
    """Return the titles that a search answers."""
    return [hit.title for hit in search(store, text)]


@pytest.mark.parametrize("typed", ["cordoba", "CÓRDOBA", "cor", "córd", "  cordoba!  "])
def test_accents_and_case_are_ignored(store: Store, typed: str) -> None:
    add_city(store, "Córdoba")
    add_city(store, "Azul")
    assert found(store, typed) == ["Córdoba"]


def test_portuguese_names_are_found_too(store: Store) -> None:
    add_city(store, "São José", "BR")
    assert found(store, "sao jose") == ["São José"]


@pytest.mark.parametrize("typed", ["", "   ", '"', "*", "AND", "(", "a:b", "NEAR(", "-", "col:x OR y"])
def test_signs_are_never_an_error(store: Store, typed: str) -> None:
    add_city(store, "Azul")
    assert found(store, typed) == []


def test_a_match_in_a_part_finds_its_record(store: Store) -> None:
    mail = Draft("contact_point", None, {"kind": "email", "value": "luz@example.org"})
    save_record(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows((mail,))}))
    assert found(store, "luz@example") == ["Luz Modelo"]
    assert found(store, "modelo example") == ["Luz Modelo"]


def test_the_index_follows_changes_deletions_and_undo(store: Store) -> None:
    city = add_city(store, "Azul")
    edit_many(store, "municipality", [city], {"short_name": "Verde"})
    assert (found(store, "azul"), found(store, "verde")) == ([], ["Verde"])
    delete_records(store, "municipality", [city])
    assert found(store, "verde") == []
    undo(store)
    assert found(store, "verde") == ["Verde"]
    assert check(store) == []


def test_a_part_that_moves_is_found_under_its_new_record(store: Store) -> None:
    write(store, made_city(), made_city("other", "Tigre"), made_phone("phone", "4711", municipality_id="city"))
    write(store, changed("contact_point", "phone", municipality_id="other"))
    assert found(store, "4711") == ["Tigre"]
    write(store, made("person", "luz", name="Luz Modelo"))
    write(store, changed("contact_point", "phone", municipality_id=None, person_id="luz"))
    assert [(hit.entity, hit.title) for hit in search(store, "4711")] == [("person", "Luz Modelo")]


def test_a_text_that_changes_is_found_by_its_new_words_alone(store: Store) -> None:
    write(store, made_city(notes="huerta"))
    write(store, changed("municipality", "city", notes="vivero"))
    assert (found(store, "huerta"), found(store, "vivero")) == ([], ["Azul"])


def test_the_index_forgets_in_time_what_was_taken_out_of_it(store: Store) -> None:
    def size() -> int:
        return int(ask(store, "SELECT sum(length(block)) FROM search_index_data")[0][0])

    write(store, made_city())
    while write(store, _many_words(store)) < TIDY_EVERY - 1:
        pass
    before = size()
    assert write(store, _many_words(store)) == TIDY_EVERY
    assert size() < before / 2


def _many_words(store: Store) -> str:
    number = len(ask(store, "SELECT number FROM journal_operation"))
    return changed("municipality", "city", notes=" ".join(f"w{number}x{word}" for word in range(400)))


def test_titles_come_before_other_texts(store: Store) -> None:
    add(store, "organisation", name="Zeta", notes="trabaja con Alfa")
    add(store, "organisation", name="Alfa")
    assert found(store, "alfa") == ["Alfa", "Zeta"]
