"""The calendar of a plan: months across, a bar for each action, and the days of its commitments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from app.months import months_between, place_across
from app.plan.board import BoardLine, reach_of_board, read_board
from app.records.catalog import Filter, Operator, Order, Query
from app.records.reach import Reach, reach_of_columns
from app.records.reading import list_ids, list_rows
from app.words.words import Words
from db.catalog import Catalog
from db.entities.plan_action import ActionState
from db.store import Store
from db.values import RecordKey

_OF_ACTION = ("name", "responsible", "starts_on", "due_on", "overdue", "state")
_OF_COMMITMENT = ("text", "due_on", "overdue", "state", "record")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A commitment of an action, on the day on which it is due."""

    id: str
    text: str
    day: date
    overdue: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """An action: from which day to which it lasts, either may be unknown, and its milestones by day."""

    id: str
    name: str
    responsible: str
    starts_on: date | None
    due_on: date | None
    state: str
    overdue: bool
    milestones: Sequence[Milestone]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The months shown, each by its first day, and the bars of each line, in its order."""

    months: Sequence[date]
    lines: Sequence[tuple[BoardLine, Sequence[Bar]]]

    def place_of(self, day: date) -> float | None:
        """Return where `day` lies across the months, 0 at the first day and 1 at the end; None outside of them."""
        return place_across(self.months, day)


def read_calendar(store: Store, period_id: str | None) -> Calendar:
    """Return the calendar of the plan of a period; its months reach from the first known day to the last."""
    lines = read_board(store, period_id).lines
    of_lines = [_actions(store, line.id) for line in lines]
    ids = list(chain.from_iterable(of_lines))
    milestones = _milestones(store, ids)
    rows = zip(ids, list_rows(store, "plan_action", _OF_ACTION, ids), strict=True)
    bars = {key: _bar(key, row, milestones.get(key, ())) for key, row in rows}
    days = [store.today(), *(day for bar in bars.values() for day in _days_of(bar))]
    drawn = tuple((line, tuple(bars[key] for key in keys)) for line, keys in zip(lines, of_lines, strict=True))
    return Calendar(months_between(min(days), max(days)), drawn)


def reach_of_calendar(catalog: Catalog, period_id: str | None) -> Reach:
    """Return what the calendar is read from."""
    columns = reach_of_columns(catalog, "plan_action", _OF_ACTION) | reach_of_columns(
        catalog, "commitment", _OF_COMMITMENT
    )
    return reach_of_board(catalog, period_id) | columns


def say_bar(bar: Bar, words: Words) -> str:
    """Return in words what a bar and its marks show: who answers for it, how it stands, its days and what it owes."""
    days = {"starts": words.date(bar.starts_on), "due": words.date(bar.due_on)}
    if bar.starts_on and bar.due_on:
        lasts = words("del {starts} al {due}", **days)
    elif bar.due_on:
        lasts = words("hasta el {due}", due=days["due"])
    else:
        lasts = words("desde el {starts}", starts=days["starts"]) if bar.starts_on else words("sin fechas")
    late = words("atrasada") if bar.overdue else ""
    drawn = "; ".join(filter(None, (lasts, late, *(_say_milestone(each, words) for each in bar.milestones))))
    return " · ".join(filter(None, (bar.responsible, words(ActionState.of(bar.state).label), drawn)))


def _say_milestone(each: Milestone, words: Words) -> str:
    said = words("compromiso del {day}: {text}", day=words.date(each.day), text=each.text)
    how = words("cumplido") if each.met else words("atrasado") if each.overdue else ""
    return f"{said} ({how})" if how else said


def _actions(store: Store, line_id: str) -> Sequence[str]:
    asked = Query(
        "plan_action",
        filters=(Filter("line_id", Operator.EQUALS, line_id), Filter("state", Operator.NOT_EQUALS, "dropped")),
        order=(Order("order"),),
    )
    return list_ids(store, asked)


def _bar(key: str, row: Sequence[object], milestones: Sequence[Milestone]) -> Bar:
    name, responsible, starts, due, overdue, state = row
    return Bar(
        key,
        str(name),
        str(responsible or ""),
        starts if isinstance(starts, date) else None,
        due if isinstance(due, date) else None,
        str(state),
        bool(overdue),
        milestones,
    )


def _milestones(store: Store, actions: Sequence[str]) -> Mapping[str, Sequence[Milestone]]:
    """Return the commitments with a day of each of `actions`, by these."""
    if not actions:
        return {}
    of_actions = tuple(RecordKey("plan_action", key) for key in actions)
    filters = (
        Filter("record", Operator.ONE_OF, of_actions),
        Filter("due_on", Operator.IS_FILLED),
        Filter("state", Operator.NOT_EQUALS, "dropped"),
    )
    found: dict[str, list[Milestone]] = {}
    ids = list_ids(store, Query("commitment", filters=filters, order=(Order("due_on"),)))
    for key, row in zip(ids, list_rows(store, "commitment", _OF_COMMITMENT, ids), strict=True):
        text, due, overdue, state, record = row
        owner = getattr(record, "key", record)
        if isinstance(due, date) and isinstance(owner, RecordKey):
            made = Milestone(key, str(text), due, bool(overdue), state == "met")
            found.setdefault(owner.id, []).append(made)
    return found


def _days_of(bar: Bar) -> list[date]:
    return [day for day in (bar.starts_on, bar.due_on, *(each.day for each in bar.milestones)) if day is not None]
