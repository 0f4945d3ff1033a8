"""Which pro tempore presidency was in force on a day, and what it is told of."""

from datetime import date

import pytest
from sqlalchemy import update

from app.forum.reading import read_facts
from app.records.reading import list_rows
from db.changes import Changes
from db.entities.body import Body
from db.reach import reach_of_columns
from db.store import Store
from db.titles import Title
from db.values import PartialDate
from tests.make import CATALOG, add

SHOWN = ("presidency", "presiding_country")


@pytest.fixture
def presidencies(store: Store) -> Store:
    """Return a file with presidencies as sources tell them: one open, one without its beginning, one disputed."""
    for name, country, starts, ends in (
        ("2012-1", "AR", PartialDate(2012, 1), PartialDate(2012, 6, 29)),
        ("2012-2", "BR", PartialDate(2012, 6, 29), PartialDate(2012, 12, 7)),
        ("2013-2", "VE", PartialDate(2013, 7), None),
        ("2014-1", "VE", None, PartialDate(2014, 7)),
        ("2014-2", "AR", PartialDate(2014, 7), PartialDate(2014, 12, 17)),
        ("2016-2", None, PartialDate(2016, 7, 30), PartialDate(2016, 12)),
    ):
        add(store, "pro_tempore", name=name, country=country, starts=starts, ends=ends)
    return store


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (PartialDate(2012, 3, 1), ("2012-1", "AR")),
        (PartialDate(2012, 6, 29), ("2012-1", "AR")),  # handed over: still of the country that leaves
        (PartialDate(2012, 6, 30), ("2012-2", "BR")),
        (PartialDate(2012, 7), ("2012-2", "BR")),
        (PartialDate(2013, 3, 1), (None, None)),
        (PartialDate(2014, 3, 1), ("2013-2", "VE")),  # nobody knows its end: it lasts until the next
        (PartialDate(2014, 8, 1), ("2014-2", "AR")),
        (PartialDate(2016, 9, 1), ("2016-2", None)),  # disputed: of no country
        (PartialDate(2012), (None, None)),
        (None, (None, None)),
    ],
)
def test_a_recommendation_tells_who_presided_on_its_day(
    presidencies: Store, day: PartialDate | None, expected: tuple[str | None, str | None]
) -> None:
    key = add(presidencies, "recommendation", name="Observador", day=day)
    assert list_rows(presidencies, "recommendation", SHOWN, [key]) == [expected]


def test_only_meetings_of_a_forum_and_of_what_hangs_from_it_tell_it(presidencies: Store) -> None:
    forum = add(presidencies, "body", name="FCCR", kind="forum")
    committee = add(presidencies, "body", name="COMUM", kind="committee", parent_id=forum)
    group = add(presidencies, "body", name="Grupo", kind="committee", parent_id=committee)
    deep = add(presidencies, "body", name="Subgrupo", kind="working_group", parent_id=group)
    deepest = add(presidencies, "body", name="Mesa", kind="working_group", parent_id=deep)
    board = add(presidencies, "body", name="Comisión Directiva", kind="board")
    keys = [
        add(presidencies, "meeting", body_id=body, name="Reunión", starts_on=date(2012, 3, 1))
        for body in (forum, committee, group, deep, deepest, board)
    ]
    shown = list_rows(presidencies, "meeting", SHOWN, keys)
    assert shown == [("2012-1", "AR")] * 5 + [(None, None)]


def test_bodies_that_hang_from_each_other_are_met_once(presidencies: Store) -> None:
    forum = add(presidencies, "body", name="FCCR", kind="forum")
    committee = add(presidencies, "body", name="COMUM", kind="committee", parent_id=forum)
    with presidencies.operation(Title("Círculo")) as session:
        session.execute(update(Body).where(Body.id == forum).values(parent_id=committee))
    key = add(presidencies, "meeting", body_id=committee, name="Reunión", starts_on=date(2012, 3, 1))
    assert list_rows(presidencies, "meeting", SHOWN, [key]) == [("2012-1", "AR")]
    assert [each.id for each in read_facts(presidencies).bodies] == [forum, committee]


def test_what_a_presidency_is_told_by_is_read_anew_when_a_body_changes() -> None:
    assert reach_of_columns(CATALOG, "meeting", ("presidency",)).meets(Changes(1, touched={"body": frozenset({"1"})}))
