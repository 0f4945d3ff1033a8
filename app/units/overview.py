"""The units of a term as a grid: who coordinates each, what it does, and whether its report has come."""

from collections.abc import Sequence

from app.document import Tone
from app.line import Line
from app.plan import say_done, say_measured
from app.units import questions
from app.units.facts import Facts, Report, Seated, Unit
from app.units.grid import Cell, Grid, Head
from app.words.words import Words
from db.entities.meeting import AHEAD, TOOK_PLACE
from db.entities.seat import SeatRole
from db.values import RecordKey


def compose_overview(facts: Facts, words: Words) -> Grid:
    """Compose a row for each unit."""
    columns = (
        Head(words("Coordinación"), width=3),
        Head(words("Subcoordinación"), width=3),
        Head(words("Integrantes"), width=2),
        Head(words("Plan de trabajo"), width=4),
        Head(words("Reuniones"), width=3),
        Head(words("Actividades"), width=2),
        Head(words("Reuniones de coordinación"), width=3),
        Head(words("Informe"), width=3),
    )
    rows = tuple(head_of(unit, words) for unit in facts.units)
    cells = tuple(_row(facts, unit, words) for unit in facts.units)
    return Grid(words("Unidades de la gestión"), words("Unidad"), columns, rows, cells)


def head_of(unit: Unit, words: Words) -> Head:
    """Return the heading of the row of a unit: a joint group says which units it is made of."""
    joins = say_joins(unit, words)
    return Head(unit.name, joins, "\n".join(filter(None, (unit.name, joins))), RecordKey("body", unit.id))


def say_joins(unit: Unit, words: Words) -> str:
    """Write of which units a joint group is made; nothing of another."""
    return words("Reúne a: {names}", names=", ".join(unit.joins)) if unit.joins else ""


def say_report(report: Report, words: Words) -> str:
    """Write how a report stands: received and when, or missing and since when."""
    if report.received:
        day = report.received_on
        return words("Recibido el {day}", day=words.date(day)) if day is not None else words("Recibido")
    if report.due_on is None:
        return words("Falta")
    if report.late:
        return words("Falta; venció el {day}", day=words.date(report.due_on))
    return words("Falta; vence el {day}", day=words.date(report.due_on))


def say_not_asked(words: Words) -> str:
    """Write that nobody has asked for the report yet."""
    return words("Sin pedir")


def _row(facts: Facts, unit: Unit, words: Words) -> tuple[Cell, ...]:
    return (
        _holders(unit.seated(SeatRole.COORDINATION)),
        _holders(unit.seated(SeatRole.SUBCOORDINATION)),
        _members(unit, words),
        _plan(facts, unit, words),
        _meetings(facts, unit, words),
        _activities(facts, unit, words),
        _coordination(facts, unit, words),
        _reports(unit, words),
    )


def _holders(seated: Sequence[Seated]) -> Cell:
    return Cell(tuple(Line(each.name, record=each.holder) for each in seated))


def _members(unit: Unit, words: Words) -> Cell:
    if not unit.members:
        return Cell()
    names = "\n".join(f"{each.name} · {words(each.role.label)}" for each in unit.members)
    seats = RecordKey("seat", unit.members[0].seat)  # shown where they stand, among those of the unit
    return Cell((Line(words.number(len(unit.members)), record=seats),), names)


def _plan(facts: Facts, unit: Unit, words: Words) -> Cell:
    plan = unit.plan
    if not plan.actions:
        return Cell()
    asked = questions.actions((unit.id,), tuple(line.id for line in facts.lines))
    done = Line(say_done(words, actions=plan.actions, done=plan.done), asked)
    measured = say_measured(words, measured=plan.measured, progress=plan.progress)
    return Cell((done, Line(measured, tone=Tone.MUTED)))


def _meetings(facts: Facts, unit: Unit, words: Words) -> Cell:
    own = [each for each in facts.meetings if unit.id in each.bodies]
    held = sum(each.held for each in own)
    ahead = len(own) - held
    lines = []
    if held:
        said = words.plural("{count} realizada", "{count} realizadas", held)
        lines.append(Line(said, questions.meetings(facts.term, (unit.id,), states=TOOK_PLACE)))
    if ahead:
        said = words.plural("{count} por realizar", "{count} por realizar", ahead)
        lines.append(Line(said, questions.meetings(facts.term, (unit.id,), states=AHEAD)))
    return Cell(tuple(lines))


def _activities(facts: Facts, unit: Unit, words: Words) -> Cell:
    count = facts.activities_of(unit.id)
    return Cell((Line(words.number(count), questions.activities(facts.term, (unit.id,))),)) if count else Cell()


def _coordination(facts: Facts, unit: Unit, words: Words) -> Cell:
    with_secretariat = facts.meetings_with(unit.id, facts.secretariats)
    with_board = facts.meetings_with(unit.id, facts.boards)
    said = {
        facts.secretariats: words("Con la Secretaría Técnica: {count}", count=words.number(with_secretariat)),
        facts.boards: words("Con la Comisión Directiva: {count}", count=words.number(with_board)),
    }
    counts = ((facts.secretariats, with_secretariat), (facts.boards, with_board))
    return Cell(
        tuple(
            Line(said[others], questions.meetings(facts.term, (unit.id,), tuple(sorted(others))))
            for others, count in counts
            if count
        )
    )


def _reports(unit: Unit, words: Words) -> Cell:
    if not unit.reports:
        return Cell((Line(say_not_asked(words), tone=Tone.MUTED),))
    return Cell(
        tuple(
            Line(
                say_report(each, words),
                record=RecordKey("commitment", each.id),
                tone=Tone.LATE if each.late else Tone.PLAIN,
            )
            for each in unit.reports
        )
    )
