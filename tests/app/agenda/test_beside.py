"""The appointment of a meeting stands beside its paper, and over no other file."""

from datetime import date
from pathlib import Path

from app.agenda.beside import write_beside
from app.agenda.records import Wanted
from app.words.words import Words
from db.store import Store
from tests.make import add

SPANISH = Words("es")


def test_the_appointment_has_the_name_of_the_paper_and_a_number_where_that_is_taken(
    store: Store, tmp_path: Path
) -> None:
    body = add(store, "body", name="Comisión", kind="board")
    wanted = Wanted(meetings=(add(store, "meeting", name="XXXII", body_id=body, starts_on=date(2009, 3, 5)),))
    paper = tmp_path / "Convocatoria Nº 3.1.pdf"
    first = write_beside(store, wanted, paper, SPANISH)
    assert first == tmp_path / "Convocatoria Nº 3.1.ics"
    assert "SUMMARY:XXXII" in first.read_text(encoding="utf-8")
    assert write_beside(store, wanted, paper, SPANISH) == tmp_path / "Convocatoria Nº 3.1 (2).ics"


def test_a_meeting_without_a_day_has_no_appointment(store: Store, tmp_path: Path) -> None:
    body = add(store, "body", name="Comisión", kind="board")
    wanted = Wanted(meetings=(add(store, "meeting", name="XXXII", body_id=body),))
    assert write_beside(store, wanted, tmp_path / "carta.pdf", SPANISH) is None
    assert not list(tmp_path.glob("*.ics"))
