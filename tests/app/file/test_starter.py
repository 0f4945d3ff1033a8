"""A new file brings the bodies and themes that sources confirm, and guesses nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.file.files import new_file
from app.file.starter import fill_starter
from db.checking import check
from db.entities.body import Body, BodyKind
from db.entities.theme import Theme
from db.store import Store
from db.titles import Title


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "nuevo.enlace") as made:
        with made.operation(Title("Comienzo del archivo")) as session:
            fill_starter(session)
        yield made


def test_no_body_gets_a_quorum_or_a_member(store: Store) -> None:
    with store.reading() as session:
        bodies = list(session.scalars(select(Body)))
    assert len(bodies) == 8
    assert {body.quorum_rule for body in bodies} == {None}
    assert {body.quorum_number for body in bodies} == {None}
    assert {body.kind for body in bodies} <= {kind.value for kind in BodyKind}


def test_the_committees_stand_within_the_fccr(store: Store) -> None:
    with store.reading() as session:
        forum = session.scalars(select(Body).where(Body.acronym == "FCCR")).one()
        inside = set(session.scalars(select(Body.name).where(Body.parent_id == forum.id)))
    assert inside == {"Comité de Municipios", "Comité de Estados Federados, Provincias y Departamentos"}
    assert str(forum.starts) == "2004-12"


def test_the_eight_odm_stand_under_line_7_in_both_languages(store: Store) -> None:
    with store.reading() as session:
        odm = list(session.scalars(select(Theme).where(Theme.odm.is_not(None)).order_by(Theme.position)))
        lines = set(session.scalars(select(Theme.plan_line)))
    assert [theme.odm for theme in odm] == list(range(1, 9))
    assert {theme.plan_line for theme in odm} == {"7"}
    assert odm[0].name == "Erradicar la pobreza extrema y el hambre"
    assert odm[0].name_pt == "Erradicar a extrema pobreza e a fome"
    assert odm[0].name_en == "Eradicate extreme poverty and hunger"
    assert lines == {"4", "6", "7"}


def test_all_of_it_is_one_change_that_can_be_undone(store: Store) -> None:
    assert check(store) == []
    store.undo()
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Body)) == 0
        assert session.scalar(select(func.count()).select_from(Theme)) == 0


@pytest.mark.parametrize(
    ("language", "begins"), [("es", "Coordina las"), ("pt", "Coordena as"), ("en", "It coordinates")]
)
def test_what_is_noted_of_the_bodies_is_in_the_language_of_the_office(
    tmp_path: Path, language: str, begins: str
) -> None:
    with new_file(tmp_path / "nuevo.enlace", None, language=language) as store, store.reading() as session:
        board = session.scalars(select(Body).where(Body.kind == BodyKind.BOARD.value)).one()
        notes = [str(each.notes) for each in session.scalars(select(Body))]
    assert str(board.notes).startswith(begins)
    assert len(set(notes)) == len(notes) == 8
