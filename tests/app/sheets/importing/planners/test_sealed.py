"""A row that would change what an approved acta says is refused in the preview, and the rest is imported."""

from datetime import date

import pytest

from app.sheets.importing.importing import apply_plan
from app.words.problems import ProblemError
from db.entities.meeting import Meeting
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting
from tests.app.sheets.importing.plans import SPANISH, plan_of, reasons, verdicts
from tests.make import add, approve, everything

DAY = date(2026, 3, 2)


@pytest.fixture(name="meetings")
def _meetings(store: Store) -> tuple[str, str]:
    """Return a meeting whose acta is approved, with a resolution, and one whose acta is not."""
    sealed = add_meeting(store, add_body(store), DAY, state="held", name="Cerrada", acta_number="03/2026")
    add(store, "resolution", text="Convocar", meeting_id=sealed)
    approve(store, sealed)
    return sealed, add_meeting(store, add_body(store, name="Consejo"), DAY, state="held", name="Libre")


def test_a_meeting_is_refused_at_its_row_and_the_others_are_imported(store: Store, meetings: tuple[str, str]) -> None:
    rows = [
        ("Reunión", "Fecha", "Lugar", "Situación", "Notas"),
        ("Libre", "02/03/2026", "Sala A", "", ""),
        ("Cerrada", "02/03/2026", "Sala B", "", ""),
        ("Cerrada", "02/03/2026", "Sala B", "", ""),
        ("Cerrada", "02/03/2026", "", "", "Archivada"),
        ("Cerrada", "02/03/2026", "", "Realizada", ""),
        ("Libre", "02/03/2026", "", "Acta aprobada", ""),
    ]
    plan = plan_of(store, "meeting", rows)
    assert verdicts(plan) == ["changed", "refused", "refused", "changed", "refused", "refused"]
    (said,) = reasons(plan, 1)
    assert "El acta Nº 03/2026 de «Cerrada» está aprobada" in said
    assert "no se cambió nada" not in said
    assert plan.rows[1].reasons[0].place.row == 3
    assert "pasa a «Acta aprobada»" in reasons(plan, 4)[0]
    assert "«Libre» pasa a «Acta aprobada»" in reasons(plan, 5)[0]
    apply_plan(store, plan, SPANISH)
    with store.reading() as session:
        sealed, free = (session.get_one(Meeting, key) for key in meetings)
        assert (sealed.place, sealed.notes, sealed.state, free.place) == (None, "Archivada", "closed", "Sala A")


@pytest.mark.usefixtures("meetings")
def test_what_would_come_to_an_approved_acta_falls_with_the_rows_that_follow_of_it(store: Store) -> None:
    rows = [
        ("Texto", "Reunión", "Situación", "Número"),
        ("Convocar", "Cerrada", "Cumplida", ""),
        ("Otra", "Cerrada", "", ""),
        ("Otra", "Cerrada", "Cumplida", ""),
        ("Otra", "Cerrada", "", ""),
        ("Convocar", "Cerrada", "", "Inciso 9"),
        ("Nueva", "Libre", "", ""),
    ]
    plan = plan_of(store, "resolution", rows)
    assert verdicts(plan) == ["changed", "refused", "refused", "refused", "refused", "new"]
    apply_plan(store, plan, SPANISH)


def test_what_is_approved_after_the_preview_is_refused_whole_with_its_row(
    store: Store, meetings: tuple[str, str]
) -> None:
    plan = plan_of(store, "meeting", [("Reunión", "Fecha", "Lugar"), ("Libre", "02/03/2026", "Sala A")])
    approve(store, meetings[1])
    before = everything(store)
    with pytest.raises(ProblemError):
        apply_plan(store, plan, SPANISH)
    assert everything(store) == before
