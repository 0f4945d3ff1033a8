"""The sheet of a city is one page: its map, its posts, its seats, and the latest of its meetings."""

from datetime import date

from app.document import Cell, PointMap, Tone
from app.reports import municipality_sheet
from app.reports.municipality_sheet.page import MEETINGS
from app.reports.offered import make
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_meeting, add_seat
from tests.app.reports.example import Network
from tests.app.reports.reading import lines_of, tables_of
from tests.make import add, add_city


def test_the_sheet_is_one_page_with_a_small_map_of_its_point(network: Network) -> None:
    document = make(network.store, "municipality", municipality_sheet.Options(network.keys["rosario"]), "es")
    maps = [block for block in document.sections[0].blocks if isinstance(block, PointMap)]
    assert document.single_page
    assert [point.label for point in maps[0].points] == ["Rosario"]
    assert maps[0].height is not None


def test_the_latest_meetings_are_listed_and_all_are_counted(store: Store) -> None:
    city, body = add_city(store, "Azul"), add_body(store)
    for year in range(2010, 2018):
        meeting = add_meeting(store, body, date(year, 5, 1), name=f"Reunión de {year}", state="held")
        state = "absent" if year == 2010 else "present"
        add(store, "attendance", meeting_id=meeting, municipality_id=city, state=state)
    document = make(store, "municipality", municipality_sheet.Options(city), "es")
    meetings = tables_of(document)[-1]
    assert [row[1] for row in meetings.rows] == [f"Reunión de {year}" for year in range(2017, 2017 - MEETINGS, -1)]
    counted = "_Presente o representada en 7 de 8 reuniones realizadas a las que fue convocada._"
    assert counted in lines_of(document)


def test_a_seat_that_ended_comes_last_and_is_muted(store: Store) -> None:
    city = add_city(store, "Azul")
    add_seat(store, add_body(store, name="Comisión Directiva"), city, starts=PartialDate(2019), ends=PartialDate(2020))
    add_seat(store, add_body(store, name="Consejo"), city, role="chair")
    document = make(store, "municipality", municipality_sheet.Options(city), "es")
    seats = next(table for table in tables_of(document) if table.columns[0].title == "Instancia")
    assert [row[0] for row in seats.rows] == [Cell("Consejo"), Cell("Comisión Directiva", Tone.MUTED)]


def test_a_population_is_said_with_its_year_and_source_and_its_absence_too(store: Store) -> None:
    known = {"population": 65_280, "population_year": 2010, "population_source": "INDEC"}
    for name, values, said in (("Azul", known, "65.280 (2010, INDEC)"), ("Tandil", {}, "sin registrar")):
        city = add(store, "municipality", short_name=name, country="AR", **values)
        document = make(store, "municipality", municipality_sheet.Options(city), "es")
        assert f"- Población: {said}" in lines_of(document)


def test_a_city_without_coordinates_says_so_in_place_of_the_map(store: Store) -> None:
    document = make(store, "municipality", municipality_sheet.Options(add_city(store)), "es")
    assert "_Las coordenadas de la ciudad no están registradas._" in lines_of(document)
    assert not [block for block in document.sections[0].blocks if isinstance(block, PointMap)]
