"""What the informe lacks, as its last page: for whoever prepares it, and to be taken out before it is delivered."""

from app.document import Paragraph, Section, Start, Tone
from app.management.facts import Facts
from app.management.missing import Missing, missing_blocks, missing_of
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession

TITLE = mark("Lo que falta")


def _gather(session: FileSession, facts: Facts) -> Missing:
    return missing_of(session, facts)


def _compose(_: Facts, found: Missing, words: Words) -> Section:
    said = words("Hoja para preparar el informe: se saca antes de entregarlo.")
    blocks = (Paragraph(said, Tone.WARNING, with_next=True), *missing_blocks(found, words))
    return Section(words(TITLE), blocks, sheet=words(TITLE), start=Start.NEW_PAGE)


LACKING = ReportPart("lacking", TITLE, _gather, _compose)
