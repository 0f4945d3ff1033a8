"""Tables on paper: headings that come again, and rows of which none is lost."""

import re
from io import BytesIO

from app.document import Block, Column, DescriptionList, Document, Paragraph, Section, Table
from app.rendering.pdf.cells import TableSetter
from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words
from tests.app.rendering.reading import printed, texts
from tests.app.rendering.sample import listing


def test_a_column_of_figures_ends_at_the_right_where_it_is_empty_too() -> None:
    columns = (Column("Qué es"), Column("Recibido", figures=True), Column("Fuente"), Column("Gastado", figures=True))
    setter = TableSetter(Words("es"), Typesetter(), (500.0, 700.0))
    piece = setter.table(Table(columns, (("Huertas", None, None, 5), ("Total", None, None, 5))))
    assert [bool(head.widths) for head in piece.grid.head] == [False, True, False, True]


def test_the_headings_of_a_long_table_are_repeated_on_each_page() -> None:
    pages = texts(printed(listing(300))[0])
    assert len(pages) > 5
    assert all("Número" in text and "Ciudad" in text for text in pages)


def test_a_long_table_loses_no_row_and_repeats_none() -> None:
    found = re.findall(r"N\d{5}", "".join(texts(printed(listing(300))[0])))
    assert found == [f"N{row:05d}" for row in range(300)]


def test_a_table_of_thousands_of_rows_is_printed() -> None:
    target = BytesIO()
    assert render_pdf(listing(6_000), target, Words("es")).pages > 100


def test_no_page_ends_with_the_headings_of_a_table_or_begins_with_its_last_row_alone() -> None:
    for filler in range(20, 34):
        table = Table((Column("Ciudad"),), tuple((f"fila {row}",) for row in range(9)), caption="Cuadro")
        blocks: tuple[Block, ...] = (*(Paragraph(f"Renglón {line}") for line in range(filler)), table)
        pages = texts(printed(Document("Prueba", "es", (Section("Prueba", blocks),)))[0])
        counts = [len(re.findall(r"fila \d", text)) for text in pages]
        assert 1 not in counts
        assert all(count or "Cuadro" not in text for count, text in zip(counts, pages, strict=True))


def test_a_cell_taller_than_the_page_goes_on_on_the_next() -> None:
    words = " ".join(f"palabra{number}" for number in range(3_000))
    table = Table((Column("Punto"), Column("Acta", 4)), (("uno", words), ("dos", "fin")))
    pages = texts(printed(Document("Acta", "es", (Section("Acta", (table,)),)))[0])
    found = re.findall(r"palabra\d+", " ".join(pages))
    assert found == [f"palabra{number}" for number in range(3_000)]
    assert "fin" in pages[-1]


def test_a_row_longer_than_a_page_goes_on_with_its_number() -> None:
    words = " ".join(f"palabra{number}" for number in range(2_500))
    columns = (Column("Número", 1.2), Column("Resolución", 5), Column("Responsable", 2))
    table = Table(columns, (("07/2009", words, "Rosario"), ("08/2009", "fin", "Canelones")))
    pages = texts(printed(Document("Seguimiento", "es", (Section("Seguimiento", (table,)),)))[0])
    assert len(pages) > 2
    assert all(text.count("07/2009") == 1 for text in pages)
    assert ["(sigue)" in text for text in pages] == [False, *(True for _ in pages[1:])]
    assert [text.count("(sigue)") for text in pages[1:]] == [1] * (len(pages) - 1)
    assert sum(text.count("Rosario") for text in pages) == 1
    assert pages[-1].count("08/2009") == 1


def test_a_first_cell_that_is_long_itself_is_not_begun_again() -> None:
    words = " ".join(f"palabra{number}" for number in range(1_500))
    pages = texts(printed(Document("Acta", "es", (Section("Acta", (Table((Column("Punto"),), ((words,),)),)),)))[0])
    found = re.findall(r"palabra\d+", " ".join(pages))
    assert found == [f"palabra{number}" for number in range(1_500)]


def test_a_long_fact_goes_on_under_its_label() -> None:
    words = " ".join(f"palabra{number}" for number in range(1_500))
    facts = DescriptionList((("Antecedentes", words),))
    pages = texts(printed(Document("Ficha", "es", (Section("Ficha", (facts,)),)))[0])
    assert len(pages) > 1
    assert all(text.count("Antecedentes") == 1 for text in pages)
