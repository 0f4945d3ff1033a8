"""The base of all entities: moments, types of column and the naming of constraints."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ColumnElement,
    DateTime,
    Dialect,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    case,
    func,
    literal,
    select,
)
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, InstrumentedAttribute, Mapped, MappedColumn, aliased, mapped_column
from sqlalchemy.schema import CreateIndex
from sqlalchemy.sql.compiler import DDLCompiler
from sqlalchemy.types import TypeDecorator

from db.fields import Field, Kind
from db.keys import KEY_LENGTH, key_of, new_key
from db.languages import in_language, key_in_language
from db.values import PartialDate

WHOLE_NUMBER = BigInteger().with_variant(Integer, "sqlite")
"""The type of whole numbers: 64 bits on every engine; SQLite gives an INTEGER as many as it needs."""

LONGEST_TITLE = 80
"""Letters of its text by which a record without a name is called."""


@compiles(CreateIndex, "postgresql")
def _index_part_on_server(element: CreateIndex, compiler: DDLCompiler, **options: Any) -> str:  # noqa: ANN401 - as SQLAlchemy hands them
    """Index on a server the rows that SQLite indexes.

    Said beside `sqlite_where` it would load the dialect of the server, 30 ms of each start.
    """
    index = element.element
    index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
    made: str = compiler.visit_create_index(element, **options)  # type: ignore[no-untyped-call]  # as above
    return made


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
        """Return back in UTC."""
        return None if value is None else value.replace(tzinfo=UTC)


class PartialDateColumn(TypeDecorator[PartialDate]):
    """A partial date, stored as text that sorts in the order of time."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | str | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy names it
        """Store the text form; a text is compared as it is."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:  # noqa: ARG002 - as above
        """Return back the value."""
        return None if value is None else PartialDate.parse(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """How one press says that what was due is done: the field of the day, and what the field of the state then says.

    Either is empty for a kind that has none.
    """

    day: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What makes a record due, each by the name of a column, a derived field or a classmethod of its class.

    `day` is the whole or partial date on which it is due, `text` what is due, `who` who answers for it or whom it is
    about, and `done` tells whether there is nothing left to do. None of them may depend on the day of the query.
    What `lapses` is owed by nobody, as the day until which one may enrol: once it is past it is not overdue.
    What is `met` by one press says how; a mandate that ends is not: somebody else has to be named.
    """

    day: str
    text: str
    who: str
    done: str
    lapses: bool = False
    met: Met | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """When somebody last made sure of a record, each by its name in the class of the record.

    `day` is the field of that day, and `lasts` a classmethod that tells whether there still is something to confirm.
    """

    day: str
    lasts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityFacts:
    """What is said once about an entity.

    `one` and `many` are Spanish source words. `named_by` are the fields by which a record is named and found:
    the first that says something is its title. `detail` are those that tell it from others of its name, and stand
    beside each that is chosen where a name `says_little`, as that of a post; `state`, if any, says how it stands now.
    `columns` are the fields that a list shows at first, `owners` the foreign keys of a part, of which one is set: a
    match in the part is a match in its owner. Rows of a part that is `ranked_by` a choice stand in the order in which
    that is declared, then by their names; other rows as they were put, or by the dates on which they begin. Those that
    are `grouped_by` a country stand by it before, those of none first. The words of one that is `searched` are looked
    for by the one search. `known_by` are the fields by which the row of an import is known again where a name
    says too little: whose it is, and what tells it from the others there.
    `dated` is the column of the day by which a record that shows something is ordered in time.
    Records with `due` are listed among the deadlines, and those with `verified` can be confirmed with a press, by
    themselves or with the record whose part they are.
    """

    one: str
    many: str
    named_by: tuple[str, ...]
    detail: tuple[str, ...] = ()
    says_little: bool = False
    state: str = ""
    columns: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    ranked_by: str = ""
    grouped_by: str = ""
    dated: str = ""
    searched: bool = False
    known_by: tuple[str, ...] = ()
    due: Due | None = None
    verified: Verified | None = None


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
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: WHOLE_NUMBER,
        datetime: Moment,
        PartialDate: PartialDateColumn,
    }


class Entity(Base):
    """A record of the network: its key; when and by whom it was made and changed, the journal says."""

    __abstract__ = True
    facts: ClassVar[EntityFacts]

    id: Mapped[str] = mapped_column(String(KEY_LENGTH), primary_key=True, default=new_key, sort_order=-1)

    def __init_subclass__(cls, **options: object) -> None:
        """Let the table say its facts too: the journal and the search know tables alone."""
        super().__init_subclass__(**options)
        if "__abstract__" in cls.__dict__:
            return
        table = cls.metadata.tables[cls.__tablename__]
        table.info["facts"] = cls.facts
        for column in table.columns:
            _keep_bounds(table, column)
            if column.info.get("filled"):
                filled = column.is_not(None)
                Index(f"ix_{table.name}_{column.name}", column, sqlite_where=filled)
            if "entity" in column.info:
                where = column.is_not(None) if column.nullable else None
                name = f"ix_{table.name}_{column.info['together']}"
                whole = (table.columns[column.info["entity"]], column)
                Index(name, *whole, sqlite_where=where)

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Return the expression of the words by which a person knows the record: the first of its names.

        A name that is recorded in several languages is that of the reader (`db/languages.py`).
        """
        return _first(cls, _name)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Return the expression by which titles are ordered: names by their folded key, other texts without case."""
        return _first(cls, _name_key)


def beginning_of(text: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """Return the beginning of a long text, by which a record without a name is called."""
    begin = func.concat(func.substr(text, 1, LONGEST_TITLE - 1), literal("…"))
    return case((func.length(text) > LONGEST_TITLE, begin), else_=text)


def title_at(reference: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return the title of the record that `reference`, a column with a foreign key, refers to.

    What it refers to is found by the key: an entity need not import another to speak of its title.
    """
    here = _referred(reference)
    return select(here.title()).where(here.id == reference).scalar_subquery()


def title_and_detail_at(reference: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return the title of the record that `reference` refers to and what tells it from its namesakes."""
    here = _referred(reference)
    said = here.title(), *(_name(here, name) for name in here.facts.detail)
    return select(func.concat_ws(" · ", *said, type_=String)).where(here.id == reference).scalar_subquery()


def title_key_at(reference: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """Return what the title of the record that `reference` refers to is ordered by."""
    here = _referred(reference)
    return select(here.title_key()).where(here.id == reference).scalar_subquery()


def _referred(reference: InstrumentedAttribute[Any]) -> type[Entity]:
    (key,) = reference.expression.foreign_keys
    return aliased(entity_of(key.column.table.name))


def _first(entity: type[Entity], said: Callable[[type[Entity], str], ColumnElement[str]]) -> ColumnElement[str]:
    """Return what is `said` of the first of the names of `entity` that says something."""
    names = entity.facts.named_by
    if not entity.__table__.columns[names[0]].nullable:
        return said(entity, names[0])
    return func.coalesce(*(said(entity, name) for name in names), literal(""))


def _name(entity: type[Entity], name: str) -> ColumnElement[str]:
    """Return the expression of one name of `entity`: of a reference, the title of what it refers to."""
    attribute: InstrumentedAttribute[str] = getattr(entity, name)
    return title_at(attribute) if attribute.expression.foreign_keys else in_language(entity, name)


def _name_key(entity: type[Entity], name: str) -> ColumnElement[str]:
    attribute: InstrumentedAttribute[str] = getattr(entity, name)
    if attribute.expression.foreign_keys:
        return title_key_at(attribute)
    key: InstrumentedAttribute[str] | None = getattr(entity, f"{name}_key", None)
    return func.lower(attribute) if key is None else key_in_language(entity, name, key.expression)


def entity_of(table: str) -> type[Entity]:
    """Return the entity that is kept in `table`, of those that are declared."""
    return next(each.class_ for each in Base.registry.mappers if each.class_.__tablename__ == table)


def _keep_bounds(table: Table, column: Column[Any]) -> None:
    """Let a column keep the bounds of its field, and its field know how long a text fits in the column.

    A column whose `checked` is False is one that older files hold without a check: a rule alone keeps its bounds.
    """
    field = column.info.get("field")
    check = field.bounds.check_of(column.name) if isinstance(field, Field) else column.info.get("check")
    if check and column.info.get("checked", True):
        table.append_constraint(CheckConstraint(check, name=column.name))
    if not isinstance(field, Field):
        return
    if field.kind is not Kind.REFERENCE and field.bounds.longest is None and isinstance(column.type, String):
        column.info["field"] = replace(field, bounds=replace(field.bounds, longest=column.type.length))


def reference(target: str, field: Field, *, required: bool = False, together: str = "") -> MappedColumn[Any]:
    """Declare a foreign key to the table `target`, checked at the end of the transaction, and its facts.

    It is indexed where it is filled: of the several owners of a part all but one are empty.
    Columns of one name in `together` say one thing: they are changed, journaled and undone as one.
    """
    key = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    info: dict[str, Any] = {"field": field, "filled": not required}
    info |= {"together": together} if together else {}
    return mapped_column(String(KEY_LENGTH), key, index=required, nullable=not required, info=info)


def count_filled(*names: str) -> str:
    """Return the SQL that counts which of the columns `names` are not null, the same on every engine."""
    return " + ".join(f"CASE WHEN {name} IS NULL THEN 0 ELSE 1 END" for name in names)


def link_table(owner: str, target: str, *, role: str = "") -> Table:
    """Make the table that links many `owner` to many `target`; `role` is what a target is where both are one kind.

    The key of a link derives from its two sides: it is never changed, and two laptops that link the same make one row.
    """
    name = f"{owner}_{role or target}"
    sides = f"{owner}_id", f"{role or target}_id"

    def side(column: str, of: str) -> Column[str]:
        key = ForeignKey(f"{of}.id", deferrable=True, initially="DEFERRED")
        return Column(column, String(KEY_LENGTH), key, nullable=False, index=True)

    def derived_key(context: DefaultExecutionContext) -> str:
        values: dict[str, str] = context.get_current_parameters()  # type: ignore[no-untyped-call]  # SQLAlchemy's
        return key_of(name, *(values[column] for column in sides))

    return Table(
        name,
        Base.metadata,
        Column("id", String(KEY_LENGTH), primary_key=True, default=derived_key),
        side(sides[0], owner),
        side(sides[1], target),
        info={"link": True},
    )


def written_columns(table: FromClause) -> list[Column[Any]]:
    """Return the columns of `table` that hold what was written, not what is kept beside it, such as folded names."""
    return [column for column in table.columns if isinstance(column, Column) and "sorts" not in column.info]


def units(table: FromClause) -> tuple[tuple[str, ...], ...]:
    """Return the written columns of `table` but its key, those together that say one thing."""
    found: dict[str, list[str]] = {}
    for column in written_columns(table):
        if column.name != "id":
            found.setdefault(column.info.get("together") or f" {column.name}", []).append(column.name)
    return tuple(map(tuple, found.values()))
