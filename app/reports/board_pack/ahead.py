"""The agenda ahead in the dossier: activities and meetings from the day of the meeting on."""

from collections.abc import Sequence

from app.agenda.entries import Entry, read_entries
from app.document import Section
from app.months import months_on
from app.reports.activities import entries_table
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import MOST_ROWS, listing, only_says
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession

TITLE = mark("Agenda de los próximos tres meses")
MONTHS_AHEAD = 3


def _gather(_session: FileSession, basis: Basis) -> Sequence[Entry]:
    """Read what stands in the agenda, but for the meeting itself."""
    store = basis.store
    found = read_entries(store, basis.day, months_on(basis.day, MONTHS_AHEAD), Words(store.language or "es"))
    return [each for each in found if each.id != basis.meeting.id]


def _compose(_: Basis, entries: Sequence[Entry], words: Words) -> Section:
    title, sheet = words(TITLE), words("Agenda")
    if not entries:
        said = words("No hay nada en la agenda en los tres meses que siguen a la reunión.")
        return only_says(title, said, sheet=sheet)
    table = entries_table(entries[:MOST_ROWS], words)
    return listing(title, table, len(entries) - MOST_ROWS, words, sheet=sheet)


AHEAD = ReportPart("ahead", TITLE, _gather, _compose)
