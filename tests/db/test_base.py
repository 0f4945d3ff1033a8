"""What every entity is made of: keys, moments, links, and the columns that say one thing."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import literal, select
from sqlalchemy.exc import IntegrityError, StatementError

from app.records.drafts import Draft
from app.records.editing import save_record
from db.base import Base, Moment, PartialDateColumn, units
from db.keys import KEY_LENGTH, key_of, new_key
from db.store import Store
from db.values import PartialDate
from tests.db.writing import ask, held, link, made_city, made_experience, made_phone, write
from tests.make import copied_store

BEFORE_NOON = datetime(2008, 6, 18, 9, 30, tzinfo=timezone(timedelta(hours=-3)))


def test_keys_are_made_in_their_order_and_never_twice() -> None:
    keys = [new_key() for _ in range(500)]
    assert keys == sorted(set(keys))
    assert {len(key) for key in keys} == {KEY_LENGTH}


def test_two_offices_that_link_the_same_make_the_same_row(template: Path, tmp_path: Path) -> None:
    made = []
    for office in ("una", "otra"):
        (tmp_path / office).mkdir()
        with copied_store(template, tmp_path / office) as store:
            write(store, made_city(), made_experience())
            save_record(store, Draft("experience", "huerta", {"municipalities": ("city",)}))
            made.append(ask(store, "SELECT id FROM experience_municipality"))
    assert made == [[(link("huerta", "city"),)]] * 2
    assert key_of("a", "bc") != key_of("ab", "c")


def test_a_moment_is_kept_in_universal_time_and_needs_its_zone(store: Store) -> None:
    with store.reading() as session:
        assert session.scalar(select(literal(BEFORE_NOON, Moment()))) == datetime(2008, 6, 18, 12, 30, tzinfo=UTC)
        with pytest.raises(StatementError, match="time zone"):
            session.scalar(select(literal(BEFORE_NOON.replace(tzinfo=None), Moment())))


def test_a_date_that_is_known_in_part_comes_back_as_it_was(store: Store) -> None:
    with store.reading() as session:
        for known in (PartialDate(2008), PartialDate(2008, 6), PartialDate(2008, 6, 18), None):
            assert session.scalar(select(literal(known, PartialDateColumn()))) == known


def test_a_record_that_another_names_must_be_there_when_the_operation_ends(store: Store) -> None:
    write(store, made_phone("phone", municipality_id="city"), made_city())
    assert held(store, "contact_point", "phone") is not None
    with pytest.raises(IntegrityError, match="FOREIGN KEY"):
        write(store, made_phone("other", municipality_id="nowhere"))
    assert held(store, "contact_point", "other") is None


def test_columns_that_say_one_thing_are_one_unit_and_folded_names_are_none() -> None:
    found = units(Base.metadata.tables["municipality"])
    assert ("population", "population_year", "population_source") in found
    assert ("latitude", "longitude") in found
    assert ("short_name",) in found
    assert not {"id", "short_name_key"} & {name for unit in found for name in unit}
