"""An acta is corrected, approved and reopened; an approved one is kept as it was, and what it says is sealed."""

import hashlib
from datetime import date

import pytest
from pypdfium2 import PdfDocument

from app.file.store_problems import problem_of
from app.meetings.acta import (
    ActaStatus,
    Approval,
    approve,
    items_without_minutes,
    read_status,
    reopen,
    send_to_correction,
)
from app.records import history
from app.records.attachments import attachments, read_content
from app.records.editing import delete_records, edit_many
from app.words.problems import ProblemError
from db.failures import SealedError
from db.papers import ActaState
from db.store import Store
from db.values import PartialDate
from tests.app.meetings.board import add_body, add_meeting
from tests.app.sheets.importing.plans import SPANISH
from tests.make import TODAY, add, everything

DAY = date(2026, 3, 2)
APPROVAL = Approval("03/2026", date(2026, 4, 1), "es")


@pytest.fixture(name="meeting")
def _meeting(store: Store) -> str:
    """Return a meeting that took place, of one item."""
    meeting = add_meeting(store, add_body(store), DAY, state="held")
    add(store, "agenda_item", meeting_id=meeting, name="Apertura", minutes="Se abrió.")
    return meeting


def _status(store: Store, meeting: str) -> ActaStatus:
    found = read_status(store, meeting)
    assert found is not None
    return found


def test_it_goes_from_draft_to_correction_to_approved_and_each_is_undone(store: Store, meeting: str) -> None:
    assert _status(store, meeting).state is ActaState.DRAFT
    send_to_correction(store, meeting)
    assert (_status(store, meeting).state, _status(store, meeting).sent_on) == (ActaState.CORRECTION, TODAY)
    before = everything(store)
    approve(store, meeting, APPROVAL)
    found = _status(store, meeting)
    assert (found.state, found.number, found.approved_on) == (ActaState.APPROVED, "03/2026", APPROVAL.day)
    history.undo(store)
    assert everything(store) == before
    history.redo(store)
    assert _status(store, meeting) == found


def test_the_approved_acta_is_kept_among_the_files_with_its_digest(store: Store, meeting: str) -> None:
    approve(store, meeting, APPROVAL)
    (kept,) = attachments(store, "meeting", meeting)
    found = _status(store, meeting)
    assert found.kept == kept
    assert (kept.name, kept.description) == ("Acta 03-2026.pdf", "Acta como se aprobó el 01/04/2026")
    with store.reading() as session:
        content = read_content(session, kept.digest)
    assert content.startswith(b"%PDF")
    assert hashlib.sha256(content).hexdigest() == found.digest


def test_the_kept_acta_bears_the_office_of_its_term(store: Store, meeting: str) -> None:
    term = add(store, "period", name="2026", starts=PartialDate(2026), ends=PartialDate(2026))
    add(store, "office", name="Oficina de prueba", period_id=term)
    approve(store, meeting, APPROVAL)
    (kept,) = attachments(store, "meeting", meeting)
    with store.reading() as session:
        text = "".join(page.get_textpage().get_text_range() for page in PdfDocument(read_content(session, kept.digest)))
    assert "Oficina de prueba" in text


def test_a_kept_file_that_is_gone_is_missed(store: Store, meeting: str) -> None:
    approve(store, meeting, APPROVAL)
    (kept,) = attachments(store, "meeting", meeting)
    delete_records(store, "document", [kept.id])
    found = _status(store, meeting)
    assert (found.is_approved, found.kept, found.differs) == (True, None, False)


def test_reopening_keeps_the_file_and_lets_it_be_corrected(store: Store, meeting: str) -> None:
    approve(store, meeting, APPROVAL)
    (kept,) = attachments(store, "meeting", meeting)
    edit_many(store, "document", [kept.id], {"description": "Firmada"})
    reopen(store, meeting)
    found = _status(store, meeting)
    assert (found.state, found.approved_on, found.digest, found.number) == (ActaState.DRAFT, None, "", "03/2026")
    (after,) = attachments(store, "meeting", meeting)
    assert after.description == "Firmada · Acta como se aprobó el 01/04/2026"
    edit_many(store, "meeting", [meeting], {"closing": "Se levanta la sesión."})
    with pytest.raises(ProblemError, match="nada que reabrir"):
        reopen(store, meeting)


@pytest.mark.parametrize(
    ("approval", "field"),
    [
        (Approval(" ", APPROVAL.day, "es"), "acta_number"),
        (Approval("03/2026", date(2027, 1, 1), "es"), "acta_approved_on"),
        (Approval("03/2026", date(2026, 3, 1), "es"), "acta_approved_on"),
    ],
)
def test_what_is_wrong_with_an_approval_stands_beside_its_field(
    store: Store, meeting: str, approval: Approval, field: str
) -> None:
    with pytest.raises(ProblemError) as failure:
        approve(store, meeting, approval)
    assert [each.place.field for each in failure.value.problems] == [field]


@pytest.mark.parametrize("state", ["planned", "convened", "cancelled", "closed"])
def test_only_a_meeting_that_took_place_is_approved_and_only_once(store: Store, state: str) -> None:
    other = add_meeting(store, add_body(store), DAY, state=state)
    before = everything(store)
    with pytest.raises(ProblemError):
        approve(store, other, APPROVAL)
    with pytest.raises(ProblemError):
        send_to_correction(store, other)
    assert everything(store) == before


def test_a_refusal_names_the_acta_and_the_way(store: Store, meeting: str) -> None:
    approve(store, meeting, APPROVAL)
    with pytest.raises(SealedError) as failure:
        edit_many(store, "meeting", [meeting], {"place": "Otra sala"})
    problem = problem_of(failure.value)
    assert problem is not None
    assert "El acta Nº 03/2026 de «Reunión» está aprobada" in problem.say(SPANISH)
    assert "Reabrir" in problem.say(SPANISH)


def test_the_items_of_which_the_acta_says_nothing_are_told_and_hinder_nothing(store: Store, meeting: str) -> None:
    assert items_without_minutes(store, meeting) == ()
    add(store, "agenda_item", meeting_id=meeting, name="Varios", minutes=" ")
    assert items_without_minutes(store, meeting) == ((2, "Varios"),)
    approve(store, meeting, APPROVAL)
