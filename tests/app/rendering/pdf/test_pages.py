"""What stands around the text of a page: its number, its edges, its side."""

from dataclasses import replace

from app.document import Document
from tests.app.rendering.reading import left_of, printed, texts
from tests.app.rendering.sample import agenda, dossier, listing


def test_each_page_but_the_cover_says_its_number_and_the_true_total() -> None:
    reader, rendered = printed(dossier())
    pages = texts(reader)
    assert rendered.pages == len(pages)
    assert "página" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"página {number} de {len(pages)}" in text


def test_the_number_stands_at_the_outer_edge_of_either_side_of_the_sheet() -> None:
    reader, rendered = printed(listing(200))
    assert left_of(reader, 1, f"página 1 de {rendered.pages}") > 400
    assert left_of(reader, 2, f"página 2 de {rendered.pages}") < 60


def test_a_section_on_its_side_has_pages_wider_than_high() -> None:
    reader, _ = printed(Document("Prueba", "es", (agenda(), replace(agenda(), landscape=True))))
    sizes = [page.mediabox.width > page.mediabox.height for page in reader.pages]
    assert sizes == [False, True, True]
