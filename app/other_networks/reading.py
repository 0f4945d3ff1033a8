"""The other networks read of the file, with one statement a kind, however many networks there are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, func, select

from app.other_networks.exchanges import read_exchanges
from app.other_networks.facts import Belonging, Contact, Facts, Joint, Network, in_order
from app.other_networks.questions import COUNTS, HOLDS, NETWORKS, TAKES_PLACE
from app.records.namesakes import read_rows, titles_apart
from db.entities.activity import Activity, activity_organisation
from db.entities.agreement import Agreement, agreement_organisation
from db.entities.membership import MembershipState, membership_on
from db.entities.network_membership import NetworkMembership
from db.entities.plan_action import ActionState, PlanAction, plan_action_organisation
from db.entities.post import Post
from db.entities.project import Project
from db.entities.project_partner import ProjectPartner
from db.entities.tenure import Tenure
from db.query import find_ids
from db.reach import watched
from db.session import FileSession
from db.spans import holds_on, parameters, today
from db.store import Store

_OF_NETWORK = ("acronym", "kind", "last_contact", "silent_months")


def read_facts(store: Store) -> Facts:
    """Read the other networks as they are today, names in the language of the store."""
    with store.reading() as session:
        return facts_within(session, store)


def facts_within(session: FileSession, store: Store) -> Facts:
    """Read the same within a session, whose other reading sees the same file."""
    with watched(session.connection()) as seen:
        return Facts(store.today(), _networks(session, store), read_exchanges(session, store), seen.reach)


def _networks(session: FileSession, store: Store) -> Sequence[Network]:
    keys = list(find_ids(session, NETWORKS, store.today()))
    names = titles_apart(session, store, "organisation", keys)
    rows = read_rows(session, store, "organisation", _OF_NETWORK, keys)
    contacts, cities, joint = _contacts(session, store), _cities(session, store), _joint(session, store)
    return in_order(
        [_network(key, names[key], row, (contacts, cities, joint)) for key, row in zip(keys, rows, strict=True)]
    )


def _network(key: str, name: str, row: tuple[Any, ...], beside: tuple[Mapping[str, Any], ...]) -> Network:
    acronym, kind, last, months = row
    contacts, cities, joint = (each.get(key) for each in beside)
    return Network(
        key,
        name,
        acronym or "",
        kind or "",
        contacts=contacts or (),
        last_contact=last,
        silent_months=months,
        cities=cities or (),
        joint=joint or Joint(),
    )


def _contacts(session: FileSession, store: Store) -> Mapping[str, Sequence[Contact]]:
    """Return who holds the posts of each organisation today, who has been there longest before the others."""
    rows = session.execute(
        select(Post.organisation_id, Tenure.person_id, Post.name, Tenure.starts)
        .join(Tenure, Tenure.post_id == Post.id)
        .where(Post.organisation_id.is_not(None), holds_on(Tenure.starts, Tenure.ends, today()))
        .order_by(func.coalesce(Tenure.starts, "9999"), Tenure.id),
        _asked(store),
    ).all()
    names = titles_apart(session, store, "person", {row.person_id for row in rows})
    found = defaultdict[str, list[Contact]](list)
    for network, person, post, since in rows:
        found[str(network)].append(Contact(person, names[person], post, since))
    return found


def _cities(session: FileSession, store: Store) -> Mapping[str, Sequence[Belonging]]:
    """Return the member cities that are in each network today, each once: by the row that began last."""
    member = membership_on(NetworkMembership.municipality_id, today()) == MembershipState.MEMBER.value
    rows = session.execute(
        select(
            NetworkMembership.organisation_id,
            NetworkMembership.municipality_id,
            NetworkMembership.role,
            NetworkMembership.starts,
        )
        .where(NetworkMembership.holds(), member)
        .order_by(NetworkMembership.title_key(), func.coalesce(NetworkMembership.starts, ""), NetworkMembership.id),
        _asked(store),
    ).all()
    names = titles_apart(session, store, "municipality", {row.municipality_id for row in rows})
    found = defaultdict[str, dict[str, Belonging]](dict)
    for network, city, role, since in rows:
        found[network][city] = Belonging(city, names[city], role or "", since)
    return {network: tuple(cities.values()) for network, cities in found.items()}


def _joint(session: FileSession, store: Store) -> Mapping[str, Joint]:
    effective = PlanAction.state != ActionState.DROPPED.value
    counted = (
        _counted(session, store, activity_organisation, Activity.id.expression, Activity.state.in_(TAKES_PLACE)),
        _counted(session, store, plan_action_organisation, PlanAction.id.expression, effective),
        _counted(session, store, agreement_organisation, Agreement.id.expression, Agreement.agreement_state.in_(HOLDS)),
        _projects(session),
    )
    keys = {key for each in counted for key in each}
    return {key: Joint(*(each.get(key, 0) for each in counted)) for key in keys}


def _counted(
    session: FileSession, store: Store, link: Table, own: ColumnElement[str], which: ColumnElement[bool]
) -> Mapping[str, int]:
    """Count by organisation the records of which a table of links says that, as far as `which` holds of them."""
    mine, other = (link.columns[f"{name}_id"] for name in (own.table.name, "organisation"))
    found = select(other, func.count()).join_from(link, own.table, own == mine).where(which).group_by(other)
    return dict(iter(session.execute(found, _asked(store))))


def _projects(session: FileSession) -> Mapping[str, int]:
    """Count by organisation the projects that it funds or takes part in, each once."""
    counts = Project.state.in_(COUNTS)
    funded = select(Project.donor_id, Project.id).where(counts, Project.donor_id.is_not(None))
    partners = select(ProjectPartner.organisation_id, Project.id).join(Project, Project.id == ProjectPartner.project_id)
    found = defaultdict[str, set[str]](set)
    for asked in (funded, partners.where(counts, ProjectPartner.organisation_id.is_not(None))):
        for key, project in session.execute(asked):
            found[str(key)].add(project)
    return {key: len(projects) for key, projects in found.items()}


def _asked(store: Store) -> Mapping[str, object]:
    """Return what the questions are asked with: the day and the language of the reader."""
    return parameters(store.today(), store.language)
