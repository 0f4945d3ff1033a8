"""The actions of the plan on paper: who answers, from when to when, how far, and what stands for them."""

from datetime import date

from app.document import Cell, Document, Tone
from app.rendering.outline import as_text
from db.values import Percent, Quantity
from tests.app.reports.plan.reading import values_of
from tests.app.reports.reading import tables_of


def test_an_action_has_who_answers_its_dates_its_value_and_what_shows_it(whole: Document) -> None:
    first, last = tables_of(whole)[1:]
    declared, met = first.rows
    assert values_of(met) == [
        "Reuniones\nIndicador: Reuniones hechas",
        "Secretaría Técnica Permanente",
        date(2008, 9, 1),
        date(2009, 2, 28),
        "Prevista, atrasada",
        Quantity(1_000, "reuniones"),
        Quantity(4_000, "reuniones"),
        Percent(25_000),
        0,
    ]
    assert [cell.tone for cell in met if isinstance(cell, Cell)] == [Tone.LATE, Tone.LATE]
    assert (values_of(declared)[-2:], values_of(declared)[4]) == ([Percent(100_000), 1], "Cumplida")
    assert [values_of(row)[4] for row in last.rows] == ["Prevista", "Sin efecto"]


def test_a_line_has_its_official_text_where_it_was_pasted_and_its_own_evidence(whole: Document) -> None:
    text = as_text(whole)
    assert text.count("Texto oficial, en el idioma del plan: Difundir la red.") == text.count("Texto oficial") == 1
    assert text.count("Evidencias de la línea: 1") == text.count("Evidencias de la línea") == 1
