"""Words: what is said to people can be gathered, and is said in each language with nothing left out."""

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from app.words.words import Words, mark
from tests.house.sources import code_files, gathered_words, kept_words, nodes
from tools.make_words import LANGUAGES, SOURCES, catalogue_path, compiled, is_translated
from tools.spoken import BEARERS, is_short

NOUNLESS = re.compile(r"\b(los|las|un[oa]s|otr[oa]s|tod[oa]s) \{(count|total|shown)\}(?! \w)", re.IGNORECASE)
"""A number after a word of one gender, with no noun that says which things are counted."""
PLACEHOLDER = re.compile(r"\{(\w*)[^{}]*\}")


def test_all_words_are_gathered() -> None:
    gathered = {text for message in gathered_words() for text in _forms(message.id) if text}
    said = {text for path in code_files(*SOURCES) for _line, text in _said(path) if text}
    assert said - gathered == set()


def test_what_is_counted_without_its_noun_has_no_gender() -> None:
    said = [text for message in gathered_words() for text in _forms(message.id) if text]
    assert [text for text in said if NOUNLESS.search(text)] == []


def test_words_stand_whole_where_they_are_marked() -> None:
    assert [found for path in code_files(*SOURCES) for found in _broken(path)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_the_words_of_the_code_and_no_others(language: str) -> None:
    assert _ids(kept_words(language)) == _ids(gathered_words())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated(language: str) -> None:
    missing = [m.id for m in kept_words(language) if m.id and (m.fuzzy or not is_translated(m))]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_source(language: str) -> None:
    differing = [
        f"{source!r} → {said!r}"
        for message in kept_words(language)
        if message.id and is_translated(message)
        for source, said in _pairs(message)
        if _placeholders(source) != _placeholders(said)
    ]
    assert differing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_says_what_the_catalogue_says(language: str) -> None:
    kept = GNUTranslations(BytesIO(catalogue_path(language).with_suffix(".mo").read_bytes()))
    made = GNUTranslations(BytesIO(compiled(kept_words(language))))
    for message in kept_words(language):
        source = _forms(message.id)
        if source[0]:
            one = mark(source[0], message.context or "")
            assert kept.gettext(one) == made.gettext(one) == _forms(message.string)[0]
            assert kept.ngettext(source[0], source[-1], 2) == made.ngettext(source[0], source[-1], 2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_quotes_as_its_language_does(language: str) -> None:
    said = [form for message in kept_words(language) if message.id for form in _forms(message.string)]
    assert [form for form in said if "«" in form or "»" in form] == []


def test_a_word_of_two_things_is_said_by_its_context() -> None:
    one, other = mark("Tema"), mark("Tema", "agenda item")
    assert [Words(language)(one) for language in ("es", "pt", "en")] == ["Tema", "Tema", "Theme"]
    assert [Words(language)(other) for language in ("es", "pt", "en")] == ["Tema", "Tema", "Item"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_has_the_files_that_say_it_and_a_short_one_what_it_is(language: str) -> None:
    lacking = [
        message.id
        for message in kept_words(language)
        if message.id and not (message.locations and (message.auto_comments or not is_short(_forms(message.id)[0])))
    ]
    assert lacking == []


def test_what_a_short_word_is_comes_from_the_code() -> None:
    said = {_forms(message.id)[0]: message.auto_comments for message in gathered_words() if not message.context}
    assert "label of a field: Municipality.country" in said["País"]
    assert "choice: MembershipState.MEMBER" in said["Miembro"]
    assert "what one record is called: Municipality.facts" in said["Ciudad"]


def _ids(catalogue: Catalog) -> set[tuple[str, str]]:
    return {(_forms(message.id)[0], message.context or "") for message in catalogue if message.id}


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Return each translated form with the source form of the same rank, the last one for those beyond."""
    sources = _forms(message.id)
    for rank, said in enumerate(_forms(message.string)):
        yield sources[min(rank, len(sources) - 1)], said


def _placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _chosen(choice: ast.IfExp) -> tuple[ast.expr, ast.expr]:
    return choice.body, choice.orelse


def _bearing_calls(path: Path) -> Iterator[tuple[ast.Call, int]]:
    for node in nodes(path):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in BEARERS and node.args:
                yield node, BEARERS[name]


def _said(path: Path) -> Iterator[tuple[int, str]]:
    for call, count in _bearing_calls(path):
        for argument in call.args[:count]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield call.lineno, argument.value


def _broken(path: Path) -> Iterator[str]:
    """Return the places where words are put together by code: nobody can translate these.

    A choice between two names of words that are marked elsewhere is no such place.
    """
    for call, count in _bearing_calls(path):
        for argument in call.args[:count]:
            if isinstance(argument, ast.JoinedStr | ast.BinOp) or (
                isinstance(argument, ast.IfExp) and any(isinstance(node, ast.Constant) for node in _chosen(argument))
            ):
                yield f"{path}:{argument.lineno} {ast.unparse(argument)}"
