"""The letters that a paper lacks are told by the record and the field where they were written."""

from pathlib import Path

from app.document import Document, Paragraph, Section
from app.records.editing import Draft, save_record
from app.records.lacking_letters import MOST_TOLD, lacking_letters
from app.rendering import render
from app.rendering.rendered import Lacking
from app.reports.offered import find_report
from app.words.words import Words
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting
from tests.make import add, add_city

SPANISH = Words("es")


def _told(store: Store, document: Document, folder: Path) -> list[str]:
    rendered = render(document, "pdf", folder / "papel.pdf", SPANISH)
    return [problem.say(SPANISH) for problem in lacking_letters(store, rendered.lacking)]


def test_each_record_and_field_is_told_with_its_letters_and_their_numbers(store: Store, tmp_path: Path) -> None:
    meeting = add_meeting(store, add_body(store), name="Reunión 王")
    add(store, "agenda_item", meeting_id=meeting, name="Hermanamiento con 山王", description="Ver 木.")
    add(store, "agenda_item", meeting_id=meeting, name="Varios")
    report = find_report("agenda")
    told = _told(store, report.make(store, report.options(record_id=meeting), SPANISH), tmp_path)
    assert told[0] == "Estas letras faltan en las tipografías: en el papel se ven como ▯ con su número."
    assert "Reunión «Reunión 王», Reunión: ▯¹ 王 (U+738B)" in told
    assert "Punto del orden del día «Hermanamiento con 山王», Tema: ▯¹ 王 (U+738B), ▯² 山 (U+5C71)" in told
    assert "Punto del orden del día «Hermanamiento con 山王», Antecedentes: ▯³ 木 (U+6728)" in told
    assert len(told) == 4


def test_a_record_with_the_letter_that_is_not_on_the_paper_is_not_told(store: Store, tmp_path: Path) -> None:
    meeting = add_meeting(store, add_body(store), name="Reunión 王")
    add_city(store, "Ciudad 王 lejana")
    report = find_report("agenda")
    told = _told(store, report.make(store, report.options(record_id=meeting), SPANISH), tmp_path)
    assert not any("lejana" in line for line in told)


def test_a_text_that_no_record_has_is_told_as_it_stands(store: Store, tmp_path: Path) -> None:
    document = Document("Prueba", "es", (Section("Prueba", (Paragraph("Anexo 山"),)),))
    assert _told(store, document, tmp_path)[1:] == ["En «Anexo 山»: ▯¹ 山 (U+5C71)"]


def test_nothing_is_told_of_a_paper_that_lacks_nothing(store: Store, tmp_path: Path) -> None:
    document = Document("Prueba", "es", (Section("Prueba", (Paragraph("Αθήνα"),)),))
    assert _told(store, document, tmp_path) == []


def test_many_letters_are_told_and_many_places_counted(store: Store) -> None:
    for number in range(MOST_TOLD + 5):
        save_record(store, Draft("theme", None, {"name": f"Tema {chr(0x4E00 + number)}"}))
    texts = [f"Tema {chr(0x4E00 + number)}" for number in range(MOST_TOLD + 5)]
    lacking = [Lacking(number, text[-1], (text,)) for number, text in enumerate(texts, 1)]
    told = [problem.say(SPANISH) for problem in lacking_letters(store, lacking)]
    assert len(told) == MOST_TOLD + 2
    assert told[-1] == "Otros lugares: 5."
