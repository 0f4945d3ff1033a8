"""What is understood of a note in one line: its day, how people spoke, whom it names, and what comes next.

Nothing is made up: what the line does not say stays empty, and a name that several records bear is left to the person.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import func, literal, select

from app.records.namesakes import titles_apart
from app.words.folding import fold
from app.words.values.context import Context
from app.words.values.dates import parse_typed
from app.words.words import Words, mark
from db.entities.interaction import Direction, InteractionKind
from db.fields import Field, Kind
from db.languages import names_beside
from db.session import FileSession
from db.sorting import folded_by_engine, unaccented
from db.store import Store
from db.values import RecordKey

NAMED_BY: Mapping[str, str] = MappingProxyType(
    {"person": "people", "municipality": "municipalities", "organisation": "organisations"}
)
"""The kinds of record that a note names, and the field of the note that holds each."""
SHORTEST_NAME = 3
"""Letters of a name below which it is not looked for: too many words are like it. One of as many needs its capital."""

_NEXT = re.compile(
    r"\s*(?:→|->|=>|\b(?:qué sigue|sigue|próximo paso|próximo|segue|próximo passo|next step|next)\s*:)\s*",
    re.IGNORECASE,
)
_DATED = re.compile(r"^(?P<day>[^\s,:;]+)[\s,:;]+(?=\S)")
_BEFORE_DAY = re.compile(r"[\s,;]+(?:(?:para|até|hasta|antes|by|on|em|en|del|de|el|o|no|dia|día)\s+)*$", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(r"\d{1,2}/\d{1,2}")
_MOST_WORDS_OF_DAY = 5
_DAY = Field(mark("Día"), Kind.DATE)
_BY_STEM: Sequence[tuple[str, InteractionKind]] = (
    (r"llam\w*|telefon\w*|lig(?:uei|ou|amos|aram|ação)|call(?:ed)?|phoned", InteractionKind.CALL),
    (r"whats?app|mensaje\w*|mensage\w*|message", InteractionKind.MESSAGE),
    (r"correo\w*|e-?mails?|mail", InteractionKind.EMAIL),
    (r"nota|carta|ofício|oficio|letter", InteractionKind.LETTER),
    (r"visit\w*", InteractionKind.VISIT),
    (r"reuni\w*|reunião|meeting|met", InteractionKind.MEETING),
)
_FROM_US = frozenset(
    (
        "llamé",
        "llamamos",
        "escribí",
        "escribimos",
        "mandé",
        "mandamos",
        "envié",
        "liguei",
        "ligamos",
        "escrevi",
        "enviei",
    )
)
_TO_US = frozenset(
    ("llamó", "llamaron", "escribió", "escribieron", "mandó", "recibí", "recibimos", "ligou", "escreveu", "recebi")
)
"""Verbs that say who began, with their accents: "llamo" is another tense, and says nothing of it."""


@dataclass(frozen=True, slots=True)
class Named:
    """A record that the line names."""

    key: RecordKey
    title: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that several records bear: the person says which one is meant."""

    name: str
    choices: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a line says; `kind` and `direction` are empty, and `next_on` is None, where it does not say them."""

    line: str
    text: str
    day: date
    kind: str
    direction: str
    next_step: str
    next_on: date | None
    named: tuple[Named, ...]
    doubts: tuple[Doubt, ...]


def understand(store: Store, line: str, words: Words) -> Understood:
    """Return what `line` says: "ayer llamó Ana Prueba de Rosario por el acta → mandar el acta el 12/12/2026".

    A day at its beginning is that of the note, today otherwise; what follows an arrow or "sigue:" is the next step,
    with the day at its end, if any. A day without its year is the last one that was for the note, and the first that
    comes after the note for the step. Names are those of contacts, cities and organisations as they are recorded.
    """
    today = store.today()
    context = Context(_DAY, words, today=today)
    said, _, after = _parted(line.strip())
    day, text = _day_before(said, context, today)
    step, next_on = _day_after(after, context, day or today)
    with store.reading() as session:
        named, doubts = _find_named(session, store, line)
    return Understood(
        line,
        text,
        day or today,
        next((kind.value for stem, kind in _BY_STEM if re.search(rf"\b(?:{stem})\b", text, re.IGNORECASE)), ""),
        _direction_of(text),
        step,
        next_on,
        named,
        doubts,
    )


def _parted(line: str) -> tuple[str, str, str]:
    found = _NEXT.search(line)
    if found is None:
        return line, "", ""
    return line[: found.start()].rstrip(" ;,"), found[0], line[found.end() :]


def _day_before(text: str, context: Context, today: date) -> tuple[date | None, str]:
    """Return the day with which the text begins, and the text without it."""
    found = _DATED.match(text)
    days = _days_meant(found["day"], context) if found is not None else ()
    day = max((each for each in days if each <= today), default=max(days, default=None))
    if found is None or day is None:
        return None, text
    rest = text[found.end() :]
    return day, rest[:1].upper() + rest[1:]


def _day_after(text: str, context: Context, since: date) -> tuple[str, date | None]:
    """Return the step, and the day with which it ends."""
    pieces = text.split(" ")
    for count in range(min(_MOST_WORDS_OF_DAY, len(pieces)), 0, -1):
        days = _days_meant(" ".join(pieces[-count:]).strip(" .,;"), context)
        day = min((each for each in days if each >= since), default=min(days, default=None))
        if day is not None:
            before = " ".join(pieces[:-count])
            return _BEFORE_DAY.sub("", f"{before} ").strip(" ,;."), day
    return text.strip(), None


def _days_meant(text: str, context: Context) -> Sequence[date]:
    """Return the whole day that `text` writes, or those of the years about today that it may be without its year."""
    years: tuple[str, ...] = ("",)
    if context.today is not None and _WITHOUT_YEAR.fullmatch(text):
        years = tuple(f"/{context.today.year + away}" for away in (-1, 0, 1))
    found = (parse_typed(text + year, context) for year in years if text)
    return tuple(each.first_day for each in found if each is not None and each.day is not None)


def _direction_of(text: str) -> str:
    verbs = set(re.findall(r"\w+", text.casefold()))
    is_ours, is_theirs = bool(verbs & _FROM_US), bool(verbs & _TO_US)
    if is_ours == is_theirs:
        return ""
    return Direction.OUT.value if is_ours else Direction.IN.value


def _find_named(session: FileSession, store: Store, line: str) -> tuple[tuple[Named, ...], tuple[Doubt, ...]]:
    folded, at = _fold_with_places(line)

    def written(begin: int, end: int) -> str:
        return line[at[begin] : at[end - 1] + 1]

    places: dict[tuple[int, int], list[RecordKey]] = {}
    for key, name in _candidates(session, line):
        for found in re.finditer(rf"\b{re.escape(fold(name))}\b", folded):
            if _is_meant(written(*found.span()), name):
                places.setdefault(found.span(), []).append(key)
    named: dict[RecordKey, Named] = {}
    doubts: dict[str, Doubt] = {}
    for span in _longest(list(places)):
        titles = _titled(session, store, places[span])
        if len(titles) == 1:
            named.setdefault(titles[0].key, titles[0])
        else:
            doubts.setdefault(folded[slice(*span)], Doubt(written(*span), titles))
    return tuple(named.values()), tuple(doubts.values())


def _candidates(session: FileSession, line: str) -> Iterator[tuple[RecordKey, str]]:
    """Return the records whose name, in any language, may stand in the line, each with that name."""
    for kind in NAMED_BY:
        made = session.catalog.entity(kind)
        name = getattr(made, made.facts.named_by[0])
        key = getattr(made, f"{made.facts.named_by[0]}_key")
        others = names_beside(made, made.facts.named_by[0]).values()
        for called, folded in ((name, key), *((each, folded_by_engine(each)) for each in others)):
            stands = literal(unaccented(line)).like(func.concat("%", folded, "%"))
            found = select(made.id, called).where(func.length(folded) >= SHORTEST_NAME, stands)
            for id, said in session.execute(found):
                yield RecordKey(kind, id), said


def _fold_with_places(line: str) -> tuple[str, Sequence[int]]:
    """Return the line as names are compared, and of each letter of that where it stands in the line."""
    folded, at = "", []
    for place, letter in enumerate(line):
        plain = fold(letter) or ("" if unicodedata.combining(letter) else " ")
        folded += plain
        at += [place] * len(plain)
    return folded, at


def _is_meant(written: str, name: str) -> bool:
    """Tell whether words of the line are a name: an accent that the name lacks makes another word of them.

    So "até" is not the city of Ate; nor is "ate", for a name that is as short as a word needs its capital.
    """
    pairs = zip(_letters(written), _letters(name), strict=False)
    is_alike = all(letter in {own, fold(own)} for letter, own in pairs)
    return is_alike and (len(name) > SHORTEST_NAME or not written.islower())


def _letters(text: str) -> Sequence[str]:
    return [letter for letter in unicodedata.normalize("NFC", text.casefold()) if fold(letter)]


def _longest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of `spans` that lie in no longer one, in their order."""
    kept: list[tuple[int, int]] = []
    for begin, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if not any(begin < other_end and other_begin < end for other_begin, other_end in kept):
            kept.append((begin, end))
    return sorted(kept)


def _titled(session: FileSession, store: Store, keys: Sequence[RecordKey]) -> tuple[Named, ...]:
    titles = {
        kind: titles_apart(session, store, kind, [key.id for key in keys if key.entity == kind])
        for kind in {key.entity for key in keys}
    }
    return tuple(Named(key, titles[key.entity].get(key.id, "")) for key in dict.fromkeys(keys))
