"""Kinds of record as the command line names them: as a person calls them, in any of the languages, one or many."""

from collections.abc import Iterable, Sequence
from typing import Any

from app.commands.parser import Parser
from app.commands.usage import UsageError
from app.records.catalog import Catalog
from app.screens import SCREENS
from app.words.folding import fold
from app.words.names import within
from app.words.words import LANGUAGES, Words, mark


def declare_kind(parser: Parser, group: Any, name: str, kinds: Sequence[str], **options: Any) -> None:  # noqa: ANN401 - of argparse
    """Declare the argument `name` in a group of the parser: one of `kinds`, given by its name in the program."""
    metavar = parser.words("LISTA")
    group.add_argument(name, metavar=metavar, type=lambda text: _read(parser, name, kinds, text), **options)


def say_kinds(kinds: Iterable[str], words: Words) -> str:
    """Return what kinds are called in the language of `words`, each in one piece: a shell takes it without quotes."""
    catalog = Catalog()
    return ", ".join(within(words(catalog[kind].many)).replace(" ", "-") for kind in kinds)


def kinds_named(text: str, kinds: Iterable[str], language: str) -> Sequence[str]:
    """Return those of `kinds` that `text` can mean, accents and case aside: none, one or several.

    The name that the program has for a kind is meant before all; then what one or many are called in the language of
    the person, then in the others.
    """
    catalog, said, known = Catalog(), fold(text), tuple(kinds)
    if text in known:
        return (text,)
    for each in (language, *(other for other in LANGUAGES if other != language)):
        words = Words(each)
        found = [kind for kind in known if said in {fold(words(name)) for name in _names(catalog, kind)}]
        if found:
            return found
    return ()


def _names(catalog: Catalog, kind: str) -> Sequence[str]:
    called = (layout.called for screen in SCREENS for layout in screen.layouts if layout.entity == kind)
    return (catalog[kind].one, catalog[kind].many, *filter(None, called))


def _read(parser: Parser, name: str, kinds: Sequence[str], text: str) -> str:
    words = parser.words
    found = kinds_named(text, kinds, words.language)
    if len(found) == 1:
        return found[0]
    if found:
        said = mark("«{value}» puede ser más de una lista: {options}.")
        raise UsageError(words(said, value=text, options=", ".join(found)), parser.format_usage())
    said = mark("«{value}» no sirve para {name}. Elija entre: {options}.")
    raise UsageError(words(said, value=text, name=name, options=say_kinds(kinds, words)), parser.format_usage())
