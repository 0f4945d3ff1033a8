"""The letterhead stands at the head of the first page, of each letter, or of the cover; letters number their pages."""

from dataclasses import replace

from app.document import Document, Letterhead, Paragraph, Section, Start
from tests.app.offices.pictures import png, svg
from tests.app.rendering.reading import printed, texts
from tests.app.rendering.sample import dossier, listing

OFFICE = Letterhead("Secretaría de ejemplo", "Calle 1 · Ciudad", logo=svg(), media_type="image/svg+xml", sides=(20, 10))


def with_picture(document: Document) -> list[bool]:
    reader, _ = printed(document)
    return [bool(page.images) for page in reader.pages]


def test_a_paper_without_a_cover_has_it_on_its_first_page_alone() -> None:
    document = replace(listing(200), letterhead=OFFICE)
    pages = texts(printed(document)[0])
    assert [OFFICE.name in page for page in pages] == [True, *[False] * (len(pages) - 1)]
    assert all(OFFICE.address in page for page in pages)
    assert with_picture(document) == [True, *[False] * (len(pages) - 1)]


def test_a_dossier_has_it_on_its_cover_alone() -> None:
    pages = texts(printed(replace(dossier(), letterhead=OFFICE))[0])
    assert [OFFICE.name in page for page in pages] == [True, *[False] * (len(pages) - 1)]


def test_each_letter_has_it_and_says_its_own_pages_in_its_language() -> None:
    long = Paragraph("Texto.\n" * 80)
    letters = (
        Section("Ana", (long,), start=Start.NEW_PAGE, heading="Carta"),
        Section("João", (Paragraph("Olá"),), start=Start.NEW_PAGE, heading="Carta", language="en"),
    )
    office = replace(OFFICE, logo=png(), media_type="image/png")
    document = Document("Cartas", "es", letters, letterhead=office, each_apart=True)
    pages = texts(printed(document)[0])
    assert [OFFICE.name in page for page in pages] == [True, False, True]
    said = ("página 1 de 2", "página 2 de 2", "page 1 of 1")
    assert [number in page for number, page in zip(said, pages, strict=True)] == [True, True, True]
    assert [title in pages[0] for title in ("Carta", "Ana", "Cartas")] == [True, False, False]


def test_a_logo_that_cannot_be_drawn_leaves_the_name() -> None:
    broken = replace(OFFICE, logo=b"<svg xmlns='http://www.w3.org/2000/svg' width='0'/>")
    pages = texts(printed(Document("Carta", "es", (), letterhead=broken))[0])
    assert OFFICE.name in pages[0]
