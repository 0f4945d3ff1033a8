"""Every paper of the sample in each language, and every list and sheet: nothing is left in another one."""

from collections.abc import Callable, Iterator

import pytest

from app.document import DescriptionList, Document, Section
from app.records.catalog import Filter, Operator, Query
from app.records.reading import list_ids
from app.reports import acta, board_pack, record_list, record_sheet
from app.reports.board_pack.options import ALL_PARTS
from app.reports.offered import REPORTS, make
from app.reports.report import ANY_KIND
from app.screens import SCREENS
from db.store import Store
from tests.app.reports.foreign import Foreign

Papers = Callable[[Store, str], Iterator[Document]]
LANGUAGES = ("es", "pt", "en")
LAYOUTS = [layout for screen in SCREENS for layout in screen.layouts]
HELD = Query("meeting", filters=(Filter("state", Operator.ONE_OF, ("held", "closed")),))


@pytest.fixture(scope="module")
def foreign(store: Store) -> Foreign:
    """Know what is written in the sample."""
    return Foreign(store)


def papers(store: Store, language: str) -> Iterator[Document]:
    for report in REPORTS:
        if report.about != ANY_KIND and report.name != "list":
            yield make(store, report.name, None, language)
    meeting = list_ids(store, HELD)[0]
    yield make(store, "board-pack", board_pack.Options(meeting, ALL_PARTS), language)
    for form in acta.ActaForm:
        yield make(store, "acta", acta.Options(meeting, form), language)


def lists(store: Store, language: str) -> Iterator[Document]:
    for layout in LAYOUTS:
        yield make(store, "list", record_list.Options(Query(layout.entity, order=layout.order)), language)


def sheets(store: Store, language: str) -> Iterator[Document]:
    for layout in LAYOUTS:
        first = list_ids(store, Query(layout.entity))[0]
        if not store.catalog[layout.entity].read_only:
            yield make(store, "sheet", record_sheet.Options(layout.entity, first), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", [papers, lists, sheets])
def test_nothing_is_left_in_another_language(store: Store, foreign: Foreign, made: Papers, language: str) -> None:
    assert [line for document in made(store, language) for line in foreign.left_in(document)] == []


def test_a_label_in_another_language_is_found_and_what_a_person_wrote_is_none(foreign: Foreign) -> None:
    place = "Palacio municipal, salón de actos"
    spanish = Section("Orden del día", (DescriptionList((("Pauta", place),)),))
    letter = Section("Pauta", (DescriptionList((("Orden del día", place),)),), language="pt")
    left = foreign.left_in(Document("Convocatoria", "es", (spanish, letter)))
    assert left == [f"pauta: - Pauta: {place}", f"orden del día: - Orden del día: {place}"]
