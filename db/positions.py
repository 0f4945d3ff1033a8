"""Rows that stand in an order of their own, by whole numbers far apart: moving one row writes that row alone.

People never see those numbers: what they read as 1, 2, 3 is counted each time (`order`).
"""

from typing import TYPE_CHECKING, ClassVar

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.base import WHOLE_NUMBER, Entity
from db.derived import derived
from db.fields import Field, Kind, mark


class Ordered(Entity):
    """A record with a place among those that are the same in `listed_by`: in all of its table when that is empty."""

    __abstract__ = True
    listed_by: ClassVar[tuple[str, ...]] = ()

    if TYPE_CHECKING:  # each declares it by `position_column` in its place: the journal keeps rows in that order
        position: Mapped[int]

    @derived(Field(mark("Orden"), Kind.INTEGER, width=6))
    @classmethod
    def order(cls) -> ColumnElement[int]:
        """Return the place of a row in its list, counted from 1."""
        other = aliased(cls)
        same = [getattr(other, name).is_not_distinct_from(getattr(cls, name)) for name in cls.listed_by]
        level = and_(other.position == cls.position, other.id <= cls.id)
        counted = select(func.count()).select_from(other).where(*same, or_(other.position < cls.position, level))
        return counted.correlate(cls).scalar_subquery()


def position_column() -> Mapped[int]:
    """Declare the position: in the 32 bits that PostgreSQL gives an integer there is room for 2,047 rows."""
    return mapped_column(WHOLE_NUMBER, default=0)
