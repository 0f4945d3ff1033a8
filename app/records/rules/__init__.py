"""The rules of each entity that a fact of a field cannot say; RULES lists them all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from app.records.catalog import PartInfo
from app.records.reading import part_ids
from app.records.rules import (
    activity,
    adoption,
    body,
    chapters,
    contact_point,
    cooperation,
    exchange,
    experience,
    forum,
    meeting,
    municipality,
    office,
    own_links,
    place,
    plan,
    seat,
    spans,
    tree,
)
from app.words.problems import Problem
from db.base import Entity
from db.session import FileSession

Rule = Callable[[FileSession, Entity], list[Problem]]
RuleAmong = Callable[[FileSession, Sequence[Entity]], list[Problem]]
"""Asked of several records of one kind at once: what it reads of the others it reads for all of them together."""

_RECORDS_AT_ONCE = 500
"""How many records one question is asked about: engines bound their parameters."""

SHAPES: Mapping[str, tuple[Rule, ...]] = {
    "post": (place.has_one_place,),
    "seat": (seat.has_one_holder,),
    "attendance": (seat.comes_from_one_place, seat.is_of_one_occasion),
    "evidence": (plan.shows_one_thing,),
    "plan_action": (plan.has_one_responsible,),
    "commitment": (plan.has_one_responsible,),
    "step": (plan.is_before_one_instance,),
    "recommendation": (forum.has_one_addressee,),
    "focem_proposal": (forum.has_one_executor,),
    "study": (forum.has_one_author,),
    "contact_point": (contact_point.has_one_owner,),
    "project_partner": (cooperation.has_one_partner,),
    "adoption": (adoption.has_one_giver,),
}
"""What is checked of a row by itself before it is written; the database refuses most of it too, in its own words."""

RULES: Mapping[str, tuple[Rule, ...]] = {
    "municipality": (municipality.place_is_whole,),
    "membership": (spans.ends_after_start,),
    "period": (spans.ends_after_start,),
    "contact_point": (contact_point.value_is_readable,),
    "tenure": (spans.ends_after_start,),
    "body": (spans.ends_after_start, body.quorum_is_whole, own_links.leads_elsewhere),
    "seat": (spans.ends_after_start,),
    "meeting": (meeting.days_are_in_order, own_links.leads_elsewhere),
    "experience": (spans.ends_after_start, experience.running_has_no_end),
    "need": (exchange.waits_after_it_is_asked,),
    "adoption": (adoption.gives_to_another, adoption.reason_has_its_day),
    "activity": (activity.days_and_hours_are_in_order, activity.enrolment_ends_in_time),
    "plan_action": (plan.line_takes_actions, plan.days_of_action_are_in_order),
    "commitment": (plan.day_says_it_is_met,),
    "step": (plan.day_says_it_is_done,),
    "recommendation": (forum.answer_has_its_result,),
    "norm": (spans.ends_after_start, forum.citation_is_verified_whole),
    "study": (forum.days_of_study_are_in_order,),
    "city_relation": (spans.ends_after_start, forum.is_of_two_cities),
    "pro_tempore": (spans.ends_after_start,),
    "agreement": (spans.ends_after_start, cooperation.is_signed_before_it_ends),
    "call": (cooperation.closes_after_it_opens,),
    "project": (cooperation.partners_are_others,),
    "network_membership": (spans.ends_after_start,),
}
"""What is checked of a record by itself after it was written and before the operation ends."""

RULES_AMONG: Mapping[str, tuple[RuleAmong, ...]] = {
    "municipality": (municipality.name_is_free,),
    "adoption": (adoption.chain_does_not_turn,),
    "body": (tree.parent_is_no_child,),
    "meeting": (tree.parent_is_no_child, meeting.code_is_free),
    "seat": (seat.alternates_stand_in_turn,),
    "match": (exchange.is_said_once,),
    "office": (office.term_is_free,),
    "theme": (tree.parent_is_no_child,),
    "chapter": (chapters.is_written_once,),
    "plan_line": (plan.number_is_free,),
    "plan_action": (tree.comes_from_an_earlier_one,),
}
"""What is checked of records among the others of the store, as RULES."""


def check_shape(session: FileSession, row: Entity) -> list[Problem]:
    """Return what is wrong with a row by itself, before it is written."""
    return [problem for rule in SHAPES.get(row.__tablename__, ()) for problem in rule(session, row)]


def check(session: FileSession, entity: str, key: str) -> list[Problem]:
    """Return what is wrong with the record `key` and with its parts, each with its field; empty when all is well.

    The field of a part is said as `contact_points.<key>.value`, by the part's name and the key of its row.
    """
    row = session.get(session.catalog.entity(entity), key)
    if row is None:
        return []
    return [*_within(session, entity, row), *among(session, entity, [row])]


def _within(session: FileSession, entity: str, row: Entity) -> list[Problem]:
    """Return what is wrong with a record by itself, and with its parts, those of each kind among themselves too."""
    problems = [problem for rule in RULES.get(entity, ()) for problem in rule(session, row)]
    for part in session.catalog[entity].parts:
        kind = session.catalog.entity(part.entity)
        rows = [session.get_one(kind, key) for key in part_ids(session, part, [row.id])]
        for each in rows:
            problems += [inside(part, each.id, problem) for problem in _within(session, part.entity, each)]
        for problem in among(session, part.entity, rows):
            problems.append(inside(part, problem.place.record, problem))
    return problems


def check_among(session: FileSession, entity: str, keys: Iterable[str]) -> list[Problem]:
    """Return what is wrong with records among the others, for a writing in which each was checked by itself before."""
    if entity not in RULES_AMONG:
        return []
    blocks = stored_blocks(session, entity, keys)
    return [problem for rows in blocks for problem in among(session, entity, rows)]


def check_alone(session: FileSession, row: Entity) -> list[Problem]:
    """Return what is wrong with a record by itself, without its parts and whatever the others are."""
    rules = (*SHAPES.get(row.__tablename__, ()), *RULES.get(row.__tablename__, ()))
    return [problem for rule in rules for problem in rule(session, row)]


def among(session: FileSession, entity: str, rows: Sequence[Entity]) -> list[Problem]:
    """Return what is wrong with records of `entity`, stored or not yet, among the others of the store.

    They are compared as they will be. The place of each problem says the key of its `record`.
    """
    return [problem for rule in RULES_AMONG.get(entity, ()) for problem in rule(session, rows)]


def stored_blocks(session: FileSession, entity: str, keys: Iterable[str]) -> Iterator[list[Entity]]:
    """Read those of these records that are there, in their order, some at a time; none of a kind without rules."""
    if not any(entity in each for each in (SHAPES, RULES, RULES_AMONG)):
        return
    kind, wanted = session.catalog.entity(entity), list(keys)
    for start in range(0, len(wanted), _RECORDS_AT_ONCE):
        block = wanted[start : start + _RECORDS_AT_ONCE]
        found = {row.id: row for row in session.scalars(select(kind).where(kind.id.in_(block)))}
        yield [found[key] for key in block if key in found]


def inside(part: PartInfo, key: str, problem: Problem) -> Problem:
    """Return the problem of the row `key` of a part as a problem of the record that it belongs to."""
    place = replace(problem.place, field=f"{part.name}.{key}.{problem.place.field}")
    return replace(problem, place=place)


__all__ = [
    "RULES",
    "RULES_AMONG",
    "SHAPES",
    "Rule",
    "RuleAmong",
    "among",
    "check",
    "check_alone",
    "check_among",
    "check_shape",
    "inside",
    "stored_blocks",
]
