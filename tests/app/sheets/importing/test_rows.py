"""What an import would do, told row by row: every row has one verdict, and what is taken for granted can be unsaid."""

from dataclasses import replace

import pytest

from app.sheets.importing.importing import Answer, Decision, Options
from app.sheets.importing.rows import Counts, PlannedRow, Verdict
from db.store import Store
from tests.app.sheets.importing.plans import Rows, imported, plan_of, records, verdicts
from tests.make import add_city

ROWS: Rows = [
    ("Ciudad", "País", "Provincia", "Población"),
    ("Azul", "AR", "Buenos Aires", 65_280),
    ("Rosario", "AR", "Santa Fe", 948_312),
    ("Salto", "UY", "Salto", None),
    ("San Martín", "AR", None, None),
    ("Tigre", "AR", "Buenos Aires", "muchos"),
    (None, None, None, None),
]


def test_the_verdicts_are_counted_and_are_all_the_rows(store: Store) -> None:
    add_city(store, "Rosario", "AR", "AR-S")
    add_city(store, "Salto", "UY", "UY-SA")
    plan = plan_of(store, "municipality", ROWS, options=Options(None))
    assert verdicts(plan) == ["new", "changed", "same", "doubtful", "refused"]
    assert plan.counts == Counts(rows=5, new=1, changed=1, same=1, doubtful=1, refused=1)
    assert [row.number for row in plan.rows] == [2, 3, 4, 5, 6]
    rows = tuple(PlannedRow(2, verdict) for times, verdict in enumerate(Verdict, 1) for _ in range(times))
    assert replace(plan, rows=rows).counts == Counts(rows=15, new=1, changed=2, same=3, doubtful=4, refused=5)
    assert plan.request.entity == "municipality"


def test_cities_are_taken_for_members_unless_a_person_says_otherwise(store: Store) -> None:
    imported(store, "municipality", ROWS[:2])
    imported(store, "municipality", [ROWS[0], ROWS[3]], options=Options(None))
    states = {record["title"]: record["membership_state"] for record in records(store, "municipality")}
    assert states == {"Azul": "member", "Salto": None}


def test_the_country_that_is_taken_for_granted_holds_for_rows_that_say_none(store: Store) -> None:
    rows: Rows = [("Ciudad", "País"), ("Calama", None), ("Salto", "UY")]
    imported(store, "municipality", rows, options=Options(None, "CL"))
    assert [(record["title"], record["country"]) for record in records(store, "municipality")] == [
        ("Calama", "CL"),
        ("Salto", "UY"),
    ]


@pytest.mark.parametrize(("answer", "verdict"), [(Answer.NEW, Verdict.NEW), (Answer.LEAVE_OUT, Verdict.DOUBTFUL)])
def test_what_a_person_says_of_a_doubtful_row_becomes_of_it(store: Store, answer: Answer, verdict: Verdict) -> None:
    plan = plan_of(store, "municipality", ROWS, decisions={5: Decision(answer)})
    (row,) = [row for row in plan.rows if row.number == 5]
    assert row.verdict is verdict
    assert bool(row.writes) is (verdict is Verdict.NEW)
