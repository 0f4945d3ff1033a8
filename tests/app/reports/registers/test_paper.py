"""The registers: of a term or of all, whole texts, sums by currency, and what has no date counted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.document import Cell, Table
from app.rendering.outline import as_text
from app.reports import registers
from app.reports.offered import find_report, make
from app.reports.report import read_option
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.app.funds.made import make_funds
from tests.app.reports.reading import section_of
from tests.golden.kept import Kept
from tests.make import add, add_city, copied_store

LONG = "Que las ciudades de frontera compren juntas lo que hoy compran por separado. " * 8


@pytest.fixture(scope="module")
def filled(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a file with something in each register, of the term of today and of none; tests only read it."""
    with copied_store(template, tmp_path_factory.mktemp("registers")) as store:
        add(store, "period", name="2026-2027", starts=PartialDate(2026, 7), ends=PartialDate(2027, 6))
        make_funds(store)
        city, body = add_city(store, "Rosario"), add(store, "body", name="Consejo", kind="council")
        for number, day in (("1", date(2026, 9, 1)), ("2", date(2025, 9, 1))):
            meeting = add(store, "meeting", body_id=body, name=f"Reunión {number}", starts_on=day, state="held")
            adopted = add(store, "resolution", meeting_id=meeting, number=number, text=LONG + number)
            for state, met in (("met", day), ("open", None), ("dropped", None)):
                own = {"record": RecordKey("resolution", adopted), "text": f"Informe {number}", "municipality_id": city}
                add(store, "commitment", **own, due_on=day, state=state, met_on=met)
            add(store, "recommendation", name=f"Asunto {number}", day=PartialDate(day.year, 9), text=LONG, body_id=body)
        add(store, "recommendation", name="Sin fecha")
        add(store, "agreement", name="Marco", signed_on=PartialDate(2020), ends=PartialDate(2026, 12), kind="framework")
        add(store, "agreement", name="De antes", signed_on=PartialDate(2010), ends=PartialDate(2012))
        add(store, "project", name="De antes", starts=PartialDate(2010), months=12, amount=Money(100, "USD"))
        yield store


def rows(store: Store, title: str, term: str | None = None) -> list[tuple[object, ...]]:
    options = registers.default_options(store) if term is None else registers.Options()
    section = section_of(make(store, "registers", options, "es"), title)
    return [row for block in section.blocks if isinstance(block, Table) for row in block.rows]


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_registers_of_all_terms_are_kept_as_text(filled: Store, golden: Kept, language: str) -> None:
    text = as_text(make(filled, "registers", registers.Options(), language))
    golden.check(f"registers.full.{language}.txt", text)


@pytest.mark.parametrize(
    ("title", "of_term", "of_all"),
    [
        ("Registro de resoluciones", 1, 2),
        ("Registro de recomendaciones", 1, 3),
        ("Registro de compromisos", 3, 6),
        ("Registro de convenios", 1, 2),
        ("Registro de proyectos", 2, 3),
    ],
)
def test_a_register_is_of_the_term_that_runs_or_of_all(filled: Store, title: str, of_term: int, of_all: int) -> None:
    assert (len(rows(filled, title)), len(rows(filled, title, "all"))) == (of_term, of_all)


def test_a_resolution_is_whole_with_its_commitments_that_count(filled: Store) -> None:
    (row,) = rows(filled, "Registro de resoluciones")
    assert getattr(row[3], "text", "") == LONG + "1"
    assert row[-2:] == (2, 1)
    assert row[1] == date(2026, 9, 1)


def test_amounts_of_the_term_alone_are_summed_and_those_without_day_are_said(filled: Store) -> None:
    said = as_text(make(filled, "registers", None, "es"))
    assert "1 monto sin fecha no figura aquí." in said
    assert "1 ficha sin fecha no figura aquí." in said
    sums = rows(filled, "Registro de fondos")[:1]
    assert sums[0][:2] == ("USD", Money(8_000_00, "USD"))


def test_all_terms_are_asked_for_by_their_name_in_any_language(filled: Store) -> None:
    report = find_report("registers")
    (asked,) = report.asked(filled.catalog)
    for said in ("todas las gestiones", "Todas as gestões", "all terms"):
        assert read_option(filled, asked, said, report.none_called) is None


def test_an_empty_file_has_empty_registers(store: Store) -> None:
    document = make(store, "registers", None, "es")
    said = as_text(document)
    assert "Todas las gestiones." in said
    assert {section.landscape for section in document.sections} == {True}, "what turns begins another page"
    assert "Ninguna resolución." in said


def test_a_workbook_has_one_table_of_each_register_and_the_sums_apart(filled: Store) -> None:
    document = make(filled, "registers", registers.Options(), "es")
    sheets = {sheet.title: sheet for section in document.sections for sheet in section.rows}
    assert list(sheets) == [*(section.title for section in document.sections), "Suma por moneda"]
    adopted = sheets["Registro de resoluciones"].table
    assert [column.title for column in adopted.columns][:3] == ["Instancia", "Reunión", "Fecha"]
    assert [(getattr(row[0], "text", ""), row[2]) for row in adopted.rows] == [
        ("Consejo", date(2025, 9, 1)),
        ("Consejo", date(2026, 9, 1)),
    ]
    funds = sheets["Registro de fondos"].table
    assert not any(isinstance(value, Cell) for row in funds.rows for value in row)
    assert {row[2] for row in funds.rows} == {row[3].currency for row in funds.rows if isinstance(row[3], Money)}
