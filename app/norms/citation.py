"""A citation of a norm as papers write it, "Res. 41/04" or "Decisão Nº 41/2004 do CMC", taken apart and made official.

Decisions are the CMC's, resolutions the GMC's and directives the CCM's (Protocol of Ouro Preto, articles 9, 15 and 20);
the official citation is as the norms of MERCOSUR bear it: "MERCOSUR/CMC/DEC. Nº 41/04".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from db.entities.norm import NormKind
from db.sorting import unaccented

FIRST_YEAR = 1991
"""The year of the Treaty of Asunción: an earlier norm of MERCOSUR there is not."""
_OF_A_CENTURY = 100
_LEAST_DIGITS = 2


@dataclass(frozen=True, slots=True)
class OfOrgan:
    """A kind of norm of MERCOSUR: the organ that it is of, by its acronym, and how an official citation begins it."""

    kind: NormKind
    organ: str
    short: str


OF_ORGANS = (
    OfOrgan(NormKind.DECISION, "CMC", "DEC."),
    OfOrgan(NormKind.RESOLUTION, "GMC", "RES."),
    OfOrgan(NormKind.DIRECTIVE, "CCM", "DIR."),
)

_KINDS = MappingProxyType(
    {
        NormKind.DECISION: r"dec|decs|decision|decisiones|decisao|decisoes|decisions",
        NormKind.RESOLUTION: r"res|ress|resol|resolucion|resoluciones|resolucao|resolucoes|resolution|resolutions",
        NormKind.DIRECTIVE: r"dir|direct|directiva|directivas|diretriz|diretrizes|directive|directives",
    }
)
_ORGANS = MappingProxyType(
    {
        "CMC": r"cmc|consejo (?:del )?mercado comun|conselho (?:do )?mercado comum|common market council",
        "GMC": r"gmc|grupo (?:del )?mercado comun|grupo (?:do )?mercado comum|common market group",
        "CCM": r"ccm|comision de comercio del mercosur|comissao de comercio do mercosul|trade commission",
    }
)
_NUMBER = re.compile(r"(?<![\d/])(\d{1,3})\s*(?:/|-|\bde\b|\bdel ano\b|\bof\b)\s*((?:19|20)\d\d|\d\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says: the organ by its acronym, the kind, the number as "41/04", and the year; None if unsaid."""

    number: str
    year: int
    kind: NormKind | None = None
    organ: str | None = None


def read_citation(text: str) -> Citation | None:
    """Return what a citation says in Spanish, Portuguese or English; None without a number and a year.

    An organ that is not written is that of the kind, and a kind that is not written that of the organ.
    """
    folded = unaccented(text)
    found = _NUMBER.search(folded)
    if found is None:
        return None
    kind = next((each for each, said in _KINDS.items() if _has(folded, said)), None)
    organ = next((each for each, said in _ORGANS.items() if _has(folded, said)), None)
    of_kind = next((each.organ for each in OF_ORGANS if each.kind is kind), None)
    of_organ = next((each.kind for each in OF_ORGANS if each.organ == organ), None)
    year = _whole_year(found[2])
    return Citation(_written(int(found[1]), year), year, kind or of_organ, organ or of_kind)


def official_citation(organ: str, kind: str, number: str) -> str | None:
    """Return how a norm of the `organ` with that acronym is cited officially; None for one that is not of MERCOSUR.

    `kind` is a value of NormKind; `number` is taken as it is written, and with two digits where it is read.
    """
    of_kind = next((each for each in OF_ORGANS if each.kind.value == kind), None)
    if of_kind is None or organ not in _ORGANS or not number:
        return None
    said = read_citation(number)
    return f"MERCOSUR/{organ}/{of_kind.short} Nº {said.number if said is not None else number}"


def same_numbers(number: str) -> tuple[str, ...]:
    """Return the ways in which a number is written that mean the same: "41/04", "41/2004"; itself where unread."""
    said = read_citation(number)
    return tuple(dict.fromkeys((number, *_ways(said)))) if said is not None else (number,)


def _ways(said: Citation) -> Iterator[str]:
    first = said.number.partition("/")[0]
    for each in (first, str(int(first))):
        yield f"{each}/{said.year % _OF_A_CENTURY:02d}"
        yield f"{each}/{said.year}"


def _has(folded: str, said: str) -> bool:
    return re.search(rf"(?<!\w)(?:{said})(?!\w)", folded) is not None


def _whole_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > _LEAST_DIGITS:
        return year
    return year + (1900 if year >= FIRST_YEAR % _OF_A_CENTURY else 2000)


def _written(number: int, year: int) -> str:
    return f"{number:02d}/{year % _OF_A_CENTURY:02d}"
