"""Tables on paper: headings that come again, and rows of which none is lost."""

import re
from io import BytesIO

from app.document import Block, Column, Document, Paragraph, Section, Table
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words
from tests.app.rendering.reading import printed, texts
from tests.app.rendering.sample import listing


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
