"""What is read of the units of a term: whose it is, what counts, and what does not."""

import pytest

from app.records.editing import delete_records
from app.units.facts import Facts
from app.units.reading import read_facts
from app.words.problems import ProblemError
from db.entities.seat import SeatRole
from db.store import Store
from db.values import PartialDate, Percent
from tests.app.units.made import CULTURE, JOINT, SPORT, TOURISM, Made
from tests.make import add


def test_a_unit_stands_in_the_terms_in_which_it_existed_or_has_anything(made: Made, facts: Facts) -> None:
    assert [unit.name for unit in facts.units] == [JOINT, CULTURE, SPORT, TOURISM]  # Turismo is in an axis of the term
    before = read_facts(made.store, made["before"])
    assert [unit.name for unit in before.units] == [JOINT, CULTURE, SPORT, TOURISM]
    assert [axis.name for axis in before.axes] == ["Frontera"]


def test_a_joint_group_says_which_units_it_is_made_of(facts: Facts) -> None:
    assert [unit.joins for unit in facts.units] == [[CULTURE, SPORT], [], [], []]


def test_who_sat_in_the_term_counts_once_and_who_did_not_is_left_out(facts: Facts) -> None:
    culture = facts.units[1]
    assert [(each.name, each.role) for each in culture.seats] == [
        ("Canelones", SeatRole.COORDINATION),
        ("Rosario", SeatRole.SUBCOORDINATION),
    ]
    assert [each.name for each in culture.members] == ["Canelones", "Rosario"]


def test_the_plan_of_a_unit_are_its_actions_in_the_lines_of_the_term(made: Made, facts: Facts) -> None:
    plan = facts.units[1].plan
    assert (plan.actions, plan.done, plan.measured, plan.progress) == (3, 1, 1, Percent(100_000))
    assert dict(plan.by_line) == {made["1"]: 2, made["10"]: 1}
    assert facts.units[2].plan.actions == 0


def test_meetings_are_those_of_the_term_that_were_not_suspended(made: Made, facts: Facts) -> None:
    assert sorted((each.name, each.held) for each in facts.meetings) == [
        ("De coordinación", True),
        ("De la Comisión sola", True),
        ("De la unidad", True),
        ("Por venir", False),
    ]
    assert [each.name for each in facts.coordination] == ["De coordinación"]
    assert facts.meetings_with(made[SPORT], facts.boards) == 1
    assert facts.meetings_with(made[SPORT], facts.secretariats) == 0


def test_activities_are_those_of_the_days_of_the_term_or_of_its_lines(made: Made, facts: Facts) -> None:
    assert sorted(each.in_term for each in facts.activities) == [False, True, True]
    assert facts.activities_of(made[CULTURE]) == 2
    assert facts.activities_of(made[SPORT]) == 1
    assert facts.activities_with(made[CULTURE], [made[SPORT]]) == 1


def test_a_report_is_received_or_late_and_one_without_effect_was_not_asked_for(facts: Facts) -> None:
    found = {unit.name: [(each.received, each.late) for each in unit.reports] for unit in facts.units}
    assert found == {JOINT: [], CULTURE: [(True, False)], SPORT: [(False, True)], TOURISM: []}


def test_who_came_to_no_meeting_of_the_term_is_told_also_of_another_term(made: Made, facts: Facts) -> None:
    assert [each.name for each in facts.absent or ()] == ["Azul", "Rosario"]
    assert read_facts(made.store, made["before"]).absent is None


def test_the_facts_are_read_from_all_that_shows_in_them(facts: Facts) -> None:
    shown = {"body", "seat", "plan_action", "meeting", "meeting_body", "activity", "activity_body", "commitment"}
    shown |= {"axis", "axis_body", "body_unit", "attendance", "membership", "municipality", "period", "plan_line"}
    assert shown <= facts.reach.tables


def test_units_are_called_in_the_language_of_the_reader(store: Store) -> None:
    term = add(store, "period", name="2026-2027", starts=PartialDate(2026, 7))
    add(store, "body", name="Unidad de Deportes", name_pt="Unidade de Esportes", kind="thematic_unit")
    assert [unit.name for unit in read_facts(store.speaking("pt"), term).units] == ["Unidade de Esportes"]


def test_a_term_that_is_no_more_is_a_problem(store: Store) -> None:
    term = add(store, "period", name="2026-2027")
    delete_records(store, "period", [term])
    with pytest.raises(ProblemError, match="La gestión ya no existe"):
        read_facts(store, term)
