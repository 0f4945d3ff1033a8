"""A dossier of 100 pages, against reportlab building the same paragraphs and tables alone."""

import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from app import document as blocks
from app.rendering.pdf.pdf import render_pdf
from app.words.words import Words
from tests.bench.measure import in_turns, tell, tell_plain

SECTIONS = 33
TEXT = (
    "La Comisión Directiva toma conocimiento de lo actuado por la Secretaría Ejecutiva y acuerda su continuidad. " * 5
)
TITLES = ("Ciudad", "País", "Cargo", "Persona", "Correo")


def rows(section: int) -> list[tuple[str, ...]]:
    """Return the rows of one section's table, of texts that fit on one line."""
    return [
        (f"Ciudad {section}-{at}", "Uruguay", "Intendencia", f"Luz Modelo {at}", f"luz{at}@example.org")
        for at in range(60)
    ]


def dossier() -> blocks.Document:
    """Return the document: in each section a heading, paragraphs and a table over several pages."""
    columns = tuple(blocks.Column(title) for title in TITLES)
    sections = tuple(
        blocks.Section(
            f"Parte {at}",
            (*(blocks.Paragraph(TEXT) for _ in range(8)), blocks.Table(columns, tuple(rows(at)))),
        )
        for at in range(SECTIONS)
    )
    cover = blocks.Cover("Mercociudades", "Dossier de la Comisión Directiva")
    return blocks.Document("Dossier", "es", sections, cover=cover, contents=True)


def alone() -> None:
    """Build the same paragraphs and tables with reportlab and nothing of ours."""
    styles = getSampleStyleSheet()
    story: list[Flowable] = []
    for at in range(SECTIONS):
        story += [Paragraph(f"Parte {at}", styles["Heading1"])]
        for _ in range(8):
            story += [Paragraph(TEXT, styles["Normal"]), Spacer(1, 6)]
        style = TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.25, "grey"), ("FONTSIZE", (0, 0), (-1, -1), 9)])
        story += [Table([TITLES, *rows(at)], repeatRows=1, style=style), PageBreak()]
    SimpleDocTemplate(io.BytesIO(), pagesize=A4).build(story)


@pytest.mark.bench
def test_dossier(tmp_path: Path) -> None:
    """Render with and without us, in turns."""
    words, document, pages = Words("es"), dossier(), []

    def ours() -> None:
        pages.append(render_pdf(document, tmp_path / "dossier.pdf", words).pages)

    floor, measured = in_turns([alone, ours])
    tell_plain("dossier", pages[0], "pages", "about 100")
    tell("dossier, against reportlab alone", measured.median, floor.median, "≤ 1.5")
