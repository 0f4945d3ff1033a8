"""The dossier as a whole: what it reads of the file, and the document that it makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.document import Cover, Document, Section
from app.meetings import FollowUp, follow_up
from app.network import ToVerify, contacts_to_verify
from app.reports.board_pack.agenda import Adopted, Item, agenda_section, minutes_section, read_adopted, read_items
from app.reports.board_pack.annexes import AttachedFile, annexes_section, read_annexes, with_annexes
from app.reports.board_pack.delegations import (
    Delegations,
    attendance_section,
    read_delegations,
    say_secretariat,
    signatures_section,
)
from app.reports.board_pack.experiences import ExperienceSheets, experiences_section, read_experiences
from app.reports.board_pack.follow_up import follow_up_section
from app.reports.board_pack.meeting import MeetingData, read_meeting, say_city, say_date
from app.reports.board_pack.options import Options
from app.reports.board_pack.state import NetworkState, contacts_section, network_section, read_network
from app.words.words import Words
from db.entities.body import BodyKind
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a dossier prints; a part that was not asked for is None."""

    options: Options
    today: date
    meeting: MeetingData
    items: tuple[Item, ...]
    adopted: tuple[Adopted, ...]
    follow_up: tuple[FollowUp, ...] | None
    delegations: Delegations
    network: NetworkState | None
    contacts: tuple[ToVerify, ...] | None
    experiences: ExperienceSheets | None
    annexes: tuple[AttachedFile, ...] | None


def gather(store: Store, options: Options) -> Pack:
    """Read all that the dossier prints; ProblemError when its meeting is no more."""
    today = store.today()
    with store.reading() as session:
        meeting = read_meeting(session, options.meeting_id, today)
        return _gather(session, options, meeting, today)


def _gather(session: FileSession, options: Options, meeting: MeetingData, today: date) -> Pack:
    items = read_items(session, meeting)
    annexes = read_annexes(session, meeting.id, items) if options.annexes else None
    return Pack(
        options=options,
        today=today,
        meeting=meeting,
        items=with_annexes(items, annexes or ()),
        adopted=read_adopted(session, meeting.id),
        follow_up=follow_up(session, meeting.id, today) if options.follow_up else None,
        delegations=read_delegations(session, meeting),
        network=read_network(session, meeting, today) if options.network else None,
        contacts=contacts_to_verify(session, today) if options.contacts else None,
        experiences=read_experiences(session, meeting.term) if options.experiences else None,
        annexes=annexes,
    )


def compose(pack: Pack, words: Words) -> Document:
    """Compose the dossier in the language of `words`."""
    title = _title(pack.meeting, words)
    return Document(
        title=title,
        language=words.language,
        sections=tuple(_sections(pack, words)),
        cover=_cover(pack, title, words) if pack.options.cover else None,
        contents=pack.options.contents,
        footer=pack.meeting.title,
        author=say_secretariat(pack.meeting, words) or words("Red de Mercociudades"),
        created=pack.today,
    )


def _title(meeting: MeetingData, words: Words) -> str:
    if meeting.kind is BodyKind.BOARD:
        return words("Dossier de la Comisión Directiva")
    return words("Dossier de la reunión · {body}", body=meeting.body.said(words))


def _cover(pack: Pack, title: str, words: Words) -> Cover:
    meeting = pack.meeting
    days = say_date(meeting, words) or words("Fecha sin registrar")
    if meeting.starts_at and meeting.starts_on:
        days = words("{date}, {time} h", date=days, time=words.time(meeting.starts_at))
    place = meeting.place or (words("Lugar sin registrar") if not meeting.city else "")
    made = words("Hecho el {date}", date=words.long_date(pack.today))
    foot = " · ".join(text for text in (say_secretariat(meeting, words), made) if text)
    return Cover(
        over=words("Red de Mercociudades"),
        title=title,
        subtitle=meeting.title,
        lines=tuple(line for line in (days, place, say_city(meeting, words)) if line),
        foot=foot,
    )


def _sections(pack: Pack, words: Words) -> Iterator[Section]:
    """Return the parts in the order in which a meeting needs them; the sheet to sign is last, to be taken out."""
    meeting, options = pack.meeting, pack.options
    if options.agenda:
        yield agenda_section(meeting, pack.items, words)
    if options.minutes and meeting.was_held:
        yield minutes_section(meeting, pack.items, pack.adopted, words)
    if pack.follow_up is not None:
        yield follow_up_section(pack.follow_up, meeting.starts_on or pack.today, words)
    if options.attendance:
        yield attendance_section(meeting, pack.delegations, words)
    if pack.network is not None:
        yield network_section(pack.network, words)
    if pack.contacts is not None:
        yield contacts_section(pack.contacts, words)
    if pack.experiences is not None:
        yield experiences_section(pack.experiences, words)
    if pack.annexes is not None:
        yield annexes_section(pack.annexes, words)
    if options.signatures:
        yield signatures_section(meeting, pack.delegations, words)
