"""What is declared once is whole: names exist, labels are words, facts are plain."""

import dataclasses

import pytest

from app.records.rules import RULES, RULES_AMONG, SHAPES
from db.fields import Choice, Field, Kind, UnitIn
from tests.make import CATALOG


def test_a_field_has_at_most_ten_facts_and_none_can_be_called() -> None:
    facts = dataclasses.fields(Field)
    assert len(facts) <= 10
    for name in CATALOG:
        for info in CATALOG[name].fields:
            for fact in facts:
                value = getattr(info.field, fact.name)
                assert not callable(value) or (fact.name == "choices" and issubclass(value, Choice)), (name, info.name)


@pytest.mark.parametrize("entity", CATALOG)
def test_every_name_that_an_entity_speaks_of_exists(entity: str) -> None:
    info = CATALOG[entity]
    made = CATALOG.entity(entity)
    names = [field.name for field in info.fields]
    assert len(names) == len(set(names))
    assert set(info.columns) <= set(names)
    for owner in made.facts.owners:
        assert made.__table__.columns[owner].foreign_keys
    for part in info.parts:
        assert part.key in CATALOG.entity(part.entity).__table__.columns
        assert part.entity in CATALOG


@pytest.mark.parametrize("entity", CATALOG)
def test_every_field_is_declared_for_people(entity: str) -> None:
    info = CATALOG[entity]
    for field in info.fields:
        assert field.field.label.strip(), field.name
        assert field.field.width > 0
        assert (field.field.kind is Kind.CHOICE) == (field.field.choices is not None), field.name
        unit = field.field.unit
        assert not unit or field.field.kind is Kind.DECIMAL, field.name
        assert not isinstance(unit, UnitIn) or unit.field in {each.name for each in info.fields}, field.name
        assert bool(field.target) == (field.field.kind in (Kind.REFERENCE, Kind.LINKS)), field.name


@pytest.mark.parametrize("entity", CATALOG)
def test_no_two_columns_of_a_list_have_one_heading(entity: str) -> None:
    headings = [field.field.label for field in CATALOG[entity].fields]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("entity", CATALOG)
def test_what_the_database_requires_is_required_of_people_or_has_a_default(entity: str) -> None:
    for column in CATALOG.entity(entity).__table__.columns:
        field = column.info.get("field")
        if isinstance(field, Field) and not column.nullable and column.default is None and not column.primary_key:
            assert field.required or entity == "document", f"{entity}.{column.name}"


def test_rules_and_search_speak_of_entities_that_exist() -> None:
    assert {*RULES, *RULES_AMONG, *SHAPES} <= set(CATALOG)
    assert all(CATALOG[name].searched for name in CATALOG.answering)
