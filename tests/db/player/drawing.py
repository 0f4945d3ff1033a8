"""Values drawn at random from what is declared of a field, so that a new kind of record is played as it is declared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from random import Random

from app.records.catalog import EntityInfo, FieldInfo
from app.records.drafts import Draft, Rows
from app.words.fields import Kind
from db.base import units
from db.entities.meeting import MeetingState
from db.keys import new_key
from db.values import Money, PartialDate, RecordKey
from tests.db.player.reading import State
from tests.make import CATALOG

NAMES = ("Azul", "Ñandú", "São João", "d'Or", 'La "U"', "100 %", "Río\u2028Ceballos", "🏙 Sur", "Águas", "azul", "Unión")
LINES = ("una\nlínea", "dos\r\nlíneas", "", "a_b%c", "+598 2901 2345", "luz@example.org", "x" * 120, "tab\taquí")
COUNTRIES = ("AR", "BR", "UY")

CLOSED = MeetingState.CLOSED
"""What no turn draws: what an approved acta seals stays in an undo too, until it is reopened (test_sealed.py)."""


def key_drawn(random: Random, state: State, entity: str) -> str | None:
    """Return the key of a row that is there, None when its table is empty."""
    found = sorted(key for name, key in state if name == entity)
    return random.choice(found) if found else None


def a_text(random: Random) -> str:
    """Return a short text of a person: a name of several pieces, a phone, an address."""
    if random.random() < 0.35:
        return random.choice(("+598 2901 2345", f"a{random.randrange(9)}@example.org", "099 123 456"))
    return f"{random.choice(NAMES)} {random.randrange(40)}"


def a_partial_date(random: Random) -> PartialDate:
    """Return a date that is known in part or whole."""
    year = random.randint(1995, 2030)
    return random.choice((PartialDate(year), PartialDate(year, 6), PartialDate(year, 6, random.randint(1, 30))))


HALF = 0.5

_DRAWN: Mapping[Kind, Callable[[Random], object]] = {
    Kind.TEXT: a_text,
    Kind.LONG_TEXT: lambda random: random.choice(LINES) or a_text(random),
    Kind.INTEGER: lambda random: random.randint(1, 8),
    Kind.NUMERAL: lambda random: random.randint(1990, 2020),
    Kind.MONEY: lambda random: Money(random.choice((1, 700_000, 9_007_199_254_740_993)), random.choice(("USD", "PYG"))),
    Kind.DECIMAL: lambda random: random.choice((0, 1, -1_234_567, 9_007_199_254_740_993)),
    Kind.PERCENT: lambda random: random.choice((85_000, 33_333)),
    Kind.DATE: lambda random: date(random.randint(2005, 2030), random.randint(1, 12), random.randint(1, 28)),
    Kind.PARTIAL_DATE: a_partial_date,
    Kind.TIME: lambda random: f"{random.randint(0, 23):02}:{random.choice((0, 30)):02}",
    Kind.MOMENT: lambda random: datetime(2008, 6, random.randint(1, 28), 12, tzinfo=UTC),
    Kind.BOOLEAN: lambda random: random.random() < 0.5,
    Kind.COUNTRY: lambda random: random.choice(COUNTRIES),
    Kind.SUBDIVISION: lambda random: f"{random.choice(COUNTRIES)}-{random.choice('ABC')}",
    Kind.LANGUAGE: lambda random: random.choice(("es", "pt")),
    Kind.LANGUAGES: lambda random: random.choice(("es", "pt", "es pt")),
    Kind.CURRENCY: lambda random: random.choice(("USD", "ARS")),
    Kind.DEGREES: lambda random: random.randint(-60_000_000, 60_000_000),
    Kind.PHONE: lambda random: f"+598 2901 {random.randint(1000, 9999)}",
    Kind.EMAIL: lambda random: f"a{random.randrange(99)}@example.org",
    Kind.WEB: lambda random: f"https://example.org/{random.randrange(9)}",
}


def drawn_by_kind() -> frozenset[Kind]:
    """Return the kinds of field that are drawn by themselves; of the others the declaration says from what."""
    return frozenset(_DRAWN)


@dataclass(slots=True)
class Drawer:
    """Draws drafts of records that may refer to the rows of `state`."""

    random: Random
    state: State

    def value(self, info: FieldInfo) -> object:
        """Return a value that a field can hold, None for a reference when there is nothing to refer to."""
        facts = info.field
        if facts.kind is Kind.CHOICE and facts.choices is not None:
            return self.random.choice([each for each in facts.choices if each is not CLOSED]).value
        if facts.kind is Kind.CHOICES and facts.choices is not None:
            return ",".join(each.value for each in facts.choices if self.random.random() < HALF) or None
        if facts.kind is Kind.REFERENCE:
            return key_drawn(self.random, self.state, info.target)
        if facts.kind is Kind.RECORD:
            owned = {kind for kind, _ in CATALOG.referring_to_any}
            records = sorted(key for key in self.state if key[0] in CATALOG and key[0] not in owned)
            return RecordKey(*self.random.choice(records)) if records else None
        if facts.kind is Kind.LINKS:
            known = sorted(key for name, key in self.state if name == info.target)
            return tuple(self.random.sample(known, min(len(known), self.random.randrange(4))))
        return _DRAWN[facts.kind](self.random)

    def values(self, entity: str, *, is_new: bool, besides: str = "") -> dict[str, object]:
        """Return values for a record, what is required and some of the rest; the field `besides` is set by others."""
        values: dict[str, object] = {}
        for group in groups(CATALOG[entity], besides):
            needed = any(is_needed(entity, each) for each in group)
            if (is_new and (needed or is_one_of(group))) or self.random.random() < 0.3:
                values |= self.group(group, needed=needed)
        return values

    def group(self, group: Sequence[FieldInfo], *, needed: bool) -> dict[str, object]:
        """Return values for fields that say one thing: of several references one, of others all or perhaps none."""
        if is_one_of(group):
            known = {name for name, _ in self.state}
            one = self.random.choice([each for each in group if each.target in known] or [None])
            return {} if one is None else {each.name: self.value(each) if each is one else None for each in group}
        if self.random.random() < 0.2 and not needed:
            return {each.name: () if each.field.kind is Kind.LINKS else None for each in group}
        return {each.name: self.value(each) for each in group}

    def new(self, entity: str, besides: str = "", *, with_parts: bool = True) -> Draft:
        """Return a draft of a new record, with its parts or as one."""
        parts = {}
        for part in CATALOG[entity].parts if with_parts else ():
            if self.random.random() < 0.6:
                count = self.random.randrange(3)
                parts[part.name] = Rows(tuple(self.new(part.entity, part.key, with_parts=False) for _ in range(count)))
        return Draft(entity, None, self.values(entity, is_new=True, besides=besides), parts)

    def edit(
        self, entity: str, key: str, present: Mapping[str, Sequence[str]], read: Mapping[str, object] | None
    ) -> Draft:
        """Return a draft that changes a record of which a person had `read` these values, and rows of some parts.

        The parts are those in `present`, by the keys of their rows.
        """
        values = self.values(entity, is_new=False)
        return Draft(entity, key, values, {name: self.rows(entity, name, keys) for name, keys in present.items()}, read)

    def rows(self, entity: str, name: str, keys: Sequence[str]) -> Rows:
        """Return what is done to the rows of a part: some gone, some changed, some new, perhaps in another order."""
        part = next(each for each in CATALOG[entity].parts if each.name == name)
        added = tuple(
            replace(self.new(part.entity, part.key, with_parts=False), id=new_key())
            for _ in range(self.random.randrange(2))
        )
        gone = [key for key in keys if self.random.random() < 0.2]
        changed = [key for key in keys if key not in gone and self.random.random() < 0.5]
        order = [key for key in (*keys, *(each.id or "" for each in added)) if key not in gone]
        self.random.shuffle(order)
        return Rows(
            added,
            tuple(Draft(part.entity, key, self.values(part.entity, is_new=False, besides=part.key)) for key in changed),
            tuple(Draft(part.entity, key) for key in gone),
            tuple(order) if self.random.random() < 0.4 else (),
        )


def groups(info: EntityInfo, besides: str = "") -> list[tuple[FieldInfo, ...]]:
    """Return the fields that a person writes, those together that say one thing, but for the group of `besides`."""
    table = CATALOG.entity(info.name).__table__
    place = {name: at for at, unit in enumerate(units(table)) for name in unit}
    found: dict[int, list[FieldInfo]] = {}
    for each in info.stored:
        column = each.columns[0] if each.columns else each.name
        found.setdefault(place.get(column, -1 - len(found)), []).append(each)
    return [tuple(group) for group in found.values() if all(each.name != besides for each in group)]


def is_needed(entity: str, info: FieldInfo) -> bool:
    """Tell whether a field may not be empty, for people or for the database."""
    column = CATALOG.entity(entity).__table__.columns.get(info.name)
    return info.field.required or (column is not None and not column.nullable)


def is_one_of(group: Sequence[FieldInfo]) -> bool:
    """Tell whether a group names one record of several kinds."""
    return len(group) > 1 and all(each.field.kind is Kind.REFERENCE for each in group)


def lacks_an_owner(entity: str, state: State) -> bool:
    """Tell whether a record of `entity` has to be of one of several kinds and no record of them is there."""
    known = {name for name, _ in state}
    return any(not any(each.target in known for each in group) for group in groups(CATALOG[entity]) if is_one_of(group))


def reached_from(entity: str, random: Random) -> set[str]:
    """Return the kinds of record that one of `entity` needs: those it must refer to, and one of several owners."""
    found, waiting = {entity}, [entity]
    while waiting:
        for group in groups(CATALOG[waiting.pop()]):
            each = random.choice(group)
            refers = each.field.kind is Kind.REFERENCE and (each.field.required or len(group) > 1)
            if refers and each.target not in found:
                found.add(each.target)
                waiting.append(each.target)
    return found


def can_be_saved(entity: str) -> bool:
    """Tell whether a person can make a record by its fields alone: a file is attached, not filled in."""
    fields = {name for group in groups(CATALOG[entity]) for each in group for name in each.columns}
    columns = CATALOG.entity(entity).__table__.columns
    return all(each.nullable or each.default is not None or each.name in fields for each in columns)
