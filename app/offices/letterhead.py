"""What stands at the head and foot of a paper: the office of its term, else the one of every term."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.document import Letterhead
from app.network.terms import period_on
from app.offices.logo import Picture, check_logo
from app.records.attachments import list_documents, read_content
from app.words.problems import ProblemError
from db.entities.office import Office
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo of an office: the key of the file that it is, what that is called, and the picture."""

    document_id: str
    name: str
    picture: Picture


def read_letterhead(session: FileSession, period_id: str | None, day: date) -> Letterhead | None:
    """Return the letterhead of a paper of that term, of the one that runs on `day` where none is said.

    None when the file has neither an office of the term nor one of every term.
    """
    running = None if period_id else period_on(session, day)
    of_term = period_id or (running.id if running else None)
    offices = session.scalars(
        select(Office).where((Office.period_id == of_term) | Office.period_id.is_(None)).order_by(Office.id)
    ).all()
    office = next((each for each in offices if each.period_id), next(iter(offices), None))
    if office is None:
        return None
    logo = logo_of(session, office.id)
    return Letterhead(
        name=office.name,
        address=office.address or "",
        signer=office.signer or "",
        role=office.role or "",
        logo=logo.picture.content if logo else b"",
        media_type=logo.picture.media_type if logo else "",
        sides=(logo.picture.width, logo.picture.height) if logo else (0.0, 0.0),
    )


def logo_of(session: FileSession, office_id: str) -> Logo | None:
    """Return the newest picture among the files of an office that may be a logo; None when none is.

    A file can come in by other ways than by choosing it as the logo, so each is judged here again.
    """
    files = sorted(list_documents(session, "office", office_id), key=lambda each: each.id, reverse=True)
    for each in files:
        if not _looks_like_one(each.media_type, each.name):
            continue
        try:
            return Logo(each.id, each.name, check_logo(read_content(session, each.digest), each.name))
        except ProblemError:
            continue
    return None


def _looks_like_one(media_type: str, name: str) -> bool:
    return media_type in {"image/png", "image/svg+xml"} or name.casefold().endswith((".png", ".svg"))
