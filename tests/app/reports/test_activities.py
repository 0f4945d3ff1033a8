"""The agenda on paper: by month, with what one has to know of each, in the language of the paper."""

from datetime import date

import pytest

from app.rendering.outline import as_text
from app.reports.activities import Options
from app.reports.offered import make
from app.words.problems import ProblemError
from db.store import Store
from tests.make import add, add_city


@pytest.fixture
def agenda(store: Store) -> Store:
    """Add a fair that goes on into another month, a workshop that is off, and a meeting."""
    body = add(store, "body", name="Comisión Directiva", name_pt="Comissão Diretora", kind="board")
    days = {"starts_on": date(2027, 3, 30), "ends_on": date(2027, 4, 2), "deadline": date(2027, 3, 20)}
    hours = {"starts_at": "09:00", "ends_at": "12:00", "time_zone": "America/Montevideo"}
    add(store, "activity", name="Feria", state="confirmed", municipality_id=add_city(store, "Rosario"), **days, **hours)
    add(store, "activity", name="Taller", starts_on=date(2027, 4, 5), state="cancelled", units=(body,))
    add(store, "meeting", name="Reunión", body_id=body, starts_on=date(2027, 4, 6), state="convened")
    return store


def lines(store: Store, options: Options, language: str = "es") -> list[str]:
    return as_text(make(store, "activities", options, language)).splitlines()


def test_each_thing_stands_under_its_month_with_what_one_has_to_know(agenda: Store) -> None:
    found = lines(agenda, Options())
    assert [line for line in found if line.startswith("###")] == ["### Marzo de 2027", "### Abril de 2027"]
    rows = {name: next(line for line in found if name in line) for name in ("Feria", "Taller", "Reunión")}
    for said in ("30/03/2027", "02/04/2027", "09:00–12:00 (Uruguay)", "Rosario", "20/03/2027"):
        assert said in rows["Feria"]
    assert "Taller (suspendida)" in rows["Taller"]
    assert "Comisión Directiva" in rows["Reunión"]


def test_what_goes_on_within_the_span_stands_in_its_first_month_and_meetings_can_be_left_out(agenda: Store) -> None:
    span = Options(date(2027, 4, 1), date(2027, 4, 30), meetings=False)
    found = lines(agenda, span)
    assert "Del 01/04/2027 al 30/04/2027" in " ".join(found)
    assert [line for line in found if line.startswith("###")] == ["### Abril de 2027"]
    assert "Feria" in " ".join(found)
    assert "Reunión" not in "".join(line for line in found if "06/04" in line)


def test_it_speaks_portuguese(agenda: Store) -> None:
    found = "\n".join(lines(agenda, Options(), "pt"))
    assert "Abril de 2027" in found
    assert "Comissão Diretora" in found
    assert "Taller (suspensa)" in found


def test_an_empty_span_says_so_and_one_that_ends_before_it_begins_is_refused(agenda: Store) -> None:
    assert "No hay nada en la agenda en esas fechas." in "\n".join(lines(agenda, Options(date(2030, 1, 1))))
    with pytest.raises(ProblemError, match="anterior"):
        lines(agenda, Options(date(2030, 1, 2), date(2030, 1, 1)))
