"""What an acta tells of its meeting: as it is recorded, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from app.meetings.acta_numbers import number_of_acta
from app.network import homonyms
from app.reports.acta.options import ActaForm, Options
from app.reports.board_pack.annexes import Annexed, list_annexes
from app.reports.board_pack.items import Item, read_items
from app.reports.board_pack.meeting import MeetingData, read_meeting
from app.reports.board_pack.minutes import Adopted, read_adopted
from app.words.folding import fold
from app.words.words import Words
from db.entities.attendance import CAME, Attendance, AttendanceState
from db.entities.body import Body
from db.entities.meeting import Meeting, MeetingState
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post
from db.entities.resolution import Resolution
from db.entities.seat import Seat
from db.entities.tenure import Tenure
from db.papers import ActaState
from db.session import FileSession
from db.spans import holds_on, on
from db.store import Store


@dataclass(frozen=True, slots=True)
class Delegate:
    """Who was convened, for which city, organisation or country, in which post on that day, and whether they came."""

    country: str
    name: str
    person: str
    post: str
    state: AttendanceState
    represented_by: str

    @property
    def came(self) -> bool:
        """Whether they were there, or were represented."""
        return self.state.value in CAME


@dataclass(frozen=True, slots=True)
class Acta:
    """All that an acta prints. `adopted` are its resolutions, each with the key of its item, None for none.

    `organ` is the acronym of the body, or its name; `others` are the bodies that met with it.
    """

    form: ActaForm
    meeting: MeetingData
    organ: str
    others: tuple[str, ...]
    number: str
    state: ActaState
    sent_on: date | None
    approved_on: date | None
    delegates: tuple[Delegate, ...]
    items: tuple[Item, ...]
    adopted: tuple[tuple[str | None, Adopted], ...]
    annexes: tuple[Annexed, ...]
    today: date

    @property
    def came(self) -> tuple[Delegate, ...]:
        """Those who were there or were represented."""
        return tuple(each for each in self.delegates if each.came)

    @property
    def is_marked(self) -> bool:
        """Whether it is recorded who came."""
        return any(each.state is not AttendanceState.CONVENED for each in self.delegates)


def gather(store: Store, options: Options) -> Acta:
    """Read the acta of a meeting; ProblemError when that is no more."""
    with store.reading() as session:
        return read_acta(session, options)


def read_acta(session: FileSession, options: Options) -> Acta:
    """Read the acta of a meeting in a session that is open; ProblemError when the meeting is no more."""
    today = session.today()
    meeting = read_meeting(session, options.record_id, today)
    row = session.get_one(Meeting, meeting.id)
    body = session.get_one(Body, meeting.body_id)
    of_forum = session.scalar(select(Meeting.is_of_forum()).where(Meeting.id == row.id))
    usual = ActaForm.MERCOSUR if of_forum else ActaForm.NETWORK
    items = read_items(session, meeting)
    return Acta(
        form=ActaForm.of(options.form) if options.form else usual,
        meeting=meeting,
        organ=body.acronym or meeting.body,
        others=_others(session, meeting.id),
        number=number_of_acta(row.acta_number, row.code),
        state=_state(row),
        sent_on=row.acta_sent_on,
        approved_on=row.acta_approved_on,
        delegates=_delegates(session, row),
        items=items,
        adopted=_adopted(session, meeting.id),
        annexes=tuple(each for each in list_annexes(session, meeting.id, items) if each.file.digest != row.acta_digest),
        today=today,
    )


def _state(meeting: Meeting) -> ActaState:
    if meeting.state == MeetingState.CLOSED.value:
        return ActaState.APPROVED
    return ActaState.DRAFT if meeting.acta_sent_on is None else ActaState.CORRECTION


def _others(session: FileSession, meeting_id: str) -> tuple[str, ...]:
    found = select(Body.title()).join(Meeting.bodies).where(Meeting.id == meeting_id).order_by(Body.name_key, Body.id)
    return tuple(session.scalars(found, session.reader))


def _adopted(session: FileSession, meeting_id: str) -> tuple[tuple[str | None, Adopted], ...]:
    ordered = select(Resolution.agenda_item_id).where(Resolution.meeting_id == meeting_id)
    of_items = session.scalars(ordered.order_by(Resolution.position, Resolution.id)).all()
    return tuple(zip(of_items, read_adopted(session, meeting_id), strict=True))


def _delegates(session: FileSession, meeting: Meeting) -> tuple[Delegate, ...]:
    of_country = case((Attendance.municipality_id.is_(None) & Attendance.organisation_id.is_(None), Seat.country))
    found = session.execute(
        select(
            Attendance,
            func.coalesce(Municipality.country, Organisation.country, of_country, "").label("country"),
            func.coalesce(Municipality.short_name, Organisation.title(), "").label("name"),
            func.coalesce(Person.name, "").label("person"),
        )
        .outerjoin(Municipality, Municipality.id == Attendance.municipality_id)
        .outerjoin(Organisation, Organisation.id == Attendance.organisation_id)
        .outerjoin(Person, Person.id == Attendance.person_id)
        .outerjoin(Seat, Seat.id == Attendance.seat_id)
        .where(Attendance.meeting_id == meeting.id)
        .order_by(Attendance.position, Attendance.id),
        session.reader,
    ).all()
    names = homonyms(session)
    posts = _posts(session, [row.Attendance for row in found], meeting.starts_on or session.today())
    return tuple(
        Delegate(
            row.country,
            names.get(row.Attendance.municipality_id or "", row.name),
            row.person,
            posts.get(row.Attendance.id, ""),
            AttendanceState.of(row.Attendance.state),
            row.Attendance.represented_by or "",
        )
        for row in found
    )


def _posts(session: FileSession, rows: Sequence[Attendance], day: date) -> Mapping[str, str]:
    """Return the post that each person holds on `day`, by the key of their attendance.

    It is one of whom they came for, the last begun of several; who came for nobody has the only one they hold.
    """
    held = session.execute(
        select(Tenure.person_id, Post.name, func.coalesce(Post.municipality_id, Post.organisation_id).label("place"))
        .join(Post, Post.id == Tenure.post_id)
        .where(
            Tenure.person_id.in_([row.person_id for row in rows if row.person_id]),
            holds_on(Tenure.starts, Tenure.ends, on(day)),
        )
        .order_by(func.coalesce(Tenure.starts, "").desc(), Tenure.id.desc()),
    ).all()
    found: dict[str, str] = {}
    for row in rows:
        mine = [each for each in held if each.person_id == row.person_id]
        place = row.municipality_id or row.organisation_id
        here = [each.name for each in mine if each.place == place]
        if here or (place is None and len(mine) == 1):
            found[row.id] = str((here or [mine[0].name])[0])
    return found


def by_country(delegates: Sequence[Delegate], words: Words) -> Mapping[str, Sequence[Delegate]]:
    """Group delegates by the name of their country in the words of the paper, those of none at the end."""
    ordered = sorted(delegates, key=lambda each: (not each.country, fold(_country(each, words)), fold(each.name)))
    groups: dict[str, list[Delegate]] = {}
    for each in ordered:
        groups.setdefault(_country(each, words), []).append(each)
    return groups


def _country(delegate: Delegate, words: Words) -> str:
    return words.country(delegate.country) if delegate.country else words("Sin país")
