"""The work plan on paper: its lines in words and figures, the vacant one without any, its actions and its calendar."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import TypeVar

import pytest

from app.document import BarChart, Document, Heading, Timeline, Tone
from app.plan import say_progress
from app.records.editing import delete_records
from app.rendering.outline import as_text
from app.reports.offered import make
from app.words.problems import ProblemError
from db.store import Store
from db.values import Percent, Quantity, RecordKey
from tests.app.rendering.reading import printed, texts
from tests.app.reports.example import Network
from tests.app.reports.plan.reading import plan_of, values_of
from tests.app.reports.reading import section_of, tables_of
from tests.make import SPANISH, add

Kind = TypeVar("Kind")
VACANT = "8. Punto que falta"


def test_the_plan_that_the_room_begins_with_is_printed_whole(network: Network, whole: Document) -> None:
    assert make(network.store, "plan", None, "es") == whole
    assert [section.title for section in whole.sections] == ["Líneas de acción", "Acciones", "Calendario"]
    assert whole.title == "Plan de trabajo 2008-2009"


def test_a_line_has_its_figures_and_says_how_its_progress_came_about(whole: Document) -> None:
    lines = {str(row[0]): values_of(row) for row in tables_of(whole)[0].rows}
    said = say_progress(SPANISH, actions=2, done=1, measured=2, progress=Percent(63_000))
    assert lines["1"] == ["1", "Posicionamiento", 2, 1, 1, said]
    assert lines["None"][1:5] == ["Total", 3, 1, 1]
    (chart,) = [block for block in section_of(whole, "Líneas").blocks if isinstance(block, BarChart)]
    assert (chart.bars, chart.whole) == ((("1. Posicionamiento", 63),), 100)


def test_the_vacant_line_is_said_to_be_vacant_and_has_no_figure_in_any_part(whole: Document) -> None:
    (row,) = [row for row in tables_of(whole)[0].rows if row[0] == "8"]
    assert values_of(row)[2:] == [None, None, None, "Vacante: el documento no trae este punto."]
    assert all(VACANT not in label for block in _blocks(whole, BarChart) for label, _ in block.bars)
    text = as_text(whole)
    assert f"### {VACANT}\n\n_Vacante: el documento no trae este punto._\n\n### " in text
    assert f"- *{VACANT}*: Vacante\n- *10." in text


def test_the_calendar_has_a_bar_an_action_with_what_is_overdue_and_owed(whole: Document) -> None:
    (calendar,) = _blocks(whole, Timeline)
    rows = {row.label: row for row in calendar.rows}
    assert list(rows) == ["1. Posicionamiento", "Declaración", "Reuniones", VACANT, "10. Difusión", "Boletín"]
    assert (calendar.months[0], calendar.months[-1]) == (date(2008, 9, 1), date(2009, 9, 1))
    assert calendar.today == date(2009, 3, 2)
    tones = [rows[name].tone for name in ("Declaración", "Reuniones", "Boletín")]
    assert tones == [Tone.MUTED, Tone.LATE, Tone.PLAIN]
    assert [(mark.day, mark.tone) for mark in rows["Reuniones"].marks] == [
        (date(2008, 10, 1), Tone.MUTED),
        (date(2009, 1, 31), Tone.LATE),
        (date(2009, 5, 31), Tone.PLAIN),
    ]
    assert rows["Reuniones"].said == (
        "Secretaría Técnica Permanente · Prevista · del 01/09/2008 al 28/02/2009; atrasada; "
        "compromiso del 01/10/2008: Invitar (cumplido); compromiso del 31/01/2009: Fijar la fecha (atrasado); "
        "compromiso del 31/05/2009: Cerrar"
    )


def test_a_part_that_is_left_out_is_not_printed(network: Network) -> None:
    document = plan_of(network.store, "calendar", period=network.keys["term"])
    assert [section.sheet for section in document.sections] == ["Calendario"]
    assert document.sections[0].landscape


def test_without_a_period_it_is_the_plan_of_none(network: Network, store: Store) -> None:
    line = add(store, "plan_line", number="99", name="Sin gestión")
    add(store, "plan_action", line_id=line, name="Boletín")
    for period in (None, ""):
        document = plan_of(store, period=period)
        assert document.title == "Plan de trabajo"
        assert "99. Sin gestión" in as_text(document)
    assert "99. Sin gestión" not in as_text(plan_of(network.store, period=network.keys["term"]))


def test_a_period_without_a_plan_says_so_and_one_that_is_no_more_is_a_problem(store: Store) -> None:
    period = add(store, "period", name="2030-2031")
    (section,) = plan_of(store, "calendar", period=period).sections
    assert "Esta gestión todavía no tiene plan de trabajo." in as_text(plan_of(store, period=period))
    assert section.title == "Plan de trabajo 2030-2031"
    delete_records(store, "period", [period])
    with pytest.raises(ProblemError, match="La gestión ya no existe"):
        plan_of(store, period=period)


@pytest.mark.parametrize("language", ["pt", "en"])
def test_no_label_stays_in_another_language(network: Network, whole: Document, language: str) -> None:
    other = plan_of(network.store, period=network.keys["term"], language=language)
    alike = {"Número", "Meta", "Valor", "Total", "Prevista", "Atrasadas", "Texto oficial", "De 09/2008 a 09/2009"}
    same = {"pt": alike, "en": {"Total"}}[language]
    recorded = {"Canelones", "Difundir la red.", "Declaración", "Reuniones", "Boletín", "Sitio", "1", "8", "10"}
    said = {text for text in _texts(whole.sections) if "Indicador" not in text}
    assert said & set(_texts(other.sections)) <= recorded | same


def test_fifteen_months_and_sixty_actions_are_printed_with_every_name(store: Store) -> None:
    for number in range(1, 11):
        line = add(store, "plan_line", number=f"N{number}", name=f"Línea {number}")
        for at in range(6):
            starts, ends = date(2026, 1 + (number + at) % 12, 1), date(2027, 1 + at % 3, 28)
            name = f"A{number:02d}-{at} reunir a las Unidades Temáticas de la red"
            action = add(store, "plan_action", line_id=line, name=name, starts_on=starts, due_on=ends)
            if at == 0:
                of = RecordKey("plan_action", action)
                add(store, "commitment", record=of, text="Enviar la lista", due_on=date(2026, 12, 31))
    pages = texts(printed(plan_of(store, "calendar"))[0])
    assert len(pages) <= 6
    assert all({"2026", "2027", "Ene", "Mar"} <= set(page.split()) for page in pages)
    together = " ".join(pages)
    assert all(f"A{number:02d}-{at}" in together for number in range(1, 11) for at in range(6))


def _blocks(document: Document, kind: type[Kind]) -> list[Kind]:
    return [block for section in document.sections for block in section.blocks if isinstance(block, kind)]


def _texts(part: object) -> Iterator[str]:
    """Return every text of a part of a document but the names of fields, which are not printed."""
    match part:
        case str():
            yield from [part] if part else []
        case Heading():
            yield part.text
        case Tone() | RecordKey():
            pass
        case tuple():
            for each in part:
                yield from _texts(each)
        case _ if is_dataclass(part) and not isinstance(part, Quantity):
            for each in fields(part):
                yield from _texts(getattr(part, each.name))
