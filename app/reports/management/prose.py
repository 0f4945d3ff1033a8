"""What is written of a term, chapter by chapter, in the language of the paper and in no other."""

from functools import partial

from app.document import Paragraph, Section, Start
from app.management.facts import Facts
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words
from db.papers import ChapterKind


def prose(facts: Facts, kind: ChapterKind, words: Words) -> tuple[Paragraph, ...]:
    """Compose the paragraphs of a chapter; none where it is not written in the language of the paper."""
    return tuple(Paragraph(each) for each in facts.chapters.paragraphs(kind, words.language))


def _chapter(kind: ChapterKind, start: Start, facts: Facts, _: None, words: Words) -> Section | None:
    blocks, title = prose(facts, kind, words), words(kind.label)
    return Section(title, blocks, sheet=title, start=start) if blocks else None


def _part(kind: ChapterKind, start: Start = Start.BELOW) -> ReportPart[Facts, None]:
    return ReportPart(kind.value, kind.label, gather_nothing, partial(_chapter, kind, start))


SECRETARY = _part(ChapterKind.WORDS, Start.NEW_PAGE)
INTRODUCTION = _part(ChapterKind.INTRODUCTION)
CONTEXT = _part(ChapterKind.CONTEXT)
