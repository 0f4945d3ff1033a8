"""Kinds of record on the command line: what people call them, in any language."""

import shutil
from pathlib import Path

import pytest

from app.commands.kinds import kinds_named, say_kinds
from app.words.folding import fold
from app.words.words import LANGUAGES, Words
from tests.app.terminal import Terminal
from tests.make import CATALOG, SPANISH


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", CATALOG)
def test_each_kind_is_known_by_all_that_it_is_called(kind: str, language: str) -> None:
    words, info = Words(language), CATALOG[kind]
    said = [words(info.one), words(info.many).upper(), fold(words(info.many)).replace(" ", "-"), kind]
    assert [list(kinds_named(each, CATALOG, language)) for each in said] == [[kind]] * 4
    assert kinds_named(words(info.many), CATALOG, "es" if language == "en" else "en"), "in another language too"


def test_what_is_offered_is_understood_as_it_is_written() -> None:
    names = say_kinds(CATALOG, SPANISH).split(", ")
    assert [list(kinds_named(name, CATALOG, "es")) for name in names] == [[kind] for kind in CATALOG]
    assert "vías-de-contacto" in names


def test_a_kind_is_named_in_the_language_of_the_caller(filled: Terminal) -> None:
    out = filled.folder / "lista.csv"
    filled.answer("export", filled.file, "Instâncias", "--out", out)
    filled.answer("report", filled.file, "list", "--entity", "acciones", "--out", filled.folder / "lista.txt")
    assert filled.run("export", filled.file, "nadie", "--out", out) == 2
    assert "«nadie» no sirve para entity. Elija entre: ciudades, " in filled.complained


def test_the_plan_of_no_term_has_a_word(filled: Terminal, made_sample: Path) -> None:
    shutil.copy(made_sample, filled.folder)
    out = filled.folder / "plan.txt"
    for said in ("Sin gestión", "no period", "sin periodo"):
        filled.answer("report", filled.folder / "muestra.enlace", "plan", "--of", said, "--out", out)
        assert out.read_text(encoding="utf-8").startswith("# Plan de trabajo\n"), said
    assert filled.run("report", filled.folder / "muestra.enlace", "plan", "--of", "nada", "--out", out) == 1
