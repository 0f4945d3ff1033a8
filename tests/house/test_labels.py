"""Labels: those of one screen differ in every language, numbers stand by no fixed noun, and terms are the field's."""

import ast
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from app.sheets.importing.plan import targets_of
from app.words.folding import fold
from app.words.words import LANGUAGES, Words, mark
from tests.house.sources import ROOT, code_files, gathered_words, kept_words, nodes
from tests.make import CATALOG
from tools.make_words import SOURCES
from ui.look.actions import COMMANDS

GLOSSARY = ROOT / "docs" / "glossary.csv"
OTHER_SENSES = {
    "Enlace": "the name of the program",
    "vacante": "of a post that nobody holds, not of the vacancy",
    "Vacante": "of a line that the plan leaves out, not of the vacancy",
}
"""Words that are a term of the glossary to the letter and mean something else where the program says them."""

COUNTED = (
    "count",
    "rows",
    "number",
    "total",
    "shown",
    "digits",
    "new",
    "changed",
    "same",
    "doubtful",
    "refused",
    "came",
)
"""Placeholders that a number fills which may be one; a limit of the program (`limit`, `longest`) never is."""

BEFORE_A_NOUN = re.compile(rf"\{{(?:{'|'.join(COUNTED)})\}} (?P<noun>[a-záéíóúñ]+)\b")
NO_NOUNS = {"de", "en", "sin", "y", "no", "ya", "hab"}
"""What may follow a number, one or many: a preposition, the rest of a sentence, a unit."""

Groups = Mapping[str, Iterable[str]]


def test_the_labels_of_one_screen_differ_in_every_language() -> None:
    groups: Groups = {**_fields(), **_targets(), **dict(_listed())}
    assert len(groups) > len(CATALOG)
    assert [said for place, labels in groups.items() for said in _alike(place, labels)] == []


def test_no_number_stands_before_a_fixed_noun() -> None:
    found = {
        message.id: noun
        for message in gathered_words()
        if isinstance(message.id, str) and (noun := _noun_after_a_number(message.id)) and noun not in NO_NOUNS
    }
    assert found == {}


@pytest.mark.parametrize(("language", "column"), [("pt_BR", "term_pt"), ("en", "term_en")])
def test_a_label_that_is_a_term_of_the_field_has_its_translation(language: str, column: str) -> None:
    terms = _terms(column)
    labels = [each for each in kept_words(language) if isinstance(each.id, str) and not each.context]
    known = [each for each in labels if fold(str(each.id)) in terms and each.id not in OTHER_SENSES]
    assert len(known) > len(OTHER_SENSES)
    wrong = {each.id: each.string for each in known if fold(str(each.string)) not in terms[fold(str(each.id))]}
    assert wrong == {}


def test_each_term_stands_once_in_the_table_of_the_style() -> None:
    rows = re.findall(
        r"^\| (.+?) \| .+ \| .+ \|$", (ROOT / "docs" / "estilo.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) == len(set(rows))


def _fields() -> Groups:
    """Return the labels of the fields of each kind of record: those of its form and its list."""
    menu = {"the menus": [command.text for command in COMMANDS]}
    return menu | {name: [each.field.label for each in CATALOG[name].fields] for name in CATALOG}


def _targets() -> Groups:
    """Return what the columns of an import can be, as its page offers them."""
    return {
        f"import {name}": [each.field.label for each in targets_of(CATALOG, name).values() if not _is_beside(each.name)]
        for name in CATALOG.stored
    }


def _is_beside(name: str) -> bool:
    return name.endswith("_currency")  # shown with the label of its amount and a word more


def _listed() -> Iterator[tuple[str, list[str]]]:
    """Return the words that stand in one list of the code in one place: columns of a table, options, choices."""
    for path in code_files(*SOURCES):
        for node in nodes(path):
            items = _items(node)
            for place, found in _by_place(items).items():
                yield f"{path}:{getattr(node, 'lineno', 0)} {place}", found


def _items(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return node.elts
    if isinstance(node, ast.Dict):
        return node.values
    if isinstance(node, ast.ClassDef):
        return [each.value for each in node.body if isinstance(each, ast.Assign)]
    return []


def _by_place(items: Iterable[ast.expr]) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in items:
        parts = [item]
        if isinstance(item, ast.Call):
            parts += item.args
        elif isinstance(item, ast.Tuple):
            parts += item.elts
        for at, part in enumerate(parts):
            if word := _word(part):
                called = getattr(item.func, "id", "") if isinstance(item, ast.Call) and at else type(item).__name__
                found[f"{called}[{at}]"].append(word)
    return {place: words for place, words in found.items() if len(set(words)) > 1}


def _word(node: ast.expr) -> str:
    """Return the word that `node` marks or says, with its context; an empty text when it is no such call."""
    if not isinstance(node, ast.Call) or getattr(node.func, "attr", getattr(node.func, "id", "")) not in (
        "mark",
        "words",
    ):
        return ""
    given = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return mark(*given[:2]) if given else _word(node.args[0]) if node.args else ""


def _alike(place: str, labels: Iterable[str]) -> Iterator[str]:
    """Return the labels that differ in Spanish and not in another language."""
    for language in LANGUAGES:
        said: dict[str, str] = {}
        for label in dict.fromkeys(labels):
            spanish, here = (_words(each)(label) for each in ("es", language))
            if fold(said.setdefault(fold(here), spanish)) != fold(spanish):
                yield f"{place}: «{said[fold(here)]}» and «{spanish}» are both “{here}” in {language}"


@cache
def _words(language: str) -> Words:
    return Words(language)


def _noun_after_a_number(text: str) -> str:
    found = BEFORE_A_NOUN.search(text)
    return found["noun"] if found else ""


def _terms(column: str) -> Mapping[str, set[str]]:
    """Return the folded translations of each folded Spanish term; what is in parentheses only explains."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    with Path(GLOSSARY).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for term in _alternatives(row["term_es"]):
                found[term] |= _alternatives(row[column])
    return found


def _alternatives(text: str) -> set[str]:
    bare = re.sub(r"\([^)]*\)", "", text)
    return {fold(each) for each in bare.split("/") if each.strip()}
