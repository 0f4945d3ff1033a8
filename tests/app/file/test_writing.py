"""A file of the person is written whole or not at all, wherever its name leads."""

import contextlib
from datetime import date
from pathlib import Path

import pytest

from app.document import Document
from app.file.writing import write_atomically, written_beside
from app.rendering import RENDERERS, Renderer
from app.words.problems import ProblemError
from app.words.words import Words


def refusal(target: Path) -> str:
    """Return what is said when nothing can be written to `target`."""
    with pytest.raises(ProblemError) as caught:
        write_atomically(target, b"todo")
    return caught.value.problems[0].say(Words("pt")) + caught.value.problems[0].say(Words("es"))


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "listas" / "red.csv", tmp_path / "red.csv"
    real.parent.mkdir()
    real.write_bytes(b"antes")
    link.symlink_to(real)
    write_atomically(link, "después".encode())
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "después"


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / f"{'ñ' * 124}.pdf"
    write_atomically(target, b"todo")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_a_block_that_fails_leaves_the_file_as_it_was_and_nothing_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "red.csv"
    target.write_bytes(b"antes")
    with contextlib.suppress(KeyError), written_beside(target) as beside:
        beside.write_bytes(b"a medias")
        raise KeyError
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"antes"]


def test_why_a_file_cannot_be_written_is_said_in_the_language_of_the_person(tmp_path: Path) -> None:
    (tmp_path / "carpeta.csv").mkdir()
    assert "la carpeta no existe" in refusal(tmp_path / "nada" / "red.csv")
    assert "a pasta não existe" in refusal(tmp_path / "nada" / "red.csv")
    assert "ya hay una carpeta con ese nombre" in refusal(tmp_path / "carpeta.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["carpeta.csv"]


@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda each: each.name)
def test_a_file_that_another_program_holds_open_stays_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, renderer: Renderer
) -> None:
    """As Windows refuses to replace a paper while Word, Excel or a reader of PDF has it open."""

    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    target = tmp_path / f"t{renderer.ending}"
    target.write_text("antes")
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ProblemError) as raised:
        renderer.write(Document("T", "es", (), created=date(2009, 1, 1)), target, Words("es"), None)
    assert "está abierto en otro programa, o protegido. Ciérrelo allí" in raised.value.problems[0].say(Words("es"))
    assert [each.read_text() for each in tmp_path.iterdir()] == ["antes"]
