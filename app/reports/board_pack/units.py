"""The thematic units in the dossier: what each did in the term of the meeting, and whether its report has come."""

from app.document import Paragraph, Section, Tone
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import only_says
from app.reports.report import ReportPart
from app.reports.units.overview import units_blocks
from app.units.facts import Facts, Unit
from app.units.reading import facts_within
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.session import FileSession

TITLE = mark("Unidades Temáticas")


def _gather(session: FileSession, basis: Basis) -> Facts | None:
    """Read the units of the term of the meeting; None where the file has no such term."""
    term = basis.meeting.term
    return facts_within(session, basis.store, term.id) if term is not None else None


def _compose(_: Basis, facts: Facts | None, words: Words) -> Section:
    if facts is None or not facts.units:
        return only_says(words(TITLE), words("En esta gestión no hay unidades temáticas."))
    shown = [unit for unit in facts.units if _did_something(facts, unit)]
    quiet = BETWEEN_NAMES.join(unit.name for unit in facts.units if unit not in shown)
    said = words("Sin nada registrado en la gestión: {names}.", names=quiet)
    *above, table = units_blocks(facts, words, shown)
    # Above the table: below one that fills its page these names would stand on the next alone.
    blocks = (*above, *((Paragraph(said, Tone.MUTED),) if quiet else ()), table)
    return Section(words(TITLE), blocks, sheet=words("Unidades"), landscape=True)


def _did_something(facts: Facts, unit: Unit) -> bool:
    """Tell whether a row of its own says something of a unit: who sits there, its plan, its meetings, its report."""
    met = any(unit.id in each.bodies for each in facts.meetings)
    return bool(unit.seats or unit.plan.actions or unit.reports or met or facts.activities_of(unit.id))


UNITS = ReportPart("units", TITLE, _gather, _compose, is_usual=False)
