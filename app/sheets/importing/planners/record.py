"""Rows of any kind of record, planned from its declaration alone: its fields, references, links and contacts."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, Generic

from sqlalchemy import func, select

from app.records.duplicates.likeness import most_alike
from app.records.positions import after
from app.sheets.importing.planners.any_records import AnyRecords
from app.sheets.importing.planners.keeping import put_contacts, put_fields
from app.sheets.importing.planners.planner import EntityPlanner
from app.sheets.importing.planners.references import Names, References, sure
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import Identity, RowValues, SomeValues, read_contacts, read_fields
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord, load
from app.sheets.importing.rows import Candidate, Request
from app.sheets.importing.targets import Target, contact_targets
from app.words.folding import fold
from app.words.values import show_value
from app.words.words import Words, mark
from db.catalog import Catalog, EntityInfo, FieldInfo
from db.declared import parted
from db.fields import Kind
from db.keys import new_key
from db.languages import names_beside
from db.links import link_of
from db.positions import Ordered
from db.session import FileSession
from db.values import NamedRecord, RecordKey

SAME_NAME, ALIKE_NAME = mark("Se llama igual"), mark("Nombre parecido")


class RecordPlanner(EntityPlanner[SomeValues], Generic[SomeValues]):
    """Plans the rows of one request; a kind with more to say overrides how a row is recognised and what it feeds."""

    parts: ClassVar[tuple[str, ...]] = ("contact_point",)
    """The kinds of the parts that rows can add to."""

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Know the records of the store by their names."""
        super().__init__(session, request, words, today)
        self.references = References(session, self.reader, today)
        self.any_records = AnyRecords(session.catalog, self.references, self.reader)
        self._last: dict[tuple[object, ...], int | None] = {}

    @property
    def naming(self) -> str:
        """The field by which a record is named first."""
        return self.info.named_by[0]

    @classmethod
    def beside(cls, catalog: Catalog, info: EntityInfo) -> Iterator[Target]:
        """Return what a sheet can say of a record that is no field of its own: its contacts, when it has any."""
        if any(part.entity == "contact_point" for part in info.parts):
            yield from contact_targets(catalog)

    def fill(self, row: Row, row_values: SomeValues, country: str = "", but: tuple[str, ...] = ()) -> SomeValues:
        """Read into `row_values` what every kind of record takes in the same way, without the fields in `but`."""
        row_values.key = self.reader.text(row, "key")
        row_values.raw_name = row_values.raw_name or self.reader.text(row, self.naming)
        row_values.title = row_values.title or row_values.raw_name
        row_values.values |= read_fields(self.reader, row, country, (self.naming, *but))
        row_values.contacts = read_contacts(self.reader, row, country)
        for each in self._referring:
            row_values.named[each.name] = self.references.read(row, each)
        for each in self._of_any_kind:
            found = self.any_records.read(row, each)
            row_values.records |= {each.name: found} if found is not None else {}
        return row_values

    def require_name(self, row: Row, row_values: SomeValues) -> SomeValues:
        """Refuse a row without the name of its record, unless it has the key of one."""
        if not row_values.raw_name and not self.knows(row_values.key):
            self.miss(row, self.info.field(self.naming))
        return row_values

    @cached_property
    def _referring(self) -> tuple[FieldInfo, ...]:
        """The fields of references and links that the sheet has a column for."""
        matched = self.request.matching.matched
        kinds = (Kind.REFERENCE, Kind.LINKS)
        return tuple(each for each in self.info.stored if each.field.kind in kinds and each.name in matched)

    @cached_property
    def _of_any_kind(self) -> tuple[FieldInfo, ...]:
        """The fields that refer to a record of any kind which the sheet has a column for."""
        matched = self.request.matching.matched
        return tuple(each for each in self.info.stored if each.field.kind is Kind.RECORD and each.name in matched)

    def identify(self, row: Row, row_values: SomeValues) -> Identity[SomeValues]:
        """Find which record the row is of: by key, else by name, told from its namesakes by what both sides say."""
        if self.knows(row_values.key):
            return self.known(row, row_values, row_values.key)
        names = self.names()
        namesakes = names.named(row_values.raw_name)
        likely = self.likely(row, row_values, namesakes)
        if len(likely) == 1:
            return self.known(row, row_values, likely[0])
        if likely:
            return self.doubt(row, row_values, dict.fromkeys(likely, 100), SAME_NAME)
        if namesakes:
            return self.new(row, row_values)
        scores = {
            key: score
            for name, score in most_alike(fold(row_values.raw_name), names.folded())
            for key in names.named(name)
            if self.likely(row, row_values, [key])
        }
        return self.doubt(row, row_values, scores, ALIKE_NAME) if scores else self.new(row, row_values)

    def names(self) -> Names:
        """Return the names of the records of this kind."""
        return self.references.names(self.info.name)

    def likely(self, row: Row, row_values: SomeValues, namesakes: Sequence[str]) -> list[str]:
        """Return those of `namesakes` that the row can be of: nothing that tells records apart speaks against it."""
        said = set(map(fold, self._detail(row, row_values)))
        known = {key: set(map(fold, self.names().detail(key))) for key in namesakes}
        return [key for key in namesakes if not said or not known[key] or said & known[key]]

    def _detail(self, row: Row, row_values: SomeValues) -> tuple[str, ...]:
        """Return what the row says of what tells its record from others of its name."""
        found = []
        for each in map(self.info.field, self.info.detail):
            keys = sure(row_values.named, each.name)
            if keys:
                found += [self.references.title(each, key) for key in keys]
            elif each.name in row_values.values:
                found.append(show_value(each.field, row_values.values[each.name], self.words))
            elif row.has(each.name):
                found.append(self.reader.plain(row, each.name))
        return tuple(filter(None, found))

    def doubt(self, row: Row, row_values: SomeValues, scores: Mapping[str, int], why: str) -> Identity[SomeValues]:
        """Ask a person which of the records of `scores`, or none of them, the row is of."""
        names = self.names()
        candidates = tuple(
            Candidate(self.info.name, key, names.titles[key], " · ".join(names.detail(key)), score, why)
            for key, score in scores.items()
        )
        text = mark("Ya hay en el archivo «{name}», y la fila puede ser lo mismo.")
        hint = mark("Indique si es la misma ficha o si es otra.")
        name = names.titles[next(iter(scores))]
        problem = self.reader.about(row, self.naming, text, hint, name=name)
        return Identity(row, row_values, candidates=candidates, doubts=(problem,))

    def knows(self, record_id: str) -> bool:
        """Tell whether there is a record of this key."""
        return record_id in self.names().titles

    def known(self, row: Row, row_values: SomeValues, record_id: str) -> Identity[SomeValues]:
        """Take the row for the record `record_id`, which may be called otherwise by it."""
        if self.says_first(record_id, "name", fold(row_values.raw_name)):
            self.names().rename(record_id, row_values.raw_name)
        return Identity(row, row_values, record_id)

    def new(self, row: Row, row_values: SomeValues) -> Identity[SomeValues]:
        """Take the row for a record that is not known yet."""
        key = new_key()
        self.names().add(key, row_values.raw_name)
        self.names().describe(key, self._detail(row, row_values))
        return self.known(row, row_values, key).as_new()

    def load(self, ids: Iterable[str]) -> dict[str, WorkingRecord]:
        """Read the records that rows are of, with the links that the sheet has a column for."""
        links = [each.name for each in self._referring if each.field.kind is Kind.LINKS]
        return load(self.session, self.info.name, ids, parts=self.parts, links=links)

    def settle(self, row: Row, row_values: SomeValues) -> None:
        """Find what the row refers to among the records of its own kind: a row further down may have made it known."""
        for each in self._referring:
            if each.target == self.info.name:
                row_values.named[each.name] = self.references.read(row, each)

    def columns(self, row_values: SomeValues) -> Mapping[str, object]:
        """Return the columns of the record that a row would set, for the rules."""
        referred = {
            each.name: keys[0]
            for each in self._referring
            if each.field.kind is Kind.REFERENCE and (keys := sure(row_values.named, each.name))
        }
        name = {} if not row_values.raw_name else {self.naming: self.written(row_values.raw_name)}
        meant = {each: named.found[0] for each, named in row_values.records.items() if len(named.found) == 1}
        return {**name, **referred, **meant, **row_values.values}

    def vacated(self, row: Row, row_values: SomeValues, record: WorkingRecord) -> tuple[str, ...]:
        """Return the fields that a row empties since it fills another one of those that say one thing with them.

        Who answers for something is a city, an organisation, a body or a person: a row that names the city no more
        and names a body instead has put the one in the place of the other.
        """
        written = self.columns(row_values)
        found: list[str] = []
        for unit in self._exchanged:
            changes = any(name in written and written[name] != record.values.get(name) for name in unit)
            left = (name for name in unit if self.reader.has_column(name) and not row.has(name))
            found += (name for name in left if changes and record.values.get(name) not in (None, ""))
        return tuple(found)

    @cached_property
    def _exchanged(self) -> tuple[tuple[str, ...], ...]:
        """The fields that say one thing together by naming one record or another."""
        units = dict.fromkeys(self.info.together_with(each.name) for each in self.info.stored if each.target)
        return tuple(unit for unit in units if sum(bool(self.info.field(name).target) for name in unit) > 1)

    def sketch(self, row: Row, row_values: SomeValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what the row changes; links are added and never taken away."""
        for name in self.vacated(row, row_values, record):
            sketch.clear(name, shown=self._said_of(name))
        self.put_name(row_values, record, sketch)
        put_fields(sketch, row_values)
        for each in self._referring:
            if each.field.kind is Kind.REFERENCE:
                linked = frozenset({str(record.values.get(each.name) or "")})
                for key in self.references.choose(row, each, row_values.named[each.name], linked):
                    sketch.put(each.name, key, shown=self._said_of(each.name))
            else:
                self._put_links(row, row_values, record, sketch, each)
        for each in self._of_any_kind:
            named, stored = row_values.records.get(each.name), record.values.get(each.name)
            if named is not None:
                known = stored if isinstance(stored, RecordKey) else None
                sketch.put(each.name, self.any_records.choose(row, each, named, known), shown=self._shown)
        if record.is_new:
            self._place(record, sketch)
        if row_values.contacts:
            put_contacts(self._owner_of_contacts, sketch, row_values, record)

    def _said_of(self, name: str) -> Callable[[Any], object] | None:
        """Return what gives the name of a record that the field `name` refers to, None where it holds no record."""
        target = self.info.field(name).target
        return (lambda key: self.references.told(target, key)) if target else None

    def _shown(self, key: RecordKey) -> NamedRecord:
        """Return a record as a person reads it."""
        return NamedRecord(key, self.session.catalog[key.entity].one, self.references.told(key.entity, key.id))

    @cached_property
    def _owner_of_contacts(self) -> str:
        """The field by which a contact says whose it is."""
        return next(part.key for part in self.info.parts if part.entity == "contact_point")

    def _put_links(
        self, row: Row, row_values: SomeValues, record: WorkingRecord, sketch: Sketch, each: FieldInfo
    ) -> None:
        linked = frozenset(record.links.get(each.name, ()))
        table = link_of(self.session.catalog.entity(self.info.name), each.name).table.name
        for key in self.references.choose(row, each, row_values.named[each.name], linked):
            sketch.add_link(each.name, table, key, shown=self.references.told(each.target, key))

    def put_name(self, row_values: SomeValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Set the name of the record, unless the row calls it as it is called already in another language.

        A list in Portuguese says names in Portuguese: read again it must not put them in the place of the Spanish ones.
        Whoever gives the key of a record means what the row says.
        """
        if row_values.raw_name and (row_values.key == record.id or not self._is_said_elsewhere(row_values, record)):
            sketch.put_name(self.naming, self.written(row_values.raw_name), row_values.raw_name)

    def _is_said_elsewhere(self, row_values: SomeValues, record: WorkingRecord) -> bool:
        said = {fold(str(record.values.get(name) or "")) for name in self._beside}
        return bool(said) and fold(row_values.raw_name) in said

    @cached_property
    def _beside(self) -> tuple[str, ...]:
        """The fields that hold the name in other languages."""
        beside = names_beside(self.session.catalog.entity(self.info.name), self.naming)
        return tuple(each.name for each in beside.values())

    def written(self, raw_name: str) -> str:
        """Return the name of a record as it is to be written."""
        return raw_name

    def _place(self, record: WorkingRecord, sketch: Sketch) -> None:
        """Put a new record that stands in an order last in its list."""
        made = self.session.catalog.entity(self.info.name)
        if not issubclass(made, Ordered) or "position" in record.values:
            return
        by_column = parted(made, record.values)
        owners = tuple(by_column.get(name) for name in made.listed_by)
        if owners not in self._last:
            same = [
                getattr(made, name).is_not_distinct_from(owner)
                for name, owner in zip(made.listed_by, owners, strict=True)
            ]
            self._last[owners] = self.session.scalar(select(func.max(made.position)).where(*same))
        last = after(self._last[owners])
        self._last[owners] = last
        sketch.place(last)


class AnyPlanner(RecordPlanner[RowValues]):
    """Plans the rows of a kind of record of which nothing is known but its declaration."""

    def read(self, row: Row) -> RowValues:
        """Return what the row says."""
        return self.require_name(row, self.fill(row, RowValues(), self.request.options.country))
