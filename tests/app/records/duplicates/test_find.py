"""Pairs of records that may be one are found, with the reason, and namesakes that are two are left alone."""

import pytest

from app.records.duplicates import find_duplicates
from app.records.editing import Draft, Rows, save_record
from db.store import Store
from tests.make import add, add_city


def pairs(store: Store, entity: str) -> list[tuple[set[str], int, str]]:
    """Return what is said of each pair."""
    found = find_duplicates(store, entity)
    return [({pair.first_title, pair.second_title}, pair.score, pair.why) for pair in found]


def add_person(store: Store, name: str, email: str = "", city: str = "") -> str:
    """Save a person with an e-mail and a post."""
    points = (Draft("contact_point", None, {"kind": "email", "value": email}),) if email else ()
    post = add(store, "post", name="Enlace", municipality_id=city) if city else ""
    tenures = (Draft("tenure", None, {"post_id": post}),) if post else ()
    draft = Draft("person", None, {"name": name}, {"contact_points": Rows(points), "tenures": Rows(tenures)})
    return save_record(store, draft).id


def test_a_city_misspelt_in_the_same_province_may_be_one(store: Store) -> None:
    add_city(store, "São Bernardo do Campo", "BR", "BR-SP")
    add_city(store, "Sao Bernando do Campo", "BR")
    ((titles, score, why),) = pairs(store, "municipality")
    assert titles == {"São Bernardo do Campo", "Sao Bernando do Campo"}
    assert (score >= 92, why) == (True, "Nombre parecido")


def test_two_cities_of_one_name_in_two_provinces_are_two(store: Store) -> None:
    add_city(store, "Avellaneda", "AR", "AR-B")
    add_city(store, "Avellaneda", "AR", "AR-S")
    assert pairs(store, "municipality") == []


def test_a_state_is_no_duplicate_of_its_capital(store: Store) -> None:
    for kind in ("municipality", "state"):
        add(store, "municipality", short_name="São Paulo", country="BR", subdivision="BR-SP", government_kind=kind)
    assert pairs(store, "municipality") == []


def test_people_of_one_name_are_two_when_they_work_in_two_cities(store: Store) -> None:
    first, second = add_city(store, "Rosario"), add_city(store, "Tandil")
    add_person(store, "Ana Modelo", city=first)
    add_person(store, "Ana Modelo", city=second)
    assert pairs(store, "person") == []
    add_person(store, "ana modelo")
    assert [why for _, _, why in pairs(store, "person")] == ["Se llama igual"] * 2


def test_people_who_share_an_email_are_asked_about_though_their_names_differ(store: Store) -> None:
    add_person(store, "Ana Modelo", "intendencia@example.org")
    add_person(store, "Luis Prueba", "Intendencia@example.org")
    assert pairs(store, "person") == [({"Ana Modelo", "Luis Prueba"}, 70, "Mismo correo o misma sigla")]


def test_organisations_of_one_acronym_are_asked_about(store: Store) -> None:
    add(store, "organisation", name="Ciudades y Gobiernos Locales Unidos", acronym="CGLU / UCLG")
    add(store, "organisation", name="United Cities and Local Governments", acronym="UCLG")
    assert [why for _, _, why in pairs(store, "organisation")] == ["Mismo correo o misma sigla"]


def test_names_that_differ_by_a_number_are_not_alike(store: Store) -> None:
    for number in (3, 13):
        add(store, "organisation", name=f"Centro Comunal Zonal número {number}")
    assert pairs(store, "organisation") == []


def test_experiences_of_one_title_in_two_cities_are_two(store: Store) -> None:
    for city in (add_city(store, "Rosario"), add_city(store, "Tandil")):
        add(store, "experience", name="Presupuesto participativo", municipalities=(city,))
    assert pairs(store, "experience") == []


def test_a_kind_that_does_not_exist_is_a_fault(store: Store) -> None:
    with pytest.raises(KeyError):
        find_duplicates(store, "spaceship")


def test_records_of_any_kind_are_compared_by_name_and_detail(store: Store) -> None:
    azul, tandil = add_city(store, "Azul"), add_city(store, "Tandil")
    add(store, "post", name="Dirección de Cultura", municipality_id=azul)
    add(store, "post", name="Direccion de Cultura", municipality_id=azul)
    add(store, "post", name="Dirección de Cultura", municipality_id=tandil)
    ((titles, score, _why),) = pairs(store, "post")
    assert (titles, score) == ({"Dirección de Cultura", "Direccion de Cultura"}, 100)


@pytest.mark.parametrize("entity", ["organisation", "theme"])
def test_one_that_is_called_in_another_language_as_the_other_is_may_be_one(store: Store, entity: str) -> None:
    add(store, entity, name="Consejo del Mercado Común", name_pt="Conselho do Mercado Comum")
    add(store, entity, name="Conselho do Mercado Comum")
    ((titles, score, why),) = pairs(store, entity)
    assert titles == {"Consejo del Mercado Común", "Conselho do Mercado Comum"}
    assert (score, why) == (100, "Se llama igual")
