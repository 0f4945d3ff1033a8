"""The rules of the chapters of the informe de gestión: one text for each language of a term."""

from collections.abc import Sequence

from sqlalchemy import select, tuple_

from app.records.rules.once import said_again
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.chapter import Chapter
from db.session import FileSession


def is_written_once(session: FileSession, rows: Sequence[Entity]) -> list[Problem]:
    """Refuse a second text of a chapter in a language: which of the two would be printed, nobody could tell.

    The rows are compared as they will be, so that two chapters of one form may exchange their places.
    """
    wanted = {
        row.id: (row.period_id, row.chapter, row.language)
        for row in rows
        if isinstance(row, Chapter) and row.period_id and row.chapter and row.language
    }
    if not wanted:
        return []
    said = Chapter.period_id, Chapter.chapter, Chapter.language
    found = select(Chapter.id, *said).where(tuple_(*said).in_(set(wanted.values()))).order_by(Chapter.id)
    stored = [(key, (period, chapter, language)) for key, period, chapter, language in session.execute(found)]
    again = said_again(stored, wanted)
    text = mark("Ese capítulo ya está escrito en ese idioma.")
    hint = mark("Cambie el que hay, o elija otro capítulo u otro idioma.")
    return [Problem(text, hint, Place(field="chapter", record=key)) for key in wanted if key in again]


def terms_stand_apart(session: FileSession, term: Entity) -> list[Problem]:
    """Refuse that two terms become one while both have a chapter in one language: neither text is dropped unread."""
    rows = session.scalars(select(Chapter).where(Chapter.period_id == term.id).order_by(Chapter.id)).all()
    if not is_written_once(session, rows):
        return []
    text = mark("Las dos tienen escrito un mismo capítulo del informe de gestión.")
    return [Problem(text, mark("Deje antes uno solo de los dos textos."))]
