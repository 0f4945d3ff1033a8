"""The offices and chapters of the sample: each says that it is an example, and one term has its own."""

from sqlalchemy import select

from db.entities.chapter import Chapter
from db.entities.document import Document
from db.entities.office import Office
from db.papers import ChapterKind
from db.store import Store


def test_one_office_is_of_every_term_and_one_of_its_own_and_each_has_a_logo(store: Store) -> None:
    with store.reading() as session:
        offices = session.scalars(select(Office)).all()
        logos = session.scalars(select(Document.record).where(Document.name == "logo.svg")).all()
    assert [office.period_id is None for office in offices].count(True) == 1
    assert all(str(office.notes).startswith(("Ejemplo", "Exemplo")) for office in offices)
    assert {logo.id for logo in logos} == {office.id for office in offices}


def test_chapters_are_of_two_languages_and_some_are_still_to_be_written(store: Store) -> None:
    with store.reading() as session:
        chapters = session.scalars(select(Chapter)).all()
    assert {each.language for each in chapters} == {"es", "pt"}
    assert 0 < len({each.chapter for each in chapters}) < len(ChapterKind)
    assert all(str(each.text).startswith(("Ejemplo", "Exemplo")) for each in chapters)
