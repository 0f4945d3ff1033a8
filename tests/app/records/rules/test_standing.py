"""What the rules say of a joining and of an undo, which make of right values what nobody wrote."""

import pytest

from app.past.deleted import bring_back, list_deleted
from app.past.undoing import last_undoable, numbers_after, undo_operations
from app.records.duplicates.merge import merge
from app.records.editing import delete_records, edit_many
from app.records.history import redo, undo
from app.records.rules import standing
from app.words.problems import ProblemError
from db.entities.body import Body
from db.store import Store
from db.titles import Title
from db.values import PartialDate
from tests.make import SPANISH, add, add_city, everything

EARLY, LATE = PartialDate.parse("2005"), PartialDate.parse("2010")


def _body(store: Store, name: str, **values: object) -> str:
    return add(store, "body", name=name, kind="board", **values)


def _two_ends(store: Store) -> tuple[str, str, str]:
    return "body", _body(store, "Una", starts=LATE), _body(store, "Otra", ends=EARLY)


def _turning_seats(store: Store) -> tuple[str, str, str]:
    body, above, seats = _body(store, "Una"), None, []
    for name in ("Azul", "Bragado", "Colón"):
        city = add_city(store, name)
        above = add(store, "seat", role="member", body_id=body, municipality_id=city, alternate_of_id=above)
        seats.append(above)
    return "seat", seats[0], seats[2]


def _turning_actions(store: Store) -> tuple[str, str, str]:
    line, above, actions = add(store, "plan_line", number="99", name="Línea"), None, []
    for name in ("Una", "Dos", "Tres"):
        above = add(store, "plan_action", line_id=line, name=name, carried_from_id=above)
        actions.append(above)
    return "plan_action", actions[0], actions[2]


def _two_plans(store: Store) -> tuple[str, str, str]:
    terms = add(store, "period", name="2001"), add(store, "period", name="2002")
    for term in terms:
        add(store, "plan_line", period_id=term, number="4", name=f"Línea de {term[-4:]}")
    return ("period", *terms)


def _two_offices(store: Store) -> tuple[str, str, str]:
    terms = add(store, "period", name="2001"), add(store, "period", name="2002")
    for term in terms:
        add(store, "office", period_id=term, name=f"Oficina de {term[-4:]}")
    return ("period", *terms)


def _two_codes(store: Store) -> tuple[str, str, str]:
    bodies = _body(store, "Una"), _body(store, "Otra")
    for body in bodies:
        add(store, "meeting", body_id=body, name=f"Reunión de {body[-4:]}", code="XXXII")
    return ("body", *bodies)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (_two_ends, "«Una» quedaría mal: Termina antes de empezar."),
        (_turning_seats, "No puede ser suplente de sí mismo"),
        (_turning_actions, "No puede venir de sí misma."),
        (_two_plans, "Ya hay una línea «4» en ese plan."),
        (_two_offices, "Esa gestión ya tiene su oficina"),
        (_two_codes, "«XXXII» ya es de «Reunión"),
    ],
)
def test_two_records_do_not_become_one_that_breaks_a_rule(store: Store, made: object, words: str) -> None:
    entity, keep, gone = made(store)  # type: ignore[operator]  # one of the functions above
    before = everything(store)
    with pytest.raises(ProblemError) as refused:
        merge(store, entity, keep, gone)
    assert words in refused.value.problems[0].say(SPANISH)
    assert refused.value.problems[0].named
    assert everything(store) == before


def test_what_was_wrong_before_hinders_no_joining(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    _, keep, _ = _two_ends(store)
    wrong = _body(store, "De antes")
    with store.operation(Title("De una versión anterior")) as session:
        session.get_one(Body, wrong).starts, session.get_one(Body, wrong).ends = LATE, EARLY
    merge(store, "body", wrong, _body(store, "De después"))
    merge(store, "body", _body(store, "Vacía"), wrong)
    assert keep != wrong


def test_an_older_change_is_not_undone_where_a_rule_would_break(store: Store) -> None:
    one, other = _body(store, "Una", starts=LATE), _body(store, "Otra")
    edit_many(store, "body", [one], {"parent_id": other})
    edit_many(store, "body", [one], {"parent_id": None})
    turning = _last(store)
    edit_many(store, "body", [other], {"parent_id": one})
    edit_many(store, "body", [one], {"starts": EARLY})
    crossing = _last(store)
    edit_many(store, "body", [one], {"ends": PartialDate.parse("2006")})
    line = add(store, "plan_line", number="4", name="Línea")
    edit_many(store, "plan_line", [line], {"number": "5"})
    numbering = _last(store)
    add(store, "plan_line", number="4", name="Otra línea")
    before = everything(store)
    for number, words in (
        (turning, "«Una» quedaría mal: La ficha no puede depender de sí misma."),
        (crossing, "«Una» quedaría mal: Termina antes de empezar."),
        (numbering, "Ya hay una línea «4» en ese plan."),
    ):
        with pytest.raises(ProblemError) as refused:
            undo_operations(store, [number])
        assert words in refused.value.problems[0].say(SPANISH)
    assert everything(store) == before


def test_the_way_straight_back_asks_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one = _body(store, "Una")
    since = _last(store)
    edit_many(store, "body", [one], {"starts": EARLY})
    edit_many(store, "body", [one], {"starts": LATE})
    monkeypatch.setattr(standing, "broken_by", None)
    undo(store)
    redo(store)
    undo_operations(store, [_last(store)])
    undo_operations(store, numbers_after(store, since))


def test_what_was_deleted_does_not_come_back_beside_what_took_its_number(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Línea")
    delete_records(store, "plan_line", [line])
    add(store, "plan_line", number="4", name="Otra línea")
    (deleted,) = list_deleted(store, SPANISH, entity="plan_line")
    with pytest.raises(ProblemError) as refused:
        bring_back(store, deleted)
    assert "Ya hay una línea «4» en ese plan." in refused.value.problems[0].say(SPANISH)


def _last(store: Store) -> int:
    return last_undoable(store) or 0
