"""Agreements, calls, projects and memberships are found, deleted, joined and spoken of as other records are."""

from datetime import date

import pytest

from app.past.deleted import bring_back, list_deleted
from app.plan.evidencing import show_evidence
from app.records import history
from app.records.duplicates import merge
from app.records.editing import Draft, Rows, delete_records, save_record
from app.records.linked import find_linked
from app.records.reading import list_rows, search
from app.screens import SCREENS
from app.screens.belonging import SHOWS, log
from app.words.problems import ProblemError
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.app.records.reading import read
from tests.make import SPANISH, add, add_city, everything


def add_project(store: Store, **values: object) -> str:
    """Save a project with a partner that is known by its name alone, and with money."""
    partner = Draft("project_partner", None, {"name": "Cooperativa Ribereña", "kind": "ally"})
    money = {"kind": "granted", "amount": Money(50_000_00, "USD"), "day": PartialDate(2026, 3), "source": "Nota 14/26"}
    parts = {"partners": Rows((partner,)), "fundings": Rows((Draft("funding", None, money),))}
    return save_record(store, Draft("project", None, {"name": "Huertas urbanas", **values}, parts)).id


def found(store: Store, text: str) -> list[tuple[str, str]]:
    return [(hit.entity, hit.id) for hit in search(store, text)]


def test_each_is_found_by_its_words_and_a_project_by_those_of_its_partners_and_its_money(store: Store) -> None:
    project = add_project(store)
    assert found(store, "cooperativa riberena") == found(store, "huertas") == [("project", project)]
    assert found(store, "Nota 14/26") == [("project", project)]
    agreement = add(store, "agreement", name="Memorando de turismo")
    call = add(store, "call", name="Ciudades que aprenden", subject="Formación")
    assert found(store, "memorando") == [("agreement", agreement)]
    assert found(store, "formacion") == [("call", call)]
    sides = {"municipality_id": add_city(store), "organisation_id": add(store, "organisation", name="CIDEU")}
    membership = add(store, "network_membership", **sides, role="vicepresidencia")
    assert found(store, "vicepresidencia") == [("network_membership", membership)]


def test_a_project_goes_and_comes_back_with_its_partners_and_its_money(store: Store) -> None:
    project = add_project(store)
    before, whole = everything(store), read(store, "project", project)
    delete_records(store, "project", [project])
    assert found(store, "cooperativa") == []
    history.undo(store)
    assert everything(store) == before
    delete_records(store, "project", [project])
    (deleted,) = list_deleted(store, SPANISH)
    bring_back(store, deleted)
    again = read(store, "project", project)
    assert again.values == whole.values
    assert {name: len(rows) for name, rows in again.parts.items()} == {"partners": 1, "fundings": 1}


@pytest.mark.parametrize(
    ("entity", "field"), [("call", "call_id"), ("agreement", "agreement_id"), ("organisation", "donor_id")]
)
def test_what_a_project_refers_to_is_not_deleted_and_the_project_is_named(
    store: Store, entity: str, field: str
) -> None:
    record = add(store, entity, name="El que se nombra")
    project = add_project(store, **{field: record})
    with pytest.raises(ProblemError, match="No se puede eliminar") as refused:
        delete_records(store, entity, [record])
    (problem,) = refused.value.problems
    assert problem.values["name"] == "El que se nombra"
    assert [(each.key, each.title) for each in problem.named] == [(RecordKey("project", project), "Huertas urbanas")]


def test_two_organisations_that_become_one_keep_members_partners_and_agreements_once(store: Store) -> None:
    keep, gone = (add(store, "organisation", name=name) for name in ("CGLU", "CGLU (otra)"))
    city, other = add_city(store, "Azul"), add_city(store, "Tandil")
    for organisation in (keep, gone):
        add(store, "network_membership", municipality_id=city, organisation_id=organisation, role="integrante")
    add(store, "network_membership", municipality_id=other, organisation_id=gone)
    agreement = add(store, "agreement", name="Marco", organisations=(keep, gone))
    project = add_project(store, donor_id=gone)
    add(store, "project_partner", project_id=project, organisation_id=gone)
    merge(store, "organisation", keep, gone)
    assert list_rows(store, "agreement", ("counterparts",), [agreement]) == [("CGLU",)]
    assert list_rows(store, "project", ("counterparts",), [project]) == [("CGLU",)]
    assert list_rows(store, "municipality", ("other_networks",), [city, other]) == [("CGLU",), ("CGLU",)]
    with store.reading() as session:
        assert len(session.connection().exec_driver_sql("SELECT id FROM network_membership").all()) == 2


def test_two_cities_that_become_one_keep_their_networks_projects_and_agreements(store: Store) -> None:
    keep, gone = add_city(store, "Azul"), add_city(store, "Azul (otra)")
    network = add(store, "organisation", name="AICE")
    for city in (keep, gone):
        add(store, "network_membership", municipality_id=city, organisation_id=network)
    agreement = add(store, "agreement", name="Marco", municipalities=(keep, gone))
    project = add_project(store, municipality_id=add_city(store, "Tandil"))
    add(store, "project_partner", project_id=project, municipality_id=gone)
    merge(store, "municipality", keep, gone)
    assert list_rows(store, "agreement", ("counterparts",), [agreement]) == [("Azul",)]
    assert list_rows(store, "project", ("counterparts",), [project]) == [("Azul",)]
    assert list_rows(store, "municipality", ("other_networks",), [keep]) == [("AICE",)]
    with store.reading() as session:
        assert len(session.connection().exec_driver_sql("SELECT id FROM network_membership").all()) == 1


def test_a_note_about_an_agreement_stands_on_its_page_and_is_no_contact_with_who_is_not_named(store: Store) -> None:
    organisation = add(store, "organisation", name="AUGM")
    person = add(store, "person", name="Ana Ficticia")
    agreement = add(store, "agreement", name="Marco", organisations=(organisation,))
    project = add_project(store, agreement_id=agreement, donor_id=organisation)
    for kind, key, day in (("agreement", agreement, 3), ("project", project, 4)):
        about = add(store, "interaction", day=date(2026, 11, day), text="Se habló", subject=RecordKey(kind, key))
        with store.reading() as session:
            assert find_linked(session, store, log(), kind, key) == [about]
    assert list_rows(store, "organisation", ("last_contact",), [organisation]) == [(None,)]
    named = {"organisations": (organisation,), "people": (person,), "subject": RecordKey("agreement", agreement)}
    add(store, "interaction", day=date(2026, 11, 9), text="Llamaron", **named)
    assert list_rows(store, "organisation", ("last_contact",), [organisation]) == [(date(2026, 11, 9),)]
    assert list_rows(store, "person", ("last_contact",), [person]) == [(date(2026, 11, 9),)]


@pytest.mark.parametrize("entity", ["agreement", "call", "project", "network_membership"])
def test_each_is_evidence_of_the_plan_and_its_page_has_log_steps_and_commitments(store: Store, entity: str) -> None:
    period = add(store, "period", name="2026-2027")
    line = add(store, "plan_line", period_id=period, number="5", name="Convenios")
    sides = {"municipality_id": add_city(store), "organisation_id": add(store, "organisation", name="CIDEU")}
    key = add(store, entity, **(sides if entity == "network_membership" else {"name": "Uno"}))
    show_evidence(store, entity, [key], line_id=line, action_id=None)
    with store.reading() as session:
        assert len(find_linked(session, store, SHOWS, entity, key)) == 1
    layout = next(layout for screen in SCREENS for layout in screen.layouts if layout.entity == entity)
    assert {"interaction", "step", "commitment", "evidence"} <= {each.entity for each in layout.linked}
