"""A figure has one value under its name, whether a paper, a workbook or Inicio tells it."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.document import Document, KeyFigures
from app.figures import COUNTRIES, FIGURES, MEMBERS, OVERDUE
from app.meetings import follow_up
from app.network import members_on
from app.records.reading import list_ids
from app.rendering import render
from app.reports.offered import make
from app.today import read_today
from app.words.words import Words
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting
from tests.app.reports.example import Network, example
from tests.make import TODAY, add

SPANISH = Words("es")


@pytest.fixture(scope="module")
def network(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    """Return the small network of March 2009; tests only read it."""
    with example(template, tmp_path_factory.mktemp("network")) as made:
        yield made


def _name(said: str) -> str:
    """Return under which name `said` tells a figure: that of one, without the day for which it holds."""
    plain = said.split(" al ", maxsplit=1)[0]
    return next((figure.called[0] for figure in FIGURES if plain in figure.called), plain)


def _papers(store: Store) -> list[Document]:
    return [make(store, name, None, "es") for name in ("board-pack", "directory")]


def _told_on_paper(store: Store) -> Iterator[tuple[str, object]]:
    for document in _papers(store):
        for section in document.sections:
            for block in section.blocks:
                if isinstance(block, KeyFigures):
                    yield from ((_name(said), value) for value, said in block.figures)


def _told_in_workbooks(store: Store, folder: Path, names: set[str]) -> Iterator[tuple[str, object]]:
    for document in _papers(store):
        path = folder / "libro.xlsx"
        render(document, "xlsx", path, SPANISH)
        for sheet in load_workbook(path):
            for value, said, *_ in sheet.iter_rows(max_col=2, values_only=True):
                if isinstance(value, int) and isinstance(said, str) and _name(said) in names:
                    yield _name(said), value


def _told_at_inicio(store: Store) -> Iterator[tuple[str, object]]:
    today = read_today(store, SPANISH)
    yield from ((each.figure.called[0], each.count) for each in today.concerns)
    yield from ((MEMBERS.called[0], today.members), (COUNTRIES.called[0], today.countries))


def _values(*told: tuple[str, object]) -> Mapping[str, set[object]]:
    values: dict[str, set[object]] = {}
    for name, value in told:
        values.setdefault(name, set()).add(value)
    return values


def test_the_dossier_the_directory_their_workbooks_and_inicio_tell_one_value(network: Network, tmp_path: Path) -> None:
    paper, inicio = list(_told_on_paper(network.store)), list(_told_at_inicio(network.store))
    names = {name for name, _ in paper}
    book = list(_told_in_workbooks(network.store, tmp_path, names))
    assert names == {name for name, _ in book}
    assert {MEMBERS.called[0], COUNTRIES.called[0]} <= names & {name for name, _ in inicio}
    several = {name: told for name, told in _values(*paper, *book, *inicio).items() if len(told) > 1}
    assert several == {}


def test_what_a_figure_counts_is_what_its_list_shows(network: Network) -> None:
    store = network.store
    with store.reading() as session:
        for figure in FIGURES:
            query = figure.listed(store.today())
            if query is not None:
                assert figure.count(session, store.today()) == len(list_ids(store, query))
        for day in (date(1995, 1, 1), date(2008, 6, 17), store.today()):
            members = members_on(session, day)
            assert MEMBERS.count(session, day) == len(members)
            assert COUNTRIES.count(session, day) == len({each.country for each in members})


def test_a_meeting_of_today_finds_overdue_what_inicio_counts(store: Store) -> None:
    body = add_body(store)
    earlier = add_meeting(store, body, TODAY - timedelta(days=60), state="held")
    for due_on in (TODAY - timedelta(days=1), TODAY, None):
        add(store, "resolution", meeting_id=earlier, text="texto", due_on=due_on)
    add(store, "resolution", meeting_id=earlier, text="hecha", state="done", due_on=TODAY - timedelta(days=1))
    today = add_meeting(store, body, TODAY)
    with store.reading() as session:
        found = follow_up(session, today, TODAY)
        assert OVERDUE.count(session, TODAY) == sum(each.overdue for each in found) == 1


@pytest.mark.parametrize("kind", ["agreement", "call", "project", "study", "norm", "declaration", "focem_proposal"])
def test_a_file_with_work_of_any_line_begins_with_its_day(store: Store, kind: str) -> None:
    assert read_today(store, SPANISH).is_empty
    add(store, kind, **{"cited_as": "Dec. 24/05"} if kind == "norm" else {"name": "Marco azul"})
    assert not read_today(store, SPANISH).is_empty
