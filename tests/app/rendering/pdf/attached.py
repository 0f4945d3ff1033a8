"""Documents with attached files, and how their pages look."""

from io import BytesIO

import pypdfium2
from PIL import Image

from app.document import Annex, Document, Paragraph, Section
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words

PDF = "application/pdf"


def attaching(*attached: Annex) -> Document:
    """Return a document that these files go with."""
    return Document(
        "Dossier", "es", (Section("Anexos", (Paragraph("Van con este dossier."), *attached)),), contents=True
    )


def picture_of(document: Document, page: int) -> Image.Image:
    """Return a page as it is seen, one pixel a point."""
    target = BytesIO()
    render_pdf(document, target, Words("es"))
    with pypdfium2.PdfDocument(target.getvalue()) as opened:
        image: Image.Image = opened[page - 1].render(scale=1).to_pil().convert("RGB")
        return image
