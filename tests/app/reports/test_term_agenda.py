"""The agenda of a term: all of it by month with what was published, also what is suspended or has no day."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from app.document import Cell, Reference, Several, Table, Tone
from app.rendering.outline import as_text
from app.reports import term_agenda
from app.reports.offered import make
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.app.units.made import Made, make_units
from tests.golden.kept import Kept
from tests.make import add, copied_store


@pytest.fixture(scope="module")
def made(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Return some units with what they did, of which something was published: their papers only read it."""
    with copied_store(template, tmp_path_factory.mktemp("term-agenda")) as store:
        made = make_units(store)
        own = RecordKey("meeting", made["own"])
        add(store, "dissemination", name="Crónica", medium="press", day=PartialDate(2026, 9), record=own)
        add(store, "dissemination", name="Invitación", medium="mail", day=PartialDate(2026, 8, 20), record=own)
        add(store, "meeting", body_id=made["board"], name="Por fijar", period_id=made["term"])
        yield made


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_agenda_of_a_term_is_kept_as_text(made: Made, golden: Kept, language: str) -> None:
    golden.check(f"term-agenda.full.{language}.txt", as_text(make(made.store, "term-agenda", None, language)))


def test_each_month_counts_what_stands_in_it(made: Made) -> None:
    table = next(block for block in _blocks(made, 0) if isinstance(block, Table))
    assert [row[0] for row in table.rows] == [
        "Agosto de 2026",
        "Setiembre de 2026",
        "Octubre de 2026",
        "Noviembre de 2026",
        "Diciembre de 2026",
    ]
    assert [row[1:] for row in table.rows][:3] == [(3, None, 1, None), (None, 1, None, 2), (None, 2, None, None)]


def test_what_was_published_stands_beside_it_by_its_day(made: Made) -> None:
    cells = [cell for block in _blocks(made, 1) if isinstance(block, Table) for row in block.rows for cell in row]
    (told,) = [cell for cell in cells if isinstance(cell, Several)]
    assert [each.text for each in told.values if isinstance(each, Reference)] == [
        "20/08/2026 · Correo electrónico · Invitación",
        "09/2026 · Prensa escrita · Crónica",
    ]


def test_a_meeting_of_the_term_without_day_stands_last(made: Made) -> None:
    (table,) = [block for block in _blocks(made, 1) if isinstance(block, Table)]
    assert table.rows[-1][0] == Cell("Sin fecha", Tone.STRONG)
    assert "Por fijar" in str(table.rows[-1][4])


def test_all_stands_in_one_table_with_its_month_before_the_first_row_of_each(made: Made) -> None:
    (table,) = [block for block in _blocks(made, 1) if isinstance(block, Table)]
    months = [row[0].value for row in table.rows if isinstance(row[0], Cell)]
    assert months == ["Agosto de 2026", "Setiembre de 2026", "Octubre de 2026", "Diciembre de 2026", "Sin fecha"]


def test_a_file_without_terms_and_a_term_without_anything_say_so(store: Store) -> None:
    with pytest.raises(ProblemError, match="El archivo no tiene gestiones"):
        term_agenda.default_options(store)
    add(store, "period", name="2026-2027", starts=PartialDate(2026, 7), ends=PartialDate(2027, 6))
    assert "No hay nada en la agenda de esta gestión." in as_text(make(store, "term-agenda", None, "es"))


def _blocks(made: Made, section: int) -> tuple[object, ...]:
    return make(made.store, "term-agenda", None, "es").sections[section].blocks


def test_a_workbook_has_one_table_of_all_with_days_and_hours(made: Made) -> None:
    months, entries = (section.rows[0].table for section in make(made.store, "term-agenda", None, "es").sections)
    assert months.rows[0][0] == date(2026, 8, 1)
    assert [column.title for column in entries.columns][5:7] == ["Clase", "Actividad o reunión"]
    days = [row[0] for row in entries.rows[:-1] if isinstance(row[0], date)]
    assert len(days) == len(entries.rows) - 1
    assert days == sorted(days)
    assert entries.rows[-1][:6] == (None, None, None, None, None, "Reunión")
    assert all(at is None or isinstance(at, time) for row in entries.rows for at in row[2:4])
