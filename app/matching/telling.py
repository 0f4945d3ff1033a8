"""The reasons of a proposal in words, with the records that they name, and by what proposals are ordered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.line import Line, Row
from app.matching.facts import City, Demand, Facts
from app.matching.proposing import Proposal, goes_by_theme
from app.matching.reasons import Because
from app.words.names import BETWEEN_NAMES
from app.words.words import Words
from db.exchange import Reason
from db.values import RecordKey

_FIRST_MARK = 0xE000
"""The first letter of those that nobody types, by which names are found again in a sentence."""
_MARKED = re.compile("([\ue000-\uf8ff])")


@dataclass(frozen=True, slots=True)
class _Named:
    """What stands in a sentence and leads to a record."""

    text: str
    record: RecordKey


def say_reason(because: Because, facts: Facts, words: Words) -> Row:
    """Return the sentence of a reason, in pieces of which those that name a record lead to it."""
    match because.reason:
        case Reason.THEME:
            return _themes(because, facts, words)
        case Reason.RUNNING:
            return Row((Line(words("Sigue en marcha.")),))
        case Reason.PERMISSION:
            return Row((Line(words("Hay permiso para publicarla.")),))
    return _of_cities(because, facts, words)


def say_reasons(proposal: Proposal, facts: Facts, words: Words) -> Sequence[Row]:
    """Return the sentences of all that speaks for a proposal."""
    return [say_reason(each, facts, words) for each in proposal.reasons]


def say_order(demand: Demand, words: Words) -> str:
    """Say in which order the experiences for a demand stand."""
    if goes_by_theme(demand):
        return say_common_order(words)
    return words(
        "Primero las que alguien marcó que sirven; después, las que tienen más razones; las demás, por nombre. "
        "Cada razón vale lo mismo."
    )


def say_common_order(words: Words) -> str:
    """Say in which order proposals stand where a theme counts."""
    return words(
        "Primero las que alguien marcó que sirven; después, las que comparten un tema; luego, las que tienen más "
        "razones, y por nombre. Cada razón vale lo mismo."
    )


def say_aside(demand: Demand, words: Words) -> str:
    """Say which reasons do not count for a demand; nothing where all do."""
    names = [words(reason.label) for reason in Reason if reason in demand.aside]
    return words("No cuentan: {reasons}", reasons=", ".join(names)) if names else ""


def _themes(because: Because, facts: Facts, words: Words) -> Row:
    same = [inner for inner, outer in because.pairs if inner == outer]
    if same:
        named = [_theme(each, facts) for each in same]
        said = words("Tema en común: {themes}", themes=_marks(len(named)))
        return _row(said, named)
    pieces: list[Line] = []
    for at, pair in enumerate(because.pairs):
        pieces += [Line(BETWEEN_NAMES.strip())] if at else []
        said = words("Un tema dentro de otro: {inner} está en {outer}", inner=_mark(0), outer=_mark(1))
        pieces += _row(said, [_theme(each, facts) for each in pair]).pieces
    return Row(pieces)


def _of_cities(because: Because, facts: Facts, words: Words) -> Row:
    if because.cities is None:
        return Row(())
    ours, theirs = because.cities
    one, other = _mark(0), _mark(1)
    match because.reason:
        case Reason.POPULATION:
            named = [_peopled(ours, words), _peopled(theirs, words)]
            return _row(words("Población parecida: {one} y {other}", one=one, other=other), named)
        case Reason.LANGUAGE:
            spoken = ", ".join(words.language_name(code) for code in because.codes)
            return _row(words("Mismo idioma: {languages}, como en {city}", languages=spoken, city=one), [_city(theirs)])
        case Reason.UNIT:
            units = [_Named(facts.units.get(key, ""), RecordKey("body", key)) for key in because.units]
            said = words("Misma unidad, con {city} en {units}", city=one, units=_marks(len(units), 1))
            return _row(said, [_city(theirs), *units])
        case _:
            km = words.number(int(because.km))  # rounded up, the last of them would be told as the bound
            said = words("Ciudades cercanas, a {km} km: {one} y {other}", km=km, one=one, other=other)
            return _row(said, [_city(ours), _city(theirs)])


def _city(city: City) -> _Named:
    return _Named(city.name, RecordKey("municipality", city.id))


def _peopled(city: City, words: Words) -> _Named:
    count = city.population or 0
    said = words.plural("{city} ({count} habitante)", "{city} ({count} habitantes)", count, city=city.name)
    return _Named(said, RecordKey("municipality", city.id))


def _theme(key: str, facts: Facts) -> _Named:
    theme = facts.themes.get(key)
    return _Named(theme.name if theme is not None else "", RecordKey("theme", key))


def _mark(at: int) -> str:
    return chr(_FIRST_MARK + at)


def _marks(count: int, first: int = 0) -> str:
    return BETWEEN_NAMES.join(map(_mark, range(first, first + count)))


def _row(said: str, named: Sequence[_Named]) -> Row:
    """Part a sentence at the marks that stand for names, each of which leads to its record."""
    pieces = []
    for part in filter(None, (each.strip() for each in _MARKED.split(said))):
        if _MARKED.fullmatch(part):
            name = named[ord(part) - _FIRST_MARK]
            pieces.append(Line(name.text, record=name.record))
        else:
            pieces.append(Line(part))
    return Row(tuple(pieces))
