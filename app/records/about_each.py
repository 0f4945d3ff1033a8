"""Rows that say one thing of each of many records: that they are evidence of something, or were made known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles
from db.referring import columns_of, refers_to
from db.session import FileSession
from db.values import RecordKey


@dataclass(frozen=True, slots=True)
class Said:
    """A row to be written of each record: its kind, the values by which it says the same, and those beside them.

    Its field `record` is the reference to the record of which it is.
    """

    kind: str
    same: Mapping[str, object]
    beside: Mapping[str, object] = field(default_factory=dict)


def say_of_each(session: FileSession, said: Said, entity: str, ids: Sequence[str]) -> None:
    """Write a row of each record `ids` of `entity`, within the operation of `session`.

    Records that have a row that says the same are left as they are, and those that are no more are left out. Raises
    ProblemError for what the rules of the kind refuse.
    """
    there = read_titles(session, entity, ids)
    have = _said_already(session, said, entity, ids)
    for each in (each for each in ids if each in there and each not in have):
        values = {**said.same, **said.beside, "record": RecordKey(entity, each)}
        write_checked(session, Draft(said.kind, None, values))


def _said_already(session: FileSession, said: Said, entity: str, ids: Sequence[str]) -> set[str]:
    made = session.catalog.written(said.kind)
    same = (getattr(made, name) == value for name, value in said.same.items())
    _, key, *_ = columns_of(made, "record")
    return set(session.scalars(select(key).where(*same, refers_to(made, "record", entity, ids))))
