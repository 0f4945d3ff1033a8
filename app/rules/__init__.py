"""The rules of each entity that a fact of a field cannot say; RULES lists them all."""

from collections.abc import Callable, Mapping

from sqlalchemy.orm import Session

from app.problems import Problem
from app.rules import body, contact_point, experience, meeting, municipality, place, seat, spans, theme
from db.base import Entity
from db.query import entity_class

Rule = Callable[[Session, Entity], list[Problem]]

RULES: Mapping[str, tuple[Rule, ...]] = {
    "municipality": (municipality.name_is_free, municipality.place_is_whole),
    "membership": (spans.ends_after_start,),
    "period": (spans.ends_after_start,),
    "contact_point": (contact_point.value_is_readable,),
    "post": (place.has_one_place,),
    "tenure": (spans.ends_after_start,),
    "body": (spans.ends_after_start, body.parent_is_no_child, body.quorum_is_whole),
    "seat": (spans.ends_after_start, seat.has_one_holder),
    "meeting": (meeting.days_are_in_order, meeting.parent_is_no_child),
    "attendance": (seat.comes_from_one_place,),
    "theme": (theme.parent_is_no_child, theme.odm_exists),
    "experience": (spans.ends_after_start, experience.running_has_no_end),
}
"""What is checked of a record of each entity after it was written and before the operation ends."""


def check(session: Session, entity: str, key: str) -> list[Problem]:
    """Give what is wrong with the record `key` and with its parts, each with its field; empty when all is well."""
    row = session.get(entity_class(entity), key)
    return [problem for rule in RULES.get(entity, ()) for problem in rule(session, row)] if row else []


__all__ = ["RULES", "Rule", "check"]
