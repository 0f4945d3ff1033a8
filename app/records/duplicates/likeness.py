"""How alike two names are, and how alike they must be for a person to be asked."""

import re
from collections.abc import Collection

from rapidfuzz import fuzz, process

ALIKE = 92
"""The least likeness, in hundredths, of two names that may be one name misspelt: one letter in twelve."""

ALIKE_AT_A_PLACE = 88
"""As ALIKE, of two people of one institution, where chance is less likely."""

ONE_OF_TWO = 70
"""The least likeness of two names that share something more telling, an e-mail or an acronym, to be one."""

_NUMBERS = re.compile(r"\d+")


def numbers_in(name: str) -> tuple[str, ...]:
    """Return the numbers of a name: two names that differ in them are not alike at all ("Comuna 3", "Comuna 13")."""
    return tuple(_NUMBERS.findall(name))


def likeness(one: str, other: str) -> int:
    """Say from 0 to 100 how alike two folded names are, whatever the order of their words.

    Names whose numbers differ are not alike at all.
    """
    if numbers_in(one) != numbers_in(other):
        return 0
    return int(max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other)))


def may_be_one(one: str, other: str) -> bool:
    """Tell whether two folded names that share something telling can be of one, as one within the other is."""
    return likeness(one, other) >= ONE_OF_TWO or fuzz.token_set_ratio(one, other) >= ALIKE


def most_alike(name: str, others: Collection[str], least: int = ALIKE) -> list[tuple[str, int]]:
    """Return those of the folded `others` that are alike to `name`, at least so much, the most alike first."""
    if not others:
        return []
    # The library takes the values of a mapping for what is compared, and its keys are the names.
    names = list(others)
    found = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=least, limit=5)
    swapped = process.extract(name, names, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=5)
    scores = {other: likeness(name, other) for other, *_ in (*found, *swapped) if other != name}
    return sorted(((other, score) for other, score in scores.items() if score >= least), key=lambda pair: -pair[1])
