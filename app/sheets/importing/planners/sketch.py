"""What one row would do to one record, written down as it is found out."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.sheets.importing.planners.names import is_better
from app.sheets.importing.planners.row import Reader, Row
from app.sheets.importing.planners.working_record import WorkingRecord
from app.sheets.importing.rows import Change, Write
from app.words.folding import fold
from app.words.words import mark
from db.keys import key_of, new_key
from db.values import PartialDate


class Sketch:
    """Collects the changes that a row makes to a record, which shows them at once to the rows that follow."""

    def __init__(self, reader: Reader, row: Row, record: WorkingRecord) -> None:
        """Sketch what `row` does to `record`."""
        self.changes: list[Change] = []
        self._reader = reader
        self._row = row
        self._record = record
        self._own: dict[str, object] = {}
        self._others: list[Write] = []

    @property
    def writes(self) -> tuple[Write, ...]:
        """All that is to be written, the record first."""
        own = self._record.values if self._record.is_new and (self._own or self.changes) else self._own
        first = [Write(self._record.entity, self._record.id, dict(own), is_new=self._record.is_new)] if own else []
        return (*first, *self._others)

    def put(self, name: str, value: object, *, shown: Callable[[Any], object] | None = None) -> None:
        """Set a field of the record; nothing, and what is known more exactly already, changes nothing.

        `shown` gives what a person reads instead of a key.
        """
        if self._differs(self._record.values, "", name, value, name):
            before, after = self._record.values.get(name), value
            if shown:
                before, after = (shown(one) if one else one for one in (before, after))
            self.changes.append(Change(name, before, after))
            self._record.values[name] = self._own[name] = value

    def clear(self, name: str, *, shown: Callable[[Any], object] | None) -> None:
        """Empty a field of the record, in whose place the row says another one; `shown` is as for `put`."""
        before = self._record.values.get(name)
        self.changes.append(Change(name, shown(before) if shown else before, None))
        self._record.values[name] = self._own[name] = None

    def put_name(self, name: str, value: str, raw: str) -> None:
        """Set the name of the record, unless it only loses accents or case by it; `raw` is the cell as it is."""
        before = self._record.values.get(name)
        if isinstance(before, str) and (
            before == raw or (fold(before) == fold(value) and not is_better(before, value))
        ):
            self._record.said.setdefault(("", name), before)
            return
        self.put(name, value)

    def put_text(self, name: str, text: str) -> None:
        """Add to a long text what it does not hold: people write in it too, and nothing of theirs is lost."""
        before = str(self._record.values.get(name) or "")
        if text not in before:
            self._rewrite(name, text if before in text else f"{before}\n{text}")

    def put_lines(self, name: str, lines: Iterable[str]) -> None:
        """Add to a long text the lines that it does not hold yet."""
        before = str(self._record.values.get(name) or "")
        known = before.splitlines()
        added = [line for line in dict.fromkeys(lines) if line not in known]
        if added:
            self._rewrite(name, "\n".join(filter(None, [before, *added])))

    def _rewrite(self, name: str, after: str) -> None:
        self.changes.append(Change(name, self._record.values.get(name), after))
        self._record.values[name] = self._own[name] = after

    def show(self, target: str, value: object) -> None:
        """Say to a person something more of what was written already."""
        self.changes.append(Change(target, None, value))

    def put_part(self, table: str, part: dict[str, object], name: str, value: object, *, target: str) -> None:
        """Set a column of a row of a part."""
        if self._differs(part, str(part["id"]), name, value, target):
            self.changes.append(Change(target, part.get(name), value))
            part[name] = value
            self._others.append(Write(table, str(part["id"]), {name: value}, is_new=False))

    def put_part_text(self, table: str, part: dict[str, object], name: str, value: str | None) -> None:
        """Set a long text of a row of a part, unless what is known holds it already; its target has its name."""
        if value is not None and value in str(part.get(name) or ""):
            self._record.said.setdefault((str(part["id"]), name), value)
        else:
            self.put_part(table, part, name, value, target=name)

    def add_part(self, table: str, values: Mapping[str, object], *, target: str, shown: object) -> dict[str, object]:
        """Add a row to a part; `shown` is what a person reads of it under `target`."""
        key = new_key()
        part = {"id": key, **values}
        self._record.part(table).append(part)
        self._record.fresh.add(key)
        self._others.append(Write(table, key, values, is_new=True))
        self.changes.append(Change(target, None, shown))
        return part

    def add_link(self, name: str, table: str, other: str, *, shown: str) -> None:
        """Link the record to `other` in the link table, unless it is."""
        linked = self._record.links.setdefault(name, set())
        if other not in linked:
            linked.add(other)
            target = table.removeprefix(f"{self._record.entity}_")
            values = {f"{self._record.entity}_id": self._record.id, f"{target}_id": other}
            self._others.append(Write(table, key_of(table, *values.values()), values, is_new=True))
            self.changes.append(Change(name, None, shown))

    def place(self, position: int) -> None:
        """Put a new record at `position` of its list, of which a person need not be told."""
        self._record.values["position"] = self._own["position"] = position

    def add_writes(self, writes: Iterable[Write]) -> None:
        """Add what must be written for this row beside the record."""
        self._others.extend(writes)

    def _differs(self, values: Mapping[str, object], key: str, name: str, value: object, target: str) -> bool:
        before = values.get(name)
        if key in self._record.fresh and before is not None:
            self._record.said.setdefault((key, name), before)
        if value is None or value == before:
            if value is not None:
                self._record.said.setdefault((key, name), value)
            return False
        said = self._record.said.setdefault((key, name), value)
        if said != value and not _less_exact(said, value):
            text = mark("Otra fila anterior de la planilla trae otro valor de «{label}»; vale la primera.")
            self._reader.remark(self._row, target, text, label=self._reader.label(target))
        return said == value and not _less_exact(before, value)


def _less_exact(known: object, value: object) -> bool:
    """Tell whether `value` says the same as what is known with less of a date: 2008 beside 18/06/2008."""
    dates = isinstance(known, PartialDate) and isinstance(value, PartialDate)
    return dates and str(known).startswith(str(value))
