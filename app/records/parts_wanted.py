"""The rows of a part, of a record as it is wanted or as it is stored: rules and hints look at both in one way."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import attributes

from db.base import Entity
from db.query import part_of
from db.session import FileSession

Row = TypeVar("Row", bound=Entity)


def give_rows(row: Entity, part: str, rows: Sequence[Entity]) -> None:
    """Let `rows` be those of the part of a record that is not stored; nothing of them is written with it."""
    attributes.set_committed_value(row, part, list(rows))


def rows_of(session: FileSession, row: Entity, part: str, kind: type[Row]) -> list[Row]:
    """Return the rows of the part of `row`, of the entity `kind`: those it was given, else those that are stored."""
    given = vars(row).get(part)
    if given is not None:
        return [each for each in given if isinstance(each, kind)]
    held = part_of(type(row), part)
    if held is None:
        raise KeyError(f"{row.__tablename__}.{part}")
    return list(session.scalars(select(kind).where(held.key == row.id).order_by(kind.id)))
