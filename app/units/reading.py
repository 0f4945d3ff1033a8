"""The facts of the units of a term, read of the file with one statement a kind, however many units there are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Column, case, func, select

from app.network.terms import Term, expect_term
from app.plan import BoardLine, read_board
from app.plan.board import reach_of_board
from app.records.namesakes import read_rows, read_titles, titles_apart
from app.units.facts import (
    NO_PLAN,
    UNIT_KINDS,
    Absent,
    AxisOfUnits,
    Facts,
    Gathering,
    Planned,
    Report,
    Seated,
    Unit,
    UnitPlan,
)
from app.units.questions import absent_cities, present_cities
from db.entities.activity import Activity, ActivityState, activity_body
from db.entities.axis import Axis, axis_body
from db.entities.body import Body, BodyKind, body_unit
from db.entities.commitment import Commitment, CommitmentState
from db.entities.meeting import TOOK_PLACE, Meeting, MeetingState, meeting_body
from db.entities.period import Period
from db.entities.plan_action import ActionState, PlanAction, whole_percent
from db.entities.seat import Seat, SeatRole
from db.query import find_ids, ranking
from db.reach import watched
from db.referring import refers_to
from db.session import FileSession
from db.store import Store
from db.values import PartialDate, Percent, RecordKey

Keys = frozenset[str]


def read_facts(store: Store, period_id: str) -> Facts:
    """Read the units of a term, names in the language of the store; ProblemError when the period is no more."""
    with store.reading() as session:
        return facts_within(session, store, period_id)


def facts_within(session: FileSession, store: Store, period_id: str) -> Facts:
    """Read the same within a session, whose other reading sees the same file."""
    lines = read_board(store, period_id).lines
    with watched(session.connection()) as seen:
        term = expect_term(session, period_id)
        meetings, activities = _meetings(session, term), _activities(session, term, lines)
        axes = _axes(session, store, term)
        active = [*(each.bodies for each in meetings), *(each.units for each in activities if each.in_term)]
        units = _units(session, store, term, lines, also=frozenset().union(*active, *(axis.units for axis in axes)))
        return Facts(
            term,
            store.today(),
            units,
            lines,
            axes,
            meetings,
            activities,
            secretariats=_bodies_of(session, BodyKind.TECHNICAL_SECRETARIAT),
            boards=_bodies_of(session, BodyKind.BOARD),
            absent=_absent(session, store, term),
            reach=seen.reach | reach_of_board(store.catalog, period_id),
        )


def _absent(session: FileSession, store: Store, term: Term) -> tuple[Absent, ...] | None:
    if not find_ids(session, present_cities(term), store.today()):
        return None
    ids = find_ids(session, absent_cities(term), store.today())
    rows = read_rows(session, store, "municipality", ("country", "member_since"), ids)
    names = titles_apart(session, store, "municipality", ids)
    return tuple(
        Absent(key, names[key], str(country), since if isinstance(since, PartialDate) else None)
        for key, (country, since) in zip(ids, rows, strict=True)
    )


def _units(
    session: FileSession, store: Store, term: Term, lines: Sequence[BoardLine], *, also: Keys
) -> tuple[Unit, ...]:
    """Return the units that existed in the term, those that have anything in it, and those that are named in `also`."""
    found = session.execute(
        select(Body.id, Body.starts, Body.ends).where(Body.kind.in_(UNIT_KINDS)).order_by(Body.title_key(), Body.id),
        session.reader,
    ).all()
    seats, plans, reports = _seats(session, store, term), _plans(session, lines), _reports(session, store, term)
    kept = {*seats, *plans, *reports, *also}
    ids = [key for key, starts, ends in found if key in kept or term.overlaps(starts, ends)]
    joins = _joins(session)
    names = titles_apart(session, store, "body", {*ids, *(each for joined in joins.values() for each in joined)})
    return tuple(
        Unit(
            key,
            names[key],
            sorted(names[each] for each in joins.get(key, ())),
            seats.get(key, ()),
            plans.get(key, NO_PLAN),
            reports.get(key, ()),
        )
        for key in ids
    )


def _joins(session: FileSession) -> Mapping[str, Keys]:
    return _linked(session, body_unit.c.body_id, body_unit.c.unit_id)


def _bodies_of(session: FileSession, kind: BodyKind) -> Keys:
    return frozenset(session.scalars(select(Body.id).where(Body.kind == kind.value)))


def _seats(session: FileSession, store: Store, term: Term) -> Mapping[str, Sequence[Seated]]:
    """Return who sits on each unit on a day of the term, as seats are ranked."""
    found = session.execute(
        select(Seat.body_id, Seat.municipality_id, Seat.organisation_id, Seat.role, Seat.starts, Seat.ends, Seat.id)
        .join(Body, Body.id == Seat.body_id)
        .where(Body.kind.in_(UNIT_KINDS))
        .order_by(*ranking(Seat), Seat.id),
        session.reader,
    ).all()
    rows = [row for row in found if term.overlaps(row[4], row[5])]
    cities = titles_apart(session, store, "municipality", {row[1] for row in rows if row[1]})
    organisations = titles_apart(session, store, "organisation", {row[2] for row in rows if row[2]})
    countries = read_titles(session, "seat", {row[6] for row in rows if not (row[1] or row[2])})
    names = cities | organisations | countries
    seats = defaultdict[str, dict[Seated, None]](dict)
    for body, city, organisation, role, *_, seat in rows:
        place = RecordKey.of("municipality", city) or RecordKey.of("organisation", organisation)
        holder = place or RecordKey("seat", seat)  # a country is no record: its seat is
        seats[body][Seated(holder, names[holder.id], SeatRole.of(role), seat)] = None
    return {body: tuple(seated) for body, seated in seats.items()}


def _plans(session: FileSession, lines: Sequence[BoardLine]) -> Mapping[str, UnitPlan]:
    """Return the plan of each unit: its actions of the lines of the term, counted as those of a line are."""
    done = case((PlanAction.state == ActionState.DONE.value, 1))
    counted = (
        func.count(),
        func.count(done),
        func.count(PlanAction.share()),
        whole_percent(func.avg(PlanAction.share())),
    )
    own = (
        PlanAction.line_id.in_([line.id for line in lines]),
        PlanAction.body_id.is_not(None),
        PlanAction.state != ActionState.DROPPED.value,
    )
    of_line = select(PlanAction.body_id, PlanAction.line_id, func.count()).where(*own)
    by_line = defaultdict[str, dict[str, int]](dict)
    for body, line, count in session.execute(of_line.group_by(PlanAction.body_id, PlanAction.line_id)):
        by_line[str(body)][str(line)] = count
    rows = session.execute(select(PlanAction.body_id, *counted).where(*own).group_by(PlanAction.body_id))
    return {
        str(body): UnitPlan(
            actions, done, measured, Percent(progress) if progress is not None else None, by_line[str(body)]
        )
        for body, actions, done, measured, progress in rows
    }


def _reports(session: FileSession, store: Store, term: Term) -> Mapping[str, Sequence[Report]]:
    """Return the reports that each unit was asked for: commitments of the term, but for those without effect."""
    rows = session.execute(
        select(Commitment.body_id, Commitment.id, Commitment.due_on, Commitment.state, Commitment.met_on)
        .join(Body, Body.id == Commitment.body_id)
        .where(
            refers_to(Commitment, "record", "period", [term.id]),
            Body.kind.in_(UNIT_KINDS),
            Commitment.state != CommitmentState.DROPPED.value,
        )
        .order_by(Commitment.due_on, Commitment.id)
    )
    reports = defaultdict[str, list[Report]](list)
    for body, key, due, state, met in rows:
        received = state == CommitmentState.MET.value
        late = not received and due is not None and due < store.today()
        reports[str(body)].append(Report(key, due, received, met, late))
    return reports


def _meetings(session: FileSession, term: Term) -> tuple[Gathering, ...]:
    own = select(Meeting.id, Meeting.name, Meeting.starts_on, Meeting.state, Meeting.body_id)
    within = (Meeting.in_period(Period), Meeting.state != MeetingState.CANCELLED.value)
    found = session.execute(own.join(Period, Period.id == term.id).where(*within)).all()
    others = _linked(session, meeting_body.c.meeting_id, meeting_body.c.body_id)
    return tuple(
        Gathering(key, name, day, state in TOOK_PLACE, frozenset({body, *others.get(key, ())}))
        for key, name, day, state, body in found
    )


def _activities(session: FileSession, term: Term, lines: Sequence[BoardLine]) -> tuple[Planned, ...]:
    """Return the activities of bodies whose day is in the term or which are of a line of its plan."""
    of_plan = {line.id for line in lines}
    own = select(Activity.id, Activity.starts_on, Activity.line_id)
    found = session.execute(own.where(Activity.state != ActivityState.CANCELLED.value)).all()
    units = _linked(session, activity_body.c.activity_id, activity_body.c.body_id)
    return tuple(
        Planned(key, units[key], line, term.includes(day))
        for key, day, line in found
        if key in units and (line in of_plan or term.includes(day))
    )


def _axes(session: FileSession, store: Store, term: Term) -> tuple[AxisOfUnits, ...]:
    """Return the axes of the term and those of any."""
    of_term = (Axis.period_id == term.id) | Axis.period_id.is_(None)
    ids = list(session.scalars(select(Axis.id).where(of_term).order_by(Axis.title_key(), Axis.id), session.reader))
    units = _linked(session, axis_body.c.axis_id, axis_body.c.body_id)
    names = titles_apart(session, store, "axis", ids)
    return tuple(AxisOfUnits(key, names[key], units.get(key, frozenset())) for key in ids)


def _linked(session: FileSession, owner: Column[str], other: Column[str]) -> Mapping[str, Keys]:
    """Return what each owner is linked to, of a table of links with these two columns."""
    grouped = defaultdict[str, set[str]](set)
    for key, linked in session.execute(select(owner, other)):
        grouped[key].add(linked)
    return {key: frozenset(linked) for key, linked in grouped.items()}
