"""What stands for the work on each line of a plan: the records, by kind, of the line and of its actions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app.records.namesakes import read_rows
from db.entities.evidence import Evidence
from db.entities.plan_action import PlanAction
from db.entities.plan_line import PlanLine
from db.session import FileSession
from db.store import Store
from db.values import NamedRecord, PartialDate


@dataclass(frozen=True, slots=True)
class Shown:
    """A record that shows work: which, of what day, for which action (empty for the line itself), and a note."""

    record: NamedRecord
    day: PartialDate | None
    action: str
    note: str


def read_evidence(session: FileSession, store: Store, period_id: str) -> Mapping[str, Sequence[Shown]]:
    """Read the evidence of the lines of a plan, by their keys: kind by kind, by day, what has none last."""
    lines = select(PlanLine.id).where(PlanLine.period_id == period_id)
    line = func.coalesce(Evidence.line_id, PlanAction.line_id)
    wanted = select(Evidence.id, line).outerjoin(PlanAction, PlanAction.id == Evidence.action_id)
    found = session.execute(wanted.where(line.in_(lines)).order_by(Evidence.id)).all()
    columns = ("record", "dated", "action_id", "note")
    rows: Sequence[tuple[Any, ...]] = read_rows(session, store, "evidence", columns, [key for key, _ in found])
    shown = defaultdict[str, list[Shown]](list)
    for (_, of), (record, day, action, note) in zip(found, rows, strict=True):
        if record is not None:
            shown[str(of)].append(Shown(record, day, action or "", note or ""))
    return {key: sorted(each, key=_in_order) for key, each in shown.items()}


def _in_order(each: Shown) -> tuple[str, bool, str, str]:
    return each.record.one, each.day is None, str(each.day or ""), each.record.title
