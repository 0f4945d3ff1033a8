"""Months after a date that is known whole or in part."""

import pytest
from sqlalchemy import Integer, literal, select

from db.base import PartialDateColumn
from db.months import months_after
from db.store import Store
from db.values import PartialDate


@pytest.mark.parametrize(
    ("starts", "months", "expected"),
    [
        ("2023-03-15", 12, "2024-03-15"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2000-01-31", 1, "2000-02-29"),
        ("2100-01-31", 1, "2100-02-28"),
        ("2020-02-29", 12, "2021-02-28"),
        ("2023-05-31", 1, "2023-06-30"),
        ("2023-12-31", 12, "2024-12-31"),
        ("2023-11-30", 1, "2023-12-30"),
        ("2023-12", 1, "2024-01"),
        ("2023-05", 0, "2023-05"),
        ("2023", 24, "2025"),
        ("2023", 18, "2024-07"),
        (None, 12, None),
        ("2023-05-31", None, None),
    ],
)
def test_it_is_so_many_months_later(store: Store, starts: str | None, months: int | None, expected: str | None) -> None:
    day = literal(PartialDate.parse(starts) if starts else None, PartialDateColumn())
    table = select(day.label("starts"), literal(months, Integer).label("months")).subquery("lasting")
    asked = select(months_after(table, table.c.starts, table.c.months)).select_from(table)
    with store.reading() as session:
        found = session.execute(asked).scalar_one()
    assert found == (PartialDate.parse(expected) if expected else None)
