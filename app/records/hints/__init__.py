"""What is said of a record and hinders nothing: while it is written, beside its field, and on its page.

HINTS lists them by kind; of every kind it is said which day on which something happened is still to come, and which
comes before the one that it follows. A hint looks as a rule does (`app/records/rules/`); what it finds is said, and
saved all the same.
"""

from collections.abc import Mapping
from types import MappingProxyType

from app.records.hints import (
    acta,
    agreement,
    call,
    exchange,
    forum,
    happened,
    network,
    norm,
    number,
    order,
    plan,
    project,
    step,
)
from app.records.rules import Rule
from app.words.problems import Problem
from db.base import Entity
from db.catalog import Catalog
from db.session import FileSession

HINTS: Mapping[str, tuple[Rule, ...]] = MappingProxyType(
    {
        "meeting": (number.number_is_given_twice, acta.acta_number_is_given_twice),
        "norm": (number.number_is_given_twice, norm.number_is_of_another, norm.citation_is_held_twice),
        "step": (step.follows_the_one_before, plan.is_due_in_its_term),
        "commitment": (plan.is_due_in_its_term,),
        "recommendation": (number.number_is_given_twice, forum.route_ends_with_an_answer, step.steps_are_in_order),
        "focem_proposal": (forum.amount_says_where_it_is_from, step.steps_are_in_order),
        "declaration": (step.steps_are_in_order,),
        "project": (
            call.rules_of_its_call,
            project.steps_fit_its_state,
            project.letter_is_recorded,
            step.steps_are_in_order,
        ),
        "call": (call.projects_keep_its_rules,),
        "agreement": (agreement.notices_follow_each_other,),
        "adoption": (exchange.city_has_it_already, exchange.city_takes_it_twice, step.steps_are_in_order),
        "network_membership": (network.city_is_in_it_once,),
    }
)


def has_hints(catalog: Catalog, entity: str) -> bool:
    """Tell whether anything is ever said of records of a kind."""
    return entity in HINTS or happened.says_what_happened(catalog, entity) or order.has_order(catalog, entity)


def hints_on(session: FileSession, row: Entity) -> list[Problem]:
    """Return what is said of a record, stored or as it is wanted, each with its field where it is of one."""
    return [*happened.days_are_past(session, row), *hints_beside_days(session, row)]


def hints_beside_days(session: FileSession, row: Entity) -> list[Problem]:
    """Return the same but for days that are still to come, which an import says as it reads them."""
    hints = HINTS.get(row.__tablename__, ())
    return [*order.days_follow(session, row), *(each for hint in hints for each in hint(session, row))]


def hints_about(session: FileSession, entity: str, key: str) -> list[Problem]:
    """Return what is said of a stored record; nothing of one that is no more."""
    row = session.get(session.catalog.entity(entity), key) if has_hints(session.catalog, entity) else None
    return hints_on(session, row) if row is not None else []


__all__ = ["HINTS", "has_hints", "hints_about", "hints_beside_days", "hints_on"]
