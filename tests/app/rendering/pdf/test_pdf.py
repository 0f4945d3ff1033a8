"""The PDF that the mayors get: its contents, numbers, headings and pages."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from app.document import Block, Cell, Column, DescriptionList, Document, Heading, Paragraph, Section, Table, Tone
from app.rendering.pdf.pdf import render_pdf
from app.words.problems import ProblemError
from app.words.words import Words
from tests.app.rendering.reading import bookmarks, left_of, printed, texts
from tests.app.rendering.sample import LONG, TITLES, agenda, dossier, resolutions


def _listing(rows: int, *, text: str = "Canelones") -> Document:
    table = Table((Column("Número"), Column("Ciudad")), tuple((f"N{row:05d}", text) for row in range(rows)))
    return Document("Lista", "es", (Section("Ciudades", (table,)),))


@pytest.mark.parametrize("language", TITLES)
def test_the_contents_name_the_page_where_each_section_begins(language: str) -> None:
    pages = texts(printed(dossier(language))[0])
    entries = dict(re.findall(r"^(.+?)\s*\n?(\d+)$", pages[1], re.MULTILINE))
    for title in TITLES[language][1:]:
        assert title in pages[int(entries[title]) - 1]


def test_the_contents_lead_to_their_pages_when_clicked() -> None:
    reader, _ = printed(dossier())
    links = reader.pages[1].get("/Annots")
    assert links is not None
    marked = bookmarks(reader)
    assert len(links.get_object()) == len(marked) - 1  # the heading of level 3 is in the bookmarks only


def test_the_bookmarks_lead_to_sections_headings_and_annexes() -> None:
    reader, _ = printed(dossier())
    pages = texts(reader)
    marked = bookmarks(reader)
    assert "Notas para la presidencia" in pages[marked["Notas para la presidencia"] - 1]
    assert "Detalle del punto 2" in pages[marked["Detalle del punto 2"] - 1]
    assert "Anexo 1 · p. 1/4" in pages[marked["Anexo 1 · Acta de la reunión anterior"] - 1]


def test_each_page_but_the_cover_says_its_number_and_the_true_total() -> None:
    reader, rendered = printed(dossier())
    pages = texts(reader)
    assert rendered.pages == len(pages)
    assert "página" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"página {number} de {len(pages)}" in text


def test_the_number_stands_at_the_outer_edge_of_either_side_of_the_sheet() -> None:
    reader, rendered = printed(_listing(200))
    assert left_of(reader, 1, f"página 1 de {rendered.pages}") > 400
    assert left_of(reader, 2, f"página 2 de {rendered.pages}") < 60


def test_the_headings_of_a_long_table_are_repeated_on_each_page() -> None:
    pages = texts(printed(_listing(300))[0])
    assert len(pages) > 5
    assert all("Número" in text and "Ciudad" in text for text in pages)


def test_a_long_table_loses_no_row_and_repeats_none() -> None:
    found = re.findall(r"N\d{5}", "".join(texts(printed(_listing(300))[0])))
    assert found == [f"N{row:05d}" for row in range(300)]


def test_a_table_of_thousands_of_rows_is_printed() -> None:
    target = BytesIO()
    assert render_pdf(_listing(6_000), target, Words("es")).pages > 100


def test_no_page_ends_with_the_headings_of_a_table_or_begins_with_its_last_row_alone() -> None:
    for filler in range(20, 34):
        table = Table((Column("Ciudad"),), tuple((f"fila {row}",) for row in range(9)), caption="Cuadro")
        blocks: tuple[Block, ...] = (*(Paragraph(f"Renglón {line}") for line in range(filler)), table)
        pages = texts(printed(Document("Prueba", "es", (Section("Prueba", blocks),)))[0])
        counts = [len(re.findall(r"fila \d", text)) for text in pages]
        assert 1 not in counts
        assert all(count or "Cuadro" not in text for count, text in zip(counts, pages, strict=True))


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    for filler in range(24, 34):
        blocks: tuple[Block, ...] = (
            *(Paragraph(f"Renglón {line}") for line in range(filler)),
            Heading("Título"),
            Paragraph(LONG * 2),
        )
        pages = texts(printed(Document("Prueba", "es", (Section("Prueba", blocks),)))[0])
        (page,) = [text for text in pages if "Título" in text]
        assert "La Secretaría" in page


def test_a_cell_taller_than_the_page_goes_on_on_the_next() -> None:
    words = " ".join(f"palabra{number}" for number in range(3_000))
    table = Table((Column("Punto"), Column("Acta", 4)), (("uno", words), ("dos", "fin")))
    pages = texts(printed(Document("Acta", "es", (Section("Acta", (table,)),)))[0])
    found = re.findall(r"palabra\d+", " ".join(pages))
    assert found == [f"palabra{number}" for number in range(3_000)]
    assert "fin" in pages[-1]


def test_an_address_wider_than_its_column_breaks_and_loses_nothing() -> None:
    address = "https://www.example.org/" + "carpeta/" * 30 + "fin"
    table = Table((Column("Ciudad"), Column("Sitio"), Column("País")), (("Canelones", address, "Uruguay"),))
    (text,) = texts(printed(Document("Lista", "es", (Section("Lista", (table,)),)))[0])
    assert address in text.replace("\n", "")


def test_a_table_of_many_columns_keeps_all_of_them_on_the_page() -> None:
    columns = tuple(Column(f"Col{number}") for number in range(24))
    table = Table(columns, (tuple(f"v{number}" for number in range(24)),))
    reader, _ = printed(Document("Ancha", "es", (Section("Ancha", (table,), landscape=True),)))
    assert left_of(reader, 1, "v23") < float(reader.pages[0].mediabox.width) - 40
    assert all(f"v{number}" in texts(reader)[0] for number in range(24))


def test_a_document_of_one_page_is_set_smaller_until_it_fits() -> None:
    facts = DescriptionList(tuple((f"Dato {number}", "valor") for number in range(40)))
    sheet = Document("Canelones", "es", (Section("Canelones", (facts, Paragraph(LONG))),))
    assert printed(sheet)[1].pages > 1
    reader, rendered = printed(replace(sheet, single_page=True))
    assert rendered.pages == 1
    assert "Dato 39" in texts(reader)[0]


def test_a_document_that_no_page_can_hold_is_printed_legibly_on_several() -> None:
    sheet = Document("Canelones", "es", (resolutions(200),), single_page=True)
    assert printed(sheet)[1].pages > 5


def test_what_is_late_has_a_sign_and_not_a_colour_alone() -> None:
    table = Table((Column("Vence"),), ((Cell("ayer", Tone.LATE),), (Cell("pronto", Tone.WARNING),)))
    (text,) = texts(printed(Document("Plazos", "es", (Section("Plazos", (table,)),)))[0])
    assert "▲ ayer" in text.replace("\u00a0", " ")
    assert "△ pronto" in text.replace("\u00a0", " ")


def test_an_empty_value_is_said_to_be_not_recorded_and_an_empty_table_says_so() -> None:
    table = Table((Column("Ciudad"),), (), empty="No hay ciudades.")
    blocks = (DescriptionList((("Población", None),)), table)
    (text,) = texts(printed(Document("Ficha", "es", (Section("Ficha", blocks),)))[0])
    assert "sin registrar" in text
    assert "No hay ciudades." in text


def test_signs_of_markup_in_a_text_are_printed_as_they_are() -> None:
    blocks = (Paragraph("Ñandú <b>& ção</b>\x07 uno\ndos"),)
    (text,) = texts(printed(Document("Prueba", "es", (Section("Prueba", blocks),)))[0])
    assert "Ñandú <b>& ção</b>" in text


def test_the_file_says_title_author_language_and_date_and_asks_for_two_sided_printing() -> None:
    reader, _ = printed(dossier("pt"))
    assert reader.metadata is not None
    assert reader.metadata.title == "Dossiê da Comissão Diretiva"
    assert reader.metadata.author == "Secretaría Ejecutiva"
    assert str(reader.metadata.creation_date_raw).startswith("D:20090301")
    root = reader.trailer["/Root"].get_object()
    assert root["/Lang"] == "pt-BR"  # type: ignore[index]  # the root is a dictionary
    assert root["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipLongEdge"  # type: ignore[index]  # as above


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    render_pdf(dossier(), first, Words("es"))
    render_pdf(dossier(), second, Words("es"))
    assert first.getvalue() == second.getvalue()


def test_a_section_may_go_on_under_the_one_before_it() -> None:
    parts = (Section("Uno", (Paragraph("a"),)), Section("Dos", (Paragraph("b"),), new_page=False))
    assert printed(Document("Prueba", "es", parts))[1].pages == 1


def test_a_document_without_sections_is_a_page_and_no_failure() -> None:
    assert printed(Document("Vacío", "es", ()))[1].pages == 1


def test_the_advance_is_told_page_by_page_and_a_cancelled_paper_leaves_no_file(tmp_path: Path) -> None:
    told: list[float] = []
    rendered = render_pdf(_listing(120), tmp_path / "lista.pdf", Words("es"), told.append)
    assert told == [page / rendered.pages for page in range(1, rendered.pages + 1)]

    def cancel(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_pdf(_listing(120), tmp_path / "otra.pdf", Words("es"), cancel)
    assert [path.name for path in tmp_path.iterdir()] == ["lista.pdf"]


def test_a_place_that_cannot_be_written_is_a_problem_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as raised:
        render_pdf(_listing(1), tmp_path / "no" / "hay.pdf", Words("es"))
    assert "hay.pdf" in raised.value.problems[0].place.file


def test_a_section_on_its_side_has_pages_wider_than_high() -> None:
    reader, _ = printed(Document("Prueba", "es", (agenda(), replace(agenda(), landscape=True))))
    sizes = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert sizes == [False, True, True]
