"""The sample is real where it says so, fictitious where it must, and always fresh."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, func, select

import resources
from app.file.files import new_file
from app.records.catalog import Query
from app.records.history import undo_title
from app.records.reading import list_ids, list_rows
from app.records.rules import check as broken_rules
from app.sample import build_sample
from app.sample.days import months_before, working_day
from app.words.words import Words
from db.checking import check
from db.entities import ENTITIES
from db.entities.body import Body
from db.entities.contact_point import ContactPoint
from db.entities.document import Document
from db.entities.experience import Experience
from db.entities.meeting import Meeting
from db.entities.membership import Membership
from db.entities.municipality import Municipality
from db.entities.person import Person
from db.entities.post import Post
from db.entities.resolution import UNFINISHED, Resolution
from db.entities.seat import Seat
from db.entities.tenure import TenureState
from db.failures import Reason, StoreFailure
from db.store import Store

TODAY = date(2009, 3, 11)
FICTITIOUS = {"Ejemplo", "Prueba", "Modelo", "Muestra", "Ensayo", "Ficticio", "Borrador"} | {
    "Exemplo",
    "Teste",
    "Amostra",
    "Ensaio",
    "Fictício",
    "Rascunho",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("sample") / "muestra.enlace"
    with new_file(path, None, clock=lambda: TODAY) as made:
        build_sample(made, TODAY)
        yield made


def test_the_file_is_whole_and_every_record_keeps_the_rules(store: Store) -> None:
    assert check(store) == []
    with store.reading() as session:
        problems = [
            f"{name}: {problem.say(Words('es'))}"
            for name in store.catalog
            for key in list_ids(store, Query(name))
            for problem in broken_rules(session, name, key)
        ]
    assert problems == []


def test_all_members_are_there_and_the_two_avellanedas_are_two(store: Store) -> None:
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Municipality)) == 112
        found = session.scalars(select(Municipality.subdivision).where(Municipality.short_name == "Avellaneda"))
        assert set(found) == {"AR-B", "AR-S"}


def test_nearly_every_city_has_its_place_on_the_map(store: Store) -> None:
    with store.reading() as session:
        lost = set(session.scalars(select(Municipality.short_name).where(Municipality.latitude.is_(None))))
    assert {"San Martín", "Rivadavia"} <= lost  # homonyms that the source does not resolve
    assert len(lost) <= 8


def test_twelve_cities_founded_the_network(store: Store) -> None:
    with store.reading() as session:
        founders = select(func.count()).where(Membership.act.startswith("Acta fundacional"))
        assert session.scalar(founders) == 12


def test_people_are_plainly_fictitious(store: Store) -> None:
    with store.reading() as session:
        names = list(session.scalars(select(Person.name)))
        addresses = [*session.scalars(select(Post.email)), *session.scalars(_values("email"))]
        phones = [*session.scalars(select(Post.phone)), *session.scalars(_values("phone"))]
    assert len(set(names)) == len(names) >= 150
    assert all(set(name.split()[-2:]) <= FICTITIOUS for name in names)
    assert all(str(address).endswith(".example.org") for address in addresses)
    assert all("000" in str(phone) for phone in phones)


def _values(kind: str) -> Select[str]:
    return select(ContactPoint.value).where(ContactPoint.kind == kind)


def test_no_body_gets_a_quorum_and_the_seats_of_the_board_are_examples(store: Store) -> None:
    with store.reading() as session:
        assert set(session.scalars(select(Body.quorum_rule))) == {None}
        board = session.scalars(select(Body.id).where(Body.kind == "board")).one()
        acts = list(session.scalars(select(Seat.act).where(Seat.body_id == board)))
    assert len(acts) == 11
    assert all(str(act).startswith("Ejemplo") for act in acts)


def test_every_meeting_says_that_it_is_an_example(store: Store) -> None:
    with store.reading() as session:
        names = list(session.scalars(select(Meeting.name)))
    assert len(names) == 6
    assert all("(ejemplo)" in name for name in names)


def test_the_next_meeting_of_the_board_is_ahead_with_its_agenda_and_annexes(store: Store) -> None:
    with store.reading() as session:
        ahead = session.scalars(select(Meeting).where(Meeting.starts_on > TODAY).order_by(Meeting.starts_on)).first()
        assert ahead is not None
        annexes = list(session.scalars(select(Document.media_type).where(Document.record_id == ahead.id)))
    assert ahead.starts_on is not None
    assert timedelta(14) <= ahead.starts_on - TODAY <= timedelta(40)
    assert ahead.code is None
    assert annexes == ["application/pdf", "application/pdf"]


def test_the_last_meeting_left_resolutions_of_which_some_are_overdue(store: Store) -> None:
    with store.reading() as session:
        unfinished = list(session.scalars(select(Resolution).where(Resolution.state.in_(UNFINISHED))))
        codes = set(session.scalars(select(Meeting.code).join(Resolution)))
    assert 3 <= len([one for one in unfinished if one.due_on and one.due_on < TODAY]) < len(unfinished)
    assert {"ACTA Nº 01/2008", "ACTA Nº 02/2008"} <= codes


def test_some_mandates_have_ended_and_some_are_to_be_verified(store: Store) -> None:
    people = list_ids(store, Query("person"))
    states = [row[0] for row in list_rows(store, "person", ["tenure_state"], people)]
    count = {state: states.count(state.value) for state in TenureState}
    assert count[TenureState.ENDED] >= 5
    assert count[TenureState.TO_VERIFY] >= 15
    assert count[TenureState.CURRENT] > count[TenureState.TO_VERIFY]


def test_experiences_have_a_source_and_a_theme_and_ask_for_permission(store: Store) -> None:
    with store.reading() as session:
        experiences = list(session.scalars(select(Experience)))
    assert len(experiences) == 53
    assert all(one.source and one.summary for one in experiences)
    assert {one.permission for one in experiences} == {"not_asked"}
    themes = list_rows(store, "experience", ["themes"], [one.id for one in experiences])
    assert all(row[0] for row in themes)


def test_the_same_day_gives_the_same_sample(store: Store, tmp_path: Path) -> None:
    with new_file(tmp_path / "otra.enlace", None, clock=lambda: TODAY) as other:
        build_sample(other, TODAY)
        for entity in ("tenure", "meeting", "resolution", "attendance"):
            fields = [name for name in ("name", "starts", "starts_on", "due_on", "state") if _has(entity, name)]
            assert _sorted_rows(other, entity, fields) == _sorted_rows(store, entity, fields)


def _has(entity: str, name: str) -> bool:
    return any(one.__tablename__ == entity and name in one.__table__.columns for one in ENTITIES)


def _sorted_rows(store: Store, entity: str, fields: list[str]) -> list[str]:
    return sorted(map(str, list_rows(store, entity, fields, list_ids(store, Query(entity)))))


def test_undo_does_not_reach_what_the_sample_begins_with(tmp_path: Path) -> None:
    with Store.create(tmp_path / "muestra.enlace") as made:
        build_sample(made, TODAY)
        assert undo_title(made) is None
        with pytest.raises(StoreFailure) as caught:
            made.undo()
    assert caught.value.reason is Reason.NOTHING_TO_UNDO


@pytest.mark.parametrize(("name", "pages"), [("agenda-de-actividades", 3), ("presupuesto-del-estudio", 2)])
def test_the_annexes_are_pdfs_that_say_they_are_examples(name: str, pages: int) -> None:
    document = pypdfium2.PdfDocument(resources.path(f"sample/annexes/{name}.pdf"))
    assert len(document) == pages
    for page in document:
        assert "Documento de ejemplo" in page.get_textpage().get_text_range()
    document.close()


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-600, 600))
def test_months_are_counted_without_falling_out_of_the_month(day: date, months: int) -> None:
    before = months_before(day, months)
    assert (day.year * 12 + day.month) - (before.year * 12 + before.month) == months
    assert before.day <= day.day


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(-300, 300))
def test_nobody_is_convened_on_a_weekend(day: date, days: int) -> None:
    found = working_day(day, days)
    assert found.weekday() < 5
    assert 0 <= (found - day).days - days <= 2
