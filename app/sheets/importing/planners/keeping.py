"""What every record takes from a row in the same way: its own fields, its contacts, and what no field takes."""

from app.records.positions import after
from app.sheets.importing.planners.row import Row
from app.sheets.importing.planners.row_values import RowValues, contact_kinds
from app.sheets.importing.planners.sketch import Sketch
from app.sheets.importing.planners.working_record import WorkingRecord
from app.words.folding import fold
from app.words.words import Words, mark
from db.entities.contact_point import ContactKind

_TEXTS = ("notes",)
"""Long texts that are not replaced by a part of themselves: people add to them."""


_PHONE, _MOBILE = ContactKind.PHONE.value, ContactKind.MOBILE.value
_EMAIL, _ADDRESS = ContactKind.EMAIL.value, ContactKind.ADDRESS.value


def put_fields(sketch: Sketch, row_values: RowValues) -> None:
    """Set the record's own fields."""
    for name, value in row_values.values.items():
        if name in _TEXTS and isinstance(value, str):
            sketch.put_text(name, value)
        else:
            sketch.put(name, value)


def put_contacts(owner: str, sketch: Sketch, row_values: RowValues, record: WorkingRecord) -> None:
    """Add the contacts that the record lacks, after those it has; `owner` is the field that says whose they are."""
    points = record.part("contact_point")
    known = {_same(str(point["kind"]), str(point["value"])) for point in points}
    last = max((int(str(point["position"])) for point in points), default=None)
    for target, kind, value in contact_kinds(row_values):
        same = _same(kind, value)
        if same in known:
            continue
        known.add(same)
        last = after(last)
        values = {owner: record.id, "position": last, "kind": kind, "value": value}
        sketch.add_part("contact_point", values, target=target, shown=value)


def _same(kind: str, value: str) -> tuple[str, str]:
    """Return what two ways of writing one contact have in common; a number is one, be it called phone or mobile."""
    if kind in (_PHONE, _MOBILE):
        return _PHONE, value
    if kind == _EMAIL:
        return kind, value.casefold()
    return kind, fold(value) if kind == _ADDRESS else value


def put_leftovers(sketch: Sketch, row: Row, words: Words) -> None:
    """Keep in the notes what no field could take, a line each."""
    lines = [words(mark("{label}: {text}"), label=words(label), text=text) for label, text in row.leftovers]
    if lines:
        sketch.put_lines("notes", lines)
