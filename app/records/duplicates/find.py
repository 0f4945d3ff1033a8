"""Finds pairs of records that may be one and the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.records.duplicates.likeness import ALIKE, likeness, most_alike
from app.records.duplicates.subjects import Subject, read_subjects
from app.words.words import mark
from db.store import Store

_DOUBTFUL = 70
"""The score of a pair that shares an e-mail or an acronym under names that are not alike: perhaps an office's."""


_OF_AN_OFFICE = 20
"""An e-mail of more people than these is that of an office, and says nothing of who they are."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records that may be one: keys and titles, how alike (to 100), and why in Spanish source words."""

    first: str
    second: str
    first_title: str
    second_title: str
    score: int
    why: str


def find_duplicates(store: Store, entity: str) -> tuple[Duplicate, ...]:
    """Return the pairs of records of `entity` that may be one, the surest first; KeyError for no such kind.

    Only names that begin with the same letter within a group (a country) are compared, and those that share something
    telling, so that ten thousand records take seconds.
    """
    with store.reading() as session:
        subjects = list(read_subjects(session, entity))
    found: dict[tuple[str, str], Duplicate] = {}
    for pair in (*_sharing(subjects), *_translated(subjects), *_alike(subjects)):
        key = (pair.first, pair.second)
        if key not in found or found[key].score < pair.score:
            found[key] = pair
    return tuple(sorted(found.values(), key=lambda pair: (-pair.score, pair.first_title, pair.first, pair.second)))


def _sharing(subjects: Iterable[Subject]) -> Iterator[Duplicate]:
    """Return the pairs that share an e-mail or an acronym."""
    holders: dict[str, list[Subject]] = {}
    for subject in subjects:
        for token in subject.tokens:
            holders.setdefault(token, []).append(subject)
    for together in holders.values():
        if len(together) > _OF_AN_OFFICE:
            continue
        for at, one in enumerate(together):
            for other in together[at + 1 :]:
                score = max(_DOUBTFUL, likeness(one.name, other.name))
                yield _pair(one, other, score, mark("Mismo correo o misma sigla"))


def _translated(subjects: Iterable[Subject]) -> Iterator[Duplicate]:
    """Return the pairs of which one is called in another language as the other is in any."""
    holders: dict[tuple[str, str], list[Subject]] = {}
    for subject in subjects:
        for name in {subject.name, *subject.others}:
            holders.setdefault((subject.group, name), []).append(subject)
    for together in holders.values():
        yield from _among(together)


def _alike(subjects: Iterable[Subject]) -> Iterator[Duplicate]:
    """Return the pairs of equal or like names whose places let them be one."""
    blocks: dict[tuple[str, str], dict[str, list[Subject]]] = {}
    for subject in subjects:
        block = blocks.setdefault((subject.group, subject.name[:1]), {})
        block.setdefault(subject.name, []).append(subject)
    for block in blocks.values():
        names = list(block)
        for at, name in enumerate(names):
            yield from _among(block[name])
            for other, score in most_alike(name, names[at + 1 :], ALIKE):
                yield from _between(block[name], block[other], score)


def _among(namesakes: list[Subject]) -> Iterator[Duplicate]:
    for at, one in enumerate(namesakes):
        for other in namesakes[at + 1 :]:
            if one.may_meet(other):
                yield _pair(one, other, 100, mark("Se llama igual"))


def _between(ones: list[Subject], others: list[Subject], score: int) -> Iterator[Duplicate]:
    for one in ones:
        for other in others:
            if one.may_meet(other):
                yield _pair(one, other, score, mark("Nombre parecido"))


def _pair(one: Subject, other: Subject, score: int, why: str) -> Duplicate:
    first, second = sorted((one, other), key=lambda subject: subject.id)
    return Duplicate(first.id, second.id, first.title, second.title, score, why)
