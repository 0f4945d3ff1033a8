"""The history of a file: page by page, by person, kind and words, each operation opened to its fields."""

import pytest

from app.past.listing import Wanted, authors, read_page
from app.past.opened import open_operation
from app.records import history
from app.records.drafts import Draft, Rows
from app.records.editing import delete_records, edit_many, save_record
from app.records.reading import read_record
from app.words.words import Words
from db.store import Store
from tests.app.past.office import edit, last, listed, titles, written_by
from tests.make import CATALOG, SPANISH, add, add_city


def test_the_pages_of_the_history_go_on_where_the_one_before_ended(store: Store) -> None:
    for name in ("Azul", "Bariloche", "Canelones"):
        add_city(store, name)
    first = read_page(store, SPANISH, limit=2)
    assert [each.title for each in first] == ["Alta de ciudad «Canelones»", "Alta de ciudad «Bariloche»"]
    assert [each.title for each in read_page(store, SPANISH, limit=2, below=first[-1].number)] == [
        "Alta de ciudad «Azul»"
    ]


def test_the_history_is_asked_for_by_person(store: Store) -> None:
    add_city(store, "Azul")
    with written_by(store, "Beto Ejemplo"):
        add_city(store, "Rosario")
    assert authors(store) == ("Ana Ejemplo", "Beto Ejemplo")
    assert titles(store, Wanted(author="Beto Ejemplo")) == ["Alta de ciudad «Rosario»"]


def test_the_history_is_asked_for_by_kind_with_parts_and_links_of_that_kind_alone(store: Store) -> None:
    phone = Draft("contact_point", None, {"kind": "phone", "value": "+59821234567"})
    city = add_city(store, "Azul")
    person = add(store, "person", name="Luz Modelo")
    save_record(store, Draft("municipality", city, parts={"contact_points": Rows((phone,))}))
    experience = add(store, "experience", name="Huerta")
    save_record(store, Draft("experience", experience, {"municipalities": (city,)}))
    assert titles(store, Wanted(entity="municipality")) == ["Cambio en ciudad «Azul»", "Alta de ciudad «Azul»"]
    assert titles(store, Wanted(entity="person")) == ["Alta de contacto «Luz Modelo»"]
    assert titles(store, Wanted(entity="experience")) == [
        "Cambio en experiencia «Huerta»",
        "Alta de experiencia «Huerta»",
    ]
    found = read_record(store, "municipality", city)
    assert found is not None
    gone = Rows(removed=(Draft("contact_point", found.parts["contact_points"][0].id),))
    save_record(store, Draft("municipality", city, parts={"contact_points": gone}))
    assert len(titles(store, Wanted(entity="municipality"))) == 3
    assert titles(store, Wanted(entity="person", author="Nadie")) == []
    delete_records(store, "person", [person])
    assert titles(store, Wanted(entity="person"))[0] == "Baja de contacto «Luz Modelo»"


@pytest.mark.parametrize("entity", CATALOG.answering)
def test_each_kind_can_be_asked_for(store: Store, entity: str) -> None:
    assert listed(store, Wanted(entity=entity)) == ()


def test_words_are_looked_for_in_the_language_of_who_reads(store: Store) -> None:
    add_city(store, "São Leopoldo", "BR")
    add_city(store, "Azul")
    history.undo(store)
    assert titles(store, Wanted(words="SAO leopoldo")) == ["Alta de ciudad «São Leopoldo»"]
    assert titles(store, Wanted(words="deshacer")) == ["Deshacer: alta de ciudad «Azul»"]
    found = read_page(store, Words("pt"), Wanted(words="inclusao de cidade"))
    assert [each.title for each in found][-1] == "Inclusão de cidade “São Leopoldo”"
    assert read_page(store, Words("pt"), Wanted(words="agregar")) == ()


def test_words_are_found_however_far_back_they_are(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.past.listing._LOOKED_AT", 2)
    for name in ("Azul", "Bariloche", "Canelones", "Durazno", "Esteban"):
        add_city(store, name)
    told: list[int] = []
    found = read_page(store, SPANISH, Wanted(words="azul"), progress=told.append)
    assert ([each.title for each in found], told) == (["Alta de ciudad «Azul»"], [2, 4, 5])


def test_the_history_says_what_can_be_undone(store: Store) -> None:
    city = add_city(store, "Azul")
    edit(store, "municipality", city, name="Municipalidad de Azul")
    history.undo(store)
    assert [(each.title, each.undone, each.can_undo) for each in listed(store)] == [
        ("Deshacer: cambio en ciudad «Azul»", False, True),
        ("Cambio en ciudad «Azul»", True, False),
        ("Alta de ciudad «Azul»", False, True),
    ]
    history.redo(store)
    assert titles(store)[0] == "Rehacer: cambio en ciudad «Azul»"


def test_an_operation_is_opened_to_its_records_and_fields(store: Store) -> None:
    phone = Draft("contact_point", None, {"kind": "phone", "value": "+59821234567"})
    save_record(
        store, Draft("municipality", None, {"short_name": "Azul", "country": "AR"}, {"contact_points": Rows((phone,))})
    )
    opened = open_operation(store, last(store), SPANISH)
    [record] = opened.records
    assert (record.title, record.what, opened.more) == ("Ciudad: Azul", "se agregó", 0)
    assert [(each.part, each.field, each.after) for each in record.fields][:2] == [
        ("", "Nombre", "Azul"),
        ("", "País", "Argentina"),
    ]
    assert ("Vía de contacto", "Número o dirección") in [(each.part, each.field) for each in record.fields]


def test_a_large_operation_opens_with_its_first_records_whole(store: Store) -> None:
    cities = [add_city(store, f"Ciudad {at}") for at in range(4)]
    edit_many(store, "municipality", cities, {"population": 7})
    opened = open_operation(store, last(store), SPANISH, limit=3)
    assert [each.name for each in opened.records] == ["Ciudad 0", "Ciudad 1", "Ciudad 2"]
    assert (opened.rows, opened.more) == (4, 1)


def test_a_record_that_is_gone_is_called_as_it_was(store: Store) -> None:
    city = add_city(store, "Azul")
    delete_records(store, "municipality", [city])
    [record] = open_operation(store, last(store), SPANISH).records
    assert (record.title, record.what) == ("Ciudad: Azul", "se eliminó")
