"""What stands at the head and foot of a paper: the office of its term, else the one of every term."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from app.document import Letterhead
from app.network.terms import period_on
from app.offices.logo import PNG, SVG, Picture, check_logo
from app.records.attachments import Attachment, list_documents, read_content
from app.rendering.logo import dotted
from app.words.problems import ProblemError
from db.entities.document import LOGO
from db.entities.office import Office
from db.journal.story import title_of_making
from db.session import FileSession

CHOSEN = "Logo de «{name}»"
"""The title of the operation that chooses a logo, as the journal keeps it."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The logo of an office: the key of the file that it is, what that is called, and the picture."""

    document_id: str
    name: str
    picture: Picture


def read_letterhead(session: FileSession, period_id: str | None, day: date) -> Letterhead | None:
    """Return the letterhead of a paper of that term, of the one that runs on `day` where none is said.

    Its logo is judged and drawn here, once for all the pages and papers that bear it.

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
    head = Letterhead(
        name=office.name,
        address=office.address or "",
        signer=office.signer or "",
        role=office.role or "",
        logo=logo.picture.content if logo else b"",
        media_type=logo.picture.media_type if logo else "",
        sides=(logo.picture.width, logo.picture.height) if logo else (0.0, 0.0),
    )
    drawn = dotted(head)
    return replace(head, dots=drawn.content) if drawn else head


def logo_of(session: FileSession, office_id: str) -> Logo | None:
    """Return the logo of an office, the one chosen last; None when none was chosen, or it may be none.

    A file can come in by other ways than by choosing it, so its content is judged here again.
    """
    for each in chosen_logos(session, office_id):
        try:
            return Logo(each.id, each.name, check_logo(read_content(session, each.digest), each.name))
        except ProblemError:
            continue
    return None


def chosen_logos(session: FileSession, office_id: str) -> list[Attachment]:
    """Return the files of an office that were chosen as its logo, the newest first.

    Files of schema 14 may have one that bears no mark yet: the journal tells that it came in as the logo.
    """
    files = sorted(list_documents(session, "office", office_id), key=lambda each: each.id, reverse=True)
    return [each for each in files if each.media_type.endswith(LOGO)] or [
        each for each in files if _came_as_logo(session, each)
    ]


def _came_as_logo(session: FileSession, file: Attachment) -> bool:
    if file.media_type not in {PNG, SVG}:
        return False
    title = title_of_making(session.connection(), file.id)
    return title is not None and title.text == CHOSEN
