"""Several cities put into another network at once, with one role and the same dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.network.members import members_on
from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles, titles_apart
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.network_membership import NetworkMembership
from db.session import FileSession
from db.spans import parameters
from db.store import Store
from db.titles import Name, Title


@dataclass(frozen=True, slots=True)
class Joining:
    """A network, and the member cities that are not in it today, by name: their keys and what they are called."""

    id: str
    name: str
    cities: Sequence[tuple[str, str]]


def read_joining(store: Store, network: str) -> Joining | None:
    """Return which cities could be put into a network; None of one that is no more."""
    with store.reading() as session:
        name = read_titles(session, "organisation", [network]).get(network)
        if name is None:
            return None
        inside = _inside(session, store, network)
        keys = [each.id for each in members_on(session, store.today()) if each.id not in inside]
        names = titles_apart(session, store, "municipality", keys)
        return Joining(network, name, tuple((key, names[key]) for key in keys))


def add_cities(store: Store, network: str, cities: Sequence[str], said: Mapping[str, object]) -> Changes:
    """Put those of `cities` into a network that are not in it today, each with the role and the dates that are `said`.

    One operation; cities that are no more are left out. Raises ProblemError when the network is no more, when each city
    is in it already, and for what the rules refuse, such as an end before the start.
    """
    with store.reading() as session:
        name = read_titles(session, "organisation", [network]).get(network)
        if name is None:
            raise ProblemError(Problem(mark("La red ya no existe."), WHERE_DELETED))
        inside, there = _inside(session, store, network), read_titles(session, "municipality", cities)
    new = [city for city in cities if city in there and city not in inside]
    if not new:
        raise ProblemError(Problem(mark("Esas ciudades ya integran la red.")))
    title = Title(
        "{count} ciudad en la red «{name}»", "{count} ciudades en la red «{name}»", len(new), {"name": Name(name)}
    )
    with store.operation(title) as session:
        for city in new:
            values = {**said, "municipality_id": city, "organisation_id": network}
            write_checked(session, Draft("network_membership", None, values))
    return session.changes


def _inside(session: FileSession, store: Store, network: str) -> frozenset[str]:
    """Return the keys of the cities that are in a network today."""
    found = select(NetworkMembership.municipality_id).where(
        NetworkMembership.organisation_id == network, NetworkMembership.holds()
    )
    return frozenset(session.scalars(found, parameters(store.today())))
