"""The appointment of a meeting stands beside its paper, replaces that of before, and is over no other file."""

from datetime import date
from pathlib import Path

import pytest

from app.agenda.beside import write_beside
from app.agenda.records import Wanted
from app.records.editing import Draft, save_record
from app.words.words import Words
from db.store import Store
from tests.make import add, add_city

SPANISH = Words("es")


@pytest.fixture
def wanted(store: Store) -> Wanted:
    """Add a meeting at an hour in a city of one zone, with an agenda."""
    values = {"starts_on": date(2009, 3, 5), "starts_at": "10:00", "municipality_id": add_city(store, "Rocha", "UY")}
    body = add(store, "body", name="Comisión", kind="board")
    key = add(store, "meeting", name="XXXII", body_id=body, **values)
    for name in ("Apertura", "Varios"):
        add(store, "agenda_item", meeting_id=key, name=name)
    return Wanted(meetings=(key,))


def test_the_appointment_has_the_name_of_its_paper_its_agenda_and_the_hour_of_its_place(
    store: Store, wanted: Wanted, tmp_path: Path
) -> None:
    written = write_beside(store, wanted, tmp_path / "Convocatoria Nº 3.1.pdf", SPANISH)
    assert written == tmp_path / "Convocatoria Nº 3.1.ics"
    said = written.read_text(encoding="utf-8").replace("\n ", "").replace("\r", "")
    assert "SUMMARY:XXXII" in said
    assert "DESCRIPTION:Instancia: Comisión\\n\\nOrden del día\\n1. Apertura\\n2. Varios" in said
    assert "DTSTART;TZID=America/Montevideo:20090305T100000" in said
    assert "DTEND" not in said


ODD = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE,TIME:20200101\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
"""A calendar at which the library fails otherwise than by a ValueError."""


@pytest.mark.parametrize("said", ["notas", ODD])
def test_that_of_before_is_replaced_and_any_other_file_stays(
    store: Store, wanted: Wanted, tmp_path: Path, said: str
) -> None:
    paper, other = tmp_path / "carta.pdf", tmp_path / "otra.pdf"
    write_beside(store, wanted, paper, SPANISH)
    save_record(store, Draft("meeting", wanted.meetings[0], {"name": "XXXIII"}))
    assert write_beside(store, wanted, paper, SPANISH) == tmp_path / "carta.ics"
    assert "SUMMARY:XXXIII" in (tmp_path / "carta.ics").read_text(encoding="utf-8")
    (tmp_path / "otra.ics").write_text(said, encoding="utf-8", newline="")
    for _ in range(2):
        assert write_beside(store, wanted, other, SPANISH) == tmp_path / "otra (2).ics"
    assert (tmp_path / "otra.ics").read_bytes() == said.encode()
    assert {path.name for path in tmp_path.glob("*.ics")} == {"carta.ics", "otra.ics", "otra (2).ics"}


def test_the_appointment_of_another_meeting_stays(store: Store, wanted: Wanted, tmp_path: Path) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    another = Wanted(meetings=(add(store, "meeting", name="Otra", body_id=body, starts_on=date(2010, 1, 4)),))
    write_beside(store, wanted, tmp_path / "carta.pdf", SPANISH)
    assert write_beside(store, another, tmp_path / "carta.pdf", SPANISH) == tmp_path / "carta (2).ics"


def test_a_link_to_the_appointment_of_before_stays(store: Store, wanted: Wanted, tmp_path: Path) -> None:
    kept = write_beside(store, wanted, tmp_path / "guardada.pdf", SPANISH)
    assert kept is not None
    (tmp_path / "carta.ics").symlink_to(kept)
    before = kept.read_bytes()
    save_record(store, Draft("meeting", wanted.meetings[0], {"name": "XXXIII"}))
    assert write_beside(store, wanted, tmp_path / "carta.pdf", SPANISH) == tmp_path / "carta (2).ics"
    assert kept.read_bytes() == before


def test_a_meeting_without_a_day_has_no_appointment(store: Store, tmp_path: Path) -> None:
    body = add(store, "body", name="Comisión", kind="board")
    wanted = Wanted(meetings=(add(store, "meeting", name="XXXII", body_id=body),))
    assert write_beside(store, wanted, tmp_path / "carta.pdf", SPANISH) is None
    assert not list(tmp_path.glob("*.ics"))
