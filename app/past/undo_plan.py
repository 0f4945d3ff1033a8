"""The plan of an undo in words: per record, per field, what returns and what stays, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.past.opened import RECORDS, Touched, open_operation, unseen
from app.past.rows import called, kind_of, records_of
from app.records.history import FieldChange, LinkFields, changes_of, link_fields
from app.records.history_words import SaidChange, say_changes, shown_as
from app.words.words import Words, mark
from db.journal.shape import RowKey
from db.journal.undoing import STAYS, Ruling, UndoPlan, Verdict
from db.store import Store

_SAID: Mapping[Verdict, str] = {
    Verdict.CLEAN: mark("limpio"),
    Verdict.BACK: mark("ya está así"),
    Verdict.EDITED: mark("editado después por {who} el {date}: queda"),
    Verdict.GONE: mark("se eliminó después, por {who} el {date}: queda así"),
    Verdict.NEEDED: mark("otra ficha lo usa: queda"),
    Verdict.MISSING: mark("aquello a lo que se refería ya no está: queda"),
    Verdict.TOGETHER: mark("queda con su ficha"),
    Verdict.SEALED: mark("acta aprobada: queda"),
    Verdict.ALTERED: mark("lo que dice el acta se cambió después: no vuelve a estar aprobada"),
}
_SAID_OF_NOBODY: Mapping[Verdict, str] = {
    Verdict.EDITED: mark("editado después: queda"),
    Verdict.GONE: mark("se eliminó después: queda así"),
}
"""What is said when nobody gave a name."""
_READ = 1000
"""Rulings among which the records that are shown are looked for."""


@dataclass(frozen=True, slots=True)
class PlannedField:
    """A field of an undo: what there is, what returns, and the verdict, `said` in words."""

    part: str
    field: str
    now: str
    then: str
    verdict: Verdict
    said: str

    @property
    def name(self) -> str:
        """The field, with the part of the record that it is of."""
        return f"{self.part}: {self.field}" if self.part else self.field

    @property
    def stays(self) -> bool:
        """Whether it stays as it is."""
        return self.verdict in STAYS


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A record in an undo: what becomes of it as a whole (empty when it is there before and after), and its fields."""

    entity: str
    id: str
    kind: str
    name: str
    whole: str
    fields: tuple[PlannedField, ...]

    @property
    def title(self) -> str:
        """What kind of record it is, and which."""
        return f"{self.kind}: {self.name}"

    @property
    def stays(self) -> bool:
        """Whether something of it stays."""
        return any(each.stays for each in self.fields)


@dataclass(frozen=True, slots=True)
class SaidPlan:
    """What an undo would do: how many fields of each verdict, and the first records, those first of which some stays.

    `rows` counts the rows and `more` those that are not shown; when `whole`, nobody touched any of them since.
    """

    numbers: tuple[int, ...]
    does_something: bool
    whole: bool
    rows: int
    more: int
    records: tuple[PlannedRecord, ...]
    counts: Mapping[Verdict, int] = field(default_factory=dict)

    @property
    def stays(self) -> int:
        """How many fields stay that would have to go back."""
        return sum(count for verdict, count in self.counts.items() if verdict in STAYS)


def plan_undo(store: Store, numbers: Sequence[int], words: Words, limit: int = RECORDS) -> SaidPlan:
    """Plan the undo of the operations with these numbers; nothing is written."""
    found = store.plan_undo(numbers)
    if found.sets:
        return _untouched(store, found, words, limit)
    counts: Counter[Verdict] = Counter()
    for each in found.rulings:
        counts[each.verdict] += _lines(store, each)
    # The sort leaves the order as it is among those that stay and among those that do not.
    first = sorted(found.rulings, key=lambda each: each.verdict not in STAYS)[:_READ]
    records = _records(store, first, limit)
    rows = len({(each.entity, each.row_id) for each in found.rulings})
    shown = len({(each.entity, each.row_id) for group in records.values() for each in group})
    names = called(store, records, words)
    said = tuple(_planned(store, key, names[key], group, words) for key, group in records.items())
    return SaidPlan(tuple(numbers), found.does_something, found.sets, rows, rows - shown, said, counts)


def say_summary(plan: SaidPlan, words: Words) -> str:
    """Return the plan in a line: "12 campos limpios, 2 quedan"."""
    if plan.whole:
        return words.plural(
            "Todo limpio: nadie cambió después la fila que tocó.",
            "Todo limpio: nadie cambió después las {count} filas que tocó.",
            plan.rows,
        )
    counts = plan.counts
    clean, back = counts.get(Verdict.CLEAN, 0), counts.get(Verdict.BACK, 0)
    parts = [words.plural("{count} campo limpio", "{count} campos limpios", clean)]
    if plan.stays:
        parts.append(words.plural("{count} queda", "{count} quedan", plan.stays))
    if back:
        parts.append(words.plural("{count} ya está así", "{count} ya están así", back))
    return ", ".join(parts)


def _untouched(store: Store, found: UndoPlan, words: Words, limit: int) -> SaidPlan:
    """Show the operation itself, turned round."""
    opened = open_operation(store, found.numbers[0], words, limit)
    return SaidPlan(
        found.numbers,
        does_something=True,
        whole=True,
        rows=opened.rows,
        more=opened.more,
        records=tuple(_turned(each, words) for each in opened.records),
    )


def _turned(each: Touched, words: Words) -> PlannedRecord:
    clean = words(_SAID[Verdict.CLEAN])
    fields = tuple(
        PlannedField(said.part, said.field, said.after, said.before, Verdict.CLEAN, clean) for said in each.fields
    )
    whole = "" if each.was_there and each.is_there else _whole(words, goes=each.is_there)
    return PlannedRecord(each.entity, each.id, each.kind, each.name, whole, fields)


def _whole(words: Words, *, goes: bool) -> str:
    return words("se quita") if goes else words("vuelve")


def _records(store: Store, rulings: Sequence[Ruling], limit: int) -> dict[RowKey, list[Ruling]]:
    """Group rulings by the record that a person knows them by, the first `limit` of these."""
    with store.reading() as session:
        keys = {(each.entity, each.row_id) for each in rulings}
        record_of = records_of(session.connection(), store.shape, keys)
    found: dict[RowKey, list[Ruling]] = {}
    for each in rulings:
        found.setdefault(record_of[each.entity, each.row_id], []).append(each)
    return dict(list(found.items())[:limit])


def _planned(store: Store, key: RowKey, name: str, rulings: Iterable[Ruling], words: Words) -> PlannedRecord:
    entity, row_id = key
    links = link_fields(store.catalog, entity)
    fields: list[PlannedField] = []
    whole = ""
    for each in rulings:
        if not each.unit and each.row_id == row_id and each.verdict is Verdict.CLEAN:
            whole = _whole(words, goes=each.then is None)
        text = _verdict(each, words)
        fields += [
            PlannedField(said.part, said.field, said.before, said.after, each.verdict, text)
            for said in _said(store, each, key, links, words)
        ]
    return PlannedRecord(entity, row_id, kind_of(store.catalog, entity, words), name, whole, tuple(fields))


def _said(store: Store, each: Ruling, key: RowKey, links: LinkFields, words: Words) -> tuple[SaidChange, ...]:
    entity, row_id = key
    now, then = each.now or {}, each.then or {}
    if each.entity in links:
        return say_changes(store, (links[each.entity].change(now, then, row_id),), entity, words)
    if _stays_whole(each):
        part = "" if each.entity == entity else kind_of(store.catalog, each.entity, words)
        return (SaidChange(part, words("(toda la ficha)"), "", ""),)
    return say_changes(store, _changes(store, each), entity, words) or (
        unseen(store.catalog, each.entity, each.unit, record=entity, words=words),
    )


def _stays_whole(each: Ruling) -> bool:
    """Tell whether a record stays since somebody edited it: which of its fields that was is not ruled on."""
    return not each.unit and each.verdict is Verdict.EDITED


def _lines(store: Store, each: Ruling) -> int:
    """Count the fields that a person sees of a ruling; a link, and what has none to see, counts as one."""
    if each.entity not in store.catalog or _stays_whole(each):
        return 1
    owners = () if each.unit else store.shape.by_name[each.entity].owners
    names = [change.field for change in _changes(store, each)]
    seen = [name for name in names if name not in owners and shown_as(store.catalog, each.entity, name) is not None]
    return max(1, len(seen))


def _changes(store: Store, each: Ruling) -> tuple[FieldChange, ...]:
    """Return the fields of a ruling that differ; all of them when none does."""
    now, then = each.now or {}, each.then or {}
    names = each.unit or tuple({**now, **then})
    sides = ({name: values.get(name) for name in names} for values in (now, then))
    found = changes_of(store.catalog, each.entity, *sides)
    return tuple(change for change in found if change.before != change.after) or tuple(found)


def _verdict(each: Ruling, words: Words) -> str:
    date = words.date(each.at.astimezone().date()) if each.at is not None else ""
    if not each.by:
        return words(_SAID_OF_NOBODY.get(each.verdict, _SAID[each.verdict]))
    return words(_SAID[each.verdict], who=each.by, date=date)


__all__ = ["PlannedField", "PlannedRecord", "SaidPlan", "Verdict", "plan_undo", "say_summary"]
