"""A note of the log written from what was understood of a line."""

from collections.abc import Sequence

from app.log.understanding import NAMED_BY, Named, Understood
from app.records.drafts import Draft
from app.records.editing import Saved, save_record
from db.store import Store
from db.values import RecordKey


def write_note(store: Store, said: Understood, named: Sequence[Named], subject: RecordKey | None) -> Saved:
    """Save a note that names `named` and is about `subject`, in one operation; ProblemError when it says nothing."""
    return save_record(store, Draft("interaction", None, values_of(said, named, subject)))


def values_of(said: Understood, named: Sequence[Named], subject: RecordKey | None) -> dict[str, object]:
    """Return the values of the note, as its form takes them."""
    linked = {
        field: tuple(dict.fromkeys(each.key.id for each in named if each.key.entity == kind))
        for kind, field in NAMED_BY.items()
    }
    values: dict[str, object] = {
        "day": said.day,
        "text": said.text,
        "kind": said.kind,
        "direction": said.direction,
        "subject": subject,
        "next_step": said.next_step,
        "next_on": said.next_on,
        **linked,
    }
    return {name: value for name, value in values.items() if value not in ("", None, ())}
