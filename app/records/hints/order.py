"""What is said of a day that comes before the one which it follows: an answer that is older than what it answers."""

from collections.abc import Iterator
from datetime import date

from app.records.catalog import EntityInfo, FieldInfo
from app.words.problems import Label, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.catalog import Catalog
from db.session import FileSession
from db.values import PartialDate

_Day = date | PartialDate


def has_order(catalog: Catalog, entity: str) -> bool:
    """Tell whether a kind has a day that follows another."""
    return bool(following(catalog[entity]))


def following(info: EntityInfo) -> list[FieldInfo]:
    """Return the days of a kind that follow another, as their `since` says."""
    return [each for each in info.stored if each.field.bounds.since]


def days_follow(session: FileSession, row: Entity) -> Iterator[Problem]:
    """Say which days of a record have wholly passed when the day comes that they follow."""
    info = session.catalog[row.__tablename__]
    for each in following(info):
        former, value = info.field(each.field.bounds.since), getattr(row, each.name)
        since = getattr(row, each.field.bounds.since)
        if not (isinstance(value, _Day) and isinstance(since, _Day)) or _last(value) >= _first(since):
            continue
        text = mark("«{later}» ({day}) es anterior a «{earlier}» ({since}).")
        labels = {"later": Label(each.field.label), "earlier": Label(former.field.label)}
        yield Problem(text, place=Place(field=each.name), values={**labels, "day": value, "since": since})


def _first(day: _Day) -> date:
    return day.first_day if isinstance(day, PartialDate) else day


def _last(day: _Day) -> date:
    return day.last_day if isinstance(day, PartialDate) else day
