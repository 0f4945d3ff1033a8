"""The blocks of a section one under the other on its sheet, and what each of them says there."""

from datetime import date, datetime

from openpyxl.worksheet.worksheet import Worksheet

from app.document import (
    NOT_RECORDED,
    Annex,
    Block,
    Cell,
    Column,
    DescriptionList,
    Document,
    Heading,
    KeyFigures,
    MapPoint,
    PageBreak,
    Paragraph,
    PointMap,
    Section,
    Sheet,
    Table,
    Tone,
)
from tests.app.rendering.sample import dossier
from tests.app.rendering.xlsx.opening import opened, worksheet_of


def sheet_with(*blocks: Block, language: str = "es") -> Worksheet:
    return worksheet_of(opened(Document("Red", language, (Section("Red", blocks),))), "Red")


def said_by(sheet: Worksheet) -> list[list[object]]:
    """Return the rows of a sheet below its title, without the empty ones."""
    cells: list[list[object]] = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    rows = [[value for value in row if value is not None] for row in cells]
    return [row for row in rows if row]


def test_the_blocks_stand_in_their_order_under_the_title_and_a_page_break_takes_no_row() -> None:
    sheet = sheet_with(Heading("Ciudades"), PageBreak(), KeyFigures(((5, "miembros"),)), Paragraph(""))
    assert sheet["A1"].value == "Red"
    assert said_by(sheet) == [["Ciudades"], [5, "miembros"]]
    without = sheet_with(Heading("Ciudades"), KeyFigures(((5, "miembros"),)))
    assert sheet.max_row == without.max_row


def test_a_map_is_a_table_of_places_in_degrees() -> None:
    sheet = worksheet_of(opened(dossier()), "Estado de la red")
    assert ["Montevideo", "Uruguay", -34.9, -56.16] in [[cell.value for cell in row] for row in sheet.iter_rows()]
    places = sheet_with(
        PointMap("Miembros", (MapPoint("Porto Alegre", -30_033_100, -51_230_000, "BR"),)), language="pt"
    )
    assert said_by(places) == [
        ["Miembros"],
        ["Local", "País", "Latitude", "Longitude"],
        ["Porto Alegre", "Brasil", -30.0331, -51.23],
    ]


def test_what_is_not_recorded_is_said_and_a_zero_is_recorded() -> None:
    sheet = sheet_with(DescriptionList((("Lugar", ""), ("Fecha", None), ("Integrantes", 0))))
    assert said_by(sheet) == [["Lugar", "sin registrar"], ["Fecha", "sin registrar"], ["Integrantes", 0]]


def test_a_table_without_rows_says_its_sentence_in_place_of_headings() -> None:
    columns = (Column("Ciudad"), Column("País"))
    empty = Table(columns, (), caption="Movimientos", empty="No hay movimientos registrados.")
    assert said_by(sheet_with(empty)) == [["Movimientos"], ["No hay movimientos registrados."]]
    assert said_by(sheet_with(Table(columns, (), caption="Para firmar"))) == [["Para firmar"], ["Ciudad", "País"]]


def test_yes_and_no_are_words_of_the_document_wherever_they_stand() -> None:
    blocks = (
        Table((Column("Miembro"), Column("Nota")), ((True, Cell(False, Tone.LATE)), (1, 0))),
        DescriptionList((("Convocada", False),)),
    )
    assert said_by(sheet_with(*blocks))[1:] == [["sí", "no"], [1, 0], ["Convocada", "no"]]
    assert said_by(sheet_with(*blocks, language="pt"))[1:] == [["sim", "não"], [1, 0], ["Convocada", "não"]]


def test_the_sign_of_a_late_paragraph_stands_in_its_text_and_once() -> None:
    sheet = sheet_with(Paragraph("Falta el quórum.", Tone.LATE), Paragraph("Sin convocar.", Tone.WARNING))
    assert said_by(sheet) == [["▲\xa0Falta el quórum."], ["△\xa0Sin convocar."]]
    formats = {cell.value: cell.number_format for row in sheet for cell in row if cell.value}
    assert not any(sign in said for said in formats.values() for sign in "▲△")


def test_an_annex_is_named_with_its_number_and_its_file() -> None:
    sheet = sheet_with(Annex(2, "Acta anterior", "acta.pdf", "application/pdf", b"%PDF"))
    assert said_by(sheet) == [["Anexo 2 · Acta anterior", "acta.pdf"]]


def test_rows_stand_in_place_of_the_blocks_one_table_a_sheet_with_nothing_for_nothing() -> None:
    row = (date(2026, 8, 1), NOT_RECORDED, Cell(NOT_RECORDED, Tone.MUTED), "")
    table = Table(tuple(map(Column, ("Día", "Quién", "Qué", "Cómo"))), (row,))
    section = Section("Red", (Paragraph("En prosa"),), rows=(Sheet("Uno", table, "De 2026"), Sheet("Otro", table)))
    book = opened(Document("Red", "es", (section,)))
    assert book.sheetnames == ["Uno", "Otro"]
    uno, otro = (worksheet_of(book, name) for name in book.sheetnames)
    assert [cell.value for cell in uno["A"] if cell.value] == ["Uno", "De 2026", "Día", datetime(2026, 8, 1)]  # noqa: DTZ001  # a sheet has no zones
    assert (uno.auto_filter.ref, uno.freeze_panes, uno.max_row) == ("A5:D6", "A6", 6)
    assert [cell.value for cell in uno[6]][1:4] == [None, None, None]
    assert otro.auto_filter.ref == "A3:D4"
