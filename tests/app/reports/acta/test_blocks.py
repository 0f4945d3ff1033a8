"""What both forms of an acta say: what is not approved or not recorded says so."""

from dataclasses import replace
from datetime import date

import pytest

from app.rendering.outline import as_text
from app.reports.acta import ActaForm, Options
from app.reports.board_pack.meeting import read_meeting, say_not_held
from app.reports.offered import find_report, make
from app.words.words import Words
from db.entities.meeting import MeetingState
from tests.app.reports.example import Network


@pytest.mark.parametrize("form", list(ActaForm))
def test_what_is_not_approved_or_recorded_says_so(network: Network, form: str) -> None:
    said = as_text(make(network.store, "acta", Options(network.keys["next"], form), "es"))
    assert "Borrador. La reunión todavía no se realizó." in said
    assert "no adoptó" not in said
    assert "quién asistió" not in said
    assert "sin número registrado" in said
    assert "Documentos" in said


@pytest.mark.parametrize(
    ("state", "starts_on", "said"),
    [
        (MeetingState.CANCELLED, date(2009, 3, 18), "La reunión se suspendió."),
        (MeetingState.CONVENED, date(2009, 3, 18), "La reunión todavía no se realizó."),
        (MeetingState.PLANNED, None, "La reunión todavía no se realizó."),
        (MeetingState.CONVENED, date(2009, 2, 1), "La reunión no está anotada como realizada."),
        (MeetingState.HELD, date(2009, 2, 1), ""),
    ],
)
def test_a_meeting_that_was_not_held_says_so_as_far_as_is_known(
    network: Network, state: MeetingState, starts_on: date | None, said: str
) -> None:
    with network.store.reading() as session:
        meeting = read_meeting(session, network.keys["next"], date(2009, 2, 10))
    meeting = replace(meeting, state=state, starts_on=starts_on, ends_on=None)
    assert say_not_held(meeting, date(2009, 2, 10), Words("es")) == said


def test_without_a_meeting_said_it_is_the_latest_that_was_held(network: Network) -> None:
    held = network.keys["held"]
    assert [find_report(name).defaults(network.store).record_id for name in ("acta", "resolutions")] == [held, held]
    assert find_report("convocation").defaults(network.store).record_id == network.keys["next"]


def test_who_was_convened_and_did_not_come_is_said_in_the_form_of_mercosur(network: Network) -> None:
    said = as_text(make(network.store, "acta", Options(network.keys["held"], "mercosur"), "es"))
    assert "ad referendum de las delegaciones convocadas que no asistieron: Brasil." in said
