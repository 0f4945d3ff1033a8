"""The dossier has the parts that were asked for, says what is not recorded, and becomes paper and a workbook."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.document import Cell, Document, Table, Tone
from app.records.naming import find_record
from app.rendering import render
from app.rendering.outline import as_text
from app.reports import board_pack
from app.reports.board_pack.parts import PARTS
from app.reports.offered import make
from app.words.problems import ProblemError
from app.words.words import Words
from db.entities.body import BodyKind
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting
from tests.app.reports.example import Network
from tests.app.reports.reading import dossier_of, section_of


def _titles(document: Document) -> list[str]:
    return [section.title for section in document.sections]


def _dossier(made: Network, *parts: str) -> Document:
    return dossier_of(made.store, made.keys["next"], *parts)


def test_each_part_can_be_left_out_and_has_words_for_it(network: Network) -> None:
    assert {part.name for part in PARTS if part.is_usual} == board_pack.Options("").parts
    assert all(part.label for part in PARTS)
    nothing = make(network.store, "board-pack", board_pack.Options(network.keys["next"], frozenset()), "es")
    assert _titles(nothing) == []
    assert nothing.cover is None
    assert not nothing.contents
    assert _dossier(network, "cover").cover is not None
    assert _dossier(network, "contents").contents
    parts = {
        "agenda": "Orden del día",
        "follow_up": "Seguimiento de resoluciones",
        "commitments": "Compromisos por vencer",
        "attendance": "Convocatoria y asistencia",
        "network": "Estado de la red",
        "progress": "Avance del plan de trabajo",
        "ahead": "Agenda de los próximos tres meses",
        "contacts": "Contactos a verificar",
        "experiences": "Experiencias de la gestión 2008-2009",
        "annexes": "Anexos",
        "signatures": "Lista para firmar",
    }
    for part, title in parts.items():
        assert _titles(_dossier(network, part)) == [title]
    assert _titles(_dossier(network)) == list(parts.values())


def test_an_overdue_resolution_is_marked_by_word_and_by_tone(network: Network) -> None:
    found = next(block for block in section_of(_dossier(network), "Seguimiento").blocks if isinstance(block, Table))
    assert Cell("En curso, atrasada", Tone.LATE) in found.rows[0]
    assert Cell(date(2009, 2, 28), Tone.LATE) in found.rows[0]


def test_a_file_with_nothing_but_the_meeting_gives_honest_sentences_and_no_empty_part(store: Store) -> None:
    body = add_body(store)
    meeting = add_meeting(store, body, None, name="Reunión")
    document = make(store, "board-pack", board_pack.Options(meeting), "es")
    said = as_text(document)
    for sentence in (
        "> Fecha sin registrar",
        "> Lugar sin registrar",
        "El orden del día todavía no tiene puntos.",
        "No hay resoluciones pendientes.",
        "△ La reunión todavía no fue convocada.",
        "- Convoca: sin registrar",
        "No hay ciudades miembro registradas al 22/11/2026.",
        "No hay contactos a verificar.",
        "No hay experiencias registradas en este período.",
        "La reunión no tiene archivos adjuntos.",
    ):
        assert sentence in said.splitlines()
    assert all(section.blocks for section in document.sections)


def test_the_usual_dossier_is_of_the_next_meeting_of_the_board(network: Network) -> None:
    assert board_pack.REPORT.defaults(network.store).record_id == network.keys["next"]


def test_without_a_board_it_is_of_any_body_and_without_meetings_it_says_so(store: Store) -> None:
    with pytest.raises(ProblemError, match="El archivo no tiene reuniones"):
        board_pack.REPORT.defaults(store)
    meeting = add_meeting(store, add_body(store, BodyKind.COUNCIL, name="Consejo"), name="Consejo ampliado")
    options = board_pack.REPORT.defaults(store)
    assert options.record_id == meeting
    assert make(store, "board-pack", options, "es").title == "Dossier · Consejo"


def test_a_meeting_is_named_by_its_code_its_name_or_its_key(network: Network) -> None:
    store, keys = network.store, network.keys
    for text in ("acta nº 01/2008", "XX reunion de la comision directiva", keys["held"]):
        assert find_record(store, "meeting", text) == keys["held"]
    with pytest.raises(ProblemError, match="No se encontró"):
        find_record(store, "meeting", "XXX")


def test_a_meeting_that_is_no_more_is_a_problem(network: Network) -> None:
    with pytest.raises(ProblemError, match="La reunión ya no existe"):
        make(network.store, "board-pack", board_pack.Options("f" * 32), "es")


def test_names_and_labels_follow_the_language_and_typed_texts_do_not(network: Network) -> None:
    said = as_text(make(network.store, "board-pack", None, "pt"))
    assert "| Secretaria Técnica Permanente |" in said
    assert "Governança local; Sostenibilidad" in said
    assert "Uruguai" in said
    assert "Llevar al FCCR la propuesta sobre el FOCEM." in said
    said = as_text(make(network.store, "board-pack", None, "en"))
    assert said.startswith("# Dossier · Board of Directors\n")
    assert "Comisión Directiva" not in said.replace("Reunión de la Comisión Directiva", "")
    assert "| Permanent Technical Secretariat |" in said
    assert "Local governance; Sostenibilidad" in said


def test_the_paper_has_a_bookmark_for_each_part_and_the_pages_of_the_annexes(network: Network, tmp_path: Path) -> None:
    document = _dossier(network)
    rendered = render(document, "pdf", tmp_path / "dossier.pdf", Words("es"))
    reader = PdfReader(BytesIO((tmp_path / "dossier.pdf").read_bytes()))
    marks = [mark.title for mark in reader.outline if not isinstance(mark, list)]
    assert [title for title in marks if title in _titles(document)] == _titles(document)
    texts = [page.extract_text() for page in reader.pages]
    assert sum("Anexo 1 · p." in text for text in texts) == 3
    assert sum("Anexo 2 · p." in text for text in texts) == 2
    assert f"página {rendered.pages} de {rendered.pages}" in texts[-1]
    assert rendered.problems == ()


def test_parts_without_content_take_no_page_of_the_paper(store: Store, tmp_path: Path) -> None:
    meeting = add_meeting(store, add_body(store), None, name="Reunión")
    document = make(store, "board-pack", board_pack.Options(meeting), "es")
    render(document, "pdf", tmp_path / "dossier.pdf", Words("es"))
    texts = [page.extract_text() for page in PdfReader(tmp_path / "dossier.pdf").pages]
    said = (
        "No hay resoluciones pendientes.",
        "No hay contactos a verificar.",
        "La reunión no tiene archivos adjuntos.",
    )
    assert all(sum(sentence in text for text in texts) == 1 for sentence in said)
    assert len(texts) == 5  # cover, contents, two of parts, and the sheet to sign


def test_the_sheet_to_sign_has_a_page_of_its_own_to_be_taken_out(store: Store, tmp_path: Path) -> None:
    meeting = add_meeting(store, add_body(store), None, name="Reunión")
    document = dossier_of(store, meeting, "follow_up", "signatures")
    render(document, "pdf", tmp_path / "dossier.pdf", Words("es"))
    texts = [page.extract_text() for page in PdfReader(tmp_path / "dossier.pdf").pages]
    assert ["Lista para firmar" in text for text in texts] == [False, True]


def test_the_workbook_has_a_sheet_for_each_part_with_real_dates_and_counts(network: Network, tmp_path: Path) -> None:
    document = _dossier(network)
    render(document, "xlsx", tmp_path / "dossier.xlsx", Words("es"))
    book = load_workbook(tmp_path / "dossier.xlsx")
    sheets = [section.sheet for section in document.sections]
    assert [name for name in book.sheetnames if name in sheets] == sheets
    days = {value for row in book["Seguimiento"].values for value in row if isinstance(value, datetime)}
    assert {date(2009, 2, 28), date(2009, 1, 31)} <= {day.date() for day in days}
    counts = {value for row in book["Red"].values for value in row if isinstance(value, int)}
    assert {5, 2, 1} <= counts


def test_the_annexes_can_be_left_out_without_touching_the_agenda(network: Network) -> None:
    options = board_pack.Options(network.keys["next"])
    document = make(network.store, "board-pack", replace(options, parts=options.parts - {"annexes"}), "es")
    table = next(block for block in section_of(document, "Orden del día").blocks if isinstance(block, Table))
    assert [column.title for column in table.columns] == ["N.º", "Hora", "Duración (min)", "Tema", "Presenta"]
