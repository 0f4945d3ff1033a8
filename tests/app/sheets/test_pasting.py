"""Rows copied from a spreadsheet are understood as an import understands them, and what is not is said and kept."""

import pytest

from app.sheets.pasting import Destination, Pasted, has_lines, is_table, read_pasted
from db.store import Store
from db.values import PartialDate
from tests.make import SPANISH, add, add_city

SEATS = Destination("seat", ("municipality_id", "role", "organisation_id", "starts", "ends"))
CONTACTS = Destination("contact_point", ("kind", "value", "label"), country="AR")
AGENDA = Destination("agenda_item", ("name", "duration", "starts_at", "person_id", "presenter", "description"))


@pytest.fixture(autouse=True)
def network(store: Store) -> None:
    """Write two cities of one name, another, and a person."""
    add_city(store, "Rosario", "AR", "AR-S")
    add_city(store, "Rosario", "UY", "UY-CO")
    add_city(store, "Canelones", "UY", "UY-CA")
    add(store, "person", name="Ana Prueba")


def problems(pasted: Pasted) -> list[str]:
    """Return what was not understood, as it is said."""
    return [problem.say(SPANISH) for row in pasted.rows for problem in row.problems]


def titles(pasted: Pasted, name: str) -> list[str]:
    """Return what the cells of a reference are called."""
    return [row.cells[name].title for row in pasted.rows]


def test_only_several_cells_are_a_table() -> None:
    column = "<html><table>\n<TR><td>Rosario</td></TR><tr height=20><td>Canelones</td></tr></table>"
    assert is_table("Rosario\tTitular")
    assert is_table("Rosario\nCanelones\n", column)
    assert not is_table("Rosario\r\n")
    assert not is_table("Rosario, Santa Fe")
    assert has_lines("Rosario\nCanelones\n")
    assert not has_lines("Rosario\r\n")


def test_a_wrapped_text_is_no_table_be_it_of_a_message_or_of_one_cell() -> None:
    text = "Se reúne los martes,\ncuando hay quórum."
    assert not is_table(text)
    assert not is_table(text, "<p>Se reúne los martes,<br>cuando hay quórum.</p>")
    assert not is_table(f'"{text}"\r\n', "<table><tr><td>Se reúne los martes,<br>cuando hay quórum.</td></tr></table>")


def test_columns_are_known_by_their_titles_in_any_order(store: Store) -> None:
    text = (
        "Hasta\tFunção\tPoblación\tCiudad\n2027\tPresidencia\t500\tCanelones\n06/2026\tmember\t70\tRosario (Colonia)\n"
    )
    pasted = read_pasted(store, text, SEATS, SPANISH)
    assert titles(pasted, "municipality_id") == ["Canelones", "Rosario"]
    assert [row.values["role"] for row in pasted.rows] == ["chair", "member"]
    assert [row.values["ends"] for row in pasted.rows] == [PartialDate(2027), PartialDate(2026, 6)]
    assert pasted.left_out == ("Población",)
    assert problems(pasted) == []


def test_without_titles_columns_are_known_by_their_values_and_their_order(store: Store) -> None:
    text = "1.\t2025\t2027\tSuplente\tCanelones\r\n2.\t2024\t\tSuplente\tMontevideo\r\n"
    pasted = read_pasted(store, text, SEATS, SPANISH)
    assert pasted.rows[0].values == {
        "municipality_id": pasted.rows[0].cells["municipality_id"].value,
        "role": "alternate",
        "starts": PartialDate(2025),
        "ends": PartialDate(2027),
    }
    assert titles(pasted, "municipality_id") == ["Canelones", ""]
    assert problems(pasted) == ["fila 2, columna E: «Montevideo» no figura en el archivo."]
    assert pasted.rows[1].cells["municipality_id"].text == "Montevideo"
    assert pasted.left_out == ()


def test_a_name_that_several_bear_is_left_to_be_decided(store: Store) -> None:
    pasted = read_pasted(store, "Rosario\tTitular\nRosario · Santa Fe\tPresidencia", SEATS, SPANISH)
    assert problems(pasted)[0] == "fila 1, columna A: Hay más de una ficha llamada «Rosario»."
    assert pasted.rows[1].cells["municipality_id"].title == "Rosario"


def test_contacts_tell_their_kind_and_are_written_as_kept(store: Store) -> None:
    pasted = read_pasted(store, "341 480-2222\tMesa\nana@ejemplo.org\nSan Martín 100\tSede", CONTACTS, SPANISH)
    assert [row.values for row in pasted.rows] == [
        {"kind": "phone", "value": "+543414802222", "label": "Mesa"},
        {"kind": "email", "value": "ana@ejemplo.org"},
        {"value": "San Martín 100", "label": "Sede"},
    ]


def test_one_column_goes_to_the_field_with_the_keyboard(store: Store) -> None:
    there = Destination(CONTACTS.entity, CONTACTS.fields, focused="label")
    pasted = read_pasted(store, "Mesa de entradas\nGuardia", there, SPANISH)
    assert [row.values for row in pasted.rows] == [{"label": "Mesa de entradas"}, {"label": "Guardia"}]


def test_an_agenda_is_told_by_times_minutes_and_who_presents(store: Store) -> None:
    text = 'Apertura\t15\t09:00\tAna Prueba\n"Informe ""anual""\nde la Secretaría"\tmedia hora\t\tNadie Sabe\n'
    pasted = read_pasted(store, text, AGENDA, SPANISH)
    first, second = pasted.rows
    assert (first.values["name"], first.values["duration"], first.cells["person_id"].title) == (
        "Apertura",
        15,
        "Ana Prueba",
    )
    assert str(first.values["starts_at"]) == "09:00"
    assert second.values["name"] == 'Informe "anual" de la Secretaría'
    assert second.cells["duration"].text == "media hora"
    assert [said.split(":")[0] for said in problems(pasted)] == ["fila 2, columna B", "fila 2, columna D"]


def test_nothing_is_lost_of_a_text_that_is_no_table_of_a_program(store: Store) -> None:
    pasted = read_pasted(store, 'Tubo de 2"\t30\n"Cierre\t10\n#N/A\t5', AGENDA, SPANISH)
    assert [row.cells["name"].text for row in pasted.rows] == ['Tubo de 2"', '"Cierre', "#N/A"]
    assert problems(pasted) == [
        "fila 3, columna A: La celda tiene un error de la planilla: #N/A. Corrija la fórmula o escriba el valor."
    ]
    open_quote = read_pasted(store, '"Cierre\nVarios\t5', AGENDA, SPANISH)
    assert [row.cells["name"].text for row in open_quote.rows] == ['"Cierre', "Varios"]
    assert read_pasted(store, "\t\n\n", AGENDA, SPANISH) == Pasted()


@pytest.mark.parametrize(
    "titles", ["Asunto\tMinutos\tQuién presenta", "Punto\tDuración\tA cargo de", "Assunto\tMin\tQuem apresenta"]
)
def test_an_agenda_is_read_by_the_titles_that_offices_give_it(store: Store, titles: str) -> None:
    person = add(store, "person", name="Ana Ficticia")
    pasted = read_pasted(store, f"{titles}\nInforme\t30\tAna Ficticia", AGENDA, SPANISH)
    assert [row.values for row in pasted.rows] == [{"name": "Informe", "duration": 30, "person_id": person}]
    assert pasted.left_out == ()
