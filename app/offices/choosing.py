"""A picture becomes the logo of an office, in place of the former one, or is taken away."""

from pathlib import Path

from app.document import Letterhead
from app.offices.letterhead import chosen_logos
from app.offices.logo import LARGEST, check_logo
from app.records.attachments import attach_content, read_beginning
from app.rendering.logo import dotted
from app.words.names import file_name
from app.words.problems import WHERE_DELETED, Place, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.document import Document
from db.entities.office import Office
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title


def choose_logo(store: Store, office_id: str, path: Path) -> Changes:
    """Make the picture at `path` the logo of an office, in one operation; the former one goes.

    ProblemError, naming the file, for what cannot be read or may be no logo.
    """
    name = file_name(path)
    content = read_beginning(path, LARGEST + 1)
    picture = check_logo(content, name)
    sides = picture.width, picture.height
    if dotted(Letterhead("", logo=content, media_type=picture.media_type, sides=sides)) is None:
        raise ProblemError(Problem(mark("El SVG no se puede dibujar."), place=Place(file=name)))
    with store.operation(Title("Logo de «{name}»", values={"name": Name(_name(store, office_id))})) as session:
        _remove(session, office_id)
        attach_content(session, "office", office_id, name, content, is_logo=True)
    return session.changes


def remove_logo(store: Store, office_id: str) -> Changes:
    """Take the logo of an office away, in one operation; ProblemError when it has none.

    Only what was chosen as the logo goes: a picture that was attached for something else stays.
    """
    with store.operation(Title("Logo quitado a «{name}»", values={"name": Name(_name(store, office_id))})) as session:
        if not _remove(session, office_id):
            raise ProblemError(Problem(mark("La oficina no tiene logo.")))
    return session.changes


def _remove(session: FileSession, office_id: str) -> bool:
    """Delete what was chosen as the logo; two offices that became one may have brought one each."""
    rows = [session.get_one(Document, each.id) for each in chosen_logos(session, office_id)]
    for row in rows:
        session.delete(row)
    session.flush()
    return bool(rows)


def _name(store: Store, office_id: str) -> str:
    with store.reading() as session:
        office = session.get(Office, office_id)
        if office is None:
            raise ProblemError(Problem(mark("La oficina ya no existe."), WHERE_DELETED))
        return office.name
