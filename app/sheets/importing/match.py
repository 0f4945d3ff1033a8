"""Matches the columns of a sheet with what they can be, by their titles; a person can correct every one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from app.sheets.importing.targets import Targets
from app.words.folding import fold

EXACT, ALIAS, BEGINNING, CHOSEN = 100, 99, 75, 100
"""Scores of a title that is a label, is an alias, begins with one, and was chosen by a person."""

SURE_ENOUGH = 88
"""The least likeness of a misspelt title, in hundredths: "Telefno" is a phone, "Tema" is no "Temas de la agenda"."""

_SHORTEST_GUESS = 4
_NUMBERED = re.compile(r" \(\d+\)$")
_WITHIN = re.compile(r"(?<=[a-záéíóúñç])(?=[A-ZÁÉÍÓÚÑ])|_")
_FILLERS = frozenset({"nombre", "nome", "name", "de", "del", "la", "el", "da", "do", "of", "the"})


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column of the sheet (`index` from 0), its title, what it is taken for, and how sure that is, up to 100."""

    index: int
    title: str
    target: str | None = None
    score: int = 0


@dataclass(frozen=True, slots=True)
class Matching:
    """What each column of a sheet is taken for, of the `targets` that it can be."""

    targets: Targets
    columns: tuple[ColumnMatch, ...]

    def with_choice(self, index: int, name: str | None) -> "Matching":
        """Return this matching with the column `index` taken for `name`, or for nothing.

        A target that only one column can be is taken away from the column that had it. KeyError for no such target.
        """
        alone = name is not None and not self.targets[name].several
        columns = []
        for column in self.columns:
            if column.index == index:
                columns.append(replace(column, target=name, score=CHOSEN if name else 0))
            elif alone and column.target == name:
                columns.append(replace(column, target=None, score=0))
            else:
                columns.append(column)
        return replace(self, columns=tuple(columns))

    def columns_of(self, name: str) -> tuple[ColumnMatch, ...]:
        """Return the columns that are taken for the target `name`, in their order."""
        return tuple(column for column in self.columns if column.target == name)

    @property
    def entity(self) -> str:
        """The kind of record that is imported."""
        return self.targets.info.name

    @property
    def matched(self) -> frozenset[str]:
        """The targets that some column is taken for."""
        return frozenset(column.target for column in self.columns if column.target)

    @property
    def unmatched(self) -> tuple[ColumnMatch, ...]:
        """The columns with a title that are taken for nothing, and so are not imported."""
        return tuple(column for column in self.columns if column.title and not column.target)


def match_columns(titles: Sequence[str], targets: Targets) -> Matching:
    """Match the columns with these titles, column A first, with the `targets` of an import.

    The surest matches are taken first; no two columns are the same thing, but for phones and their like.
    """
    offers = sorted(_offers(titles, targets), key=lambda offer: (-offer.score, offer.rank, offer.index))
    columns = {index: ColumnMatch(index, title) for index, title in enumerate(titles)}
    taken: set[str] = set()
    for offer in offers:
        if columns[offer.index].target is None and offer.target not in taken:
            columns[offer.index] = ColumnMatch(offer.index, titles[offer.index], offer.target, offer.score)
            if not targets[offer.target].several:
                taken.add(offer.target)
    return Matching(targets, tuple(columns.values()))


@dataclass(frozen=True, slots=True)
class _Offer:
    """A possible match; `rank` says how early the title stands among those of the target, and the target among all."""

    index: int
    target: str
    score: int
    rank: tuple[int, int]


def _offers(titles: Sequence[str], targets: Targets) -> Iterator[_Offer]:
    for index, title in enumerate(titles):
        folded = fold(_WITHIN.sub(" ", _NUMBERED.sub("", title)))
        if not folded:
            continue
        for order, (name, own) in enumerate(targets.titles.items()):
            score, rank = _likeness(folded, own)
            if score:
                yield _Offer(index, name, score, (order, rank))


def _likeness(title: str, own: tuple[str, ...]) -> tuple[int, int]:
    """Tell how much a folded title is like one of a target's titles, and which of them it is."""
    if title in own:
        rank = own.index(title)
        return (ALIAS if rank else EXACT), rank
    if len(title) < _SHORTEST_GUESS:
        return 0, 0
    found = process.extractOne(title, own, scorer=fuzz.ratio, score_cutoff=SURE_ENOUGH)
    if found is not None and found[0][0] == title[0]:
        return min(int(found[1]), ALIAS - 1), found[2]
    bare = " ".join(word for word in title.split() if word not in _FILLERS).rstrip(" 0123456789")
    for rank, one in enumerate(own):
        if len(one) >= _SHORTEST_GUESS and (bare == one or bare.startswith(f"{one} ")):
            return BEGINNING, rank
        if len(bare) > _SHORTEST_GUESS and one.startswith(bare) and " " not in one:
            return BEGINNING - 1, rank
    return 0, 0
