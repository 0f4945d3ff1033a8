"""What comes out of the files of LibreOffice, cell by cell."""

from datetime import date, datetime, time
from pathlib import Path

from app.sheets.reading.workbook import CellError
from db.values import Share
from tests.app.sheets.opening import notices, refusal, rows
from tests.make_sheets import (
    make_ods,
    text_cell,
)


def ods_row(cells: str) -> str:
    return f'<table:table table:name="H"><table:table-row>{cells}</table:table-row></table:table>'


def test_an_ods_gives_the_type_of_each_cell(tmp_path: Path) -> None:
    cells = (
        text_cell("Río  Cuarto")
        + '<table:table-cell office:value-type="float" office:value="5"/>'
        + '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        + '<table:table-cell office:value-type="date" office:date-value="2008-06-18"/>'
        + '<table:table-cell office:value-type="date" office:date-value="2008-06-18T14:30:00"/>'
        + '<table:table-cell office:value-type="time" office:time-value="PT14H30M00S"/>'
        + '<table:table-cell office:value-type="string" calcext:value-type="error">'
        + "<text:p>#N/A</text:p></table:table-cell>"
    )

    assert rows(make_ods(tmp_path / "a.ods", ods_row(cells))) == (
        (
            "Río Cuarto",
            5,
            True,
            date(2008, 6, 18),
            datetime.fromisoformat("2008-06-18T14:30"),
            time(14, 30),
            CellError("#N/A"),
        ),
    )


def test_an_ods_keeps_lines_and_blanks_of_a_text_and_leaves_comments_out(tmp_path: Path) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>nota</text:p></office:annotation>'
        '<text:p>San<text:s text:c="2"/>Martín<text:line-break/>Sur</text:p>'
        "<text:p><text:span>Norte</text:span></text:p>"
        "</table:table-cell>"
    )

    assert rows(make_ods(tmp_path / "a.ods", ods_row(cell))) == (("San  Martín\nSur\nNorte",),)


def test_the_repeated_cells_that_fill_an_ods_to_its_edge_are_not_counted(tmp_path: Path) -> None:
    table = (
        f'<table:table table:name="H"><table:table-row>{text_cell("a")}'
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        f'<table:table-row table:number-rows-repeated="2">{text_cell("b")}</table:table-row>'
        '<table:table-row table:number-rows-repeated="1048573"><table:table-cell/></table:table-row></table:table>'
    )

    assert rows(make_ods(tmp_path / "a.ods", table)) == (("a",), ("b",), ("b",))


def test_merges_and_formulas_without_value_of_an_ods_are_seen(tmp_path: Path) -> None:
    table = (
        '<table:table table:name="H"><table:table-row><table:table-cell office:value-type="string"'
        ' table:number-rows-spanned="2"><text:p>AR</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=1+1"/></table:table-row>'
        f"<table:table-row><table:covered-table-cell/>{text_cell('x')}</table:table-row></table:table>"
    )
    path = make_ods(tmp_path / "a.ods", table)

    assert rows(path) == (("AR", None), ("AR", "x"))
    assert notices(path)[0].startswith("a.ods, hoja H, fila 1, columna B: Hay fórmulas guardadas sin su resultado (1)")


def test_repeated_cells_of_an_ods_do_not_fill_the_memory(tmp_path: Path) -> None:
    for repeated, said in (("rows", "después de la fila"), ("columns", "después de la columna")):
        row = f'<table:table-row table:number-rows-repeated="{1048576 if repeated == "rows" else 1}">'
        cell = text_cell("x").replace(
            ">", f' table:number-columns-repeated="{1 if repeated == "rows" else 999999999}">', 1
        )
        table = f'<table:table table:name="H">{row}{cell}</table:table-row></table:table>'

        assert said in refusal(make_ods(tmp_path / "a.ods", table))


def test_a_number_that_an_ods_shows_as_a_percentage_is_told_from_others(tmp_path: Path) -> None:
    cells = "".join(
        f'<table:table-cell office:value-type="{kind}" office:value="0.85"/>' for kind in ("percentage", "float")
    )
    ((share, number),) = rows(make_ods(tmp_path / "a.ods", ods_row(cells)))
    assert (share, number) == (0.85, 0.85)
    assert (isinstance(share, Share), isinstance(number, Share)) == (True, False)
