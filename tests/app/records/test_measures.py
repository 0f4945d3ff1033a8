"""A measure and a percentage keep their thousandths on every way through the program, as any declared field does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.past.undo_plan import plan_undo
from app.records import history
from app.records.catalog import Filter, Operator, Order, Query
from app.records.conflicts import ConflictError
from app.records.editing import Draft, save_record
from app.records.filters import say_filter
from app.records.history_words import say_changes
from app.records.reading import list_ids, list_rows, read_record
from app.records.views import read_query, write_query
from app.sheets.importing.importing import Plan, apply_plan, make_plan, prepare, read_file, targets_of
from app.sheets.writing.exporting import export_entity
from app.words.words import Words
from db.fields import Bounds, Field, Kind
from db.store import Store
from tests.declaring import declaring
from tests.make import SPANISH, add
from tests.make_sheets import make_xlsx

EXACT = 9_007_199_254_740_993
"""What no number of JSON or of a spreadsheet holds exactly."""

TARGET = Field("Meta", Kind.DECIMAL, aliases=("meta",), unit="km")
SHARE = Field("Parte pedida", Kind.PERCENT, aliases=("parte pedida",), bounds=Bounds(least=0))


@pytest.fixture(autouse=True)
def measured() -> Iterator[None]:
    """Declare two whole numbers of a city as a measure and a percentage while a test runs."""
    with declaring("municipality", {"geonames_id": TARGET, "population": SHARE}):
        yield


def city(store: Store, name: str, target: int | None = None, share: int | None = None) -> str:
    """Save a city and give its key."""
    return add(store, "municipality", short_name=name, country="AR", geonames_id=target, population=share)


def planned(store: Store, path: Path, words: Words) -> Plan:
    """Plan the import of the cities of a file."""
    return make_plan(store, prepare(read_file(path), targets_of(store.catalog, "municipality")).request(), words)


def test_they_stand_in_the_file_as_whole_thousandths(store: Store) -> None:
    key = city(store, "Azul", EXACT, 33_333)
    with store.reading() as session:
        held = session.execute(text("SELECT geonames_id, population, typeof(population) FROM municipality")).one()
    assert tuple(held) == (EXACT, 33_333, "integer")
    record = read_record(store, "municipality", key)
    assert record is not None
    assert (record.values["geonames_id"], record.values["population"]) == (EXACT, 33_333)


def test_they_are_filtered_and_ordered_as_numbers(store: Store) -> None:
    for name, target, share in (("Azul", 9_500, 85_000), ("Bragado", 10_250, 9_000), ("Colón", None, 33_333)):
        city(store, name, target, share)

    def found(*filters: Filter, order: str = "short_name") -> list[object]:
        query = Query("municipality", filters=filters, order=(Order(order),))
        assert read_query(write_query(query), store.catalog) == query
        return [row[0] for row in list_rows(store, "municipality", ["short_name"], list_ids(store, query))]

    assert found(order="geonames_id") == ["Colón", "Azul", "Bragado"]
    assert found(order="population") == ["Bragado", "Colón", "Azul"]
    assert found(Filter("population", Operator.AT_LEAST, 33_333)) == ["Azul", "Colón"]
    assert found(Filter("geonames_id", Operator.AT_MOST, 10_000)) == ["Azul"]
    assert found(Filter("geonames_id", Operator.IS_EMPTY)) == ["Colón"]
    info = store.catalog["municipality"].field("population")
    wanted = Filter("population", Operator.AT_LEAST, 33_333)
    assert say_filter(wanted, info, SPANISH, {}) == "Parte pedida desde 33,333%"


def test_their_history_and_undo_tell_them_to_the_thousandth(store: Store) -> None:
    key = city(store, "Azul", EXACT, 85_000)
    save_record(store, Draft("municipality", key, {"geonames_id": EXACT + 1, "population": 33_333}))
    last = history.record_history(store, "municipality", key)[0]
    said = say_changes(store, last.fields, "municipality", SPANISH)
    assert [(each.field, each.before, each.after) for each in said] == [
        ("Meta", "9.007.199.254.740,993 km", "9.007.199.254.740,994 km"),
        ("Parte pedida", "85%", "33,333%"),
    ]
    number = history.operations(store)[0].number
    (planned,) = plan_undo(store, [number], SPANISH).records
    assert [(each.now, each.then) for each in planned.fields][1] == ("33,333%", "85%")
    history.undo(store)
    record = read_record(store, "municipality", key)
    assert record is not None
    assert record.values["geonames_id"] == EXACT


def test_what_another_changed_by_a_thousandth_is_a_conflict(store: Store) -> None:
    key = city(store, "Azul", EXACT)
    seen = {"geonames_id": EXACT}
    save_record(store, Draft("municipality", key, {"geonames_id": EXACT + 1}))
    with pytest.raises(ConflictError) as caught:
        save_record(store, Draft("municipality", key, {"geonames_id": EXACT + 2}, read=seen))
    assert dict(caught.value.conflicts[0].theirs) == {"geonames_id": EXACT + 1}


@pytest.mark.parametrize(("language", "read_in"), [("es", "es"), ("pt", "en"), ("en", "es")])
@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_an_export_imported_again_changes_nothing(
    store: Store, tmp_path: Path, ending: str, language: str, read_in: str
) -> None:
    cases = ((1_234, 33_333), (1_234_567, 85_000), (EXACT, 500), (-5_000, 1_234_500), (0, 0), (250, 100_000))
    for at, (target, share) in enumerate(cases):
        city(store, f"Ciudad {at}", target, share)
    path = tmp_path / f"todo{ending}"
    assert export_entity(store, "municipality", path, Words(language)).count == len(cases)
    plan = planned(store, path, Words(read_in))
    assert [(row.changes, row.reasons) for row in plan.rows if row.verdict.name != "SAME"] == []
    assert len(plan.rows) == len(cases)


def test_a_sheet_brings_them_in_as_it_shows_them(store: Store, tmp_path: Path) -> None:
    header = ("Ciudad", "País", "Meta", "Parte pedida")
    sheet = [header, ("Azul", "AR", 12.5, "85 %"), ("Bragado", "AR", "1.234,5 km", "33,333"), ("Uno", "AR", 7, 85)]
    path = make_xlsx(tmp_path / "a.xlsx", {"Hoja": sheet})
    apply_plan(store, planned(store, path, SPANISH), SPANISH)
    query = Query("municipality", order=(Order("short_name"),))
    found = list_rows(store, "municipality", ["geonames_id", "population"], list_ids(store, query))
    assert found == [(12_500, 85_000), (1_234_500, 33_333), (7_000, 85_000)]


def test_a_sheet_that_goes_beyond_their_bounds_is_told_at_its_cell(store: Store, tmp_path: Path) -> None:
    sheet = [("Ciudad", "País", "Parte pedida"), ("Azul", "AR", "-5 %"), ("Bragado", "AR", 0.5)]
    path = make_xlsx(tmp_path / "a.xlsx", {"Hoja": sheet})
    plan = planned(store, path, SPANISH)
    assert [row.reasons[0].where(SPANISH) for row in plan.rows] == [
        "a.xlsx, hoja Hoja, fila 2, columna C:",
        "a.xlsx, hoja Hoja, fila 3, columna C:",
    ]
    assert "Tiene que ser 0% o más." in plan.rows[0].reasons[0].say(SPANISH)
    assert "No se sabe si 0,5 quiere decir 0,5 % o 50 %." in plan.rows[1].reasons[0].say(SPANISH)
