"""The PDF that the mayors get: its contents, headings, properties and bytes."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from app.document import Block, Cell, Column, DescriptionList, Document, Heading, Paragraph, Section, Start, Table, Tone
from app.rendering.pdf.pdf import render_pdf
from app.words.problems import ProblemError
from app.words.words import Words
from tests.app.rendering.reading import bookmarks, nested, printed, texts
from tests.app.rendering.sample import LONG, TITLES, dossier, listing, resolutions


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


def test_small_headings_straight_under_a_section_stand_side_by_side_in_the_bookmarks() -> None:
    blocks = (Heading("1. Apertura", 3), Heading("2. Plan", 3), Heading("Resoluciones"), Heading("Res. 1", 3))
    document = Document("Dossier", "es", (Section("Acta", blocks), Section("Anexos", ())), contents=True)
    said = [f"{'  ' * depth}{title}" for depth, title in nested(printed(document)[0].outline)]
    assert said == ["Acta", "  1. Apertura", "  2. Plan", "  Resoluciones", "    Res. 1", "Anexos"]


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
    parts = (Section("Uno", (Paragraph("a"),)), Section("Dos", (Paragraph("b"),), start=Start.BELOW))
    assert printed(Document("Prueba", "es", parts))[1].pages == 1


def test_a_document_without_sections_is_a_page_and_no_failure() -> None:
    assert printed(Document("Vacío", "es", ()))[1].pages == 1


def test_the_advance_is_told_page_by_page_and_a_cancelled_paper_leaves_no_file(tmp_path: Path) -> None:
    told: list[float] = []
    rendered = render_pdf(listing(120), tmp_path / "lista.pdf", Words("es"), told.append)
    assert told == [page / rendered.pages for page in range(1, rendered.pages + 1)]

    def cancel(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_pdf(listing(120), tmp_path / "otra.pdf", Words("es"), cancel)
    assert [path.name for path in tmp_path.iterdir()] == ["lista.pdf"]


def test_a_place_that_cannot_be_written_is_a_problem_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as raised:
        render_pdf(listing(1), tmp_path / "no" / "hay.pdf", Words("es"))
    assert "hay.pdf" in raised.value.problems[0].place.file
