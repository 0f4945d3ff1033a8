"""What belongs together stays on one page."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.document import DescriptionList, Document, Heading, Paragraph, Section
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words


def pages_of(filler: int, *, together: bool) -> list[str]:
    """Return the text of each page of a sheet of facts that comes after `filler` paragraphs."""
    sheet = (
        Heading("Huerta en la escuela"),
        Paragraph("Cuarenta huertas en escuelas públicas.", with_next=together),
        DescriptionList(tuple((f"Dato {at}", f"valor {at}") for at in range(12)), with_next=together),
        Paragraph("Sin registrar: costo."),
    )
    before = tuple(Paragraph(f"Párrafo {at}") for at in range(filler))
    document = Document("Prueba", "es", (Section("Experiencias", (*before, *sheet)),))
    target = BytesIO()
    render_pdf(document, target, Words("es"))
    return [page.extract_text() for page in PdfReader(target).pages]


def is_split(pages: list[str]) -> bool:
    """Tell whether the sheet begins on one page and ends on another."""
    begins = next(at for at, text in enumerate(pages) if "Huerta en la escuela" in text)
    ends = next(at for at, text in enumerate(pages) if "Sin registrar" in text)
    return begins != ends


def test_a_sheet_that_would_be_split_moves_whole_to_the_next_page() -> None:
    split = [filler for filler in range(10, 40) if is_split(pages_of(filler, together=False))]
    assert split, "no number of paragraphs splits the sheet: the test is of no use"
    assert not [filler for filler in split if is_split(pages_of(filler, together=True))]


@pytest.mark.parametrize("filler", [0, 20])
def test_nothing_of_it_is_lost(filler: int) -> None:
    text = "\n".join(pages_of(filler, together=True))
    assert all(f"valor {at}" in text for at in range(12))
