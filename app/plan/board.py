"""The board of a plan: its lines with their actions counted, and the mean of what is measured."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.plan.plans import lines_of
from app.records.catalog import Order, Query
from app.records.reach import Reach, reach_of_columns, reach_of_query
from db.catalog import Catalog
from db.query import fetch_rows, find_ids
from db.session import FileSession
from db.store import Store
from db.values import Percent

_READ = (
    "number",
    "name",
    "vacant",
    "official_text",
    "action_count",
    "done_count",
    "measured_count",
    "overdue_count",
    "progress",
)


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A line: its number and title, whether the document leaves it vacant, and its actions counted.

    `progress` is the mean of the `measured` actions; None when none is.
    """

    id: str
    number: str
    name: str
    vacant: bool
    official_text: str
    actions: int
    done: int
    measured: int
    overdue: int
    progress: Percent | None


@dataclass(frozen=True, slots=True)
class Board:
    """The lines of the plan of a period, in their order."""

    period_id: str | None
    lines: Sequence[BoardLine]


def read_board(store: Store, period_id: str | None) -> Board:
    """Return the board of the plan of a period, names in the language of the store; None is the plan of no period."""
    with store.reading() as session:
        return board_on(session, period_id, store.today())


def board_on(session: FileSession, period_id: str | None, day: date) -> Board:
    """Do the work of `read_board` in a session that is open already, as of a day."""
    ids = find_ids(session, lines_in_order(period_id), day)
    rows = fetch_rows(session, "plan_line", _READ, ids, day)
    return Board(period_id, tuple(_line(key, *row) for key, row in zip(ids, rows, strict=True)))


def reach_of_board(catalog: Catalog, period_id: str | None) -> Reach:
    """Return what the board is read from."""
    return reach_of_query(catalog, lines_in_order(period_id)) | reach_of_columns(catalog, "plan_line", _READ)


def lines_in_order(period_id: str | None) -> Query:
    """Return what asks for the lines of the plan of a period, in its order; None is the plan of no period."""
    return Query("plan_line", filters=(lines_of(period_id),), order=(Order("order"),))


def _line(key: str, *row: object) -> BoardLine:
    number, name, vacant, text, *counts, progress = row
    actions, done, measured, overdue = (int(str(each or 0)) for each in counts)
    return BoardLine(
        key,
        str(number),
        str(name),
        vacant=bool(vacant),
        official_text=str(text or ""),
        actions=actions,
        done=done,
        measured=measured,
        overdue=overdue,
        progress=Percent(int(str(progress))) if progress is not None else None,
    )
