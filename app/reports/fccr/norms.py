"""The norms on paper, with the citation as it is written beside the one that was verified."""

from app.document import Block, Cell, Column, KeyFigures, Reference, Section, Table, Tone, Value
from app.forum.facts import Cited, Facts
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark
from db.entities.norm import Compliance

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    found, unverified = facts.norms, len(facts.unverified)
    figures = (
        (len(found), words.plural("norma", "normas", len(found))),
        (unverified, words.plural("cita sin comprobar", "citas sin comprobar", unverified)),
    )
    columns = (
        Column(words("Citada como"), 2),
        Column(words("Cita comprobada"), 2.6),
        Column(words("Comprobada el"), 1.4),
        Column(words("Comprobada por"), 2),
        Column(words("Título"), 4),
        Column(words("Órgano"), 2),
        Column(words("Cumplimiento"), 1.6),
    )
    table = Table(columns, tuple(_row(each, words) for each in found), empty=words("Todavía no hay normas."))
    blocks: tuple[Block, ...] = (KeyFigures(figures), table) if found else (table,)
    return Section(words("Normas"), blocks, sheet=words("Normas"), landscape=True)


def _row(each: Cited, words: Words) -> Row:
    verified = each.verified_as or Cell(words("sin comprobar"), Tone.MUTED)
    return (
        Reference(each.cited_as, "norm", each.id),
        verified,
        each.verified_on,
        each.verified_by or None,
        each.name or None,
        each.organ or None,
        words(Compliance.of(each.compliance).label) if each.compliance else None,
    )


NORMS = ReportPart("norms", mark("Normas"), gather_nothing, _compose)
