"""Rows of what belongs to other records, or says something of them: known again by whose it is and what it says."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.records.contact_points import keep_contact
from app.sheets.importing.planners.record import SAME_NAME, RecordPlanner
from app.sheets.importing.planners.references import sure
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Request
from app.words.folding import fold
from app.words.names import join_names
from app.words.words import Words, mark
from db.declared import joined
from db.fields import Kind
from db.keys import new_key
from db.session import FileSession

_ALONE = 1


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row says of the fields of `known_by`: the records that each name can mean, and the other values."""

    records: dict[str, tuple[object, ...]]
    values: dict[str, object]


class BelongingPlanner(RecordPlanner[RowValues]):
    """Plans the rows of a kind that declares by what its records are `known_by`, each of which has little of a name.

    What such a row names has to be what the record names, but for names that the row leaves out; of all else nothing
    may speak against it. A row that several records can be of is asked about.
    """

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the records of the store by what they are known by."""
        super().__init__(session, request, words, today)
        fields = [self.info.field(name) for name in self.info.known_by]
        self._naming = tuple(each.name for each in fields if each.names_record)
        self._telling = tuple(each.name for each in fields if each.name not in self._naming)
        references = [each for each in self.info.stored if each.field.kind is Kind.REFERENCE and each not in fields]
        self._others = tuple(each.name for each in references)
        fields += references
        self._known: dict[str, dict[str, object]] = {}
        self._by: defaultdict[tuple[str, object], list[str]] = defaultdict(list)
        made = session.catalog.entity(self.info.name)
        columns = [made.__table__.columns[name] for each in fields for name in each.columns]
        for row in session.execute(select(made.__table__.columns["id"], *columns)).mappings():
            values = joined(made, dict(row))
            self._keep(str(values["id"]), values)

    def read(self, row: Row) -> RowValues:
        """Return what the row says."""
        row_values = self.fill(row, RowValues(), self.request.options.country)
        if self.info.field(self.naming).field.kind is Kind.REFERENCE:
            row_values.raw_name = ""
        said = (self.reader.plain(row, name) for name in (*self.info.named_by, *self._naming) if row.has(name))
        row_values.title = row_values.raw_name or join_names(tuple(dict.fromkeys(filter(None, said))))
        return row_values

    def identify(self, row: Row, row_values: RowValues) -> Identity[RowValues]:
        """Find which record the row is of: by key, else by what records of the kind are known by."""
        if self.knows(row_values.key):
            return self.known(row, row_values, row_values.key)
        likely = self._likely(self._said_by(row, row_values))
        if len(likely) > _ALONE:
            likely = self._told_by_others(row_values, likely) or likely
        if len(likely) == _ALONE:
            return self.known(row, row_values, likely[0])
        if likely:
            return self.doubt(row, row_values, dict.fromkeys(likely, 100), SAME_NAME)
        return self.new(row, row_values)

    def known(self, row: Row, row_values: RowValues, record_id: str) -> Identity[RowValues]:
        """Take the row for this record."""
        return Identity(row, row_values, record_id)

    def new(self, row: Row, row_values: RowValues) -> Identity[RowValues]:
        """Take the row for a record that is not known yet."""
        key, said = new_key(), self._said_by(row, row_values)
        named = {name: found[0] for name, found in said.records.items() if len(found) == _ALONE}
        others = {name: ids[0] for name in self._others if (ids := sure(row_values.named, name))}
        self._keep(key, {**said.values, **others, **named})
        self.names().add(key, row_values.title)
        self.names().describe(key, self._detail(row, row_values))
        return self.known(row, row_values, key).as_new()

    def knows(self, record_id: str) -> bool:
        """Tell whether there is a record of this key."""
        return record_id in self._known

    def put_name(self, row_values: RowValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Set what the record is called by, where that is no record of another kind."""
        if row_values.raw_name:
            super().put_name(row_values, record, sketch)

    def _keep(self, key: str, values: dict[str, object]) -> None:
        self._known[key] = values
        for name in self._naming:
            if values.get(name):
                self._by[name, values[name]].append(key)
        if self.naming in self._telling and values.get(self.naming):
            self._by[self.naming, fold(str(values[self.naming]))].append(key)

    def _said_by(self, row: Row, row_values: RowValues) -> _Said:
        records = {
            name: tuple(self._meant(row_values, name))
            for name in self._naming
            if row.has(name) and self.reader.plain(row, name)
        }
        values = {name: row_values.values.get(name) for name in self._telling}
        if self.naming in values:
            values[self.naming] = row_values.raw_name or None
        return _Said(records, {name: value for name, value in values.items() if value not in (None, "")})

    @staticmethod
    def _meant(row_values: RowValues, name: str) -> Iterable[object]:
        if name in row_values.records:
            return row_values.records[name].found
        return (key for reference in row_values.named.get(name, ()) for key in reference.ids)

    def _likely(self, said: _Said) -> list[str]:
        """Return the records that a row can be of, none for a row that says neither whose nor what it is called."""
        if said.records:
            name, found = next(iter(said.records.items()))
        elif self.naming in said.values:
            name, found = self.naming, (fold(str(said.values[self.naming])),)
        else:
            return []
        keys = dict.fromkeys(key for each in found for key in self._by[name, each])
        return [key for key in keys if self._agrees(self._known[key], said)]

    def _told_by_others(self, row_values: RowValues, keys: list[str]) -> list[str]:
        """Return those of some records that name all else that the row names: who answers for each of them."""
        said = {name: ids for name in self._others if (ids := sure(row_values.named, name))}
        return [key for key in keys if all(self._known[key].get(name) == ids[0] for name, ids in said.items())]

    @staticmethod
    def _agrees(known: dict[str, object], said: _Said) -> bool:
        if any(known.get(name) not in found for name, found in said.records.items()):
            return False
        return all(known.get(name) in (None, "") or _same(known[name], value) for name, value in said.values.items())


def _same(known: object, value: object) -> bool:
    if isinstance(known, str) and isinstance(value, str):
        return fold(known) == fold(value)
    return known == value


class DocumentPlanner(BelongingPlanner):
    """Plans the rows of attached files: what is said of one can be changed, and a spreadsheet brings none."""

    entity = "document"

    def read(self, row: Row) -> RowValues:
        """Return what the row says of the file, but not how large it is: that is told from what it holds."""
        row.cells.pop("size", None)
        return super().read(row)

    def new(self, row: Row, row_values: RowValues) -> Identity[RowValues]:
        """Refuse what is no file that is attached."""
        text = mark("Ningún documento adjunto se llama así, y una planilla no trae archivos.")
        self.reader.refuse(row, "name", text, mark("Adjúntelo desde la ficha."))
        return Identity(row, row_values)


class ContactPointPlanner(BelongingPlanner):
    """Plans the rows of ways to reach somebody, a phone as it is kept: "(011) 4321-0987" is +541143210987."""

    entity = "contact_point"

    def read(self, row: Row) -> RowValues:
        """Return what the row says."""
        row_values = super().read(row)
        kind, country = row_values.values.get("kind"), self.request.options.country
        row_values.raw_name = keep_contact(kind, row_values.raw_name, self.words, country)
        return row_values
