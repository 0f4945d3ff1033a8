"""The formats that the window and the command line offer, and the text by which reports are compared."""

from pathlib import Path

import pytest

from app.document import Cell, Column, Document, PageBreak, Section, Table, Tone
from app.rendering import RENDERERS, render
from app.rendering.outline import as_text
from app.words.problems import ProblemError
from app.words.words import Words
from tests.app.rendering.sample import dossier


@pytest.mark.parametrize("name", [renderer.name for renderer in RENDERERS])
def test_each_format_writes_the_whole_document_to_a_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"dossier.{name}"
    rendered = render(dossier(), name, path, Words("es"))
    assert rendered.pages > 0
    assert path.stat().st_size > 2_000
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", [renderer.name for renderer in RENDERERS])
def test_a_place_that_cannot_be_written_is_a_problem_in_words(name: str, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as raised:
        render(dossier(), name, tmp_path / "no" / "hay", Words("es"))
    assert raised.value.problems[0].say(Words("es"))


def test_formats_have_names_and_endings_of_their_own() -> None:
    assert [renderer.name for renderer in RENDERERS[:3]] == ["pdf", "xlsx", "html"]
    assert len({renderer.ending for renderer in RENDERERS}) == len(RENDERERS)


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
