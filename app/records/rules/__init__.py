"""The rules of each entity that a fact of a field cannot say; RULES lists them all."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from app.records.catalog import PartInfo
from app.records.reading import part_ids
from app.records.rules import body, contact_point, experience, meeting, municipality, place, seat, spans, tree
from app.words.problems import Problem
from db.base import Entity
from db.session import FileSession

Rule = Callable[[FileSession, Entity], list[Problem]]

SHAPES: Mapping[str, tuple[Rule, ...]] = {
    "post": (place.has_one_place,),
    "seat": (seat.has_one_holder,),
    "attendance": (seat.comes_from_one_place,),
}
"""What is checked of a row by itself before it is written; the database refuses most of it too, in its own words."""

RULES: Mapping[str, tuple[Rule, ...]] = {
    "municipality": (municipality.place_is_whole,),
    "membership": (spans.ends_after_start,),
    "period": (spans.ends_after_start,),
    "contact_point": (contact_point.value_is_readable,),
    "tenure": (spans.ends_after_start,),
    "body": (spans.ends_after_start, body.quorum_is_whole),
    "seat": (spans.ends_after_start,),
    "meeting": (meeting.days_are_in_order,),
    "experience": (spans.ends_after_start, experience.running_has_no_end),
}
"""What is checked of a record by itself after it was written and before the operation ends."""

RULES_AMONG: Mapping[str, tuple[Rule, ...]] = {
    "municipality": (municipality.name_is_free,),
    "body": (tree.parent_is_no_child,),
    "meeting": (tree.parent_is_no_child,),
    "theme": (tree.parent_is_no_child,),
}
"""What is checked of a record among the others of the store, as RULES."""


def check_shape(session: FileSession, row: Entity) -> list[Problem]:
    """Return what is wrong with a row by itself, before it is written."""
    return [problem for rule in SHAPES.get(row.__tablename__, ()) for problem in rule(session, row)]


def check(session: FileSession, entity: str, key: str) -> list[Problem]:
    """Return what is wrong with the record `key` and with its parts, each with its field; empty when all is well.

    The field of a part is said as `contact_points.<key>.value`, by the part's name and the key of its row.
    """
    row = session.get(session.catalog.entity(entity), key)
    rules = (*RULES.get(entity, ()), *RULES_AMONG.get(entity, ()))
    problems = [problem for rule in rules for problem in rule(session, row)] if row else []
    for part in session.catalog[entity].parts:
        for child in part_ids(session, part, [key]):
            problems += [inside(part, child, problem) for problem in check(session, part.entity, child)]
    return problems


def check_among(session: FileSession, entity: str, keys: Iterable[str]) -> list[Problem]:
    """Return what is wrong with records among the others, for a writing in which each was checked by itself before."""
    rules = RULES_AMONG.get(entity, ())
    rows = (session.get_one(session.catalog.entity(entity), key) for key in keys) if rules else ()
    return [problem for row in rows for rule in rules for problem in rule(session, row)]


def inside(part: PartInfo, key: str, problem: Problem) -> Problem:
    """Return the problem of the row `key` of a part as a problem of the record that it belongs to."""
    place = replace(problem.place, field=f"{part.name}.{key}.{problem.place.field}")
    return replace(problem, place=place)


__all__ = ["RULES", "RULES_AMONG", "SHAPES", "Rule", "check", "check_among", "check_shape", "inside"]
