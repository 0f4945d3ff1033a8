"""Rows of organisations: which each one is, by its name or acronym."""

from db.store import Store
from tests.app.sheets.importing.plans import (
    contacts,
    counts,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import add


def test_an_organisation_is_known_by_its_name_or_acronym(store: Store) -> None:
    rows = [
        ("name", "acronym", "type", "headquarters_country", "phone"),
        ("Red Modelo de Ciudades", "RMC", "network", "UY", "+598 2901 2345"),
        ("RMC", None, None, None, None),
        ("red modelo de ciudades", None, None, None, "+598 2901 2345"),
    ]
    plan = imported(store, "organisation", rows)
    assert verdicts(plan) == ["new", "same", "same"]
    (organisation,) = records(store, "organisation")
    assert (organisation["kind"], organisation["country"]) == ("network", "UY")
    assert contacts(store, "organisation") == [[("phone", "+59829012345")]]
    assert counts(plan_of(store, "organisation", rows)) == (3, 0, 0, 3, 0, 0)


def test_another_organisation_of_the_same_acronym_is_doubtful(store: Store) -> None:
    add(store, "organisation", name="Universidad Nacional de Rosario", acronym="UNR")
    plan = plan_of(store, "organisation", [("Nombre", "Sigla"), ("Unión de Naciones Ribereñas", "U.N.R.")])
    assert verdicts(plan) == ["doubtful"]
    assert [one.why for one in plan.rows[0].candidates] == ["Misma sigla"]


def test_an_organisation_of_a_like_name_is_doubtful(store: Store) -> None:
    add(store, "organisation", name="Cooperación Andina de Fomento")
    plan = plan_of(store, "organisation", [("Nombre",), ("Corporación Andina de Fomento",)])
    assert verdicts(plan) == ["doubtful"]


def test_an_organisation_without_name_is_refused(store: Store) -> None:
    plan = plan_of(store, "organisation", [("Nombre", "Sigla"), (None, "XYZ")])
    assert reasons(plan) == ["prueba.xlsx, hoja Hoja1, fila 2: Falta «Nombre». Es un dato obligatorio."]


def test_an_organisation_is_known_by_its_name_in_any_language_and_keeps_the_one_it_has(store: Store) -> None:
    names = {"name": "Consejo del Mercado Común", "name_pt": "Conselho do Mercado Comum", "name_en": "Common Council"}
    add(store, "organisation", **names)
    rows = [
        ("Nombre", "Nombre en portugués", "Sede"),
        ("Conselho do Mercado Comum", None, "Montevideo"),
        ("Common Council", None, None),
        ("Foro Nuevo", "Fórum Novo", None),
        ("Fórum Novo", None, None),
    ]
    plan = imported(store, "organisation", rows)
    assert verdicts(plan) == ["changed", "same", "new", "same"]
    council, forum = sorted(records(store, "organisation"), key=lambda each: str(each["name"]))
    assert (council["name"], council["headquarters"]) == ("Consejo del Mercado Común", "Montevideo")
    assert forum["name"] == "Foro Nuevo"
    alike = plan_of(store, "organisation", [("Nombre",), ("Conselho do Mercado Comun",)])
    assert verdicts(alike) == ["doubtful"]
