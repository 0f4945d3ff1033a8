"""Tables of a document of Word: what repeats, what holds together, how wide, and at which side figures stand."""

from datetime import date
from decimal import Decimal

import pytest

from app.document import (
    NOT_RECORDED,
    BarChart,
    Cell,
    Column,
    DescriptionList,
    KeyFigures,
    Paragraph,
    Table,
    Tone,
)
from tests.app.rendering.docx.opening import Opened, opened, opened_of
from tests.app.rendering.sample import listing

COLUMNS = (Column("Ciudad", 3), Column("Habitantes", 1), Column("Vence", 1))
ROWS = (
    ("Rosario", 948_312, date(2009, 3, 1)),
    (Cell("Canelones", Tone.STRONG), None, Cell(date(2009, 1, 1), Tone.LATE)),
)


def table_of(*, landscape: bool = False) -> Opened:
    """Return a document of one table with a caption."""
    return opened_of(Table(COLUMNS, ROWS, caption="Ciudades"), landscape=landscape)


def test_the_headings_repeat_on_each_page_and_no_row_breaks_over_two() -> None:
    file = table_of()
    assert file.count("//w:tr[w:trPr/w:tblHeader]") == 1
    assert file.count("//w:tr[1][w:trPr/w:tblHeader]") == 1
    assert file.count("//w:tr[not(w:trPr/w:cantSplit)]") == 0
    assert file.styled("CellHead") == ["Ciudad", "Habitantes", "Vence"]


@pytest.mark.parametrize(("landscape", "width"), [(False, 168), (True, 261)])
def test_the_columns_are_as_wide_as_the_text_and_by_the_widths_asked(*, landscape: bool, width: int) -> None:
    file = table_of(landscape=landscape)
    widths = [int(each) for each in file.found("//w:gridCol/@w:w")]
    assert sum(widths) == round(width * 1440 / 25.4)
    assert file.found("//w:tblW/@w:w") == [str(sum(widths))]
    assert widths[0] == pytest.approx(3 * widths[1], rel=0.01)
    assert [int(each) for each in file.found("//w:tr[2]/w:tc/w:tcPr/w:tcW/@w:w")] == widths


def test_figures_stand_under_their_last_digit_with_their_heading() -> None:
    file = table_of()
    for row in (1, 2, 3):
        assert file.count(f"//w:tr[{row}]/w:tc[2]/w:p/w:pPr/w:jc[@w:val='right']") == 1
        assert file.count(f"//w:tr[{row}]/w:tc[1]/w:p/w:pPr/w:jc") == 0


def test_the_caption_stands_over_the_table_and_stays_with_it() -> None:
    file = table_of()
    assert file.styled("Caption") == ["Ciudades"]
    assert file.count("//w:style[@w:styleId='Caption']/w:pPr/w:keepNext", "word/styles.xml") == 1
    assert file.found("//w:tblCaption/@w:val") == ["Ciudades"]


def test_a_tone_is_told_by_sign_and_weight() -> None:
    (table,) = table_of().word.tables
    assert table.rows[2].cells[2].text == "▲\u00a001/01/2009"
    assert [run.style.name for run in table.rows[2].cells[0].paragraphs[0].runs if run.style] == ["Strong"]
    file = table_of()
    assert file.count("//w:style[@w:styleId='Late']/w:rPr/w:b", "word/styles.xml") == 1


def test_a_table_without_rows_says_so() -> None:
    file = opened_of(Table(COLUMNS, (), caption="Ciudades", empty="No hay ciudades."))
    assert file.word.tables == []
    assert [each.text for each in file.word.paragraphs][1:3] == ["Ciudades", "No hay ciudades."]


def test_room_to_write_by_hand_is_kept() -> None:
    file = opened_of(Table((Column("Firma"),), (("",), ("",)), row_height=11))
    assert file.found("//w:trHeight/@w:val") == ["624", "624"]


def test_crowded_columns_have_smaller_letters() -> None:
    columns = tuple(Column("Responsabilidad") for _ in range(12))
    file = opened_of(Table(columns, (("Correspondencia",) * 12,)))
    assert int(file.found("//w:tr[2]//w:sz/@w:val")[0]) < 17


def test_two_tables_do_not_become_one() -> None:
    file = opened_of(Table(COLUMNS, ROWS), Table(COLUMNS, ROWS))
    assert file.count("//w:tbl/following-sibling::*[1][self::w:tbl]") == 0


def test_facts_are_two_columns_without_headings_and_say_what_is_not_recorded() -> None:
    file = opened_of(DescriptionList((("Ciudad", "Rosario"), ("Cuórum", None), ("Sitio", NOT_RECORDED))))
    (table,) = file.word.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Ciudad", "Rosario"],
        ["Cuórum", "sin registrar"],
        ["Sitio", "sin registrar"],
    ]
    assert file.count("//w:tblHeader") == 0
    assert file.found("//w:tbl//w:rStyle/@w:val") == ["Muted", "Muted"]


def test_facts_that_belong_to_what_follows_stay_with_it() -> None:
    file = opened_of(DescriptionList((("Avance", "100 %"),), with_next=True), Paragraph("Sigue"))
    assert file.count("//w:tbl//w:p/w:pPr/w:keepNext") == 2
    assert file.count("//w:tbl/following-sibling::w:p[1]/w:pPr/w:keepNext") == 1


def test_large_figures_stand_beside_each_other_over_what_they_count() -> None:
    file = opened_of(
        KeyFigures(((213, "ciudades"), (Decimal("62.5"), "% al día"), (4, "ingresos"), (1, "retiro"), (9, "x")))
    )
    assert file.styled("Figure") == ["213", "62,5", "4", "1", "9"]
    assert file.styled("FigureLabel")[0] == "ciudades"
    assert [len(table.columns) for table in file.word.tables] == [3, 3]
    assert opened_of(KeyFigures(())).word.tables == []


def test_a_bar_has_its_count_in_figures_and_its_length_by_it() -> None:
    file = opened_of(BarChart("Por país", (("Argentina", 80), ("Brasil", 40), ("Chile", 1), ("Perú", 0))))
    (table,) = file.word.tables
    assert [row.cells[0].text for row in table.rows] == ["Argentina", "Brasil", "Chile", "Perú"]
    assert [row.cells[1].text for row in table.rows] == ["80", "40", "1", "0"]
    filled = [
        sum(int(each) for each in file.found(f"//w:tr[{row}]/w:tc[w:tcPr/w:shd]/w:tcPr/w:tcW/@w:w"))
        for row in (1, 2, 3, 4)
    ]
    assert filled[0] == pytest.approx(2 * filled[1], rel=0.01)
    assert filled[1] > filled[2] > filled[3] == 0


def test_of_a_whole_the_longest_bar_is_a_part() -> None:
    file = opened_of(BarChart("Avance", (("Línea 1", 50),), whole=100))
    parts = [int(each) for each in file.found("//w:tc/w:tcPr/w:gridSpan/@w:val")]
    assert parts == [20, 20]
    assert opened_of(BarChart("Avance", ())).word.tables == []


def test_a_long_list_is_whole() -> None:
    file = opened(listing(3_000))
    assert file.count("//w:tr") == 3_001
    assert file.found("(//w:tr)[last()]//w:t/text()") == ["N02999", "Canelones"]
