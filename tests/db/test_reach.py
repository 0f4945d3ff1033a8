"""What something shown is read from is told from how it is read, so that a view knows what can change it."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import text

from app.records.catalog import Filter, Operator, Order, Query
from app.records.namesakes import read_rows
from app.records.reading import read_records
from app.sample import build_sample
from db.changes import Changes
from db.query import find_ids
from db.reach import Reach, reach_of, reach_of_columns, reach_of_query, reach_of_record, reach_of_story, watched
from db.store import Store
from tests.make import CATALOG, empty_template, open_store


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Open the sample, once."""
    with open_store(empty_template(tmp_path_factory.mktemp("sample"))) as made:
        build_sample(made, date(2026, 11, 26))
        yield made


def touched(**keys: str) -> Changes:
    return Changes(1, touched={table: frozenset(key.split()) for table, key in keys.items()})


def test_a_list_of_cities_shows_memberships_tenures_and_attendance_but_no_body() -> None:
    names = {each.name for each in CATALOG["municipality"].fields}
    in_terms = reach_of_columns(CATALOG, "municipality", ("came_in",))
    assert in_terms.meets(touched(municipality="a")), "the city in charge tells terms of one name apart"
    reach = reach_of_columns(CATALOG, "municipality", names - {"came_in"})
    assert reach.meets(touched(membership="a"))
    assert reach.meets(touched(tenure="a"))
    assert reach.meets(touched(experience_municipality="a"))
    assert reach.meets(touched(attendance="a"))
    assert not reach.meets(touched(body="a", person="b", theme="c"))
    assert not reach.meets(touched(municipality="a"))


def test_what_is_shown_of_a_reference_changes_with_what_it_refers_to() -> None:
    assert reach_of_columns(CATALOG, "meeting", ["parent_id"]).meets(touched(meeting="a"))
    assert reach_of_columns(CATALOG, "experience", ["themes"]).meets(touched(theme="a"))
    assert not reach_of_columns(CATALOG, "meeting", ["name", "starts_on"]).meets(touched(body="a"))


def test_which_records_a_list_has_depends_on_its_filters_its_order_and_its_words() -> None:
    plain = reach_of_query(CATALOG, Query("person"))
    assert plain.meets(touched(person="a"))
    assert not plain.meets(touched(tenure="a", contact_point="b"))
    late = Filter("tenure_state", Operator.EQUALS, "ended")
    assert reach_of_query(CATALOG, Query("person", filters=(late,))).meets(touched(tenure="a"))
    assert reach_of_query(CATALOG, Query("person", order=(Order("place"),))).meets(touched(municipality="a"))
    assert reach_of_query(CATALOG, Query("person", words="ana")).meets(touched(contact_point="a"))


def test_the_deadlines_show_whatever_their_kinds_say_of_them() -> None:
    reach = reach_of_columns(CATALOG, "due", ["who"])
    for name in ("resolution", "tenure", "person", "post", "municipality"):
        assert reach.meets(touched(**{name: "a"})), name
    assert not reach.meets(touched(meeting="a", norm="b"))
    assert reach_of_query(CATALOG, Query("due")).meets(touched(tenure="a"))


def test_a_record_shows_its_own_row_and_no_other_of_its_kind() -> None:
    reach = reach_of_record(CATALOG, "person", "mine")
    assert reach.meets(touched(person="mine other"))
    assert not reach.meets(touched(person="other", theme="a"))
    assert reach.meets(touched(contact_point="a"))
    assert not reach.meets(touched(document="a"))
    assert reach_of_story(CATALOG, "person", "mine").meets(touched(document="a"))


def test_a_list_over_several_kinds_shows_whatever_it_is_found_in() -> None:
    reach = reach_of_columns(CATALOG, "due", ["text", "who"])
    assert reach.meets(touched(resolution="a"))
    assert reach.meets(touched(tenure="a"))
    assert not reach.meets(touched(norm="a"))
    assert reach_of_query(CATALOG, Query("due")).meets(touched(resolution="a"))


def test_what_is_written_as_text_of_sql_may_read_anything_that_was_touched() -> None:
    assert reach_of(text("SELECT 1")).meets(touched(theme="a"))
    assert not Reach(whole=True).meets(Changes())


def owners_of_parts(entity: str) -> frozenset[str]:
    """Return the kinds to which parts of a record can belong: its own parts belong to it alone."""
    parts = [(CATALOG[part.entity], part.key) for part in CATALOG[entity].parts]
    return frozenset(info.field(name).target for info, key in parts for name in info.together_with(key))


@pytest.mark.parametrize("entity", CATALOG)
def test_nothing_is_read_that_the_reach_does_not_name(entity: str, sample: Store) -> None:
    fields = CATALOG[entity].fields
    names = [each.name for each in fields]
    orders = [Query(entity, order=(Order(name),)) for name in names] + [Query(entity)]
    with sample.reading() as session:
        ids = list(find_ids(session, Query(entity), sample.today()))[:20]
        if not CATALOG[entity].read_only:
            with watched(session.connection()) as seen:
                read_records(session, sample, entity, ids)
            reach = reach_of_record(CATALOG, entity, "")
            assert reach.whole or seen.reach.tables <= reach.tables | {entity} | owners_of_parts(entity)
        with watched(session.connection()) as seen:
            read_rows(session, sample, entity, names, ids)
        assert seen.reach.tables <= reach_of_columns(CATALOG, entity, names).tables | {entity}
        for query in orders:
            with watched(session.connection()) as seen:
                find_ids(session, query, sample.today())
            assert seen.reach.tables == reach_of_query(CATALOG, query).tables
