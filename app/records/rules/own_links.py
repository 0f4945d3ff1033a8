"""Links that would lead from a record to itself, or to what it is of: refused, and dropped when two become one."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import delete, select

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.links import link_of
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class OwnLink:
    """The field `name` of a kind, whose links never lead to what its column `own` has; `text` refuses one that does."""

    entity: str
    name: str
    own: str
    text: str


OWN_LINKS = (
    OwnLink("body", "units", "id", mark("La instancia figura entre las unidades que reúne.")),
    OwnLink(
        "meeting",
        "bodies",
        "body_id",
        mark("La instancia de la reunión figura entre aquellas con las que se reúne."),
    ),
)


def leads_elsewhere(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse a joint body that is one of the units that it joins, and a meeting held together with its own body."""
    return [
        Problem(each.text, place=Place(field=each.name))
        for each in OWN_LINKS
        if each.entity == row.__tablename__ and _is_linked(session, each, row)
    ]


def _is_linked(session: FileSession, each: OwnLink, row: Entity) -> bool:
    link = link_of(type(row), each.name)
    own = select(link.table.c.id).where(link.mine == row.id, link.other == getattr(row, each.own))
    return session.scalar(own) is not None


def drop_own_links(session: FileSession, target: type[Entity], key: str) -> None:
    """Take away the links that lead to the record `key` of `target` from what is of it, since it was two until now."""
    for made, each in _leading_to(session, target):
        link, own = link_of(made, each.name), made.__table__.c[each.own]
        of_it = select(made.id).where(own == key)
        session.execute(delete(link.table).where(link.other == key, link.mine.in_(of_it)))


def _leading_to(session: FileSession, target: type[Entity]) -> Iterator[tuple[type[Entity], OwnLink]]:
    for each in OWN_LINKS:
        made = session.catalog.written(each.entity)
        if link_of(made, each.name).target is target:
            yield made, each
