"""What is declared once is whole: names exist, labels are words, facts are plain."""

import dataclasses

import pytest

from app.record_page.head import ROUTE
from app.records.rules import RULES, RULES_AMONG, SHAPES
from app.screens import SCREENS
from app.screens.layout import Section
from app.screens.screen import RoomLayout
from db.deadline_state import DEADLINES
from db.fields import Choice, Counted, Field, Kind, UnitIn
from db.routed import Routed
from tests.make import CATALOG

OUTCOMES = {
    "recommendation": "result",
    "norm": "compliance",
    "focem_proposal": "next_step",
    "study": "delivered_on",
    "declaration": "outcome",
    "resolution": "state",
    "commitment": "state",
}
"""What came of a record, by the field that says it."""
LASTING = ("starts_on", "ends_on", "starts", "ends", "opens", "closes")
IN_SIGHT = 150
"""Characters of the columns that a window of 1366 pixels shows beside the rail."""
PLANNED = {
    "starts_on",
    "ends_on",
    "starts",
    "ends",
    "opens",
    "closes",
    "deadline",
    "due_on",
    "next_on",
    "dated",
    "until",
}
"""Days that may lie after today: planned, due, of what lasts, or written on a file."""
LAYOUTS = [layout for screen in SCREENS for layout in screen.layouts]


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
    assert {*info.columns, *info.named_by, *info.detail, *filter(None, [info.state])} <= set(names)
    for owner in made.facts.owners:
        assert made.__table__.columns[owner].foreign_keys
    verified = made.facts.verified
    if verified is not None:
        assert info.field(verified.day).field.kind is Kind.DATE
        assert callable(getattr(made, verified.lasts))
    for part in info.parts:
        assert part.key in CATALOG.entity(part.entity).__table__.columns
        assert part.entity in CATALOG


@pytest.mark.parametrize("entity", CATALOG.stored)
def test_a_kind_whose_name_says_too_little_declares_by_what_an_import_knows_it(entity: str) -> None:
    info = CATALOG[entity]
    belongs = info.is_part or any(each.owned for each in info.stored)
    assert bool(info.known_by) == belongs
    assert not info.known_by or any(info.field(name).names_record for name in info.known_by)
    assert set(CATALOG.entity(entity).facts.owners) <= set(info.known_by)


@pytest.mark.parametrize("entity", CATALOG)
def test_every_field_is_declared_for_people(entity: str) -> None:
    info = CATALOG[entity]
    for field in info.fields:
        assert field.field.label.strip(), field.name
        assert field.field.width > 0
        assert (field.field.kind in (Kind.CHOICE, Kind.CHOICES)) == (field.field.choices is not None), field.name
        unit = field.field.unit
        assert not unit or field.field.kind is (Kind.INTEGER if isinstance(unit, Counted) else Kind.DECIMAL), field.name
        assert not isinstance(unit, UnitIn) or unit.field in {each.name for each in info.fields}, field.name
        assert bool(field.target) == (field.field.kind in (Kind.REFERENCE, Kind.LINKS)), field.name


@pytest.mark.parametrize("entity", CATALOG)
def test_every_day_says_whether_it_can_be_still_to_come(entity: str) -> None:
    days = (Kind.DATE, Kind.PARTIAL_DATE)
    for field in CATALOG[entity].stored:
        has_happened = field.field.bounds.happened is not None
        if field.field.kind in days and entity != DEADLINES and field.name != "starts":
            assert has_happened != (field.name in PLANNED), field.name
        assert not has_happened or field.field.kind in days, field.name


@pytest.mark.parametrize(("entity", "outcome"), OUTCOMES.items())
def test_what_came_of_a_record_is_seen_in_its_list(entity: str, outcome: str) -> None:
    columns = CATALOG[entity].columns
    before = columns[: columns.index(outcome) + 1]
    assert sum(CATALOG[entity].field(name).field.width for name in before) <= IN_SIGHT


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.entity)
def test_a_list_shows_by_what_its_rows_are_known(layout: RoomLayout) -> None:
    info = CATALOG[layout.entity]
    assert set(info.known_by) <= set(info.columns)


@pytest.mark.parametrize("entity", CATALOG)
def test_no_two_columns_of_a_list_have_one_heading(entity: str) -> None:
    headings = [field.field.label for field in CATALOG[entity].fields]
    assert len(headings) == len(set(headings))


@pytest.mark.parametrize("entity", CATALOG.stored)
def test_what_the_database_requires_is_required_of_people_or_has_a_default(entity: str) -> None:
    for column in CATALOG.entity(entity).__table__.columns:
        field = column.info.get("field")
        if isinstance(field, Field) and not column.nullable and column.default is None and not column.primary_key:
            assert field.required or entity == "document", f"{entity}.{column.name}"


def test_rules_and_search_speak_of_entities_that_exist() -> None:
    assert {*RULES, *RULES_AMONG, *SHAPES} <= set(CATALOG)
    assert all(CATALOG[name].searched for name in CATALOG.answering)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.entity)
def test_every_name_in_a_layout_exists_and_every_required_field_is_in_its_form(layout: RoomLayout) -> None:
    info = CATALOG[layout.entity]
    fields = {field.name for field in info.fields}
    parts = {part.name: CATALOG[part.entity] for part in info.parts}
    written: set[str] = set()
    for section in layout.form.sections:
        if isinstance(section, Section):
            written |= set(section.names())
        else:
            known = {field.name for field in parts[section.part].fields}
            assert {*section.fields, *section.more} <= known
    assert written | set(layout.hidden) | {order.field for order in layout.order} <= fields
    required = {field.name for field in info.stored if field.field.required and not field.has_default}
    assert required <= written


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.entity)
def test_a_head_names_fields_parts_and_roles_that_exist(layout: RoomLayout) -> None:
    info = CATALOG[layout.entity]
    parts = {part.name: part.entity for part in info.parts}
    assert info.read_only or layout.head
    for name in layout.head:
        what, _, choice = name.partition(".")
        if name == ROUTE:
            assert issubclass(CATALOG.entity(layout.entity), Routed)
            continue
        if not choice:
            assert what in parts or what in info.by_name
            continue
        rows = CATALOG[parts.get(what, what)]
        role = next(each.field.choices for each in rows.stored if each.field.kind is Kind.CHOICE)
        assert role is not None
        assert role.of(choice)
        assert what in parts or layout.entity in {each.target for each in rows.stored}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.entity)
def test_what_a_layout_says_is_linked_leads_to_its_record(layout: RoomLayout) -> None:
    for linked in (*layout.linked, *layout.on_paper):
        for path in (linked.path, *((f"{linked.entity}.{name}",) for name in linked.also)):
            steps = [step.partition(".") for step in path]
            fields = [CATALOG[entity].field(field) for entity, _, field in steps]
            wanted = [*(entity for entity, _, _ in steps[1:]), layout.entity]
            leads = [
                kind if each.field.kind is Kind.RECORD else each.target
                for each, kind in zip(fields, wanted, strict=True)
            ]
            assert leads == wanted
        names = {*linked.columns, *(order.field for order in linked.order)} | {linked.opens, linked.adds} - {""}
        assert names <= {field.name for field in CATALOG[linked.entity].fields}
        assert linked.title


def test_a_kind_has_one_layout_and_a_room_one_name() -> None:
    assert len({layout.entity for layout in LAYOUTS}) == len(LAYOUTS)
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)
