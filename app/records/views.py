"""Saved views and looks: the text form in which a query is kept among the settings of a person, and older names."""

import json
from collections.abc import Mapping
from datetime import date

from app.file.settings import ListLook
from app.records.catalog import Filter, Operator, Order, Query
from app.words.fields import PartialDate
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.catalog import Catalog


def write_query(query: Query) -> str:
    """Return the text form of `query`; TypeError for a value that no filter of a list has."""
    return json.dumps(
        {
            "entity": query.entity,
            "words": query.words,
            "filters": [[wanted.field, wanted.operator.value, _write(wanted.value)] for wanted in query.filters],
            "order": [[order.field, order.descending] for order in query.order],
        },
        ensure_ascii=False,
    )


def read_query(text: str, catalog: Catalog) -> Query:
    """Return the query of a text form; ProblemError when it is damaged or names what this version no longer has."""
    try:
        return _known(_read_query(json.loads(text)), catalog)
    except (ValueError, TypeError, KeyError) as error:
        raise ProblemError(
            Problem(
                mark("La vista guardada no se puede usar en esta versión."),
                mark("Elija los filtros otra vez y guárdela de nuevo."),
            )
        ) from error


def _read_query(found: Mapping[str, list[tuple[str, object, object]]]) -> Query:
    entity = str(found["entity"])
    return Query(
        entity=entity,
        words=str(found["words"]),
        filters=tuple(
            Filter(_present_name(entity, field), Operator(operator), _read(value))
            for field, operator, value in found["filters"]
        ),
        order=tuple(
            Order(_present_name(entity, field), descending is True) for field, descending, *_ in found["order"]
        ),
    )


def read_look(entity: str, look: ListLook) -> ListLook:
    """Return the look of the list of `entity` with the names that its fields have now."""
    return ListLook(
        tuple(dict.fromkeys(_present_name(entity, name) for name in look.columns)),
        {_present_name(entity, name): width for name, width in look.widths.items()},
    )


_RENAMED: Mapping[str, str] = {
    "position": "order",
    "experience.cities": "municipalities",
    "experience.theme_names": "themes",
}
"""Fields, of every entity or of one, that views and looks of older versions call by another name."""


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


def _write(value: object) -> object:
    if isinstance(value, tuple):
        return [_write(part) for part in value]
    if isinstance(value, PartialDate):
        return {"partial": str(value)}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value


def _read(value: object) -> object:
    if isinstance(value, list):
        return tuple(_read(part) for part in value)
    if not isinstance(value, dict):
        return value
    return PartialDate.parse(value["partial"]) if "partial" in value else date.fromisoformat(value["day"])
