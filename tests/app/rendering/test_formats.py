"""The formats that the window and the command line offer."""

from pathlib import Path

import pytest

from app.rendering import RENDERERS, render
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
    assert [renderer.name for renderer in RENDERERS[:4]] == ["pdf", "xlsx", "docx", "html"]
    assert len({renderer.ending for renderer in RENDERERS}) == len(RENDERERS)
