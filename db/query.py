"""The way from what a list asks for to keys and to rows of values."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, islice
from types import MethodType
from typing import Any, cast

from sqlalchemy import Column, ColumnElement, Select, and_, bindparam, case, false, func, literal, not_, or_, select
from sqlalchemy.orm import aliased, class_mapper
from sqlalchemy.types import String

from db import search
from db.asking import TOUCHED_BY, Filter, Operator, Query
from db.base import Entity, title_at, title_key_at
from db.catalog import Catalog
from db.country_names import country_name
from db.declared import DeclaredField, declared
from db.derived import derived_fields
from db.fields import Field, Kind
from db.journal.tables import about, entries
from db.keys import Keys
from db.languages import in_language, key_in_language
from db.links import is_link, joined_titles, link_of
from db.referring import any_title, any_title_key, columns_of, refers_to_any
from db.session import FileSession
from db.sorting import folded_by_engine, unaccented, unaccented_expression
from db.spans import parameters
from db.values import Money, NamedRecord, PartialDate, RecordKey


def select_ids(catalog: Catalog, query: Query) -> Select[str]:
    """Return the statement that finds the keys a query asks for, in its order."""
    entity = catalog.entity(query.entity)
    statement = select(entity.id)
    for matching in search.matching_ids(query.entity, query.words) if entity.facts.searched else ():
        statement = statement.where(entity.id.in_(matching))
    for wanted in query.filters:
        by_operation = wanted.field == TOUCHED_BY
        statement = statement.where(
            _touched(entity, wanted.value) if by_operation else _condition(catalog, entity, wanted)
        )
    for order in query.order:
        keys = _ordered_by(catalog, entity, order.field)
        undated_last = not order.descending and _may_lack_its_day(catalog, entity, order.field)
        statement = statement.order_by(
            *(key.desc() if order.descending else key.asc().nulls_last() if undated_last else key.asc() for key in keys)
        )
    backwards = bool(query.order) and query.order[-1].descending  # so that one index serves both ways
    return statement.order_by(entity.id.desc() if backwards else entity.id)


def _may_lack_its_day(catalog: Catalog, entity: type[Entity], name: str) -> bool:
    """Tell whether a field is a day that may be unknown: what has none is not due before all else, but never."""
    column = entity.__table__.columns.get(name)
    is_day = _kind(catalog, entity, name) in (Kind.DATE, Kind.PARTIAL_DATE)
    return is_day and bool(getattr(column, "nullable", True))


def _kind(catalog: Catalog, entity: type[Entity], name: str) -> Kind | None:
    info = catalog[entity.__tablename__].by_name.get(name)
    return info.field.kind if info is not None else None


def find_ids(session: FileSession, query: Query, today: date) -> Keys:
    """Return all the keys that `query` asks for on the day `today`, in its order."""
    ordered = select_ids(session.catalog, query).subquery()
    # One text crosses from the engine, not a row for each key: 100,000 keys come in half the time.
    together = select(func.aggregate_strings(ordered.c.id, ""))
    return Keys(session.connection().execute(together, parameters(today, session.language)).scalar() or "")


def value_of(catalog: Catalog, entity: type[Entity], name: str) -> ColumnElement[Any]:
    """Return the expression of what a list shows of a field.

    Of a reference that is the title of what it refers to, of links their titles as names are ordered, of a part how
    many rows it has, of a name that is recorded in several languages that of the reader.
    """
    if _is_reference(entity, name):
        return title_at(getattr(entity, name))
    if _is_any_record(entity, name):
        return any_title(catalog, entity, name)
    if name in entity.__table__.columns:
        return in_language(entity, name)
    if name in derived_fields(entity):
        return cast("ColumnElement[Any]", getattr(entity, name))
    part = part_of(entity, name)
    return joined_titles(entity, name, lambda there: there.title()) if part is None else _count(entity, part)


def _is_reference(entity: type[Entity], name: str) -> bool:
    column = entity.__table__.columns.get(name)
    field = column.info.get("field") if isinstance(column, Column) else None
    return isinstance(field, Field) and field.kind is Kind.REFERENCE


def _is_any_record(entity: type[Entity], name: str) -> bool:
    field = declared(entity, name)
    return field is not None and field.field.kind is Kind.RECORD


def fetch_rows(
    session: FileSession, entity: str, names: Sequence[str], ids: Sequence[str], today: date
) -> list[tuple[object, ...]]:
    """Give, in the order of `ids`, the values of the fields `names`; a key that is no more is left out."""
    catalog, made = session.catalog, session.catalog.entity(entity)
    fields = [declared(made, name) for name in names]
    columns = [(name,) if each is None else each.columns for name, each in zip(names, fields, strict=True)]
    asked = tuple(chain.from_iterable(columns))
    given = {**parameters(today, session.language), "ids": list(ids)}
    found = session.connection().execute(_select_rows(catalog, made, asked), given)
    rows = {row[0]: tuple(row[1:]) for row in found}
    if len(asked) > len(names):
        rows = {key: _by_field(fields, columns, row) for key, row in rows.items()}
        rows = _named(session, rows)
    return [rows[key] for key in ids if key in rows]


def _by_field(
    fields: Sequence[DeclaredField | None], columns: Sequence[tuple[str, ...]], row: tuple[object, ...]
) -> tuple[object, ...]:
    """Return the values of fields, some of which are held by several columns, of what a row has of all columns."""
    rest = iter(row)
    held = [dict(zip(names, islice(rest, len(names)), strict=True)) for names in columns]
    return tuple(
        next(iter(values.values())) if each is None else each.value(values)
        for each, values in zip(fields, held, strict=True)
    )


def _named(session: FileSession, rows: Mapping[str, tuple[object, ...]]) -> dict[str, tuple[object, ...]]:
    """Return rows with what the records of any kind are called that they refer to; one that is no more, as it was.

    The titles are read kind by kind: a statement that asks for those of all kinds at once takes a fifth of a second to
    be written the first time, and few kinds are met in a list.
    """
    referred: dict[str, set[str]] = {}
    for value in chain.from_iterable(rows.values()):
        if isinstance(value, RecordKey) and value.entity in session.catalog:
            referred.setdefault(value.entity, set()).add(value.id)
    titles = {kind: titles_of(session, session.catalog.entity(kind), keys) for kind, keys in referred.items()}

    def shown(value: object) -> object:
        if not isinstance(value, RecordKey):
            return value
        one = session.catalog[value.entity].one if value.entity in session.catalog else ""
        return NamedRecord(value, one, titles.get(value.entity, {}).get(value.id) or value.called or "")

    return {key: tuple(map(shown, row)) for key, row in rows.items()}


@lru_cache(maxsize=512)
def _select_rows(catalog: Catalog, entity: type[Entity], names: tuple[str, ...]) -> Select[Any]:
    """Return the statement that reads rows; building it takes longer than a block of rows does, so it is kept."""
    columns = [value_of(catalog, entity, name) for name in names]
    return select(entity.id, *columns).where(entity.id.in_(bindparam("ids", expanding=True)))


def sorting(catalog: Catalog, entity: type[Entity], name: str) -> ColumnElement[Any]:
    """Return the expression by which a field is ordered: names by their folded key, other texts without case."""
    key = getattr(entity, f"{name}_key", None)
    if key is not None:
        return key() if isinstance(key, MethodType) else key_in_language(entity, name, key.expression)
    if _is_reference(entity, name):
        return title_key_at(getattr(entity, name))
    if _is_any_record(entity, name):
        return any_title_key(catalog, entity, name)
    if is_link(entity, name):
        return joined_titles(entity, name, lambda there: there.title_key())
    value = value_of(catalog, entity, name)
    return func.lower(value) if isinstance(value.type, String) else value


def ranking(entity: type[Entity]) -> tuple[ColumnElement[Any], ...]:
    """Return by what the rows of a part stand that are ranked by a choice, grouped or not; nothing for others."""
    ranked = declared(entity, entity.facts.ranked_by)
    if ranked is None or ranked.field.choices is None:
        return ()
    ranks = {choice.value: rank for rank, choice in enumerate(ranked.field.choices)}
    grouped = (grouping(entity),) if entity.facts.grouped_by else ()
    return *grouped, case(ranks, value=getattr(entity, ranked.name)), entity.title_key()


def grouping(entity: type[Entity]) -> ColumnElement[str]:
    """Return by what rows stand that are grouped by a country: its name, empty for those of none."""
    named = country_name(getattr(entity, entity.facts.grouped_by))
    return func.coalesce(folded_by_engine(named), literal(""))


def _ordered_by(catalog: Catalog, entity: type[Entity], name: str) -> tuple[ColumnElement[Any], ...]:
    """Return the expressions by which a field is ordered: amounts are compared within one currency."""
    each, found = declared(entity, name), derived_fields(entity).get(name)
    if found is not None and found.field.kind is Kind.MONEY:
        minor, currency = getattr(entity, f"{name}_columns")()
        return currency, minor
    names = each.columns[::-1] if each and each.field.kind is Kind.MONEY else (name,)
    return tuple(sorting(catalog, entity, each) for each in names)


@dataclass(frozen=True, slots=True)
class Part:
    """Rows that are edited inside a record: their entity, and its column that refers to the record."""

    entity: type[Entity]
    key: ColumnElement[Any]


def part_of(entity: type[Entity], name: str) -> Part | None:
    """Return the part `name` of `entity`, or None when it has none of that name."""
    relationship = class_mapper(entity).relationships.get(name)
    if relationship is None or not relationship.info.get("part"):
        return None
    return Part(relationship.entity.class_, next(iter(relationship.remote_side)))


def linked_titles(
    session: FileSession, entity: type[Entity], name: str, ids: Sequence[str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give, by the key of each record of `ids` that has links, the key and the title of each, as names are ordered."""
    found = session.execute(_select_linked(entity, name), {**session.reader, "ids": list(ids)})
    grouped: dict[str, list[tuple[str, str]]] = {}
    for owner, key, title in found:
        grouped.setdefault(owner, []).append((key, title))
    return {owner: tuple(linked) for owner, linked in grouped.items()}


@lru_cache(maxsize=512)
def _select_linked(entity: type[Entity], name: str) -> Select[str, str, str]:
    link = link_of(entity, name)
    there = aliased(link.target)
    return (
        select(link.mine, there.id, there.title())
        .join_from(link.table, there, there.id == link.other)
        .where(link.mine.in_(bindparam("ids", expanding=True)))
        .order_by(there.title_key(), there.id)
    )


def titles_of(session: FileSession, entity: type[Entity], ids: Iterable[str]) -> dict[str, str]:
    """Return the titles of the records of `entity` with these keys."""
    found = session.execute(_select_titles(entity), {**session.reader, "ids": list(ids)})
    return {key: str(title or "") for key, title in found}


@lru_cache(maxsize=512)
def _select_titles(entity: type[Entity]) -> Select[str, str]:
    return select(entity.id, entity.title()).where(entity.id.in_(bindparam("ids", expanding=True)))


def _count(entity: type[Entity], part: Part) -> ColumnElement[int]:
    rows = select(func.count()).select_from(part.entity).where(part.key == entity.id)
    return rows.correlate(entity).scalar_subquery()


def _condition(catalog: Catalog, entity: type[Entity], wanted: Filter) -> ColumnElement[bool]:
    if wanted.operator is Operator.CONTAINS:
        return has_words(_unaccented(catalog, entity, wanted.field), str(wanted.value))
    if wanted.field in entity.__table__.columns:
        several = _kind(catalog, entity, wanted.field) in (Kind.CHOICES, Kind.LANGUAGES)
        return (_compare_held if several else _compare)(in_language(entity, wanted.field), wanted)
    field = declared(entity, wanted.field)
    if field is not None and field.field.kind is Kind.RECORD:
        return _compare_record(entity, wanted)
    if field is not None:
        minor, currency = (entity.__table__.columns[each] for each in field.columns)
        return _compare_amount(minor, currency, wanted)
    if is_link(entity, wanted.field):
        return _linked(entity, wanted)
    return _compare_shown(catalog, entity, wanted)


def _compare_shown(catalog: Catalog, entity: type[Entity], wanted: Filter) -> ColumnElement[bool]:
    """Compare what is derived, a count of a part too; one that names records may be compared with records."""
    if any(isinstance(each, RecordKey) for each in _many(wanted.value)):
        return _names(entity, wanted)
    found = derived_fields(entity).get(wanted.field)
    if found is not None and found.field.kind is Kind.MONEY:
        minor, currency = getattr(entity, f"{wanted.field}_columns")()
        return _compare_amount(minor, currency, wanted)
    ranged = wanted.operator in (Operator.AT_LEAST, Operator.AT_MOST)
    return _compare((sorting if ranged else value_of)(catalog, entity, wanted.field), wanted)


def _names(entity: type[Entity], wanted: Filter) -> ColumnElement[bool]:
    """Compare a derived field that names records with records: EQUALS and ONE_OF hold when it names any of them."""
    named = func.coalesce(getattr(entity, f"{wanted.field}_ids")(), "")
    found = or_(false(), *(named.contains(each.id) for each in _many(wanted.value) if isinstance(each, RecordKey)))
    return not_(found) if wanted.operator is Operator.NOT_EQUALS else found


def _touched(entity: type[Entity], operation: object) -> ColumnElement[bool]:
    """Return whether an operation touched the record, or what belongs to it."""
    own = select(entries.c.row_id).where(entries.c.operation == operation, entries.c.entity == entity.__tablename__)
    belonging = (
        select(about.c.record_id)
        .join(entries, entries.c.number == about.c.entry)
        .where(entries.c.operation == operation)
    )
    return or_(entity.id.in_(own), entity.id.in_(belonging))


def _unaccented(catalog: Catalog, entity: type[Entity], name: str) -> ColumnElement[Any]:
    key = getattr(entity, f"{name}_key", None)
    if key is None or isinstance(key, MethodType):  # of a name that is found each time no key is stored
        return unaccented_expression(value_of(catalog, entity, name))
    return key_in_language(entity, name, key.expression)


def _compare_record(entity: type[Entity], wanted: Filter) -> ColumnElement[bool]:
    """Compare a field that refers to a record of any kind: EQUALS and ONE_OF with which record that is."""
    _, key, *_ = columns_of(entity, wanted.field)
    if wanted.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        return key.is_(None) if wanted.operator is Operator.IS_EMPTY else key.is_not(None)
    refers = refers_to_any(entity, wanted.field, [each for each in _many(wanted.value) if isinstance(each, RecordKey)])
    return or_(key.is_(None), not_(refers)) if wanted.operator is Operator.NOT_EQUALS else refers


def _compare_amount(minor: ColumnElement[Any], currency: ColumnElement[Any], wanted: Filter) -> ColumnElement[bool]:
    """Compare amounts within the currency that is wanted: those of another are neither more nor less."""
    if wanted.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        is_empty = or_(minor.is_(None), _is_empty(currency))
        return is_empty if wanted.operator is Operator.IS_EMPTY else not_(is_empty)
    amounts = [each for each in _many(wanted.value) if isinstance(each, Money)]
    if wanted.operator is Operator.NOT_EQUALS:
        return or_(minor.is_(None), *(or_(minor != each.minor, currency != each.currency) for each in amounts))
    compared = Operator.EQUALS if wanted.operator is Operator.ONE_OF else wanted.operator
    return or_(
        false(),
        *(and_(currency == each.currency, _COMPARISONS[compared](minor, each.minor)) for each in amounts),
    )


def _linked(entity: type[Entity], wanted: Filter) -> ColumnElement[bool]:
    """Compare a field of links: EQUALS and ONE_OF hold when any of the links does."""
    link = link_of(entity, wanted.field)
    linked = select(link.mine)
    if wanted.operator in (Operator.IS_EMPTY, Operator.IS_FILLED):
        has_any = entity.id.in_(linked)
        return not_(has_any) if wanted.operator is Operator.IS_EMPTY else has_any
    inner = entity.id.in_(linked.where(_compare(link.other, Filter("", Operator.ONE_OF, _many(wanted.value)))))
    return not_(inner) if wanted.operator is Operator.NOT_EQUALS else inner


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _compare(column: ColumnElement[Any], wanted: Filter) -> ColumnElement[bool]:
    return _COMPARISONS[wanted.operator](column, wanted.value)


def _compare_held(column: ColumnElement[Any], wanted: Filter) -> ColumnElement[bool]:
    """Compare a field that holds several codes, stored as "es,pt": EQUALS and ONE_OF hold when it has one of them."""
    if wanted.operator not in (Operator.EQUALS, Operator.NOT_EQUALS, Operator.ONE_OF):
        return _compare(column, wanted)
    held = func.concat(",", column, ",", type_=String)
    found = or_(false(), *(held.contains(f",{each},", autoescape=True) for each in _many(wanted.value)))
    return not_(found) if wanted.operator is Operator.NOT_EQUALS else found


def _is_empty(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return or_(column.is_(None), column == "") if isinstance(column.type, String) else column.is_(None)


def _up_to(column: ColumnElement[Any], value: object) -> ColumnElement[Any]:
    """Return as much of a partial date as `value` says: June of 2008 is within 2008."""
    return func.substr(column, 1, len(str(value)), type_=column.type) if isinstance(value, PartialDate) else column


def has_words(folded: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Tell whether a folded expression has `text` in it, without accents or case; signs stand for themselves."""
    return folded.contains(unaccented(text), autoescape=True)


_COMPARISONS: Mapping[Operator, Callable[[ColumnElement[Any], Any], ColumnElement[bool]]] = {
    Operator.EQUALS: lambda column, value: column == value,
    Operator.NOT_EQUALS: lambda column, value: or_(column != value, column.is_(None)),
    Operator.AT_LEAST: lambda column, value: column >= value,
    Operator.AT_MOST: lambda column, value: and_(column.is_not(None), _up_to(column, value) <= value),
    Operator.IS_EMPTY: lambda column, _: _is_empty(column),
    Operator.IS_FILLED: lambda column, _: not_(_is_empty(column)),
    Operator.ONE_OF: lambda column, value: column.in_(_many(value)),
}
