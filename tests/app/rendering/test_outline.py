"""A document as text, by which reports are compared: every block, each tone, each row on its line."""

from app.document import Cell, Column, Document, PageBreak, Section, Table, Tone
from app.rendering.outline import as_text
from tests.app.rendering.sample import dossier
from tests.app.rendering.timelines import document_of, small


def test_the_text_of_a_document_shows_every_block() -> None:
    text = as_text(dossier())
    for line in (
        "# Dossier de la Comisión Directiva",
        "> ACTA Nº 03/2009",
        "## Orden del día",
        "- Cuórum: sin registrar",
        "| 09:00 | Apertura y verificación del cuórum | Intendencia de Canelones | sí |",
        "#### Detalle del punto 2",
        "- 213 ciudades miembros",
        "- Argentina: 81",
        "- Montevideo (Uruguay): -34.9000, -56.1600",
        "Anexo 1 · Acta de la reunión anterior (acta.pdf, application/pdf)",
    ):
        assert f"{line}\n" in text
    assert "No hay contactos por verificar." in text


def test_the_text_shows_tones_and_keeps_each_row_on_its_line() -> None:
    row = (Cell("uno\ndos", Tone.LATE), Cell("tres", Tone.STRONG), Cell("cuatro", Tone.MUTED))
    table = Table((Column("A"), Column("B"), Column("C")), (row,))
    text = as_text(Document("Prueba", "es", (Section("Prueba", (table, PageBreak())),)))
    assert "| ▲ uno / dos | *tres* | _cuatro_ |\n\n---\n" in text


def test_the_text_says_rows_across_months_under_what_they_belong_to() -> None:
    text = as_text(document_of(small()))
    assert "De 01/2009 a 04/2009\n- *1. Redes*\n  - Por empezar: del 01/03/2009 al 30/04/2009\n" in text
    assert "  - ▲ Tarde: atrasada\n- *8. Punto que falta*: Vacante\n" in text
