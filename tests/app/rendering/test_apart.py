"""Letters are written one by one, all of them or none, and over no other file."""

from datetime import date
from pathlib import Path

import pytest

from app.document import Document, FileTitle, Paragraph, Section, Start
from app.rendering.apart import render_apart, split
from app.words.problems import ProblemError

LETTERS = Document(
    "Convocatoria",
    "es",
    (
        Section("Carta - Ana", (Paragraph("Hola"),), start=Start.NEW_PAGE),
        Section("Carta - ANA", (Paragraph("Olá"),), start=Start.NEW_PAGE, language="pt"),
    ),
    file_title=FileTitle("Convocatoria", date(2009, 3, 1)),
    each_apart=True,
)


def test_each_letter_is_a_document_in_its_language() -> None:
    assert [(each.title, each.language, len(each.sections)) for each in split(LETTERS)] == [
        ("Carta - Ana", "es", 1),
        ("Carta - ANA", "pt", 1),
    ]


def test_namesakes_are_numbered_and_nothing_is_written_over(tmp_path: Path) -> None:
    folder = tmp_path / "cartas"
    paths, _ = render_apart(LETTERS, "txt", folder)
    assert [path.name for path in paths] == ["Carta - Ana - 2009-03-01.txt", "Carta - ANA (2) - 2009-03-01.txt"]
    assert sorted(folder.iterdir()) == sorted(paths)
    paths[0].unlink()
    paths[1].write_text("mía", encoding="utf-8")
    with pytest.raises(ProblemError, match="no se escribe encima"):
        render_apart(LETTERS, "txt", folder)
    assert [path.read_text(encoding="utf-8") for path in folder.iterdir()] == ["mía"]
