"""A saved view asks tomorrow for what it asked today."""

from datetime import date

import pytest

from app.file.settings import ListLook
from app.records.catalog import Filter, Operator, Order, Query
from app.records.views import read_look, read_query, write_query
from app.words.fields import Money, PartialDate
from app.words.problems import ProblemError
from tests.make import CATALOG

FULL = Query(
    "municipality",
    "san josé",
    (
        Filter("country", Operator.ONE_OF, ("UY", "AR")),
        Filter("population", Operator.AT_LEAST, 100_000),
        Filter("subdivision", Operator.IS_EMPTY),
    ),
    (Order("population", descending=True), Order("short_name")),
)


def test_a_query_is_read_as_it_was_written() -> None:
    assert read_query(write_query(FULL), CATALOG) == FULL


@pytest.mark.parametrize("value", [date(2008, 6, 18), PartialDate(2008, 6), Money(700, "USD"), True, None, "2008"])
def test_a_value_keeps_its_kind(value: object) -> None:
    query = Query("municipality", filters=(Filter("country", Operator.EQUALS, value),))
    [kept] = read_query(write_query(query), CATALOG).filters
    assert (kept.value, type(kept.value)) == (value, type(value))


def test_a_view_that_the_first_version_wrote_is_read_with_the_present_names() -> None:
    read = read_query(
        """{"entity": "resolution", "words": "plenaria", "filters": [
        ["due_on", "at_least", {"day": "2008-06-18"}], ["closed_on", "at_most", {"partial": "2009"}],
        ["state", "one_of", ["open", "done"]], ["position", "is_filled", null]
        ], "order": [["position", true], ["number", false]]}""",
        CATALOG,
    )
    assert (read.entity, read.words) == ("resolution", "plenaria")
    assert read.filters == (
        Filter("due_on", Operator.AT_LEAST, date(2008, 6, 18)),
        Filter("closed_on", Operator.AT_MOST, PartialDate(2009)),
        Filter("state", Operator.ONE_OF, ("open", "done")),
        Filter("order", Operator.IS_FILLED),
    )
    assert read.order == (Order("order", descending=True), Order("number"))


def test_a_value_that_no_filter_has_is_not_kept() -> None:
    with pytest.raises(TypeError):
        write_query(Query("municipality", filters=(Filter("country", Operator.EQUALS, b"AR"),)))


@pytest.mark.parametrize(
    ("entity", "old", "new"),
    [
        ("experience", "cities", "municipalities"),
        ("experience", "theme_names", "themes"),
        ("resolution", "position", "order"),
    ],
)
def test_a_view_and_a_look_of_an_older_version_find_what_is_called_otherwise_now(
    entity: str, old: str, new: str
) -> None:
    kept = write_query(Query(entity, filters=(Filter(old, Operator.IS_FILLED),), order=(Order(old, descending=True),)))
    now = Query(entity, filters=(Filter(new, Operator.IS_FILLED),), order=(Order(new, descending=True),))
    assert read_query(kept, CATALOG) == now
    assert read_look(entity, ListLook((old, "state"), {old: 90})) == ListLook((new, "state"), {new: 90})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        write_query(Query("spaceship")),
        write_query(Query("municipality", order=(Order("tonnage"),))),
        write_query(FULL).replace("one_of", "none_of"),
        write_query(FULL).replace("100000", '{"hour": "10:00"}'),
        write_query(FULL).replace("100000", '{"day": "the 18th"}'),
        write_query(FULL).replace("100000", '{"partial": "the 18th"}'),
        write_query(FULL).replace("100000", "[" * 100_000),
        write_query(FULL).replace("100000", str(2**63)),
        write_query(Query("experience", filters=(Filter("cost", Operator.AT_LEAST, Money(2**63, "USD")),))),
    ],
)
def test_a_view_that_cannot_be_used_says_so(text: str) -> None:
    with pytest.raises(ProblemError) as raised:
        read_query(text, CATALOG)
    assert "vista guardada" in raised.value.problems[0].text
