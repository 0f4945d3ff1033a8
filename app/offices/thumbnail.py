"""The logo of an office as a small picture, for the page on which the office is read."""

from dataclasses import dataclass

from app.document import Letterhead
from app.offices.letterhead import chosen_logos, logo_of
from app.rendering.logo import dotted
from db.session import FileSession


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A logo as PNG, and the key of the file that it is; without content where it cannot be drawn."""

    document_id: str
    content: bytes


def thumbnail_of(session: FileSession, office_id: str) -> Thumbnail | None:
    """Return the logo of an office; None where none was chosen."""
    logo = logo_of(session, office_id)
    if logo is None:
        chosen = next(iter(chosen_logos(session, office_id)), None)
        return Thumbnail(chosen.id, b"") if chosen else None
    picture = logo.picture
    drawn = dotted(
        Letterhead("", logo=picture.content, media_type=picture.media_type, sides=(picture.width, picture.height))
    )
    return Thumbnail(logo.document_id, drawn.content if drawn else b"")
