"""The informe de gestión on paper: what is written in its language, what its records tell, and nothing blank."""

from dataclasses import replace
from datetime import date

import pytest

from app.document import Cell, Document, Paragraph, Reference, Section, Start, Table
from app.rendering.outline import as_text
from app.reports import management
from app.reports.management.options import ALL_PARTS
from app.reports.offered import make
from app.words.problems import ProblemError
from app.words.words import Words
from db.store import Store
from tests.app.units.made import Made
from tests.golden.kept import Kept


def paper(made: Made, *parts: str, language: str = "es", term: str = "term") -> Document:
    options = management.Options(made[term], frozenset(parts) or ALL_PARTS)
    return make(made.store, "management", options, language)


def section(document: Document, title: str) -> Section:
    return next(each for each in document.sections if each.title == title)


def said(found: Section) -> list[str]:
    return [block.text for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.golden
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_the_informe_of_a_term_is_kept_as_text(told: Made, golden: Kept, language: str) -> None:
    golden.check(f"management.full.{language}.txt", as_text(paper(told, language=language)))


def test_its_parts_follow_one_another_as_in_the_real_ones_and_each_is_a_sheet(told: Made) -> None:
    document = paper(told)
    assert document == make(told.store, "management", None, "es")
    titles = [each.title for each in document.sections]
    assert titles == [
        "Palabras de la Secretaría Ejecutiva",
        "Acciones por línea",
        "Órganos y unidades",
        "Unidades Temáticas",
        "Declaraciones y recomendaciones",
        "Rendición de cuentas",
        "Anexo: participantes",
        "Anexo: programa",
        "Anexo: declaraciones",
        "Lo que falta",
    ]
    assert len({each.sheet for each in document.sections}) == len(titles)
    assert document.sections[-1].start is Start.NEW_PAGE


def test_prose_is_printed_in_the_language_of_the_paper_alone(told: Made) -> None:
    assert said(section(paper(told), "Palabras de la Secretaría Ejecutiva")) == ["A las ciudades.", "A quienes siguen."]
    assert "Contexto" not in [each.title for each in paper(told).sections]
    assert said(section(paper(told, language="pt"), "Contexto")) == ["O que houve na região."]
    assert "cidades" not in as_text(paper(told, "words", "introduction", "context"))


def test_a_declaration_in_another_language_says_so(told: Made) -> None:
    in_spanish = section(paper(told), "Anexo: declaraciones")
    assert said(in_spanish) == [
        "01/09/2026 · Comisión Directiva · texto original en portugués",
        "As cidades declaram.",
    ]
    in_portuguese = section(paper(told, language="pt"), "Anexo: declarações")
    assert "texto original" not in " ".join(said(in_portuguese))


def test_each_part_can_be_left_out_and_one_without_anything_is_no_page(told: Made) -> None:
    assert [each.title for each in paper(told, "lacking").sections] == ["Lo que falta"]
    bare = paper(told, "cover", "introduction", "accounts", term="before")
    assert bare.cover is not None
    assert said(bare.sections[0]) == ["De esta gestión todavía no hay nada que contar."]


def test_the_evidence_of_a_line_leads_to_its_records(told: Made) -> None:
    tables = [each for each in section(paper(told, "actions"), "Acciones por línea").blocks if isinstance(each, Table)]
    cells = [cell.value if isinstance(cell, Cell) else cell for table in tables for row in table.rows for cell in row]
    assert Reference("De la unidad", "meeting", told["own"]) in cells


def test_the_units_of_a_term_that_is_over_are_told_as_of_its_end(told: Made) -> None:
    found = management.REPORT.gather(told.store, management.Options(told["term"], frozenset({"units"})))
    ended = replace(found.basis, units=replace(found.basis.units, today=date(2030, 1, 1)))
    for facts, day in ((found.basis, "Al 22/11/2026"), (ended, "Al 30/06/2027")):
        units = management.REPORT.compose(replace(found, basis=facts), Words("es")).sections[0]
        assert said(units)[0] == day


def test_a_file_without_terms_has_no_informe(store: Store) -> None:
    with pytest.raises(ProblemError, match="no tiene gestiones"):
        make(store, "management", None, "es")
