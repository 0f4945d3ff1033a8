"""The experiences in a dossier: which are of the term, and what the short sheet of each says."""

from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_meeting
from tests.app.reports.example import Network
from tests.app.reports.reading import dossier_of, lines_of
from tests.make import add


def sheets_of(store: Store, meeting: str) -> list[str]:
    """Return the titles of the sheets of a dossier."""
    said = lines_of(dossier_of(store, meeting, "experiences"))
    return [line.removeprefix("### ") for line in said if line.startswith("### ")]


def test_an_experience_is_of_the_term_in_which_it_was_under_way(network: Network) -> None:
    said = lines_of(dossier_of(network.store, network.keys["next"], "experiences"))
    assert "## Experiencias de la gestión 2008-2009 [Experiencias]" in said
    assert sheets_of(network.store, network.keys["next"]) == ["Presupuesto participativo", "Reservada"]
    assert "_1 experiencia sin fecha registrada no figura aquí._" in said


def test_without_end_it_lasted_its_first_year_unless_it_is_said_to_run_still(store: Store) -> None:
    add(store, "period", name="2026-2027", starts=PartialDate(2026))
    for name, running in (("De un año", None), ("Terminada", False), ("En marcha", True)):
        add(store, "experience", name=name, starts=PartialDate(2010), running=running)
    add(store, "experience", name="De ahora", starts=PartialDate(2026))
    assert sheets_of(store, add_meeting(store, add_body(store))) == ["De ahora", "En marcha"]


def test_without_a_term_all_that_have_a_date_are_there_and_it_is_said(store: Store) -> None:
    add(store, "experience", name="Antigua", ends=PartialDate(1999))
    add(store, "experience", name="Sin fecha")
    meeting = add_meeting(store, add_body(store))
    assert sheets_of(store, meeting) == ["Antigua"]
    said = lines_of(dossier_of(store, meeting, "experiences"))
    assert "_La gestión no está registrada: se incluyen todas las experiencias con fecha._" in said


def test_of_one_that_its_city_does_not_let_publish_there_is_the_title_alone(store: Store) -> None:
    told = {"summary": "Los barrios deciden.", "problem": "Nadie decidía.", "starts": PartialDate(2020)}
    add(store, "experience", name="Reservada", permission="refused", **told)
    said = lines_of(dossier_of(store, add_meeting(store, add_body(store)), "experiences"))
    assert "### Reservada" in said
    assert "_La ciudad no autorizó que se publique esta experiencia._" in said
    assert not [line for line in said if "barrios" in line or "Nadie" in line]


def test_what_is_not_recorded_of_it_is_said_in_one_sentence(store: Store) -> None:
    told = {"summary": "Los barrios deciden.", "problem": "Nadie decidía.", "funding": "Propios"}
    add(store, "experience", name="Presupuesto", starts=PartialDate(2020), running=True, **told)
    said = lines_of(dossier_of(store, add_meeting(store, add_body(store)), "experiences"))
    assert "- Origen de los fondos: Propios" in said
    assert "- Fin: sigue en marcha" in said
    assert "#### Problema" in said
    assert "#### Qué se hizo" not in said
    unsaid = "Ciudades, Temas, Costo, Contacto, Qué se hizo, Condiciones para replicarla, Obstáculos y lecciones"
    assert f"_Sin registrar: {unsaid}, Resultados._" in said


def test_its_cities_organisations_and_results_are_on_its_sheet(network: Network) -> None:
    said = lines_of(dossier_of(network.store, network.keys["next"], "experiences"))
    assert "- Ciudades: Rosario" in said
    assert "- Temas: Gobernanza local; Sostenibilidad" in said
    assert "- Contacto: Luis Muestra" in said
    assert "| Más participación | Vecinos que votan | 32.000 (2008) |  |" in said
