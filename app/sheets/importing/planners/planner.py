"""Plans the rows of one entity: all are read and known again first, then what each would change is written down."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import ClassVar, Generic

from app.records.rules.required import missing
from app.sheets.importing.planners.keeping import put_leftovers
from app.sheets.importing.planners.row import Reader, Row
from app.sheets.importing.planners.row_values import Identity, SomeValues
from app.sheets.importing.planners.rules import broken_rules, has_rules, hints_of_kind
from app.sheets.importing.planners.sealed import refuse_sealed
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.together import refuse_together
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Answer, Decision, PlannedRow, Request, Verdict
from app.sheets.reading.header import data_rows
from app.sheets.reading.workbook import Row as SheetRow
from app.words.problems import Problem
from app.words.values.happened import still_to_come
from app.words.words import Words, mark
from db.catalog import FieldInfo
from db.fields import Happened
from db.progress import Progress, counted
from db.session import FileSession


class EntityPlanner(ABC, Generic[SomeValues]):
    """What plans the rows of one request; each entity says how its rows are read, known again and written."""

    entity: ClassVar[str] = ""
    """The kind of record that a planner is made for; empty for any."""

    def __init__(self, session: FileSession, request: Request, words: Words, today: date) -> None:
        """Read the store through `session`, the cells in the language of `words`."""
        self.session = session
        self.request = request
        self.words = words
        self.today = today
        self.reader = Reader(request, words, today)
        self.info = request.matching.targets.info
        self._has_rules = has_rules(self.info.name)
        self._said: dict[tuple[str, str], object] = {}

    @abstractmethod
    def read(self, row: Row) -> SomeValues:
        """Return what a row says; what cannot be read is noted on it."""

    @abstractmethod
    def identify(self, row: Row, row_values: SomeValues) -> Identity[SomeValues]:
        """Find which record a row is of; the rows that follow know of it."""

    @abstractmethod
    def known(self, row: Row, row_values: SomeValues, record_id: str) -> Identity[SomeValues]:
        """Take a row for the record `record_id`; the rows that follow know of what it completes."""

    @abstractmethod
    def new(self, row: Row, row_values: SomeValues) -> Identity[SomeValues]:
        """Take a row for a record that is not known yet; the rows that follow know it."""

    @abstractmethod
    def knows(self, record_id: str) -> bool:
        """Tell whether there is a record of this key."""

    @abstractmethod
    def load(self, ids: Iterable[str]) -> dict[str, WorkingRecord]:
        """Read from the store the records that rows are of."""

    @abstractmethod
    def columns(self, row_values: SomeValues) -> Mapping[str, object]:
        """Return the fields of the record that a row would set, for the rules."""

    @abstractmethod
    def vacated(self, row: Row, row_values: SomeValues, record: WorkingRecord) -> tuple[str, ...]:
        """Return the fields of the record that a row empties."""

    @abstractmethod
    def sketch(self, row: Row, row_values: SomeValues, record: WorkingRecord, sketch: Sketch) -> None:
        """Write down what a row changes."""

    @abstractmethod
    def settle(self, row: Row, row_values: SomeValues) -> None:
        """Read again what could only be known once all rows were recognised."""

    def says_first(self, record_id: str, name: str, value: object) -> bool:
        """Tell whether a row sets the field `name` of a record: it says something, and no row before said otherwise.

        What tells records apart is known by it to the rows that follow as the store will know it.
        """
        return value not in (None, "") and self._said.setdefault((record_id, name), value) == value

    def decide(self, identity: Identity[SomeValues], decision: Decision) -> Identity[SomeValues]:
        """Return what a doubtful row is when a person has answered; an answer that cannot be leaves it doubtful."""
        if decision.answer is Answer.NEW:
            return self.new(identity.row, identity.row_values)
        if decision.answer is Answer.SAME_AS and self.knows(decision.record_id):
            return self.known(identity.row, identity.row_values, decision.record_id)
        return identity

    def waits(self, row_values: SomeValues) -> bool:  # noqa: ARG002 - for those that need it
        """Tell whether a row is looked at after all others, because it says too little to be known without them."""
        return False

    def told(self, row_values: SomeValues, record_id: str) -> str:  # noqa: ARG002 - for those with namesakes
        """Return what a person reads of a row: what it calls the record `record_id`, told from its namesakes."""
        return row_values.title

    def plan(self, progress: Progress) -> tuple[PlannedRow, ...]:
        """Return what becomes of every row below the header that has some cell."""
        numbered = list(data_rows(self.request.sheet, self.request.header))
        rows = [self._read(*row) for row in counted(numbered, lambda share: progress(share / 2))]
        rows.sort(key=lambda row: self.waits(row[1]))
        identities = [self._identity(*row) for row in rows]
        del numbered, rows  # what was planned is let go of row by row, and its memory taken by what comes
        records = self.load({each.record_id for each in identities if each.record_id and not each.is_new})
        new = {each.record_id: each.row.number for each in reversed(identities) if each.record_id and each.is_new}
        count = len(identities)
        identities.reverse()
        told = counted(range(count), lambda share: progress((1 + share) / 2))
        planned = [self._planned(identities.pop(), records, turn) for turn in told]
        held = refuse_sealed(self.session.connection(), self.reader, planned)
        in_order = sorted(held, key=lambda row: row.number)
        return refuse_together(self.session, self.reader, in_order, records, new)

    def _read(self, number: int, cells: SheetRow) -> tuple[Row, SomeValues]:
        row = self.reader.row(number, cells)
        return row, self.read(row)

    def _identity(self, row: Row, row_values: SomeValues) -> Identity[SomeValues]:
        if row.refusals:
            return Identity(row, row_values)
        identity = self.identify(row, row_values)
        decision = self.request.decisions.get(row.number)
        if identity.doubts and decision is not None:
            decided = self.decide(identity, decision)
            # What there was to choose from stays, so that the answer can be seen and changed.
            asked = decided.asked if decided.doubts or decided.place else identity.asked
            return replace(decided, candidates=decided.candidates or identity.candidates, asked=asked)
        return identity

    def _planned(self, identity: Identity[SomeValues], records: dict[str, WorkingRecord], turn: int) -> PlannedRow:
        row, row_values = identity.row, identity.row_values
        if identity.doubts:
            return self._doubtful(identity)
        record = records.get(identity.record_id)
        if record is None and identity.record_id:
            record = WorkingRecord(self.info.name, identity.record_id, is_new=True)
        if record is not None:
            self.settle(row, row_values)
            self._refuse_what_breaks_rules(row, row_values, record)
            self._refuse_days_to_come(row, row_values, record)
        if row.refusals or record is None:
            return self._refused(identity)
        first = record.id not in records
        records[record.id] = record
        sketch = Sketch(self.reader, row, record)
        self.sketch(row, row_values, record, sketch)
        put_leftovers(sketch, row, self.words)
        if self._misses_something(row, record):
            if first:
                records.pop(record.id)
            return self._refused(identity)
        if sketch.changes:
            self._remark_hints(row, record)
        changed = Verdict.CHANGED if sketch.changes else Verdict.SAME
        return PlannedRow(
            row.number,
            Verdict.NEW if first else changed,
            self.told(row_values, record.id),
            record.id,
            tuple(sketch.changes),
            reasons=tuple(row.remarks),
            candidates=identity.candidates,
            asked=identity.asked,
            place=identity.place,
            writes=sketch.writes,
            turn=turn,
        )

    def _refused(self, identity: Identity[SomeValues]) -> PlannedRow:
        row = identity.row
        return PlannedRow(
            row.number,
            Verdict.REFUSED,
            identity.row_values.title,
            reasons=(*row.refusals, *row.remarks),
            candidates=identity.candidates,
            asked=identity.asked,
            place=identity.place,
        )

    def _misses_something(self, row: Row, record: WorkingRecord) -> bool:
        """Refuse a row that makes a record without what a record needs."""
        for each in self._required if record.is_new else ():
            if record.values.get(each.name) in (None, ""):
                self.miss(row, each)
        return bool(row.refusals)

    @cached_property
    def _required(self) -> tuple[FieldInfo, ...]:
        """The fields without which there is no record."""
        return tuple(each for each in self.info.stored if each.field.required and not each.has_default)

    def miss(self, row: Row, each: FieldInfo) -> None:
        """Refuse a row since nothing in it says what the field `each` needs."""
        problem = missing(each)
        self.reader.refuse(row, each.name, problem.text, problem.hint, **problem.values)

    def _doubtful(self, identity: Identity[SomeValues]) -> PlannedRow:
        decision = self.request.decisions.get(identity.row.number)
        reasons = identity.doubts
        if decision is not None and decision.answer is Answer.LEAVE_OUT:
            reasons = (self.reader.at(identity.row.number, None, Problem(mark("Se deja afuera, como se pidió."))),)
        return PlannedRow(
            identity.row.number,
            Verdict.DOUBTFUL,
            identity.row_values.title,
            reasons=(*reasons, *identity.row.remarks),
            candidates=identity.candidates,
            asked=identity.asked,
            place=identity.place,
        )

    def _remark_hints(self, row: Row, record: WorkingRecord) -> None:
        """Say of a row what is said of its record and hinders nothing, as a form says it beside its field."""
        for problem in hints_of_kind(self.session, self.info.name, {**record.values, "id": record.id}):
            placed = self.reader.at(row.number, self.reader.column_of(problem.place.field), problem)
            if placed not in row.remarks:
                row.remarks.append(placed)

    @cached_property
    def _counted(self) -> tuple[FieldInfo, ...]:
        """The days on which something was done that the sheet has a column for."""
        matched = self.request.matching.matched
        days = (each for each in self.info.stored if each.field.bounds.happened is Happened.COUNTED)
        return tuple(each for each in days if each.name in matched)

    def _refuse_days_to_come(self, row: Row, row_values: SomeValues, record: WorkingRecord) -> None:
        """Refuse a day on which something is said to be done and that is still to come, unless it is stored already."""
        columns = self.columns(row_values) if self._counted else {}
        for each in self._counted:
            problem = still_to_come(each.field, columns.get(each.name), self.today)
            if problem is not None and record.values.get(each.name) != columns[each.name]:
                self.reader.refuse(row, each.name, problem.text, problem.hint, **problem.values)

    def _refuse_what_breaks_rules(self, row: Row, row_values: SomeValues, record: WorkingRecord) -> None:
        if not self._has_rules:
            return
        columns = {name: value for name, value in self.columns(row_values).items() if record.may_set(name, value)}
        columns |= dict.fromkeys(self.vacated(row, row_values, record))
        wanted = {**record.values, **columns, "id": record.id}
        for problem in broken_rules(self.session, self.info.name, wanted) if columns else ():
            self.reader.refuse(row, problem.place.field, problem.text, problem.hint, **problem.values)
