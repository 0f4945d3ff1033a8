"""Rows of what relates two records, such as two cities: known again by both of them and by what tells it apart."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from app.sheets.importing.planners.record import RecordPlanner
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Request
from app.words.words import Words
from db.catalog import EntityInfo
from db.keys import new_key
from db.session import FileSession
from db.values import PartialDate

Sides = tuple[str, ...]
Span = tuple[PartialDate | None, PartialDate | None]
_DATES = ("starts", "ends")
"""The fields of the dates from which and until which a relation lasts, where its kind has them."""


class PairPlanner(RecordPlanner[RowValues]):
    """Plans the rows of a kind that has no name but those of the records that it relates.

    Which of the two a row writes first does not matter: a list may be that of the other side. Several relations of the
    same two are told apart by the first fact of their kind that tells records apart, such as what kind of relation, and
    by their dates: what ended before the other began is another one.
    """

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the relations of the store by what they relate."""
        super().__init__(session, request, words, today)
        made = session.catalog.entity(self.info.name)
        self._told_by = self.info.detail[0]
        self._known: defaultdict[Sides, list[str]] = defaultdict(list)
        self._sides: dict[str, Sides] = {}
        self._details: dict[str, object] = {}
        self._spans: dict[str, Span] = {}
        names = {each.name for each in self.info.stored}
        self._dates = tuple(name for name in _DATES if name in names)
        fields = (*self.info.named_by, self._told_by, *self._dates)
        for key, one, other, told, *dates in session.execute(
            select(made.id, *(getattr(made, name) for name in fields))
        ):
            self._keep(key, (str(one), str(other)), told, _span(dates))

    def read(self, row: Row) -> RowValues:
        """Return what the row says."""
        row_values = self.fill(row, RowValues(), self.request.options.country)
        said = (self.reader.plain(row, name) for name in self.info.named_by if row.has(name))
        row_values.title = " – ".join(filter(None, said))
        return row_values

    def identify(self, row: Row, row_values: RowValues) -> Identity[RowValues]:
        """Find which relation the row is of: by key, else by what it relates."""
        if self.knows(row_values.key):
            return self.known(row, row_values, row_values.key)
        found = self._known.get(self._unordered(self._named(row_values)), [])
        told, span = self._told_apart(row_values)
        likely = [key for key in found if told is None or self._details[key] in (None, told)]
        likely = [key for key in likely if _meet(self._spans[key], span)]
        if len(likely) > 1:
            likely = [key for key in likely if self._spans[key] == span] or likely
        if len(likely) == 1:
            return self.known(row, row_values, likely[0])
        return self.new(row, row_values)

    def known(self, row: Row, row_values: RowValues, record_id: str) -> Identity[RowValues]:
        """Take the row for this relation, turned as that is."""
        sides = self._sides.get(record_id, ())
        if all(sides) and self._named(row_values) == tuple(reversed(sides)):
            first, last = self.info.named_by
            row_values.named[first], row_values.named[last] = row_values.named[last], row_values.named[first]
        return Identity(row, row_values, record_id)

    def new(self, row: Row, row_values: RowValues) -> Identity[RowValues]:
        """Take the row for a relation that is not known yet."""
        key = new_key()
        self._keep(key, self._named(row_values), *self._told_apart(row_values))
        return self.known(row, row_values, key).as_new()

    def knows(self, record_id: str) -> bool:
        """Tell whether there is a relation of this key."""
        return record_id in self._sides

    def put_name(self, row_values: RowValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write no name: the fields of what it relates are references as others are."""

    def _named(self, row_values: RowValues) -> Sides:
        """Return the keys of what a row relates, empty where it does not say one without doubt."""
        found = (row_values.named.get(name, ()) for name in self.info.named_by)
        return tuple(each[0].ids[0] if each and len(each[0].ids) == 1 else "" for each in found)

    def _told_apart(self, row_values: RowValues) -> tuple[object, Span]:
        """Return by what a row tells its relation from others of the same two: the fact, and the dates."""
        values = row_values.values
        return values.get(self._told_by), _span([values.get(name) for name in self._dates])

    def _keep(self, key: str, sides: Sides, told: object, span: Span) -> None:
        if all(sides):
            self._known[self._unordered(sides)].append(key)
        self._sides[key] = sides
        self._details[key] = told
        self._spans[key] = span

    @staticmethod
    def _unordered(sides: Sides) -> Sides:
        return tuple(sorted(sides))


def relates_two(info: EntityInfo) -> bool:
    """Tell whether records of a kind are called by two others, and by nothing of their own."""
    both = [info.field(name).target for name in info.named_by]
    return len(both) == len(("the one", "the other")) and all(both)


def _span(dates: Sequence[object]) -> Span:
    starts, ends = (each if isinstance(each, PartialDate) else None for each in (*dates, None, None)[:2])
    return starts, ends


def _meet(one: Span, other: Span) -> bool:
    """Tell whether two spans have a day in common; a date that is not known excludes nothing."""
    return _begins_by(one[0], other[1]) and _begins_by(other[0], one[1])


def _begins_by(starts: PartialDate | None, ends: PartialDate | None) -> bool:
    return starts is None or ends is None or starts.first_day <= ends.last_day
