"""The units of a term on paper: a row each, with who coordinates it, what it did and how its report stands."""

from collections.abc import Sequence
from datetime import date

from app.document import Block, Cell, Column, KeyFigures, Paragraph, Section, Table, Tone, Value
from app.plan import say_progress
from app.reports.report import ReportPart, gather_nothing
from app.units.asking import not_asked
from app.units.facts import Facts, Unit
from app.units.overview import say_joins, say_not_asked, say_report
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.entities.seat import SeatRole

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    return Section(words("Unidades"), units_blocks(facts, words), sheet=words("Unidades"), landscape=True)


def units_blocks(
    facts: Facts, words: Words, units: Sequence[Unit] | None = None, day: date | None = None
) -> tuple[Block, ...]:
    """Compose how many units and reports there are, and a row for each unit, or for each of `units`.

    It says that it is as of `day`, as of today when that is None.
    """
    shown = facts.units if units is None else units
    reports = [report for unit in facts.units for report in unit.reports]
    received, late = sum(each.received for each in reports), sum(each.late for each in reports)
    missing, rest = len(reports) - received, len(not_asked(facts))
    figures = (
        (len(facts.units), words.plural("unidad", "unidades", len(facts.units))),
        (received, words.plural("informe recibido", "informes recibidos", received)),
        (missing, words.plural("informe que falta", "informes que faltan", missing)),
        (late, words.plural("informe atrasado", "informes atrasados", late)),
        (rest, words.plural("informe sin pedir", "informes sin pedir", rest)),
    )
    return (
        Paragraph(words("Al {day}", day=words.date(day or facts.today)), Tone.MUTED, with_next=True),
        KeyFigures(figures),
        Table(_columns(words), tuple(_row(facts, unit, words) for unit in shown)),
    )


def active_units_blocks(facts: Facts, words: Words, day: date | None = None) -> tuple[Block, ...]:
    """Compose the same with a row for each unit of which a row says something, and the others by their names."""
    shown = [unit for unit in facts.units if facts.says_something(unit)]
    quiet = BETWEEN_NAMES.join(unit.name for unit in facts.units if unit not in shown)
    said = words("Sin nada registrado en la gestión: {names}.", names=quiet)
    *above, table = units_blocks(facts, words, shown, day)
    # Above the table: below one that fills its page these names would stand on the next alone.
    return (*above, *((Paragraph(said, Tone.MUTED),) if quiet else ()), table)


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Unidad"), 4),
        Column(words("Coordinación"), 1.8),
        Column(words("Subcoordinación"), 2),
        Column(words("Integrantes"), 1.4),
        Column(words("Plan de trabajo"), 3),
        Column(words("Reuniones realizadas"), 1.4),
        Column(words("Reuniones por realizar"), 1.4),
        Column(words("Actividades"), 1.4),
        Column(words("Con la Secretaría Técnica"), 1.5),
        Column(words("Con la Comisión Directiva"), 1.5),
        Column(words("Informe"), 2.2),
    )


def _row(facts: Facts, unit: Unit, words: Words) -> Row:
    plan = unit.plan
    said = say_progress(words, actions=plan.actions, done=plan.done, measured=plan.measured, progress=plan.progress)
    own = [each for each in facts.meetings if unit.id in each.bodies]
    held = sum(each.held for each in own)
    return (
        "\n".join(filter(None, (unit.name, say_joins(unit, words)))),
        _names(unit, SeatRole.COORDINATION),
        _names(unit, SeatRole.SUBCOORDINATION),
        len(unit.members) or None,
        said if plan.actions else None,
        held or None,
        len(own) - held or None,
        facts.activities_of(unit.id) or None,
        facts.meetings_with(unit.id, facts.secretariats) or None,
        facts.meetings_with(unit.id, facts.boards) or None,
        _report(unit, words),
    )


def _names(unit: Unit, role: SeatRole) -> Value:
    return "\n".join(each.name for each in unit.seated(role)) or None


def _report(unit: Unit, words: Words) -> Cell:
    if not unit.reports:
        return Cell(say_not_asked(words), Tone.MUTED)
    late = any(each.late for each in unit.reports)
    said = "\n".join(say_report(each, words) for each in unit.reports)
    return Cell(said, Tone.LATE if late else Tone.PLAIN)


OVERVIEW = ReportPart("units", mark("Unidades"), gather_nothing, _compose)
