"""Letters that no font of the papers has: each is printed as ▯ with its number, and told before that."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar

from app.document import Document
from app.rendering.rendered import Lacking
from app.rendering.say import printable

SIGN = "▯"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Legible:
    """A document of which each letter can be printed, and what stood in the place of the signs in it."""

    document: Document
    lacking: tuple[Lacking, ...]


def make_legible(document: Document, has: Callable[[str], bool]) -> Legible:
    """Return `document` with a numbered sign for each letter for which `has` tells that the fonts lack it."""
    fine = {"\n"}
    found: dict[str, list[str]] = {}
    for text in _texts(document):
        if fine.issuperset(text):
            continue
        for letter in text:
            if letter not in found and (letter in fine or has(letter)):
                fine.add(letter)
            elif text not in found.setdefault(letter, []):
                found[letter].append(text)
    if not found:
        return Legible(document, ())
    lacking = tuple(Lacking(number, letter, tuple(texts)) for number, (letter, texts) in enumerate(found.items(), 1))
    signs = {each.letter: say_sign(each.number) for each in lacking}
    return Legible(_with_signs(document, str.maketrans(signs), frozenset(signs)), lacking)


def say_sign(number: int) -> str:
    """Write the sign that stands for the letter of this number."""
    return SIGN + str(number).translate(_RAISED)


def _texts(part: object) -> Iterator[str]:
    """Return every text of a part of a document as it is printed."""
    match part:
        case str():
            yield printable(part)
        case tuple():
            for each in part:
                yield from _texts(each)
        case _ if is_dataclass(part):
            for each in fields(part):
                yield from _texts(getattr(part, each.name))


def _with_signs(part: Part, signs: Mapping[int, str], letters: frozenset[str]) -> Part:
    changed: object = part
    match part:
        case str():
            said = printable(part)
            changed = said.translate(signs) if not letters.isdisjoint(said) else part
        case tuple():
            changed = tuple(_with_signs(each, signs, letters) for each in part)
        case _ if is_dataclass(part) and not isinstance(part, type):
            values = {each.name: getattr(part, each.name) for each in fields(part) if each.init}
            made = {name: _with_signs(value, signs, letters) for name, value in values.items()}
            changed = replace(part, **made) if any(made[name] is not values[name] for name in made) else part
    return changed  # type: ignore[return-value]  # a part of a kind stays of its kind
