"""Which meeting comes next, when its items begin, and what its dossier lacks."""

from dataclasses import dataclass
from datetime import date, time

import pytest
from sqlalchemy import select

from app.meetings import (
    agenda_times,
    convoke,
    latest_meeting,
    mark_attendance,
    next_meeting,
    overview,
    what_is_missing,
)
from app.meetings.acta import Approval, approve
from app.records.attachments import attach_content
from app.words.words import Words
from db.entities.attendance import Attendance, AttendanceState
from db.entities.body import BodyKind, QuorumRule
from db.store import Store
from db.titles import Title
from tests.app.meetings.board import add_body, add_holder, add_meeting, seated_city
from tests.app.rendering.sample import pdf_of
from tests.make import TODAY, add


@dataclass(frozen=True)
class Item:
    starts_at: str | None = None
    duration: int | None = None


@pytest.mark.parametrize(
    ("items", "starts_at", "times"),
    [
        ([Item(duration=15), Item(duration=50), Item()], "09:00", [time(9), time(9, 15), time(10, 5)]),
        ([Item(duration=15), Item("10:30", 30), Item()], "09:00", [time(9), time(10, 30), time(11)]),
        ([Item(), Item(duration=10), Item("11:00")], "09:00", [time(9), None, time(11)]),
        ([Item(duration=30), Item()], None, [None, None]),
        ([Item("23:30", 45), Item()], None, [time(23, 30), None]),
    ],
)
def test_an_item_begins_at_its_hour_or_when_the_one_before_ends(
    items: list[Item], starts_at: str | None, times: list[time | None]
) -> None:
    assert list(agenda_times(items, starts_at)) == times


def test_the_next_meeting_is_the_first_that_has_not_ended(store: Store) -> None:
    body, unit = add_body(store), add_body(store, BodyKind.THEMATIC_UNIT, name="Cultura")
    add_meeting(store, body, date(2026, 11, 1), state="convened")
    under_way = add_meeting(store, body, date(2026, 11, 20), ends_on=TODAY, state="convened")
    add_meeting(store, body, date(2026, 12, 20))
    other = add_meeting(store, unit, date(2026, 11, 22))
    with store.reading() as session:
        assert next_meeting(session, TODAY) == under_way
        assert next_meeting(session, TODAY, BodyKind.THEMATIC_UNIT) == other
        assert next_meeting(session, TODAY, BodyKind.COUNCIL) is None


def test_without_one_ahead_it_is_the_one_being_prepared(store: Store) -> None:
    body = add_body(store)
    add_meeting(store, body, date(2026, 12, 20), state="cancelled")
    held = add_meeting(store, body, date(2026, 11, 2), state="held")
    past = add_meeting(store, body, date(2026, 11, 1))
    with store.reading() as session:
        assert next_meeting(session, TODAY) == past
        assert latest_meeting(session) == held
    undated = add_meeting(store, body, None)
    with store.reading() as session:
        assert next_meeting(session, TODAY) == undated


def _missing(store: Store, meeting: str, words: Words) -> dict[str, str]:
    with store.reading() as session:
        return {each.label: each.field or each.entity for each in what_is_missing(session, meeting, words)}


def test_an_empty_meeting_lacks_everything_and_says_where_to_go(store: Store, words: Words) -> None:
    meeting = add_meeting(store, add_body(store), None)
    assert _missing(store, meeting, words) == {
        "La reunión no tiene fecha": "starts_on",
        "Falta la hora de inicio": "starts_at",
        "Falta el lugar": "place",
        "No hay orden del día": "agenda_items",
        "La reunión no fue convocada": "attendances",
        "La regla de quórum no está registrada": "quorum_rule",
    }


def test_a_prepared_meeting_lacks_nothing(store: Store, words: Words) -> None:
    body = add_body(store, quorum_rule=QuorumRule.MAJORITY.value)
    add_holder(store, seated_city(store, body, "Rosario"), "Ana Ficticia")
    meeting = add_meeting(store, body, starts_at="09:00", place="Intendencia")
    add(store, "agenda_item", meeting_id=meeting, name="Apertura", duration=15, presenter="Presidencia")
    convoke(store, meeting, words)
    with store.operation(Title("Adjuntar")) as session:
        attach_content(session, "meeting", meeting, "acta.pdf", pdf_of(1))
    assert _missing(store, meeting, words) == {}


def test_gaps_of_the_agenda_of_the_convocation_and_of_the_annexes_are_counted(store: Store, words: Words) -> None:
    body = add_body(store, quorum_rule=QuorumRule.MAJORITY.value)
    seated_city(store, body, "Rosario")
    meeting = add_meeting(store, body, starts_at="09:00", place="Intendencia", state="held")
    item = add(store, "agenda_item", meeting_id=meeting, name="Apertura")
    add(store, "agenda_item", meeting_id=meeting, name="Informe", minutes="Se aprobó.")
    convoke(store, meeting, words)
    seated_city(store, body, "Salta")
    with store.operation(Title("Adjuntar")) as session:
        attach_content(session, "agenda_item", item, "roto.pdf", b"%PDF-1.4 nada")
    assert list(_missing(store, meeting, words)) == [
        "1 punto sin hora ni duración",
        "2 puntos sin quien los presente",
        "1 integrante sin convocar",
        "1 delegación sin la persona que asiste",
        "1 asistencia sin marcar",
        "1 punto sin acta",
        "El anexo «roto.pdf» está dañado o protegido y no se puede imprimir",
    ]


def test_nothing_of_an_approved_acta_is_asked_for(store: Store, words: Words) -> None:
    body = add_body(store)
    meeting = add_meeting(store, body, starts_at="09:00", place="Intendencia", state="held")
    add(store, "agenda_item", meeting_id=meeting, name="Apertura")
    add(store, "attendance", meeting_id=meeting, municipality_id=seated_city(store, body, "Rosario"), state="convened")
    of_body = "La regla de quórum no está registrada"
    assert {"1 asistencia sin marcar", "1 punto sin acta", "1 punto sin quien lo presente", of_body} <= set(
        _missing(store, meeting, words)
    )
    approve(store, meeting, Approval("01/2026", TODAY, "es"))
    assert list(_missing(store, meeting, words)) == [of_body]


@pytest.mark.parametrize(("state", "says"), [("planned", True), ("convened", True), ("held", False)])
@pytest.mark.parametrize("written", ["opening", "item", "closing"])
def test_minutes_that_the_dossier_leaves_out_are_told_of(
    store: Store, words: Words, written: str, state: str, *, says: bool
) -> None:
    opening, closing = ("Preside Rosario." if written == each else None for each in ("opening", "closing"))
    meeting = add_meeting(store, add_body(store), state=state, opening=opening, closing=closing)
    add(store, "agenda_item", meeting_id=meeting, name="Informe", minutes="Se aprobó." if written == "item" else None)
    missing = _missing(store, meeting, words)
    assert (missing.get("Tiene acta, pero no figura como realizada") == "state") == says


def test_the_overview_of_a_meeting_that_is_no_more_is_none(store: Store, words: Words) -> None:
    meeting = add_meeting(store, add_body(store), starts_at="09:00")
    item = add(store, "agenda_item", meeting_id=meeting, name="Apertura")
    shown = overview(store, meeting, words)
    assert shown is not None
    assert shown.times == {item: time(9)}
    assert overview(store, "f" * 32, words) is None


def test_nobody_is_asked_for_who_does_not_come(store: Store, words: Words) -> None:
    body = add_body(store, quorum_rule=QuorumRule.MAJORITY.value)
    for name in ("Rosario", "Salta", "Salto", "Tandil", "Azul"):
        seated_city(store, body, name)
    meeting = add_meeting(store, body)
    convoke(store, meeting, words)
    with store.reading() as session:
        rows = session.scalars(select(Attendance.id).where(Attendance.meeting_id == meeting)).all()
    states = (AttendanceState.PRESENT, AttendanceState.EXCUSED, AttendanceState.ABSENT, AttendanceState.REPRESENTED)
    for key, state in zip(rows, states, strict=False):
        mark_attendance(store, [key], state)
    assert "2 delegaciones sin la persona que asiste" in _missing(store, meeting, words)
