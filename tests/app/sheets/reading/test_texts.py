"""What comes out of csv files and web pages, whatever their letters, delimiters and quotation marks."""

from pathlib import Path

import pytest

from app.sheets.reading.workbook import CellError, Merge
from tests.app.sheets.opening import notices, only_sheet, refusal, rows
from tests.make_sheets import make_html

TABLE = "Ciudad;Teléfono;Nota\nAsunción;+595 21 443-820;María\nSão José;4444144-3855208;Ñandú\n"
CELLS = (
    ("Ciudad", "Teléfono", "Nota"),
    ("Asunción", "+595 21 443-820", "María"),
    ("São José", "4444144-3855208", "Ñandú"),
)


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_accents_come_out_right_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    assert rows(written(tmp_path / "a.csv", TABLE, encoding)) == CELLS


def test_letters_of_old_systems_are_recognised_and_the_guess_is_told(tmp_path: Path) -> None:
    text = "Nombre;Cargo\n" + "José Núñez Peña;Dirección de Planificación\nRamón Ibáñez;Secretaría Técnica\n" * 20
    path = written(tmp_path / "a.csv", text, "cp850")

    assert rows(path)[1] == ("José Núñez Peña", "Dirección de Planificación")
    assert "se leyó como DOS 850" in notices(path)[0]


def test_a_file_that_says_its_encoding_gets_no_notice(tmp_path: Path) -> None:
    assert notices(written(tmp_path / "a.csv", TABLE, "utf-8-sig")) == []


def test_one_damaged_letter_does_not_cost_the_accents_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(("Ciudad;País\n" + "Asunción;Río\n" * 100).encode() + b"Bel\xe9m;BR\n")

    assert rows(path)[1] == ("Asunción", "Río")
    assert notices(path)[0].startswith("a.csv, fila 102: El archivo tiene letras dañadas (1)")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    text = TABLE.replace(";", delimiter)

    assert rows(written(tmp_path / "a.csv", text)) == CELLS


def test_decimal_commas_are_no_delimiters(tmp_path: Path) -> None:
    text = "Lat;Lon\n-32,9;-60,6\n-34,9;-56,2\n"

    assert rows(written(tmp_path / "a.csv", text))[1] == ("-32,9", "-60,6")


def test_commas_within_marks_are_no_delimiters_though_each_row_has_as_many(tmp_path: Path) -> None:
    text = '"Rosario";"uno, dos, tres"\n"Salto";"cuatro, cinco, seis"\n'

    assert rows(written(tmp_path / "a.csv", text)) == (("Rosario", "uno, dos, tres"), ("Salto", "cuatro, cinco, seis"))


def test_delimiters_and_lines_within_quotation_marks_are_part_of_the_cell(tmp_path: Path) -> None:
    text = 'Título,Ciudades\r\n"Agua, para todos","Rosario; Santa Fe"\r\n"Dos\r\nlíneas","dijo ""sí"""\r\nTres,x\r\n'

    sheet = only_sheet(written(tmp_path / "a.csv", text))

    assert sheet.rows[1:] == (
        ("Agua, para todos", "Rosario; Santa Fe"),
        ("Dos\r\nlíneas", 'dijo "sí"'),
        ("Tres", "x"),
    )
    assert sheet.last_row == 4


def test_title_rows_and_blank_lines_keep_the_numbers_of_the_rows(tmp_path: Path) -> None:
    text = "\nListado de socios\n\nCiudad;País;Año\nRosario;AR;1995\nSalto;UY\n"

    sheet = only_sheet(written(tmp_path / "a.csv", text))

    assert sheet.first_row == 2
    assert sheet.row(4) == ("Ciudad", "País", "Año")
    assert sheet.row(6) == ("Salto", "UY", None)


def test_the_line_that_tells_excel_the_delimiter_is_no_row(tmp_path: Path) -> None:
    sheet = only_sheet(written(tmp_path / "a.csv", "sep=|\na;b|c\n"))

    assert (sheet.first_row, sheet.rows) == (1, (("a;b", "c"),))


def test_a_column_of_names_with_commas_within_marks_is_one_column(tmp_path: Path) -> None:
    assert rows(written(tmp_path / "a.csv", '"Pérez, Ana"\n"Silva, João"\n')) == (("Pérez, Ana",), ("Silva, João",))


def test_marks_around_a_part_of_a_cell_are_letters_and_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'Ciudad;País\n"La" Plata;AR\n"Salto";UY\n')

    assert rows(path)[1:] == (('"La" Plata', "AR"), ("Salto", "UY"))
    assert notices(path)[0].startswith("a.csv, fila 2: Hay comillas sueltas")


def test_a_mark_that_never_closes_swallows_no_row(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'Ciudad;País\nSalto;UY\n"Rosario;AR\nCórdoba;AR\n')

    assert rows(path)[2:] == (('"Rosario', "AR"), ("Córdoba", "AR"))
    assert notices(path)[0].startswith("a.csv, fila 3: Hay comillas sueltas")


def test_a_mark_that_never_closes_where_lines_cannot_be_told_apart_is_refused_with_its_row(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'Ciudad;Nota\n"Salto";"dos\nlíneas"\n"Rosario;AR\nCórdoba;AR\n')

    assert refusal(path).startswith("a.csv, fila 3: Hay comillas que se abren y no se cierran")


def test_errors_exported_to_text_are_errors_in_each_language(tmp_path: Path) -> None:
    assert rows(written(tmp_path / "a.csv", "a;b\n#N/D;#¡REF!\n"))[1] == (CellError("#N/D"), CellError("#¡REF!"))


def test_the_apostrophe_before_a_formula_is_taken_off(tmp_path: Path) -> None:
    assert rows(written(tmp_path / "a.csv", "Teléfono;Nota\n'+54 341;'hola\n"))[1] == ("+54 341", "'hola")


def test_several_phones_in_a_cell_come_as_they_are(tmp_path: Path) -> None:
    text = "Ciudad;Teléfono\nAbejorral;8647611-8647384 Ext 102 - 8647182)\n"

    assert rows(written(tmp_path / "a.csv", text))[1][1] == "8647611-8647384 Ext 102 - 8647182)"


def test_a_web_page_named_xls_gives_its_largest_table_with_a_notice(tmp_path: Path) -> None:
    body = (
        "<table><tr><td>menú</td></tr></table>"
        "<table><tr><th>Ciudad</th><th colspan=2>Contacto</th></tr>"
        "<tr><td>Río\n Cuarto</td><td>Ana<br>Luis</td><td>341&nbsp;480</td></tr></table>"
    )
    path = make_html(tmp_path / "socios.xls", body)

    sheet = only_sheet(path)

    assert sheet.rows == (("Ciudad", "Contacto", None), ("Río Cuarto", "Ana\nLuis", "341 480"))
    assert sheet.merges == (Merge(1, 1, 1, 2),)
    assert notices(path) == [
        "socios.xls: El archivo es una página web; se leyó su tabla más grande. Compruebe que es la tabla que busca."
    ]


def test_a_cell_over_several_rows_of_a_web_page_counts_in_each(tmp_path: Path) -> None:
    body = "<table><tr><td rowspan=2>AR</td><td>Rosario</td></tr><tr><td>Córdoba</td></tr></table>"

    assert rows(make_html(tmp_path / "a.xls", body)) == (("AR", "Rosario"), ("AR", "Córdoba"))


def test_a_web_page_without_table_is_refused(tmp_path: Path) -> None:
    assert "página web sin ninguna tabla" in refusal(make_html(tmp_path / "a.xls", "<p>Inicie sesión</p>"))
