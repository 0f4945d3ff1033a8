"""The state of the network in a dossier: the day that it holds for, since when it moved, and what the map lacks."""

from datetime import date

import pytest

from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import SPRING, add_body, add_meeting
from tests.app.reports.reading import dossier_of, lines_of, tables_of
from tests.make import add


def add_member(store: Store, name: str, starts: PartialDate | None = None, **place: object) -> str:
    city = add(store, "municipality", short_name=name, **{"country": "AR", **place})
    add(store, "membership", municipality_id=city, state="member", starts=starts)
    return city


def headings_of(store: Store, meeting: str) -> list[str]:
    return [line for line in lines_of(dossier_of(store, meeting, "network")) if line.startswith("### Movimientos")]


def test_movements_are_since_the_meeting_before_or_the_term_or_a_year(store: Store) -> None:
    body = add_body(store)
    meeting = add_meeting(store, body, SPRING)
    assert headings_of(store, meeting) == ["### Movimientos desde el 05/10/2025"]
    add(store, "period", name="2026-2027", starts=PartialDate(2026, 3))
    assert headings_of(store, meeting) == ["### Movimientos desde el 28/02/2026"]
    add_meeting(store, body, date(2026, 6, 1), name="La de antes", state="closed")
    assert headings_of(store, meeting) == ["### Movimientos desde la reunión anterior (01/06/2026)"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (SPRING, "No hay ciudades miembro registradas al 05/10/2026."),
        (date(2026, 12, 10), "- 1 ciudad miembro al 22/11/2026"),
    ],
)
def test_the_network_is_that_of_the_meeting_and_never_of_a_day_to_come(store: Store, day: date, said: str) -> None:
    add_member(store, "Azul", PartialDate(2026, 11, 2))
    assert said in lines_of(dossier_of(store, add_meeting(store, add_body(store), day), "network"))


def test_countries_are_counted_and_the_last_row_is_their_sum(store: Store) -> None:
    add_member(store, "Azul", PartialDate(2001))
    add_member(store, "Tandil", PartialDate(2026, 9))
    add_member(store, "Salto", country="UY")
    counted, moved = tables_of(dossier_of(store, add_meeting(store, add_body(store)), "network"))
    assert counted.rows[:2] == (("Argentina", 2, 1, 0), ("Uruguay", 1, 0, 1))
    assert [getattr(cell, "value", cell) for cell in counted.rows[-1]] == ["Total", 3, 1, 1]
    assert [(row[1], row[3]) for row in moved.rows] == [("Tandil", "Ingreso")]


def test_the_cities_that_the_map_lacks_are_counted_under_it(store: Store) -> None:
    add_member(store, "Azul", PartialDate(2001), latitude=-36_777_300, longitude=-59_859_100)
    meeting = add_meeting(store, add_body(store))
    said = lines_of(dossier_of(store, meeting, "network"))
    assert "- Azul (Argentina): -36.7773, -59.8591" in said
    assert not [line for line in said if "coordenadas" in line]
    add_member(store, "Tandil", PartialDate(2001))
    said = lines_of(dossier_of(store, meeting, "network"))
    assert "_1 ciudad no tiene coordenadas registradas y no está en el mapa._" in said
