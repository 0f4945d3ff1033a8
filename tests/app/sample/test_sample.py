"""The sample is real where it says so, fictitious where it must, and always fresh."""

from pathlib import Path

import pypdfium2
import pytest
from sqlalchemy import Select, select

import resources
from app.file.files import new_file
from app.records.catalog import Query
from app.records.history import undo_title
from app.records.reading import list_ids, list_rows
from app.records.rules import check as broken_rules
from app.sample import build_sample
from app.words.words import Words
from db.checking import check
from db.entities import ENTITIES
from db.entities.body import Body
from db.entities.contact_point import ContactPoint
from db.entities.experience import Experience
from db.entities.person import Person
from db.entities.post import Post
from db.entities.seat import Seat
from db.entities.tenure import TenureState
from db.failures import Reason, StoreFailure
from db.store import Store
from tests.app.sample.day import TODAY

FICTITIOUS = {"Ejemplo", "Prueba", "Modelo", "Muestra", "Ensayo", "Ficticio", "Borrador"} | {
    "Exemplo",
    "Teste",
    "Amostra",
    "Ensaio",
    "Fictício",
    "Rascunho",
}


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
    assert len(experiences) == 56
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
