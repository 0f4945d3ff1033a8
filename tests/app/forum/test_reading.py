"""What is read of the forums: who presides today, the tree of bodies, meetings in each other, and routes."""

from datetime import date

import pytest

from app.forum.reading import read_facts
from app.records.editing import delete_records, edit_many
from db.store import Store
from db.values import PartialDate
from tests.app.forum.made import make_forum
from tests.make import add


def test_bodies_stand_as_a_tree_with_the_meetings_beside_today(store: Store) -> None:
    made = make_forum(store)
    facts = read_facts(store)
    assert [(body.name, body.level) for body in facts.bodies] == [("Foro Consultivo", 0), ("Comité de Municipios", 1)]
    forum = facts.bodies[0]
    assert forum.last is not None
    assert forum.next is not None
    assert (forum.last.id, forum.next.id) == (made["plenary"], made["next"])
    assert [each.name for each in facts.outermost] == ["IV Plenaria", "III Plenaria", "II Plenaria"]
    plenary = next(each for each in facts.meetings if each.id == made["plenary"])
    assert [each.id for each in facts.within(plenary)] == [made["inner"]]
    assert plenary.country == "UY"


def test_a_suspended_meeting_is_neither_the_last_nor_the_next(store: Store) -> None:
    made = make_forum(store)
    edit_many(store, "meeting", [made["plenary"], made["next"]], {"state": "cancelled"})
    forum = read_facts(store).bodies[0]
    assert forum.last is not None
    assert (forum.last.id, forum.next) == (made["inner"], None)


def test_a_forum_that_hangs_from_another_body_is_one_of_the_first(store: Store) -> None:
    made = make_forum(store)
    board = add(store, "body", name="Consejo", kind="board")
    edit_many(store, "body", [made["forum"]], {"parent_id": board})
    edit_many(store, "body", [made["comum"]], {"kind": "forum"})
    assert [(body.id, body.level) for body in read_facts(store).bodies] == [(made["forum"], 0), (made["comum"], 1)]


def test_a_body_that_is_no_more_is_left_out_with_what_was_in_it(store: Store) -> None:
    made = make_forum(store)
    edit_many(store, "body", [made["forum"]], {"ends": PartialDate(2020)})
    facts = read_facts(store)
    assert not facts.bodies
    assert not facts.meetings


def test_routes_say_what_comes_next_and_whether_it_is_late(store: Store) -> None:
    make_forum(store)
    facts = read_facts(store)
    going = [each for each in facts.recommendations if each.is_on_its_way]
    assert [(each.name, each.addressee) for each in going] == [("Compras conjuntas", "Consejo del Mercado Común")]
    route = going[0].route
    assert route.next is not None
    assert (route.next.name, route.waiting_days) == ("Elevada al GMC", 40)
    assert route.is_late
    (proposal,) = facts.proposals
    assert not proposal.route.is_late
    assert [each.cited_as for each in facts.unverified] == ["Res. 41/04"]


@pytest.mark.parametrize(
    ("starts", "ends", "presides"),
    [
        (PartialDate(2026, 7), PartialDate(2026, 12), True),
        (PartialDate(2026, 7), None, True),
        (PartialDate(2027), None, False),
        (None, None, False),
        (PartialDate(2026), PartialDate(2026, 11, 22), True),
    ],
)
def test_the_presidency_is_the_one_in_force(
    store: Store, starts: PartialDate | None, ends: PartialDate | None, *, presides: bool
) -> None:
    key = add(store, "pro_tempore", name="2026-2", starts=starts, ends=ends)
    add(store, "pro_tempore", name="2025-1", country="AR", starts=PartialDate(2025, 1))
    presidency = read_facts(store).presidency
    assert presidency is not None
    assert (presidency.id == key) is presides


def test_an_open_presidency_ends_with_the_next_though_that_is_over_too(store: Store) -> None:
    add(store, "pro_tempore", name="2025-1", country="AR", starts=PartialDate(2025, 1))
    add(store, "pro_tempore", name="2025-2", country="BR", starts=PartialDate(2025, 7), ends=PartialDate(2025, 12))
    assert read_facts(store).presidency is None


def test_an_empty_file_has_nothing(store: Store) -> None:
    delete_records(store, "body", [])
    facts = read_facts(store)
    assert (facts.presidency, facts.bodies, facts.norms, facts.today) == (None, (), (), date(2026, 11, 22))


def test_the_names_are_those_of_the_reader(store: Store) -> None:
    make_forum(store)
    facts = read_facts(store.speaking("pt"))
    assert facts.bodies[1].name == "Comitê de Municípios"
