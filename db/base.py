"""The base of all entities: keys, moments, types of column and the naming of constraints."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

import uuid_utils
from sqlalchemy import (
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    ForeignKey,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    select,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, aliased, mapped_column
from sqlalchemy.sql.elements import SQLCoreOperations
from sqlalchemy.types import TypeDecorator

from db.fields import Field
from db.values import PartialDate

KEY_LENGTH = 32


def new_key() -> str:
    """Give a new primary key: a UUIDv7 as 32 hexadecimal digits, so that two laptops never give one key twice."""
    return uuid_utils.uuid7().hex


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; a value without time zone is refused with ValueError."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy names it
        """Store in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy names it
        """Give back in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class PartialDateColumn(TypeDecorator[PartialDate]):
    """A partial date, stored as text that sorts in the order of time."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy names it
        """Store the text form; a text is compared as it is."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:  # noqa: ARG002 - as above
        """Give back the value."""
        return None if value is None else PartialDate.parse(value)


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What is said once about an entity.

    `one` and `many` are Spanish source words, `columns` the fields that a list shows at first, `owners` the foreign
    keys of a part, of which one is set: a match in the part is a match in its owner.
    """

    one: str
    many: str
    columns: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    searched: bool = False


class Base(DeclarativeBase):
    """The declarative base: its metadata names every constraint, so that a migration can speak of it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        },
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: Moment, PartialDate: PartialDateColumn}


def _now() -> datetime:
    return datetime.now(UTC)


class Entity(Base):
    """A record of the network: its key and what a merge of two files needs to know."""

    __abstract__ = True
    facts: ClassVar[EntityFacts]

    id: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True, default=new_key, sort_order=-3)
    created_at: Mapped[datetime] = mapped_column(default=_now, sort_order=-2)
    changed_at: Mapped[datetime] = mapped_column(default=_now, onupdate=_now, sort_order=-1)

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Give the expression of the words by which a person knows the record."""
        raise NotImplementedError(cls.__name__)

    @classmethod
    def title_of(cls, key: SQLCoreOperations[Any]) -> ColumnElement[str]:
        """Give the title of the record of this entity whose key is `key`, a column of another table."""
        here = aliased(cls)
        return select(here.title()).where(here.id == key).scalar_subquery()


def reference(target: str, field: Field, *, required: bool = False) -> MappedColumn[Any]:
    """Declare a foreign key to the table `target`, checked at the end of the transaction, and its facts."""
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return mapped_column(String(KEY_LENGTH), key, index=True, nullable=not required, info={"field": field})


def count_filled(*names: str) -> str:
    """Give the SQL that counts which of the columns `names` are not null, the same on every engine."""
    return " + ".join(f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END" for name in names)


def link_table(owner: str, target: str) -> Table:
    """Make the table that links many `owner` to many `target`; each link is a row with a key, as the journal needs."""

    def side(name: str) -> Column[str]:
        key = ForeignKey(f"{name}.id", deferrable=True, initially="DEFERRED")
        return Column(f"{name}_id", String(KEY_LENGTH), key, nullable=False, index=True)

    return Table(
        f"{owner}_{target}",
        Base.metadata,
        Column("id", String(KEY_LENGTH), primary_key=True, default=new_key),
        side(owner),
        side(target),
        UniqueConstraint(f"{owner}_id", f"{target}_id"),
    )
