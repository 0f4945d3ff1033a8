"""The plan of work as records: how far its lines and actions are, and how that comes about."""

from datetime import date

from app.records.catalog import Order, Query
from app.records.editing import Draft, Rows, save_record
from app.records.reading import list_ids, list_rows
from db.store import Store
from tests.make import add


def measured(store: Store, line: str, name: str, *values: int, **more: object) -> str:
    drafts = tuple(
        Draft("measure", None, {"day": date(2026, 3, number), "value": value * 1000})
        for number, value in enumerate(values, start=1)
    )
    given = {"line_id": line, "name": name, "target": 10_000, **more}
    return save_record(store, Draft("plan_action", None, given, {"measures": Rows(drafts)})).id


def row(store: Store, entity: str, key: str, *names: str) -> tuple[object, ...]:
    return list_rows(store, entity, names, [key])[0]


def test_the_last_measure_is_the_value_and_the_way_it_is_from_the_baseline(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    action = measured(store, line, "Encuentros", 2, 7, baseline=4_000)
    assert row(store, "plan_action", action, "value", "progress") == (7_000, 50_000)


def test_progress_is_cut_to_a_hundred_and_to_nothing(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    above = measured(store, line, "Más", 25)
    below = measured(store, line, "Menos", 1, baseline=4_000)
    assert row(store, "plan_action", above, "progress") == (100_000,)
    assert row(store, "plan_action", below, "progress") == (0,)


def test_a_target_below_the_baseline_is_a_way_down(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    fewer = measured(store, line, "Menos ausencias", 5, baseline=20_000)
    assert row(store, "plan_action", fewer, "progress") == (100_000,)
    halfway = measured(store, line, "Menos demora", 15, baseline=20_000)
    assert row(store, "plan_action", halfway, "progress") == (50_000,)


def test_a_line_counts_what_is_done_and_means_over_what_is_measured(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    measured(store, line, "A medias", 5)
    measured(store, line, "Un quinto", 2)
    measured(store, line, "Sin medir")
    measured(store, line, "Hecha", state="done")
    measured(store, line, "Sin efecto", 1, state="dropped")
    counts = row(store, "plan_line", line, "action_count", "done_count", "measured_count", "progress")
    assert counts == (4, 1, 3, 57_000)


def test_a_share_is_said_in_whole_percent_and_the_mean_is_of_what_it_was(store: Store) -> None:
    line = add(store, "plan_line", number="4", name="Redes")
    shares = [measured(store, line, name, value, target=1_000_000) for name, value in (("A", 4), ("B", 4), ("C", 14))]
    assert [row(store, "plan_action", each, "progress") for each in shares] == [(0,), (0,), (1_000,)]
    assert row(store, "plan_line", line, "progress") == (1_000,)


def test_a_line_without_measures_has_no_progress(store: Store) -> None:
    line = add(store, "plan_line", number="8", name="Vacante", vacant=True)
    assert row(store, "plan_line", line, "progress", "measured_count") == (None, 0)


def test_lines_and_themes_stand_by_the_number_that_they_begin_with(store: Store) -> None:
    for number in ("10", "7.1", "2", "7"):
        add(store, "plan_line", number=number, name=f"Línea {number}")
        add(store, "theme", plan_line=number, name=f"Tema {number}")
    for entity, field in (("plan_line", "number"), ("theme", "plan_line")):
        found = list_rows(store, entity, (field,), list_ids(store, Query(entity, order=(Order(field),))))
        assert [each for (each,) in found] == ["2", "7", "7.1", "10"]
