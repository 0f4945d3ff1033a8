"""The agreements, calls and projects of the sample: facts with their sources, and examples that say so."""

from sqlalchemy import select

from app.other_networks.reading import read_facts
from app.records.reading import list_rows
from db.entities.agreement import Agreement
from db.entities.call import Call
from db.entities.funding import Funding
from db.entities.network_membership import NetworkMembership
from db.entities.project import Project
from db.entities.step import Step
from db.store import Store

EXAMPLE = "(ejemplo)"


def test_what_no_source_tells_is_an_example(store: Store) -> None:
    with store.reading() as session:
        rows = [*session.scalars(select(Agreement)), *session.scalars(select(Call))]
        assert {bool(row.web) for row in rows if EXAMPLE in row.name} == {False}
        assert [row.name for row in rows if EXAMPLE not in row.name and not row.web] == []
        projects = session.scalars(select(Project)).all()
        assert all(("Fuente: " in str(row.notes)) != (EXAMPLE in row.name) for row in projects)
        assert all(str(row.notes).startswith("Ejemplo") for row in session.scalars(select(NetworkMembership)))


def test_other_networks_have_contacts_some_of_whom_nobody_spoke_with_for_long(store: Store) -> None:
    networks = read_facts(store).networks
    silent = {each.wants_a_call for each in networks if each.contacts}
    assert silent == {True, False}
    assert any(each.cities for each in networks)
    assert any(each.joint.actions for each in networks)


def test_all_amounts_of_money_are_of_examples_and_say_so(store: Store) -> None:
    with store.reading() as session:
        asked = select(Funding.notes, Project.name).join(Project, Project.id == Funding.project_id)
        rows = session.execute(asked).all()
        currencies = set(session.scalars(select(Funding.__table__.c.amount_currency)))
    assert rows
    assert all("ficticio" in str(notes) and EXAMPLE in name for notes, name in rows)
    assert len(currencies) > 1, "sums never go across currencies"


def test_agreements_of_several_states_are_there(store: Store) -> None:
    with store.reading() as session:
        keys = list(session.scalars(select(Agreement.id)))
    states = {row[0] for row in list_rows(store, "agreement", ("agreement_state",), keys)}
    assert {"sought", "undated", "expiring", "ended"} <= states


def test_projects_on_their_way_wait_for_a_step(store: Store) -> None:
    steps = Step.__table__.c
    with store.reading() as session:
        keys = list(session.scalars(select(steps.record_id).where(steps.record_entity == "project").distinct()))
    shown = list_rows(store, "project", ("name", "next_step"), keys)
    assert shown
    assert all(coming for _, coming in shown)
