"""The plan of work: its board, its calendar, and how that of a new period begins."""

from datetime import date

import pytest

from app.plan import carry_over, list_plans, plan_of_today, read_board, read_calendar, say_progress
from app.records import history
from app.records.catalog import Order, Query
from app.records.deadlines import overdue
from app.records.editing import Draft, Rows, save_record
from app.records.reading import list_ids, list_rows, read_record
from app.words.problems import ProblemError
from app.words.words import Words
from db.store import Store
from db.values import PartialDate, Percent, RecordKey
from tests.make import SPANISH, add


def add_period(store: Store, name: str, first: int) -> str:
    return add(store, "period", name=name, starts=PartialDate(first, 7), ends=PartialDate(first + 1, 6))


def add_action(store: Store, line: str, name: str, **values: object) -> str:
    return add(store, "plan_action", line_id=line, name=name, **values)


def test_progress_says_how_it_came_about(words: Words) -> None:
    said = say_progress(words, actions=7, done=3, measured=5, progress=Percent(54_000))
    assert said.replace("\u00a0", "") == "3 de 7 acciones cumplidas; avance medio 54% de 5 medidas"
    assert say_progress(words, actions=2, done=0, measured=0, progress=None) == (
        "0 de 2 acciones cumplidas; ninguna con medición"
    )
    assert say_progress(words, actions=0, done=0, measured=0, progress=None) == "Sin acciones todavía"


def test_the_board_shows_each_line_in_its_order_and_the_vacant_one_as_such(store: Store) -> None:
    period = add_period(store, "2026-2027", 2026)
    for number, vacant in (("1", None), ("8", True), ("10", None)):
        add(store, "plan_line", number=number, name=f"Línea {number}", vacant=vacant, period_id=period)
    first = read_board(store, period).lines[0].id
    add_action(store, first, "Tarde", due_on=date(2026, 11, 1))
    lines = read_board(store, period).lines
    assert [(each.number, each.vacant) for each in lines] == [("1", False), ("8", True), ("10", False)]
    assert [(each.actions, each.overdue) for each in lines] == [(1, 1), (0, 0), (0, 0)]


def test_actions_are_listed_by_the_numbers_of_their_lines(store: Store) -> None:
    for number, name in (("10", "Agenda"), ("9", "Unidades")):
        add_action(store, add(store, "plan_line", number=number, name=name), f"De la {number}")
    ids = list_ids(store, Query("plan_action", order=(Order("line_id"),)))
    assert [row[0] for row in list_rows(store, "plan_action", ("name",), ids)] == ["De la 9", "De la 10"]


def test_the_plan_to_begin_with_is_that_of_the_period_that_runs(store: Store) -> None:
    assert plan_of_today(store).period_id is None
    old, running = add_period(store, "2024-2025", 2024), add_period(store, "2026-2027", 2026)
    add(store, "plan_line", number="1", name="Línea", period_id=old)
    assert plan_of_today(store).period_id == running
    assert [(each.name, each.line_count) for each in list_plans(store)] == [("2026-2027", 0), ("2024-2025", 1)]


def test_a_new_period_begins_with_the_lines_and_what_is_not_finished(store: Store) -> None:
    old, new = add_period(store, "2024-2025", 2024), add_period(store, "2026-2027", 2026)
    line = add(store, "plan_line", number="4", name="Redes", period_id=old, official_text="Texto")
    measure = Draft("measure", None, {"day": date(2025, 3, 1), "value": 4_000})
    values = {"line_id": line, "name": "Encuentros", "target": 10_000, "due_on": date(2025, 5, 1)}
    going_on = save_record(store, Draft("plan_action", None, values, {"measures": Rows((measure,))})).id
    add_action(store, line, "Hecha", state="done")
    add_action(store, line, "Sin efecto", state="dropped")
    carry_over(store, old, new)
    [copied] = read_board(store, new).lines
    assert (copied.number, copied.name, copied.official_text, copied.actions) == ("4", "Redes", "Texto", 1)
    [key] = [each for each in list_ids(store, Query("plan_action")) if line_of(store, each) == copied.id]
    action = read_record(store, "plan_action", key)
    assert action is not None
    assert (action.values["carried_from_id"], action.values["target"]) == (going_on, 10_000)
    assert (action.values["due_on"], action.parts["measures"]) == (None, ())
    assert line_of(store, going_on) == line
    history.undo(store)
    assert read_board(store, new).lines == ()


def test_an_action_that_goes_on_is_owed_in_the_new_plan_alone(store: Store) -> None:
    old, new = add_period(store, "2024-2025", 2024), add_period(store, "2026-2027", 2026)
    line = add(store, "plan_line", number="4", name="Redes", period_id=old)
    going_on = add_action(store, line, "Encuentros", due_on=date(2026, 11, 1))
    assert list_ids(store, overdue()) == [going_on]
    carry_over(store, old, new)
    [owed] = list_ids(store, overdue())
    assert owed != going_on
    assert [read_board(store, each).lines[0].overdue for each in (old, new)] == [0, 1]
    history.undo(store)
    assert list_ids(store, overdue()) == [going_on]


def line_of(store: Store, action: str) -> object:
    record = read_record(store, "plan_action", action)
    return record.values["line_id"] if record is not None else None


def test_a_plan_is_not_copied_over_another(store: Store) -> None:
    old, new = add_period(store, "2024-2025", 2024), add_period(store, "2026-2027", 2026)
    for period in (old, new):
        add(store, "plan_line", number="4", name="Redes", period_id=period)
    with pytest.raises(ProblemError) as caught:
        carry_over(store, old, new)
    assert caught.value.problems[0].say(SPANISH) == (
        "Esa gestión ya tiene un plan de trabajo. Agregue lo que falte a mano."
    )


def test_the_calendar_places_bars_and_commitments_across_its_months(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    action = add_action(store, line, "Encuentros", starts_on=date(2026, 10, 16), due_on=date(2026, 11, 1))
    of = RecordKey("plan_action", action)
    add(store, "commitment", record=of, text="Enviar la lista", due_on=date(2026, 12, 31))
    calendar = read_calendar(store, None)
    assert calendar.months == (date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1))
    [(_, [bar])] = calendar.lines
    assert (bar.name, bar.overdue) == ("Encuentros", True)
    assert [(each.text, each.overdue) for each in bar.milestones] == [("Enviar la lista", False)]
    assert calendar.place_of(date(2026, 10, 1)) == 0
    assert calendar.place_of(date(2026, 11, 1)) == pytest.approx(31 / 92)
    assert calendar.place_of(date(2027, 1, 1)) is None


def test_a_vacant_line_takes_no_actions(store: Store) -> None:
    line = add(store, "plan_line", number="8", name="Vacante", vacant=True)
    with pytest.raises(ProblemError) as caught:
        add_action(store, line, "Inventada")
    assert caught.value.problems[0].place.field == "line_id"


def test_a_number_is_given_once_in_a_plan(store: Store) -> None:
    add(store, "plan_line", number="4", name="Redes")
    with pytest.raises(ProblemError) as caught:
        add(store, "plan_line", number="4", name="Otra")
    assert caught.value.problems[0].say(SPANISH) == "Ya hay una línea «4» en ese plan."
    add(store, "plan_line", number="4", name="Otra", period_id=add_period(store, "2026-2027", 2026))


@pytest.mark.parametrize(
    "values",
    [{"starts_on": date(2026, 12, 2), "due_on": date(2026, 12, 1)}, {"due_on": date(2020, 1, 1)}],
)
def test_days_of_an_action_that_cannot_be_are_refused(store: Store, values: dict[str, object]) -> None:
    line = add(store, "plan_line", number="4", name="Redes", period_id=add_period(store, "2026-2027", 2026))
    with pytest.raises(ProblemError) as caught:
        add_action(store, line, "Encuentros", **values)
    assert caught.value.problems[0].place.field == "due_on"


def test_two_do_not_answer_for_one_action(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    body, person = add(store, "body", name="Mesa", kind="board"), add(store, "person", name="Ana Ficticio")
    with pytest.raises(ProblemError) as caught:
        add_action(store, line, "Encuentros", body_id=body, person_id=person)
    assert caught.value.problems[0].text == "Responde uno solo."


def test_an_action_does_not_come_from_itself(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    first = add_action(store, line, "Primera")
    second = add_action(store, line, "Segunda", carried_from_id=first)
    with pytest.raises(ProblemError) as caught:
        save_record(store, Draft("plan_action", first, {"carried_from_id": second}))
    assert caught.value.problems[0].place.field == "carried_from_id"
