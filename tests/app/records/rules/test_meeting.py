"""The rules of a meeting."""

from datetime import date

import pytest

from app.records.drafts import Draft
from app.records.editing import edit_many, save_record
from app.records.reading import list_rows
from app.words.problems import ProblemError
from db.entities.meeting import Meeting, MeetingState
from db.store import Store
from db.titles import Title
from tests.app.meetings.board import add_body, add_meeting
from tests.make import SPANISH, add


def test_a_body_does_not_meet_together_with_itself(store: Store) -> None:
    board, office = add(store, "body", name="Mesa", kind="board"), add(store, "body", name="Secretaría", kind="other")
    add(store, "meeting", name="Jornada", body_id=board, bodies=(office,))
    with pytest.raises(ProblemError) as refused:
        add(store, "meeting", name="Otra", body_id=board, bodies=(office, board))
    assert [each.place.field for each in refused.value.problems] == ["bodies"]


def test_a_number_is_given_once_in_a_series_of_a_body(store: Store) -> None:
    body, other = add_body(store), add_body(store, name="Otra")
    add_meeting(store, body, name="III Plenaria", series="Plenaria", code="III")
    add_meeting(store, body, name="III Reunión", series="Reunión", code="III")
    add_meeting(store, other, name="III Plenaria", series="Plenaria", code="III")
    with pytest.raises(ProblemError) as refused:
        add_meeting(store, body, date(2027, 3, 1), name="Otra plenaria", series=" plenaria", code="iii")
    (problem,) = refused.value.problems
    assert problem.say(SPANISH).startswith("«iii» ya es de «III Plenaria» en esa serie de la instancia.")
    assert problem.place.field == "code"
    state = MeetingState.CANCELLED.value
    add_meeting(store, body, name="Suspendida", series="Plenaria", code="III", state=state)


@pytest.mark.parametrize(("code", "is_free"), [("Nº 03", True), ("3", True), ("ACTA Nº 03/2026", False), ("X", False)])
def test_a_plain_number_may_begin_again_in_another_year(store: Store, code: str, *, is_free: bool) -> None:
    body = add_body(store)
    add_meeting(store, body, date(2025, 3, 1), code=code)
    if is_free:
        add_meeting(store, body, date(2026, 3, 1), code=code)
    with pytest.raises(ProblemError, match="ya es de"):
        add_meeting(store, body, date(2026, 9, 1), code=code)


@pytest.fixture
def doubled(store: Store) -> tuple[str, str]:
    """Return the keys of two meetings of a body that older versions let have one number."""
    body = add_body(store)
    keys = add_meeting(store, body, name="Una", code="XX"), add_meeting(store, body, name="Otra", code="XXI")
    with store.operation(Title("Otra versión")) as session:
        session.get_one(Meeting, keys[1]).code = "XX"
    return keys


@pytest.mark.parametrize("at_once", [False, True])
def test_of_an_old_double_all_but_the_number_may_change(
    store: Store, doubled: tuple[str, str], *, at_once: bool
) -> None:
    for key in doubled:
        if at_once:
            edit_many(store, "meeting", [key], {"place": "Salto"})
        else:
            save_record(store, Draft("meeting", key, {"place": "Salto", "code": "XX"}))
    assert list_rows(store, "meeting", ("place", "code"), doubled) == [("Salto", "XX")] * 2


@pytest.mark.parametrize("values", [{"code": "xx"}, {"starts_on": date(2027, 5, 2)}])
def test_a_number_that_is_given_again_is_refused(
    store: Store, doubled: tuple[str, str], values: dict[str, object]
) -> None:
    with pytest.raises(ProblemError, match="ya es de"):
        save_record(store, Draft("meeting", doubled[0], values))
    with pytest.raises(ProblemError, match="ya es de"):
        edit_many(store, "meeting", doubled, values)


def test_a_suspended_meeting_that_is_held_after_all_takes_its_number_again(store: Store) -> None:
    body = add_body(store)
    add_meeting(store, body, name="Una", code="XX")
    off = add_meeting(store, body, name="Otra", code="XX", state=MeetingState.CANCELLED.value)
    with pytest.raises(ProblemError, match="ya es de"):
        edit_many(store, "meeting", [off], {"state": MeetingState.PLANNED.value})
