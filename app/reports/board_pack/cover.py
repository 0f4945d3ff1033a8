"""The first pages of the dossier: its cover, and its contents."""

from app.document import Contents, Cover
from app.network.terms import say_secretariat
from app.reports.board_pack.meeting import Basis, MeetingData, say_date, say_places
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession


def say_title(meeting: MeetingData, words: Words) -> str:
    """Write what the dossier is called: by its body as it is named."""
    return words("Dossier · {body}", body=meeting.body)


def _gather(_session: FileSession, _basis: Basis) -> None:
    """Read nothing more: the meeting says it all."""


def _compose(basis: Basis, _: None, words: Words) -> Cover:
    meeting = basis.meeting
    days = say_date(meeting, words) or words("Fecha sin registrar")
    if meeting.starts_at and meeting.starts_on:
        days = words("{date}, {time} h", date=days, time=words.time(meeting.starts_at))
    place, city = say_places(meeting, words)
    if not place and not city:
        place = words("Lugar sin registrar")
    made = words("Emitido el {date}", date=words.long_date(basis.today))
    foot = " · ".join(text for text in (say_secretariat(meeting.term, words), made) if text)
    return Cover(
        over=words("Red de Mercociudades"),
        title=say_title(meeting, words),
        subtitle=meeting.title,
        lines=tuple(line for line in (days, place, city) if line),
        foot=foot,
    )


def _compose_contents(_basis: Basis, _found: None, _words: Words) -> Contents:
    return Contents()


COVER = ReportPart("cover", mark("Portada"), _gather, _compose)
CONTENTS = ReportPart("contents", mark("Índice"), _gather, _compose_contents)
