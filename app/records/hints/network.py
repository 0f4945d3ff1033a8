"""What is said of the membership of a city in another network."""

from sqlalchemy import select

from app.records.namesakes import read_titles
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.network_membership import NetworkMembership
from db.session import FileSession
from db.values import PartialDate, RecordKey


def city_is_in_it_once(session: FileSession, row: Entity) -> list[Problem]:
    """Say which other membership has the same city in the same network at the same time."""
    if not isinstance(row, NetworkMembership) or not (row.municipality_id and row.organisation_id):
        return []
    same = (
        NetworkMembership.id != row.id,
        NetworkMembership.municipality_id == row.municipality_id,
        NetworkMembership.organisation_id == row.organisation_id,
    )
    others = session.scalars(select(NetworkMembership).where(*same).order_by(NetworkMembership.id))
    found = [each for each in others if _meet(each, row)]
    if not found:
        return []
    titles = read_titles(session, "network_membership", [each.id for each in found])
    one = Label(NetworkMembership.facts.one)
    named = tuple(Named(RecordKey("network_membership", each.id), one, titles[each.id]) for each in found)
    text = mark("Esa ciudad ya figura en esa red en el mismo tiempo.")
    return [Problem(text, place=Place(field="organisation_id"), named=named)]


def _meet(one: NetworkMembership, other: NetworkMembership) -> bool:
    """Tell whether two memberships hold on some day at once; a date that is not known excludes nothing."""
    return _begins_by(one.starts, other.ends) and _begins_by(other.starts, one.ends)


def _begins_by(starts: PartialDate | None, ends: PartialDate | None) -> bool:
    return starts is None or ends is None or starts.first_day <= ends.last_day
