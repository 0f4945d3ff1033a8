"""What a person should know when the day begins: what needs attention, the next meeting, the members."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from sqlalchemy import func, select

from app.figures import (
    COUNTRIES,
    DUE,
    EXPIRING_AGREEMENTS,
    MEMBERS,
    NEEDS_WITHOUT,
    OVERDUE,
    SILENT_CITIES,
    SILENT_NETWORKS,
    TO_VERIFY,
    UNFINISHED_RESOLUTIONS,
    Figure,
)
from app.meetings import Missing, next_meeting, what_is_missing
from app.network import Member, members_on
from app.network.beginning import Step as FirstStep
from app.network.beginning import steps_on
from app.plan.board import BoardLine, board_on
from app.plan.plans import PlanChoice, plan_on
from app.records.catalog import Query
from app.records.deadlines import due_until
from app.records.namesakes import read_titles
from app.words.words import Words
from db.deadline_state import DEADLINES
from db.entities.activity import Activity
from db.entities.agreement import Agreement
from db.entities.call import Call
from db.entities.commitment import Commitment
from db.entities.declaration import Declaration
from db.entities.experience import Experience
from db.entities.focem_proposal import FocemProposal
from db.entities.interaction import Interaction
from db.entities.meeting import Meeting
from db.entities.municipality import Municipality
from db.entities.norm import Norm
from db.entities.person import Person
from db.entities.plan_action import PlanAction
from db.entities.project import Project
from db.entities.recommendation import Recommendation
from db.entities.step import Step
from db.entities.study import Study
from db.query import fetch_rows, find_ids
from db.reach import EVERYTHING, Reach, watched
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that may need attention: its figure, how many there are, and the list that shows them, if any."""

    figure: Figure
    count: int
    query: Query | None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting that comes next, and what its dossier still lacks."""

    id: str
    name: str
    body: str
    starts_on: date | None
    place: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class DueSoon:
    """Something that is due in the days to come: the key of the deadline, its day, what it is and who answers for it.

    `who` is empty where nobody is recorded.
    """

    id: str
    day: date
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class Week:
    """What is due in the SOON days that begin today: the first of it, how much there is, and the list of all."""

    first: tuple[DueSoon, ...]
    count: int
    query: Query


@dataclass(frozen=True, slots=True)
class PlanOfToday:
    """The plan that runs, and its lines in their order, the vacant ones too."""

    term: PlanChoice
    lines: tuple[BoardLine, ...]


@dataclass(frozen=True, slots=True)
class Today:
    """All of it; `is_empty` when nothing of the work was recorded: nothing of WORK.

    `steps` are what the file still lacks, and `cities` the members, by name. `reach` is what it was read from: another
    operation changes nothing of it.
    """

    day: date
    is_empty: bool
    concerns: tuple[Concern, ...]
    week: Week
    plan: PlanOfToday
    meeting: NextMeeting | None
    steps: tuple[FirstStep, ...]
    members: int
    countries: int
    cities: tuple[Member, ...]
    reach: Reach = EVERYTHING


SOON = 7
"""Days, today among them, of which the day begins with what is due."""
MOST_DUE = 5
"""How much of it is told; the rest is in its list."""

NEVER_URGENT = (SILENT_CITIES, SILENT_NETWORKS)
"""The figures of what is good to do on any day, and waits for none."""

CONCERNS = (OVERDUE, DUE, EXPIRING_AGREEMENTS, TO_VERIFY, UNFINISHED_RESOLUTIONS, NEEDS_WITHOUT, *NEVER_URGENT)
"""The figures of what may need attention, in the order in which the day begins with them."""

WORK = (
    *(Municipality, Person, Experience, Meeting, PlanAction, Commitment, Step, Interaction),
    *(Agreement, Call, Project, Study, Activity, Declaration, Norm, Recommendation, FocemProposal),
)
"""The kinds of which a new file has none: with one of any, a day has more to begin with than three doors."""


def read_today(store: Store, words: Words) -> Today:
    """Read what the day begins with."""
    day = store.today()
    with store.reading() as session, watched(session.connection()) as seen:
        return Today(
            day,
            is_empty=_is_empty(session),
            concerns=tuple(Concern(figure, figure.count(session, day), figure.listed(day)) for figure in CONCERNS),
            week=_week(session, day),
            plan=_plan(session, day),
            meeting=_next_meeting(session, day, words),
            steps=steps_on(session, day),
            members=MEMBERS.count(session, day),
            countries=COUNTRIES.count(session, day),
            cities=members_on(session, day),
            reach=seen.reach,
        )


def _is_empty(session: FileSession) -> bool:
    return not any(session.scalar(select(func.count()).select_from(kind)) for kind in WORK)


def _week(session: FileSession, day: date) -> Week:
    query = due_until(day + timedelta(days=SOON - 1))
    ids = find_ids(session, query, day)
    rows = fetch_rows(session, DEADLINES, ("id", "day", "text", "who"), ids[:MOST_DUE], day)
    found = (DueSoon(str(key), cast("date", due), str(text), str(who or "")) for key, due, text, who in rows)
    return Week(tuple(found), len(ids), query)


def _plan(session: FileSession, day: date) -> PlanOfToday:
    term = plan_on(session, day)
    return PlanOfToday(term, tuple(board_on(session, term.period_id, day).lines))


def _next_meeting(session: FileSession, day: date, words: Words) -> NextMeeting | None:
    key = next_meeting(session, day) or next_meeting(session, day, None)
    if key is None:
        return None
    meeting = session.get_one(Meeting, key)
    body = read_titles(session, "body", [meeting.body_id])[meeting.body_id]
    missing = what_is_missing(session, key, words)
    return NextMeeting(key, meeting.name, body, meeting.starts_on, meeting.place or "", missing)
