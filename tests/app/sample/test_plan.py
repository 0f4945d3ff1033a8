"""The plan of the sample: every line is there, the vacant one is vacant, and something is late."""

from app.plan import plan_of_today, read_board
from app.records.catalog import Filter, Operator, Query
from app.records.deadlines import overdue
from app.records.reading import list_ids, list_rows
from db.store import Store


def test_the_running_period_has_the_ten_numbers_and_the_eighth_is_vacant(store: Store) -> None:
    plan = plan_of_today(store)
    lines = read_board(store, plan.period_id).lines
    assert [line.number for line in lines] == [str(number) for number in range(1, 11)]
    assert [line.number for line in lines if line.vacant] == ["8"]
    assert all(line.actions for line in lines if not line.vacant)
    assert all(line.actions == 0 and line.progress is None for line in lines if line.vacant)


def test_what_is_late_in_the_plan_is_among_the_deadlines(store: Store) -> None:
    kinds = {kind for (kind,) in list_rows(store, "due", ("kind",), list_ids(store, overdue()))}
    assert {"plan_action", "commitment", "interaction"} <= kinds


def test_somebody_was_not_spoken_with_for_long(store: Store) -> None:
    filters = Filter("silent_months", Operator.AT_LEAST, 6), Filter("last_contact", Operator.IS_FILLED)
    silent = list_ids(store, Query("municipality", filters=filters))
    assert [name for (name,) in list_rows(store, "municipality", ("short_name",), silent)] == ["Lima"]
