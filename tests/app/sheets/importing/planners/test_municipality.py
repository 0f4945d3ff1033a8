"""Rows of cities: which city each one is, what it changes, and why it is doubtful or refused."""

from pathlib import Path

import pytest

from app.records import history
from app.sheets.importing.importing import (
    Answer,
    Decision,
    Options,
    apply_plan,
    make_plan,
    prepare,
    read_file,
    targets_of,
)
from app.words.problems import ProblemError
from db.checking import check
from db.store import Store
from db.values import PartialDate
from tests.app.sheets.importing.plans import (
    SPANISH,
    changes,
    contacts,
    counts,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import CATALOG, add, add_city, everything, said

HEADER = ("Ciudad", "País", "Provincia")


def test_a_city_is_new_and_then_the_same(store: Store) -> None:
    rows = [HEADER, ("Rosario", "AR", "Santa Fe")]
    plan = imported(store, "municipality", rows)
    assert verdicts(plan) == ["new"]
    assert ("subdivision", None, "AR-S") in changes(plan)
    assert verdicts(plan_of(store, "municipality", rows)) == ["same"]


def test_one_name_in_two_provinces_is_two_cities(store: Store) -> None:
    plan = imported(store, "municipality", [HEADER, ("Avellaneda", "AR", "AR-B"), ("Avellaneda", "AR", "AR-S")])
    assert verdicts(plan) == ["new", "new"]
    assert len(records(store, "municipality")) == 2


def test_a_name_of_several_provinces_without_its_province_is_doubtful(store: Store) -> None:
    plan = plan_of(store, "municipality", [HEADER, ("San Martín", "Argentina", None)])
    assert verdicts(plan) == ["doubtful"]
    (reason,) = reasons(plan)
    assert reason.startswith(
        "prueba.xlsx, hoja Hoja1, fila 2, columna A: «San Martín» existe en varias provincias: Mendoza"
    )
    assert reason.endswith("Escriba la provincia en la planilla, o agregue la ciudad sin provincia.")
    assert plan.rows[0].writes == ()


def test_namesakes_of_other_provinces_are_the_candidates_of_a_row_without_province(store: Store) -> None:
    first = add_city(store, "Avellaneda", "AR", "AR-B")
    second = add_city(store, "Avellaneda", "AR", "AR-S")
    rows = [HEADER, ("avellaneda", "AR", None)]
    plan = plan_of(store, "municipality", rows)
    assert verdicts(plan) == ["doubtful"]
    assert {(one.id, one.title, one.detail) for one in plan.rows[0].candidates} == {
        (first, "Avellaneda", "Argentina · Buenos Aires"),
        (second, "Avellaneda", "Argentina · Santa Fe"),
    }
    decided = plan_of(store, "municipality", rows, decisions={2: Decision(Answer.SAME_AS, second)})
    assert (verdicts(decided), decided.rows[0].record_id) == (["changed"], second)


def test_a_city_of_an_only_province_needs_no_province(store: Store) -> None:
    key = add_city(store, "Rosario", "AR", "AR-S")
    plan = plan_of(store, "municipality", [HEADER, ("Rosario", "AR", None)], options=Options(None))
    assert (verdicts(plan), plan.rows[0].record_id) == (["same"], key)


def test_a_city_recorded_without_province_gets_it(store: Store) -> None:
    key = add_city(store, "Rosario", "AR")
    plan = imported(store, "municipality", [HEADER, ("Rosario", "AR", "Santa Fe")], options=Options(None))
    assert (verdicts(plan), plan.rows[0].record_id) == (["changed"], key)
    assert changes(plan) == [("subdivision", None, "AR-S")]


def test_a_state_is_not_the_city_of_its_name(store: Store) -> None:
    rows = [
        (*HEADER, "Tipo de gobierno"),
        ("São Paulo", "BR", "BR-SP", "city"),
        ("São Paulo", "BR", "BR-SP", "state"),
    ]
    assert verdicts(imported(store, "municipality", rows)) == ["new", "new"]
    assert verdicts(plan_of(store, "municipality", rows)) == ["same", "same"]


def test_a_misspelt_city_is_doubtful_and_shows_the_one_it_may_be(store: Store) -> None:
    key = add_city(store, "Florencio Varela", "AR", "AR-B")
    plan = plan_of(store, "municipality", [HEADER, ("Florensio Varela", "AR", "AR-B")])
    assert verdicts(plan) == ["doubtful"]
    (candidate,) = plan.rows[0].candidates
    assert (candidate.id, candidate.why) == (key, "Nombre parecido")


def test_a_name_like_another_is_new_when_the_gazetteer_has_it(store: Store) -> None:
    add_city(store, "San Carlos", "AR", "AR-S")
    assert verdicts(plan_of(store, "municipality", [HEADER, ("San Marcos", "AR", "AR-X")])) == ["new"]


def test_an_empty_cell_erases_nothing(store: Store) -> None:
    add(store, "municipality", short_name="Azul", country="AR", subdivision="AR-B", population=65_000, notes="Nota.")
    rows = [(*HEADER, "Población", "Notas"), ("Azul", "AR", "AR-B", None, " ")]
    assert verdicts(plan_of(store, "municipality", rows, options=Options(None))) == ["same"]


def test_a_changed_row_says_what_changes_and_from_what(store: Store) -> None:
    add(store, "municipality", short_name="Azul", country="AR", subdivision="AR-B", population=65_000)
    rows = [(*HEADER, "Población", "Sitio web"), ("AZUL", "Argentina", "Buenos Aires", "70.000", "azul.example.org")]
    plan = imported(store, "municipality", rows, options=Options(None))
    assert verdicts(plan) == ["changed"]
    assert changes(plan) == [("population", 65_000, 70_000), ("web", None, "https://azul.example.org")]
    assert records(store, "municipality")[0]["short_name"] == "Azul", "capitals alone change no name"


def test_accents_mend_a_name_and_capitals_do_not(store: Store) -> None:
    add_city(store, "Cordoba", "AR", "AR-X")
    plan = plan_of(store, "municipality", [HEADER, ("Córdoba", "AR", "AR-X")], options=Options(None))
    assert changes(plan) == [("short_name", "Cordoba", "Córdoba")]


def test_names_in_capitals_are_written_as_people_write_them(store: Store) -> None:
    imported(store, "municipality", [HEADER, ("SÃO JOSÉ DOS CAMPOS", "BR", "SP"), ("PIO XII", "BR", "MA")])
    assert {city["short_name"] for city in records(store, "municipality")} == {"São José dos Campos", "Pio XII"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (
            ("Rosario", "Argentina", "Florida del Sur", None, None),
            "columna C: «Florida del Sur» no es una provincia, estado o departamento conocido del país.",
        ),
        (("Rosario", "Atlántida", None, None, None), "columna B: «Atlántida» no es un país conocido."),
        (("Rosario", "AR", "AR-S", "muchos", None), "columna D: «muchos» no es un número entero."),
        (("Rosario", None, None, None, None), "fila 2: Falta el país de «Rosario»."),
        ((None, "AR", "AR-S", 5, None), "fila 2: Falta el nombre de la ciudad."),
        (("Rosario", "AR", "AR-S", -5, None), "columna D: Tiene que ser 0 o más."),
        (("R" * 201, "AR", "AR-S", 5, None), "columna A: El texto de «Nombre» tiene 201 caracteres y caben 200."),
        (("Rosario", "AR", "AR-S", 5, "-33"), "fila 2: La latitud y la longitud van juntas."),
    ],
)
def test_a_bad_value_refuses_its_row_and_says_where(store: Store, row: tuple[str | None, ...], reason: str) -> None:
    plan = plan_of(store, "municipality", [(*HEADER, "Población", "Latitud"), row])
    assert verdicts(plan) == ["refused"]
    assert any(reason in said for said in reasons(plan)), reasons(plan)
    assert plan.rows[0].writes == ()


def test_the_code_of_the_province_has_the_say_over_an_unknown_name(store: Store) -> None:
    header = ("Ciudad", "País", "Provincia", "subdivision_iso")
    plan = plan_of(store, "municipality", [header, ("Lima", "PE", "Lima Metro", "PE-LMA")])
    assert ("subdivision", None, "PE-LMA") in changes(plan)


def test_a_name_and_a_code_of_two_provinces_are_refused(store: Store) -> None:
    header = ("Ciudad", "País", "Provincia", "subdivision_iso")
    plan = plan_of(store, "municipality", [header, ("Rosario", "AR", "Santa Fe", "AR-B")])
    assert verdicts(plan) == ["refused"]
    assert "no coinciden: Buenos Aires, Santa Fe" in reasons(plan)[0]


def test_the_province_says_the_country(store: Store) -> None:
    plan = plan_of(store, "municipality", [("Município", "UF"), ("Ariquemes", "Rondônia")])
    assert ("country", None, "BR") in changes(plan)


def test_a_list_of_cities_makes_members_unless_a_person_says_otherwise(store: Store) -> None:
    imported(
        store, "municipality", [(*HEADER, "Año de ingreso"), ("Rosario", "AR", "AR-S", 1995), ("Lima", "PE", "LMA")]
    )
    found = {
        city["short_name"]: (city["membership_state"], city["member_since"]) for city in records(store, "municipality")
    }
    assert found == {"Rosario": ("member", PartialDate(1995)), "Lima": ("member", None)}
    imported(store, "municipality", [HEADER, ("Salta", "AR", "AR-A")], options=Options("applicant"))
    imported(store, "municipality", [HEADER, ("Tandil", "AR", "AR-B")], options=Options(None))
    states = {city["short_name"]: city["membership_state"] for city in records(store, "municipality")}
    assert (states["Salta"], states["Tandil"]) == ("applicant", None)


def test_a_city_with_a_membership_gets_no_other_from_a_list(store: Store) -> None:
    key = add_city(store, "Rosario", "AR", "AR-S")
    add(store, "membership", municipality_id=key, state="withdrawn", starts=PartialDate(2010))
    assert verdicts(plan_of(store, "municipality", [HEADER, ("Rosario", "AR", "AR-S")])) == ["same"]


def test_a_state_that_is_not_the_recorded_one_is_said_and_not_guessed(store: Store) -> None:
    key = add_city(store, "Rosario", "AR", "AR-S")
    add(store, "membership", municipality_id=key, state="member", starts=PartialDate(1995))
    plan = plan_of(store, "municipality", [(*HEADER, "Situación"), ("Rosario", "AR", "AR-S", "Retirada")])
    assert verdicts(plan) == ["same"]
    assert "En la planilla figura «Retirada» y en el archivo no" in reasons(plan)[0]


def test_the_year_of_entry_completes_and_never_loses_precision(store: Store) -> None:
    key = add_city(store, "Rosario", "AR", "AR-S")
    add(store, "membership", municipality_id=key, state="member", starts=PartialDate(1995, 11, 11))
    header = (*HEADER, "Miembro desde", "Constancia")
    plan = imported(store, "municipality", [header, ("Rosario", "AR", "AR-S", "1995", "Acta de Asunción")])
    assert changes(plan) == [("evidence", None, "Acta de Asunción")]
    later = plan_of(store, "municipality", [header, ("Rosario", "AR", "AR-S", "1996", None)])
    assert changes(later) == [("member_since", PartialDate(1995, 11, 11), PartialDate(1996))]


def test_contacts_of_a_city_are_added_and_known_again(store: Store) -> None:
    rows = [
        (*HEADER, "Teléfono", "Correo"),
        ("Rosario", "AR", "AR-S", "(0341) 480-2000 / 0341 4802222", "a@example.org"),
    ]
    plan = imported(store, "municipality", rows)
    assert verdicts(plan) == ["new"]
    assert contacts(store, "municipality") == [
        [("phone", "+543414802000"), ("phone", "+543414802222"), ("email", "a@example.org")]
    ]
    assert verdicts(plan_of(store, "municipality", rows)) == ["same"]


def test_the_year_in_the_title_is_that_of_the_population(store: Store) -> None:
    imported(store, "municipality", [(*HEADER, "Populacao2013"), ("Ariquemes", "BR", "RO", 101_269)])
    assert records(store, "municipality")[0]["population_year"] == 2013


def test_a_sheet_whose_names_no_column_has_is_not_imported(store: Store) -> None:
    with pytest.raises(ProblemError) as caught:
        plan_of(store, "municipality", [("Color", "Tamaño"), ("rojo", "grande"), ("azul", "chico")])
    assert "Ninguna columna se reconoce como «Nombre»" in caught.value.problems[0].say(SPANISH)


def test_the_list_of_members_goes_in_by_itself(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text(
        "city,country,subdivision,subdivision_iso,government_level,year_joined,evidence,source\n"
        "Avellaneda,AR,Buenos Aires,AR-B,partido,,reunión,http://example.org/1\n"
        "Avellaneda,AR,Santa Fe,AR-S,city,,reunión,\n"
        "San Martín,AR,,,unknown,,,\n"
        "Montevideo,UY,Montevideo,UY-MO,department,1995,Acta de fundación,http://example.org/2\n"
        "São Paulo,BR,São Paulo,BR-SP,city,,,\n"
        "São Paulo (estado),BR,São Paulo,BR-SP,state,,,\n",
        encoding="utf-8",
    )
    empty = everything(store)
    plan = make_plan(store, prepare(read_file(path), targets_of(CATALOG, "municipality")).request(), SPANISH)
    assert counts(plan) == (6, 5, 0, 0, 1, 0)
    apply_plan(store, plan, SPANISH)
    assert said(history.undo_title(store)) == "Importación de 5 ciudades de members.csv"
    again = make_plan(store, prepare(read_file(path), targets_of(CATALOG, "municipality")).request(), SPANISH)
    assert counts(again) == (6, 0, 0, 5, 1, 0)
    assert check(store) == []
    history.undo(store)
    assert everything(store) == empty


def test_a_new_city_stands_where_the_gazetteer_has_it_and_the_plan_shows_it(store: Store) -> None:
    rows = [HEADER, ("Rosario", "AR", "Santa Fe"), ("Villa del Ejemplo", "AR", "Santa Fe"), ("Rivadavia", "AR", None)]
    plan = imported(store, "municipality", rows, decisions={4: Decision(Answer.NEW)})
    shown = dict(field[::2] for field in changes(plan))
    assert round(int(str(shown["latitude"])), -5) == -32_900_000
    placed = {city["short_name"]: city["longitude"] is not None for city in records(store, "municipality")}
    assert placed == {"Rosario": True, "Villa del Ejemplo": False, "Rivadavia": False}


def test_coordinates_that_the_sheet_or_the_file_has_are_kept(store: Store) -> None:
    add_city(store, "Tigre", "AR", "AR-B")
    rows = [("Ciudad", "País", "Provincia", "Latitud", "Longitud"), ("Rosario", "AR", "AR-S", "-33", "-60")]
    imported(store, "municipality", [*rows, ("Tigre", "AR", "AR-B", None, None)])
    placed = {city["short_name"]: city["latitude"] for city in records(store, "municipality")}
    assert placed == {"Rosario": -33_000_000, "Tigre": None}
