"""The accounts in the informe: the money of projects dated in the term, by currency and never across."""

from app.document import Block, Section, Start
from app.funds.facts import By, blocks_of
from app.funds.tables import tables_by
from app.management.facts import Facts
from app.reports.management.prose import prose
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words
from db.papers import ChapterKind


def _compose(facts: Facts, _: None, words: Words) -> Section | None:
    """Compose what is written and a table for each currency; what is left of one term would say nothing."""
    written = prose(facts, ChapterKind.ACCOUNTS, words)
    blocks: tuple[Block, ...] = (*written, *tables_by(blocks_of(facts.amounts, By.PROJECT), By.PROJECT, words))
    title = words(ChapterKind.ACCOUNTS.label)
    start = Start.BELOW if facts.amounts else Start.SHARED
    return Section(title, blocks, sheet=title, start=start, landscape=bool(facts.amounts)) if blocks else None


ACCOUNTS = ReportPart(ChapterKind.ACCOUNTS.value, ChapterKind.ACCOUNTS.label, gather_nothing, _compose)
