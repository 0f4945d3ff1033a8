"""Rows of what relates two records, such as two cities: known again by both of them and by what tells it apart."""

from collections import defaultdict
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

Sides = tuple[str, ...]


class PairPlanner(RecordPlanner[RowValues]):
    """Plans the rows of a kind that has no name but those of the records that it relates.

    Which of the two a row writes first does not matter: a list may be that of the other side. Several relations of the
    same two are told apart by the first fact of their kind that tells records apart, such as what kind of relation.
    """

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the relations of the store by what they relate."""
        super().__init__(session, request, words, today)
        made = session.catalog.entity(self.info.name)
        self._told_by = self.info.detail[0]
        self._known: defaultdict[Sides, list[str]] = defaultdict(list)
        self._sides: dict[str, Sides] = {}
        self._details: dict[str, object] = {}
        fields = (*self.info.named_by, self._told_by)
        for key, *values in session.execute(select(made.id, *(getattr(made, name) for name in fields))):
            self._keep(key, tuple(map(str, values[:-1])), values[-1])

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
        told = row_values.values.get(self._told_by)
        likely = [key for key in found if told is None or self._details[key] in (None, told)]
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
        self._keep(key, self._named(row_values), row_values.values.get(self._told_by))
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

    def _keep(self, key: str, sides: Sides, told: object) -> None:
        if all(sides):
            self._known[self._unordered(sides)].append(key)
        self._sides[key] = sides
        self._details[key] = told

    @staticmethod
    def _unordered(sides: Sides) -> Sides:
        return tuple(sorted(sides))


def relates_two(info: EntityInfo) -> bool:
    """Tell whether records of a kind are called by two others, and by nothing of their own."""
    both = [info.field(name).target for name in info.named_by]
    return len(both) == len(("the one", "the other")) and all(both)
