"""What is said of a record and hinders nothing: while it is written, beside its field, and on its page.

HINTS lists them by kind. A hint looks as a rule does (`app/records/rules/`); what it finds is said, and saved all the
same.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.records.checking import as_wanted
from app.records.drafts import Draft
from app.records.hints import forum, norm, step
from app.records.rules import Rule
from app.words.problems import Problem
from db.session import FileSession

HINTS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "norm": (norm.number_is_of_another, norm.citation_is_held_twice),
        "step": (step.follows_the_one_before,),
        "recommendation": (forum.route_ends_with_an_answer, step.steps_are_in_order),
        "focem_proposal": (forum.amount_says_where_it_is_from, step.steps_are_in_order),
        "declaration": (step.steps_are_in_order,),
    }
)


def hints_of(session: FileSession, draft: Draft) -> list[Problem]:
    """Return what is said of a record as a draft wants it, each with its field where it is of one."""
    if draft.entity not in HINTS:
        return []
    with session.no_autoflush:
        row = as_wanted(session, session.catalog[draft.entity], draft)
        return [each for hint in HINTS[draft.entity] for each in hint(session, row)]


def hints_about(session: FileSession, entity: str, key: str) -> list[Problem]:
    """Return what is said of a stored record; nothing of one that is no more."""
    row = session.get(session.catalog.entity(entity), key) if entity in HINTS else None
    return [each for hint in HINTS[entity] for each in hint(session, row)] if row is not None else []


__all__ = ["HINTS", "hints_about", "hints_of"]
