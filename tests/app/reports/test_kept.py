"""Every report in each language, kept as text: `make golden` accepts a change."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from app.records.catalog import Filter, Operator, Order, Query
from app.rendering.docx.docx import render_docx
from app.rendering.outline import as_text
from app.reports import acta, board_pack, directory, municipality_sheet, record_list, record_sheet
from app.reports.board_pack.options import ALL_PARTS
from app.reports.offered import REPORTS, find_report, make
from app.reports.report import ANY_KIND
from app.words.words import Words
from tests.app.reports.example import Network
from tests.golden.kept import Kept

pytestmark = pytest.mark.golden
LANGUAGES = ("es", "pt", "en")


def _query() -> Query:
    filters = (Filter("country", Operator.EQUALS, "AR"), Filter("population", Operator.IS_EMPTY))
    return Query("municipality", filters=filters, order=(Order("short_name"), Order("subdivision")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [report.name for report in REPORTS if report.about != ANY_KIND])
def test_a_report_with_its_usual_options(network: Network, golden: Kept, name: str, language: str) -> None:
    options = record_list.Options(_query()) if name == "list" else None
    golden.check(f"{name}.{language}.txt", as_text(make(network.store, name, options, language)))


@pytest.mark.parametrize("language", [*LANGUAGES, "en"])
@pytest.mark.parametrize(("entity", "called"), [("body", "board"), ("meeting", "held"), ("experience", "budget")])
def test_the_sheet_of_a_record(network: Network, golden: Kept, entity: str, called: str, language: str) -> None:
    options = record_sheet.Options(entity, network.keys[called])
    golden.check(f"sheet.{entity}.{language}.txt", as_text(make(network.store, "sheet", options, language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dossier_of_a_meeting_that_was_held(network: Network, golden: Kept, language: str) -> None:
    options = board_pack.Options(network.keys["held"], ALL_PARTS)
    golden.check(f"board-pack.held.{language}.txt", as_text(make(network.store, "board-pack", options, language)))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["attendance", "resolutions"])
def test_the_paper_of_a_meeting_that_was_held(network: Network, golden: Kept, name: str, language: str) -> None:
    options = find_report(name).options(record_id=network.keys["held"])
    golden.check(f"{name}.held.{language}.txt", as_text(make(network.store, name, options, language)))


@pytest.mark.parametrize("name", [report.name for report in REPORTS if report.about != ANY_KIND])
def test_a_report_is_a_document_of_word_with_all_its_headings(network: Network, name: str) -> None:
    document = make(network.store, name, record_list.Options(_query()) if name == "list" else None, "pt")
    target = BytesIO()
    rendered = render_docx(document, target, Words("pt"))
    titles = [each.text for each in docx.Document(target).paragraphs if each.style and each.style.name == "Heading 1"]
    assert titles == [section.heading or section.title for section in document.sections]
    assert rendered.pages == len(titles) + bool(document.cover)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", list(acta.ActaForm))
def test_the_acta_of_a_meeting_that_was_held(network: Network, golden: Kept, form: str, language: str) -> None:
    options = acta.Options(network.keys["held"], form)
    golden.check(f"acta.{form}.{language}.txt", as_text(make(network.store, "acta", options, language)))


def test_the_sheet_of_a_city_of_which_much_is_known(network: Network, golden: Kept) -> None:
    options = municipality_sheet.Options(network.keys["rosario"])
    golden.check("municipality.rosario.es.txt", as_text(make(network.store, "municipality", options, "es")))


def test_the_directory_of_all_the_cities_of_a_country(network: Network, golden: Kept) -> None:
    options = replace(directory.Options(), country="AR", members_only=False)
    golden.check("directory.argentina.es.txt", as_text(make(network.store, "directory", options, "es")))
