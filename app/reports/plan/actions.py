"""The actions of each line of the plan on paper: who answers, from when to when, how far, and by what it shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.document import (
    NOT_RECORDED,
    Block,
    Cell,
    Column,
    DescriptionList,
    Heading,
    Paragraph,
    Section,
    Table,
    Tone,
    Value,
)
from app.plan import BoardLine
from app.records.catalog import Filter, Operator, Order, Query
from app.records.namesakes import read_rows
from app.records.reading import list_ids
from app.reports.plan.basis import Basis, say_how_far, say_line
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.evidence import Evidence
from db.entities.plan_action import ActionState, PlanAction
from db.session import FileSession
from db.store import Store
from db.values import Percent, Quantity

_READ = (
    "name",
    "indicator",
    "responsible",
    "starts_on",
    "due_on",
    "state",
    "overdue",
    "value",
    "target",
    "unit",
    "progress",
)


@dataclass(frozen=True, slots=True)
class Action:
    """An action as it is printed; empty texts and None for what is not recorded."""

    name: str
    indicator: str
    responsible: str
    starts_on: date | None
    due_on: date | None
    state: ActionState
    overdue: bool
    value: Quantity | None
    target: Quantity | None
    progress: Percent | None
    evidence: int


@dataclass(frozen=True, slots=True)
class LineActions:
    """A line with its actions, those without effect too, and how much evidence stands for the line itself."""

    line: BoardLine
    actions: Sequence[Action]
    evidence: int


def _gather(session: FileSession, basis: Basis) -> tuple[LineActions, ...]:
    return read_line_actions(session, basis.store, basis.board.lines)


def read_line_actions(session: FileSession, store: Store, lines: Sequence[BoardLine]) -> tuple[LineActions, ...]:
    """Read the actions of lines, and how much evidence stands for each of both."""
    keys = [line.id for line in lines]
    of_lines = select(Evidence.line_id, func.count()).where(Evidence.line_id.in_(keys)).group_by(Evidence.line_id)
    of_actions = (
        select(Evidence.action_id, func.count())
        .join(PlanAction, PlanAction.id == Evidence.action_id)
        .where(PlanAction.line_id.in_(keys))
        .group_by(Evidence.action_id)
    )
    shown = {str(key): count for key, count in (*session.execute(of_lines), *session.execute(of_actions))}
    counts = defaultdict(int, shown)
    return tuple(LineActions(line, _actions(session, store, line, counts), counts[line.id]) for line in lines)


def _actions(session: FileSession, store: Store, line: BoardLine, evidence: Mapping[str, int]) -> tuple[Action, ...]:
    of_line = Filter("line_id", Operator.EQUALS, line.id)
    ids = list_ids(store, Query("plan_action", filters=(of_line,), order=(Order("order"),)))
    rows = read_rows(session, store, "plan_action", _READ, ids)
    return tuple(_action(row, evidence[key]) for key, row in zip(ids, rows, strict=True))


def _action(row: Sequence[object], evidence: int) -> Action:
    name, indicator, responsible, starts, due, state, overdue, value, target, unit, progress = row
    return Action(
        str(name),
        str(indicator or ""),
        str(responsible or ""),
        starts if isinstance(starts, date) else None,
        due if isinstance(due, date) else None,
        ActionState.of(str(state)),
        bool(overdue),
        Quantity(value, str(unit or "")) if isinstance(value, int) else None,
        Quantity(target, str(unit or "")) if isinstance(target, int) else None,
        Percent(progress) if isinstance(progress, int) else None,
        evidence,
    )


def _compose(_basis: Basis, found: Sequence[LineActions], words: Words) -> Section:
    """Compose a heading for each line, what is known of it, and a table of its actions."""
    blocks = tuple(block for each in found for block in line_blocks(each, words))
    return Section(words("Acciones"), blocks, sheet=words("Acciones"), landscape=True)


def line_blocks(each: LineActions, words: Words) -> tuple[Block, ...]:
    """Compose a heading with the line, what is known of it, and a table of its actions where it has some."""
    said = say_how_far(each.line, words)
    known: tuple[tuple[str, Value], ...] = (
        (words("Avance"), None if each.line.vacant else said),
        (words("Evidencias de la línea"), each.evidence or None),
        (words("Texto oficial, en el idioma del plan"), each.line.official_text or None),
    )
    pairs = tuple(pair for pair in known if pair[1] is not None)
    blocks: list[Block] = [Heading(say_line(each.line, words))]
    if each.line.vacant:
        blocks.append(Paragraph(said, Tone.MUTED))
    if pairs:
        blocks.append(DescriptionList(pairs, with_next=bool(each.actions)))
    return (*blocks, *((_table(each.actions, words),) if each.actions else ()))


def _table(actions: Sequence[Action], words: Words) -> Table:
    columns = (
        Column(words("Acción"), 5),
        Column(words("Responsable"), 2.2),
        Column(words("Comienza el"), 1.4),
        Column(words("Vence el"), 1.5),
        Column(words("Situación"), 1.7),
        Column(words("Valor"), 1.6),
        Column(words("Meta"), 1.6),
        Column(words("Avance"), 1.1),
        Column(words("Evidencias"), 1.2),
    )
    return Table(columns, tuple(_row(each, words) for each in actions))


def _row(each: Action, words: Words) -> tuple[Value | Cell, ...]:
    over = each.state in (ActionState.DONE, ActionState.DROPPED)
    tone = Tone.LATE if each.overdue else Tone.MUTED if over else Tone.PLAIN
    indicator = words("Indicador: {indicator}", indicator=each.indicator) if each.indicator else ""
    state = words(each.state.label)
    return (
        "\n".join(filter(None, (each.name, indicator))),
        each.responsible or NOT_RECORDED,
        each.starts_on,
        Cell(each.due_on, Tone.LATE if each.overdue else Tone.PLAIN),
        Cell(words("{state}, atrasada", state=state) if each.overdue else state, tone),
        each.value,
        each.target,
        each.progress,
        each.evidence,
    )


ACTIONS = ReportPart("actions", mark("Acciones de cada línea"), _gather, _compose)
