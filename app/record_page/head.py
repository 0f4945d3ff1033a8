"""The head of a page: the few facts that matter for the kind, by the names that its layout declares."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.agreements.notices import say_days_left
from app.document import Address, Reference, Several, Value, Way
from app.records.catalog import EntityInfo, FieldInfo, Filter, Operator, Query
from app.records.in_force import is_in_force
from app.records.namesakes import titles_apart
from app.records.reach import NOTHING, Reach
from app.records.reading import Record, part_ids, read_hits, read_records
from app.reports.recorded import Named, part_info, recorded, say_address, say_recorded
from app.words.names import BETWEEN_NAMES
from app.words.values import show_value
from app.words.words import Words
from db.entities.contact_point import ContactKind
from db.fields import Kind
from db.named import fetch_named
from db.query import find_ids
from db.session import FileSession
from db.store import Store
from db.values import PartialDate

CONTACTS = "contact_point"
"""The kind of the rows that are ways to reach somebody: a head says them by what they are."""

ROUTE = "route.next"
"""The name by which a layout asks for the next step of a record that goes a route (`db/routed.py`)."""

TENURES = "tenures"
"""The part of a post that says who holds it."""


SAID: Mapping[tuple[str, str], Callable[[Mapping[str, object], Words], str]] = {
    ("agreement", "days_left"): say_days_left,
}
"""Fields that a head says in words of their own, by kind and name."""

One = str | Reference | Address
"""One of the values of a fact."""


@dataclass(frozen=True, slots=True)
class HeadFact:
    """A fact of the head: `name` is that of the field or part of the record that says it, empty where another does."""

    label: str
    value: Value
    name: str = ""


def reach_of_head(names: Sequence[str]) -> Reach:
    """Return what a head reads beyond its record and the parts of it: who holds the posts that it names, and how."""
    has_posts = any(name.startswith("post.") for name in names)
    return Reach(frozenset({"post", "tenure", "person", CONTACTS})) if has_posts else NOTHING


class HeadReader:
    """Reads the head of one record in a session; `covered` are the fields and parts that it says whole."""

    def __init__(self, session: FileSession, store: Store, record: Record, words: Words, named: Named) -> None:
        """Read of `record`, in the language of `words`; `named` is what the records are called that it is linked to."""
        self.session = session
        self.store = store
        self.record = record
        self.words = words
        self.info = session.catalog[record.entity]
        self.named = named
        self.covered: set[str] = set()

    def read(self, names: Sequence[str]) -> tuple[HeadFact, ...]:
        """Return what is known of `names`: a field, a part, one role of a part, or the posts with one role."""
        return tuple(fact for name in names for fact in self._facts(name))

    def _facts(self, name: str) -> Iterator[HeadFact]:
        what, _, choice = name.partition(".")
        if name == ROUTE:
            yield from self._route()
            return
        if what in self.record.parts:
            yield from self._part(what, choice)
        elif choice:
            yield from self._posts(what, choice)
        else:
            yield from self._field(self.info.field(name))

    def _field(self, info: FieldInfo) -> Iterator[HeadFact]:
        value = recorded(self.record, info, self.named)
        if value is not None:
            self.covered.add(info.name)
            name = "" if info.derived else info.name
            own = SAID.get((self.info.name, info.name))
            said = own(self.record.values, self.words) if own is not None else self._said(info, value)
            yield HeadFact(self.words(info.field.label), said, name)

    def _said(self, info: FieldInfo, value: object) -> Value:
        """Return what a field says; the records that a derived one names are led to, where there still is each."""
        if not info.derived or not info.kinds:
            return say_recorded(info, value, self.words)
        named = fetch_named(self.session, self.info.name, [info.name], [self.record.id], self.store.today())
        keys = dict.fromkeys(named[self.record.id][0])
        found = {
            key: Reference(title, kind, key)
            for kind in info.kinds
            for key, title in titles_apart(self.session, self.store, kind, list(keys)).items()
        }
        if not keys or len(found) < len(keys):
            return say_recorded(info, value, self.words)
        return _several(found[key] for key in keys)

    def _route(self) -> Iterator[HeadFact]:
        """Return what comes next on the route of the record, for how long it is waited for, and whether it is late."""
        values, words = self.record.values, self.words
        if not values["next_step"]:
            return
        waited, day, said = values["waiting_days"], values["next_step_on"], []
        if isinstance(waited, int):
            said.append(words.plural("lleva {count} día", "lleva {count} días", waited))
        if isinstance(day, date):
            on = words.date(day)
            said.append(words("venció el {day}", day=on) if values["is_late"] else words("vence el {day}", day=on))
        label = words(self.info.field("next_step").field.label)
        yield HeadFact(label, BETWEEN_NAMES.join(filter(None, (str(values["next_step"]), ", ".join(said)))))

    def _part(self, name: str, choice: str) -> Iterator[HeadFact]:
        info = part_info(self.info, self.session, name)
        rows = self.record.parts[name]
        if info.name == CONTACTS:
            self.covered.add(name)
            yield from self._contacts(rows, name)
            return
        wanted = [row for row in rows if is_in_force(row, self.store.today()) and _has(info, row, choice)]
        if len(wanted) == len(rows):
            self.covered.add(name)
        if wanted:
            label = info.field(_choice_field(info).name).field.choices if choice else None
            said = label.of(choice).label if label else (info.one if len(wanted) == 1 else info.many)
            yield HeadFact(self.words(said), _several(self._rows(info, wanted)), name)

    def _contacts(self, rows: Sequence[Record], name: str) -> Iterator[HeadFact]:
        for kind in ContactKind:
            found = [row for row in rows if row.values["kind"] == kind.value]
            if found:
                yield HeadFact(self.words(kind.label), _several(self._reach(row) for row in found), name)

    def _reach(self, row: Record) -> One:
        found = recorded(row, self.session.catalog[CONTACTS].field("value"), {})
        if not isinstance(found, Address):
            return str(found)
        value, label = say_address(found, self.words), str(row.values["label"] or "")
        return replace(value, text=self.words("{value} ({label})", value=value.text, label=label)) if label else value

    def _rows(self, info: EntityInfo, rows: Sequence[Record]) -> Iterator[One]:
        """Return of each row to whom or what it leads, and since when."""
        for row in rows:
            for each in info.stored:
                key = row.values[each.name]
                if each.field.kind is Kind.REFERENCE and key and str(key) != self.record.id:
                    yield Reference(self._called(each, row), each.target, str(key))
            said = self._state(info, row)
            if said:
                yield said

    def _called(self, info: FieldInfo, row: Record) -> str:
        """Return what the record is called that a row leads to, and where it is if only references tell that."""
        target = self.session.catalog[info.target]
        kinds = {target.field(name).field.kind for name in target.detail}
        if kinds != {Kind.REFERENCE}:
            return row.titles[info.name]
        hits = read_hits(self.session, self.store, info.target, [str(row.values[info.name])], self.words)
        return " · ".join(part for hit in hits for part in (hit.title, hit.detail) if part)

    def _state(self, info: EntityInfo, row: Record) -> str:
        words, starts, ends = self.words, row.values.get("starts"), row.values.get("ends")
        verified = row.values.get("verified_on")
        derived = (each for each in info.fields if each.derived and each.field.kind is Kind.CHOICE)
        said = [show_value(each.field, row.values[each.name], words) for each in derived]
        if isinstance(starts, PartialDate):
            said.append(words("desde {day}", day=words.date(starts)))
        if isinstance(ends, PartialDate):
            said.append(words("hasta {day}", day=words.date(ends)))
        if isinstance(verified, date):
            said.append(words("verificado el {day}", day=words.date(verified)))
        return " · ".join(filter(None, said))

    def _posts(self, entity: str, choice: str) -> Iterator[HeadFact]:
        """Return who holds the posts with a role at the record, and how to reach them."""
        info = self.session.catalog[entity]
        role = _choice_field(info)
        here = next(each.name for each in info.stored if each.target == self.record.entity)
        filters = (Filter(here, Operator.EQUALS, self.record.id), Filter(role.name, Operator.EQUALS, choice))
        keys = find_ids(self.session, Query(entity, filters=filters), self.store.today())
        for post in read_records(self.session, self.store, entity, keys):
            yield HeadFact(show_value(role.field, choice, self.words), _several(self._holders(info, post)))

    def _holders(self, info: EntityInfo, post: Record) -> Iterator[One]:
        ways = (recorded(post, each, {}) for each in info.stored if each.field.kind in _WAYS)
        own = [say_address(each, self.words) for each in ways if isinstance(each, Address)]
        held = [row for row in post.parts[TENURES] if is_in_force(row, self.store.today())]
        if not held:
            yield Reference(self.words("{post}: vacante", post=post.title), info.name, post.id)
            yield from own
        tenure = part_info(info, self.session, TENURES)
        keys = [str(row.values["person_id"]) for row in held]
        known = self._reached(keys)
        for row, key in zip(held, keys, strict=True):
            yield Reference(row.titles["person_id"], "person", key)
            yield " · ".join(filter(None, (post.title, self._state(tenure, row))))
            reached = [self._reach(each) for each in known.get(key, ())]
            quick = [each for each in reached if isinstance(each, Address) and each.way in _QUICK]
            addresses: list[Address] = [*own, *quick]
            yield from dict.fromkeys(addresses)

    def _reached(self, people: Sequence[str]) -> dict[str, list[Record]]:
        """Return the ways to reach people, by their keys: the people themselves need not be read for that."""
        part = next(part for part in self.session.catalog["person"].parts if part.entity == CONTACTS)
        found: dict[str, list[Record]] = {}
        for row in read_records(self.session, self.store, CONTACTS, part_ids(self.session, part, people)):
            found.setdefault(str(row.values[part.key]), []).append(row)
        return found


_WAYS = (Kind.PHONE, Kind.EMAIL)
_QUICK = (Way.PHONE, Way.EMAIL)
"""How somebody is reached at once: what a head says of who holds a post."""


def _several(values: Iterator[One]) -> Value:
    """Return one value for several, each on a line of its own."""
    found = tuple(values)
    return found[0] if len(found) == 1 else Several(found)


def _choice_field(info: EntityInfo) -> FieldInfo:
    """Return the field by whose choices rows of a kind are told from each other."""
    return next(each for each in info.stored if each.field.kind is Kind.CHOICE)


def _has(info: EntityInfo, row: Record, choice: str) -> bool:
    """Tell whether a row has that choice; any has none."""
    return not choice or row.values[_choice_field(info).name] == choice
