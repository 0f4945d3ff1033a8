"""The report of a list: begun with the term and the boxes that the filters of the list say."""

import pytest

from app.records.catalog import Filter, Operator, Query
from app.records.list_paper import options_of_list
from app.reports.offered import find_report
from app.screens import SCREENS, layout_of
from db.store import Store


@pytest.mark.parametrize(
    ("entity", "filters", "said"),
    [
        ("resolution", (), {"parts": frozenset({"resolutions"})}),
        ("meeting", (Filter("period_id", Operator.EQUALS, "k"),), {"record_id": "k"}),
        ("meeting", (Filter("period_id", Operator.ONE_OF, ("k",)),), {"record_id": "k"}),
        ("meeting", (Filter("period_id", Operator.ONE_OF, ("k", "l")),), {}),
        ("meeting", (Filter("period_id", Operator.NOT_EQUALS, "k"), Filter("state", Operator.EQUALS, "held")), {}),
        ("experience", (Filter("state", Operator.EQUALS, "published"),), {"published": True}),
        ("experience", (Filter("permission", Operator.ONE_OF, ("granted",)),), {"granted": True}),
        ("experience", (Filter("state", Operator.EQUALS, "draft"), Filter("starts", Operator.IS_EMPTY)), {}),
    ],
)
def test_it_begins_with_what_the_list_is_filtered_by(
    store: Store, entity: str, filters: tuple[Filter, ...], said: dict[str, object]
) -> None:
    layout = layout_of(entity)
    assert layout is not None
    assert layout.paper is not None
    assert options_of_list(store.catalog, layout.paper, Query(entity, filters=filters)) == said


def test_each_list_names_a_report_its_parts_and_its_boxes(store: Store) -> None:
    layouts = [layout for screen in SCREENS for layout in screen.layouts if layout.paper is not None]
    assert len({layout.paper.report for layout in layouts if layout.paper is not None}) == 4
    for layout in layouts:
        assert layout.paper is not None
        report = find_report(layout.paper.report)
        assert set(layout.paper.parts) <= {part.name for part in report.parts}
        assert {tick for *_, tick in layout.paper.ticks} <= {each.name for each in report.asks}
        assert all(store.catalog[layout.entity].field(name) for name, *_ in layout.paper.ticks)
