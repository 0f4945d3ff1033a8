"""Where the header of a sheet is found, under what people put above it."""

from collections.abc import Sequence

from app.sheets.reading.header import data_rows, find_header, header_at, no_header
from app.sheets.reading.workbook import CellValue, Merge, Sheet
from app.words.folding import fold

KNOWN = frozenset(
    map(
        fold, ["Ciudad", "País", "Cidade", "City", "Provincia", "Población", "Teléfono", "Correo electrónico", "Nombre"]
    )
)
DATA: list[list[CellValue]] = [
    ["Rosario", "AR", 948312],
    ["Montevideo", "UY", 1319108],
    ["Porto Alegre", "BR", 1409351],
    ["Asunción", "PY", 525252],
]
TITLES: list[CellValue] = ["Ciudad", "País", "Población"]


def sheet(*rows: Sequence[CellValue], first_row: int = 1, merges: tuple[Merge, ...] = ()) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet("H", tuple((*row, *(None,) * (width - len(row))) for row in rows), first_row, merges)


def test_the_header_is_found_in_the_first_row() -> None:
    found = find_header(sheet(TITLES, *DATA), KNOWN)

    assert (found.row, found.width, found.titles) == (1, 3, ("Ciudad", "País", "Población"))
    assert 0.5 < found.score <= 1


def test_the_header_is_found_under_titles_blank_rows_and_a_logo() -> None:
    above: list[list[CellValue]] = [
        ["RED DE MERCOCIUDADES"],
        ["Listado de socios al 18/06/2008"],
        [None],
        ["Fuente:", "STPM"],
    ]

    found = find_header(sheet(*above, TITLES, *DATA, first_row=3), KNOWN)

    assert found.row == 7


def test_a_title_merged_over_the_whole_table_is_no_header() -> None:
    rows = sheet(["Ciudades", None, None], TITLES, *DATA, merges=(Merge(1, 0, 1, 2),))

    assert find_header(rows, KNOWN).row == 2


def test_a_title_repeated_in_each_column_is_no_header() -> None:
    assert find_header(sheet(["Superficie de parques"] * 3, TITLES, *DATA), KNOWN).row == 2


def test_a_header_of_words_that_nobody_knows_is_found_by_the_data_below_it() -> None:
    assert find_header(sheet(["VAR01", "VAR02", "VAR03"], *DATA), KNOWN).row == 1


def test_years_can_be_titles() -> None:
    rows = sheet(["CODIGO", "MUNICIPIO", "2023", 2022], ["01101", "IQUIQUE", 5, 7], ["01107", "ALTO HOSPICIO", 6, 8])

    assert find_header(rows, KNOWN).row == 1


def test_a_sheet_of_data_alone_has_no_header() -> None:
    codes = [["05002", "ABEJORRAL", "Antioquia"], ["05004", "ABRIAQUÍ", "Antioquia"], ["50006", "ACACÍAS", "Meta"]]

    for rows in (sheet(*DATA), sheet(*codes), sheet([3, 446], [3, 1047], [4, 7])):
        found = find_header(rows, KNOWN)

        assert (found.row, found.score, set(found.titles)) == (None, 0, {""})
        assert len(list(data_rows(rows, found))) == len(rows.rows)


def test_of_two_rows_of_titles_with_an_empty_one_between_the_lower_is_the_header() -> None:
    rows = sheet(["Cidade", "País", "População"], [None], TITLES, *DATA)

    found = find_header(rows, KNOWN)

    assert (found.row, found.titles) == (3, ("Ciudad", "País", "Población"))
    assert [number for number, _row in data_rows(rows, found)] == [4, 5, 6, 7]


def test_the_lower_of_two_rows_of_titles_is_the_header_though_it_is_a_little_less_known() -> None:
    upper: list[CellValue] = ["Ciudad", "País", "Provincia", "Teléfono", "Nombre", "Población"]
    lower: list[CellValue] = ["City", "País", "Provincia", "Teléfono", "Mayor", "Población"]
    data: list[list[CellValue]] = [
        [f"Ciudad {row}", "AR", "Santa Fe", f"4{row}", f"Persona {row}", row] for row in range(5)
    ]

    assert find_header(sheet(upper, lower, *data), KNOWN).row == 2


def test_a_row_far_down_a_table_is_not_its_header_though_numbers_follow_it() -> None:
    without_year: list[list[CellValue]] = [[f"V{row}", f"Indicador {row}", "sin dato"] for row in range(8)]
    with_year: list[list[CellValue]] = [[f"W{row}", f"Otro {row}", 100 + row] for row in range(30)]

    found = find_header(sheet(["Código", "Descripción", "Valor"], *without_year, *with_year), frozenset())

    assert found.row == 1


def test_a_title_that_only_the_upper_of_two_rows_has_is_not_lost() -> None:
    rows = sheet(
        ["Ciudad", "Contacto", None, None],
        [None, "Nombre", "Teléfono", "Correo electrónico"],
        ["Salto", "Ana Pérez", "+598 4733 1234", "ana@example.org"],
        ["Rosario", "Luis Gómez", "+54 341 480 2000", "luis@example.org"],
        merges=(Merge(1, 1, 1, 3),),
    )

    found = find_header(rows, KNOWN)

    assert (found.row, found.titles) == (2, ("Ciudad", "Nombre", "Teléfono", "Correo electrónico"))


def test_a_title_merged_over_two_columns_stands_for_both() -> None:
    rows = sheet(
        ["Ciudad", "Teléfono", None], ["Salto", "4733", "4734"], ["Rosario", "480", "481"], merges=(Merge(1, 1, 1, 2),)
    )

    assert find_header(rows, KNOWN).titles == ("Ciudad", "Teléfono", "Teléfono (2)")


def test_repeated_titles_are_numbered_and_blanks_taken_off() -> None:
    found = header_at(sheet(["Teléfono ", " Teléfono", "TELEFONO", None, "Otro\nmás"]), 1)

    assert found.titles == ("Teléfono", "Teléfono (2)", "TELEFONO (3)", "", "Otro más")


def test_two_hundred_columns_are_no_obstacle() -> None:
    titles = ["Ciudad", *(f"Indicador {number}" for number in range(199))]
    values: list[list[CellValue]] = [[f"Ciudad {row}", *range(row, row + 199)] for row in range(300)]

    found = find_header(sheet(["Indicadores"], titles, *values), KNOWN)

    assert (found.row, found.width, found.titles[199]) == (2, 200, "Indicador 198")


def test_a_header_without_any_row_below_is_found_when_its_words_are_known() -> None:
    assert find_header(sheet(TITLES), KNOWN).row == 1
    assert find_header(sheet(["Hola", "Mundo"]), KNOWN).row is None


def test_data_rows_leave_out_blank_rows_and_keep_their_numbers() -> None:
    rows = sheet(TITLES, DATA[0], [None], DATA[1])

    assert list(data_rows(rows, header_at(rows, 1))) == [(2, tuple(DATA[0])), (4, tuple(DATA[1]))]
    assert [number for number, _row in data_rows(rows, no_header(rows))] == [1, 2, 4]
