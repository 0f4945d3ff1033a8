"""What was done of each line of the plan in the informe: how far it is, its actions, and the records that show it."""

from collections.abc import Iterator, Sequence

from app.document import Block, Column, Heading, Reference, Section, Start, Table
from app.management.evidence import Shown
from app.management.facts import Facts
from app.reports.management.prose import prose
from app.reports.plan.actions import LineActions, line_blocks, read_line_actions
from app.reports.report import ReportPart
from app.words.words import Words
from db.papers import ChapterKind
from db.session import FileSession


def _gather(session: FileSession, facts: Facts) -> Sequence[LineActions]:
    return read_line_actions(session, facts.store, facts.lines)


def _compose(facts: Facts, found: Sequence[LineActions], words: Words) -> Section | None:
    """Compose what is written, then the lines in their order, the vacant one as vacant."""
    title = words(ChapterKind.ACTIONS.label)
    blocks: list[Block] = [*prose(facts, ChapterKind.ACTIONS, words)]
    for each in found:
        blocks += [*line_blocks(each, words), *_evidence(facts.evidence.get(each.line.id, ()), words)]
    return Section(title, tuple(blocks), sheet=title, start=Start.SHARED, landscape=bool(found)) if blocks else None


def _evidence(shown: Sequence[Shown], words: Words) -> Iterator[Block]:
    """Compose the records that show the work, by their kinds; what none shows has no table."""
    if not shown:
        return
    yield Heading(words("Lo que lo muestra"), 3)
    noted, of_action = any(each.note for each in shown), any(each.action for each in shown)
    columns = (
        Column(words("Clase"), 1.6),
        Column(words("Qué es"), 4.4),
        Column(words("Fecha"), 1.2),
        *((Column(words("Acción"), 3.6),) if of_action else ()),
        *((Column(words("Nota"), 2.6),) if noted else ()),
    )
    rows = tuple(
        (
            words(each.record.one),
            Reference(each.record.title, each.record.key.entity, each.record.key.id),
            each.day,
            *((each.action or None,) if of_action else ()),
            *((each.note or None,) if noted else ()),
        )
        for each in shown
    )
    yield Table(columns, rows)


LINES = ReportPart(ChapterKind.ACTIONS.value, ChapterKind.ACTIONS.label, _gather, _compose)
