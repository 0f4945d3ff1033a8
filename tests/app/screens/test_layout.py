"""What a layout says: the rows of a section, and which of its fields are rare."""

import pytest

from app.plan import can_show
from app.screens import SCREENS, layout_of
from app.screens.layout import Section
from app.screens.screen import RoomLayout
from tests.make import CATALOG

SECTIONS = [
    pytest.param(layout.entity, section, id=f"{layout.entity}-{place}")
    for screen in SCREENS
    for layout in screen.layouts
    for place, section in enumerate(layout.form.sections)
    if isinstance(section, Section)
]


def test_what_is_rare_is_read_where_it_stands_and_folded_in_rows_of_its_own() -> None:
    section = Section("", (("name", "acronym", "code"), "kind", ("starts", "ends")), rare=("code", "starts", "ends"))
    assert list(section.names()) == ["name", "acronym", "code", "kind", "starts", "ends"]
    assert list(section.front_rows()) == [("name", "acronym"), ("kind",)]
    assert list(section.rare_rows()) == [("code",), ("starts", "ends")]


@pytest.mark.parametrize(("entity", "section"), SECTIONS)
def test_what_is_rare_is_of_its_section_and_never_required(entity: str, section: Section) -> None:
    assert set(section.rare) <= set(section.names())
    assert not [name for name in section.rare if CATALOG[entity].field(name).field.required]
    assert list(section.front_rows())


PAGES = [
    pytest.param(layout, id=layout.entity)
    for screen in SCREENS
    for layout in screen.layouts
    if layout.entity in CATALOG and layout.entity not in {"due", "evidence", "stage"}
]


@pytest.mark.parametrize("layout", PAGES)
def test_a_page_shows_all_that_may_belong_to_its_record(layout: RoomLayout) -> None:
    shown = {
        step for each in layout.linked for step in (each.path[0], *(f"{each.entity}.{also}" for also in each.also))
    }
    assert {"interaction.subject", "commitment.record", "step.record"} <= shown
    assert ("evidence.record" in shown) == can_show(CATALOG, layout.entity)


def test_what_tells_a_city_stands_in_front_and_its_coordinates_are_rare() -> None:
    first = next(param.values[1] for param in SECTIONS if param.id == "municipality-0")
    assert isinstance(first, Section)
    assert {"latitude", "longitude", "geonames_id", "population_source"} <= set(first.rare)
    assert not {"short_name", "country", "population", "web"} & set(first.rare)


@pytest.mark.parametrize("layout", [pytest.param(one, id=one.entity) for each in SCREENS for one in each.layouts])
def test_an_hour_at_which_something_begins_is_not_parted_from_that_at_which_it_ends(layout: RoomLayout) -> None:
    known = {each.name for each in CATALOG[layout.entity].fields}
    if "starts_at" in layout.head and "ends_at" in known:
        assert layout.head[layout.head.index("starts_at") + 1] == "ends_at"


def test_a_proposal_that_is_begun_on_the_page_of_a_project_is_of_that_project() -> None:
    layout = layout_of("project")
    assert layout is not None
    adds = {name: linked.adds for linked in layout.linked for name in linked.path}
    assert adds["focem_proposal.project_id"] == "project_id"
