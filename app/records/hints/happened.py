"""What is said of a day on which something happened and that is still to come."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Select, select

from app.records.catalog import EntityInfo, FieldInfo, PartInfo
from app.words.problems import Place, Problem
from app.words.values.happened import still_to_come
from db.base import Entity
from db.catalog import Catalog
from db.fields import Kind
from db.session import FileSession
from db.values import PartialDate


def says_what_happened(catalog: Catalog, entity: str) -> bool:
    """Tell whether a kind, or a part of it, has a day on which something happened."""
    return any(_days(catalog[name]) for name in (entity, *(part.entity for part in catalog[entity].parts)))


def days_are_past(session: FileSession, row: Entity) -> Iterator[Problem]:
    """Say which days of a record, and of the stored rows of its parts, are still to come: beside its field or part."""
    info = session.catalog[row.__tablename__]
    for each in _days(info):
        problem = still_to_come(each.field, getattr(row, each.name), session.today())
        if problem is not None:
            yield replace(problem, place=Place(field=each.name))
    for part in info.parts:
        for each in _days(session.catalog[part.entity]):
            for day in session.scalars(_to_come(session, part, each, row.id)):
                problem = still_to_come(each.field, day, session.today())
                if problem is not None:
                    yield replace(problem, place=Place(field=part.name))


def _days(info: EntityInfo) -> list[FieldInfo]:
    return [each for each in info.stored if each.field.bounds.happened is not None]


def _to_come(session: FileSession, part: PartInfo, each: FieldInfo, key: str) -> Select[tuple[object]]:
    columns = session.catalog.entity(part.entity).__table__.columns
    today = PartialDate.of(session.today()) if each.field.kind is Kind.PARTIAL_DATE else session.today()
    return select(columns[each.name]).where(columns[part.key] == key, columns[each.name] > today)
