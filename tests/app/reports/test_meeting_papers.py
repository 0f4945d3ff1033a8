"""The papers of a meeting: what each of its tabs holds, named by the meeting and its day."""

from datetime import date

import pytest

from app.document import Document, FileTitle, Table
from app.rendering.outline import as_text
from app.reports.offered import find_report
from app.words.problems import ProblemError
from app.words.words import Words
from tests.app.reports.example import Network

NAMES = ("agenda", "attendance", "resolutions", "follow-up")


def _paper(network: Network, name: str, called: str = "held", **options: object) -> Document:
    report = find_report(name)
    made = report.options(record_id=network.keys[called], **options)
    document: Document = report.make(network.store, made, Words("es"))
    return document


@pytest.mark.parametrize("name", NAMES)
def test_each_paper_says_of_which_meeting_and_of_which_day_it_is(network: Network, name: str) -> None:
    said = as_text(_paper(network, name, "next"))
    assert "XXI Reunión de la Comisión Directiva" in said.split("## ", 1)[1]
    assert "18 de marzo de 2009" in said or "18/03/2009" in said


def test_the_file_is_named_by_paper_meeting_and_day(network: Network) -> None:
    meeting = "XX Reunión de la Comisión Directiva · ACTA Nº 01/2008"
    assert [_paper(network, name).filed_as() for name in NAMES] == [
        FileTitle(f"{what} - {meeting}", date(2008, 11, 20))
        for what in ("Orden del día", "Convocatoria y asistencia", "Resoluciones", "Seguimiento de resoluciones")
    ]


def test_the_resolutions_are_those_of_the_meeting_in_their_order(network: Network) -> None:
    (section,) = _paper(network, "resolutions").sections
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert [row[1] for row in table.rows] == [
        "Llevar al FCCR la propuesta sobre el FOCEM.",
        "Actualizar los contactos de la Red.",
        "Convocar a la Cumbre.",
    ]
    assert "La reunión todavía no se realizó." in as_text(_paper(network, "resolutions", "next"))


def test_the_sheet_to_sign_comes_with_the_attendance_and_can_be_left_out(network: Network) -> None:
    both = _paper(network, "attendance")
    assert [section.title for section in both.sections] == ["Convocatoria y asistencia", "Lista para firmar"]
    alone = _paper(network, "attendance", parts=frozenset({"signatures"}))
    assert [section.title for section in alone.sections] == ["Lista para firmar"]


def test_the_usual_paper_is_of_the_next_meeting_of_the_board(network: Network) -> None:
    usual = find_report("agenda").make(network.store, None, Words("es"))
    assert usual.footer == "XXI Reunión de la Comisión Directiva"


def test_a_meeting_that_is_no_more_is_a_problem(network: Network) -> None:
    report = find_report("agenda")
    with pytest.raises(ProblemError, match="La reunión ya no existe"):
        report.make(network.store, report.options(record_id="f" * 32), Words("es"))
