"""The thematic units in the dossier: what each did in the term of the meeting, and whether its report has come."""

from app.document import Section
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import only_says
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.reports.units.overview import active_units_blocks
from app.units.facts import Facts
from app.units.reading import facts_within
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
    _as_of, *blocks = active_units_blocks(facts, words)  # of which day it is, the dossier says of all its parts alike
    return Section(words(TITLE), tuple(blocks), sheet=words("Unidades"), landscape=True)


UNITS = as_it_stands(ReportPart("units", TITLE, _gather, _compose, is_usual=False))
