"""The first pages of the informe de gestión: its cover, and its contents."""

from app.document import Contents, Cover
from app.management.facts import Facts
from app.network.terms import say_span
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark


def say_title(facts: Facts, words: Words) -> str:
    """Write what the informe is called."""
    return words("Informe de gestión {period}", period=facts.term.name)


def _compose(facts: Facts, _: None, words: Words) -> Cover:
    term = facts.term
    return Cover(
        over=words("Red de Mercociudades"),
        title=words("Informe de gestión"),
        subtitle=words("Secretaría Ejecutiva {period}", period=term.name),
        lines=tuple(line for line in (term.city, say_span(term.starts, term.ends, words)) if line),
        foot=words("Emitido el {date}", date=words.long_date(facts.today)),
    )


def _contents(_facts: Facts, _: None, _words: Words) -> Contents:
    return Contents()


COVER = ReportPart("cover", mark("Portada"), gather_nothing, _compose)
CONTENTS = ReportPart("contents", mark("Índice"), gather_nothing, _contents)
