"""Saved views and looks: the text form in which a query is kept among the settings of a person, and older names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from app.file.settings import ListLook
from app.records.catalog import TOUCHED_BY, Filter, Operator, Order, Query
from app.words.fields import Money, PartialDate, RecordKey
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.catalog import Catalog
from db.values import LARGEST

_Single = str | int | float | bool | dict[str, str] | None
"""A value as it is kept: a date is a text under a name that says which kind of date it is."""
_Kept = _Single | tuple[_Single, ...]


@dataclass(frozen=True, slots=True)
class _View:
    """A query as its text form says it: what is filtered, how and by what; what is ordered, and whether it descends."""

    entity: str
    words: str
    filters: tuple[tuple[str, Operator, _Kept], ...]
    order: tuple[tuple[str, bool], ...]


_RENAMED: Mapping[str, str] = {
    "position": "order",
    "experience.cities": "municipalities",
    "experience.theme_names": "themes",
}
"""Fields, of every entity or of one, that views and looks of older versions call by another name."""


def write_query(query: Query) -> str:
    """Return the text form of `query`; TypeError for a value that no filter of a list has."""
    view = _View(
        query.entity,
        query.words,
        tuple(
            (wanted.field, wanted.operator, _write(wanted.value))
            for wanted in query.filters
            if wanted.field != TOUCHED_BY  # the views of a person serve every file, and the numbers are of one
        ),
        tuple((order.field, order.descending) for order in query.order),
    )
    return msgspec.json.encode(view).decode()


def read_query(text: str, catalog: Catalog) -> Query:
    """Return the query of a text form; ProblemError when it is damaged or names what this version no longer has."""
    try:
        return _known(_read_query(msgspec.json.decode(text, type=_View)), catalog)
    except (ValueError, KeyError, RecursionError) as error:
        raise ProblemError(
            Problem(
                mark("La vista guardada no se puede usar en esta versión."),
                mark("Elija los filtros otra vez y guárdela de nuevo."),
            )
        ) from error


def _read_query(view: _View) -> Query:
    entity = view.entity
    return Query(
        entity,
        view.words,
        tuple(Filter(_present_name(entity, field), operator, _read(value)) for field, operator, value in view.filters),
        tuple(Order(_present_name(entity, field), descending) for field, descending in view.order),
    )


def read_look(entity: str, look: ListLook) -> ListLook:
    """Return the look of the list of `entity` with the names that its fields have now."""
    return ListLook(
        tuple(dict.fromkeys(_present_name(entity, name) for name in look.columns)),
        {_present_name(entity, name): width for name, width in look.widths.items()},
    )


def _present_name(entity: str, field: str) -> str:
    return _RENAMED.get(f"{entity}.{field}", _RENAMED.get(field, field))


def _known(query: Query, catalog: Catalog) -> Query:
    """Return `query` back; KeyError or ValueError when its entity or a field of it is not known."""
    if query.entity not in catalog:
        raise ValueError(query.entity)
    info = catalog[query.entity]
    for name in [wanted.field for wanted in query.filters] + [order.field for order in query.order]:
        info.field(name)
    return query


def _write(value: object) -> _Kept:
    return tuple(map(_write_single, value)) if isinstance(value, tuple) else _write_single(value)


def _write_single(value: object) -> _Single:
    match value:
        case Money():
            return {"money": f"{value.minor} {value.currency}"}
        case RecordKey():
            return {"record": f"{value.entity}/{value.id}"}
        case PartialDate():
            return {"partial": str(value)}
        case date():
            return {"day": value.isoformat()}
        case str() | int() | float() | None:
            return value
    raise TypeError(f"not the value of a filter: {value!r}")


def _read(value: _Kept) -> object:
    return tuple(map(_read_single, value)) if isinstance(value, tuple) else _read_single(value)


def _read_single(value: _Single) -> object:
    if isinstance(value, int):
        return _bounded(value)
    if not isinstance(value, dict):
        return value
    if "money" in value:
        minor, currency = value["money"].split(" ")
        return Money(_bounded(int(minor)), currency)
    if "record" in value:
        entity, _, key = value["record"].partition("/")
        return RecordKey(entity, key)
    return PartialDate.parse(value["partial"]) if "partial" in value else date.fromisoformat(value["day"])


def _bounded(number: int) -> int:
    """Return a number that the database can hold; ValueError for any other."""
    if abs(number) > LARGEST:
        raise ValueError(number)
    return number
