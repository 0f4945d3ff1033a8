"""The register of funds: each amount of a project with its kind, day and source, summed by currency, never across."""

from dataclasses import replace

from app.document import Block, Heading, KeyFigures, Paragraph, Section, Sheet, Start, Tone
from app.funds.facts import By, Facts
from app.funds.reading import facts_within
from app.funds.tables import currencies_table
from app.reports.funds.parts import amounts_table
from app.reports.registers.basis import Basis, say_scope
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.session import FileSession

TITLE = mark("Registro de fondos")
RULE = mark("Los montos con fecha de la gestión.")


def _gather(session: FileSession, basis: Basis) -> tuple[Facts, int]:
    """Read the amounts, and how many have no day by which they would be of the term."""
    facts = facts_within(session, basis.store)
    own = [each for each in facts.amounts if basis.holds(each.day)]
    return replace(facts, amounts=own), len(facts.undated) if basis.term is not None else 0


def _compose(basis: Basis, found: tuple[Facts, int], words: Words) -> Section:
    (facts, undated), title = found, words(TITLE)
    blocks: list[Block] = [Paragraph(say_scope(basis, RULE, words), Tone.MUTED, with_next=True)]
    if facts.amounts:
        projects = len({each.project for each in facts.amounts})
        counts = (
            (len(facts.amounts), words.plural("monto", "montos", len(facts.amounts))),
            (projects, words.plural("proyecto", "proyectos", projects)),
        )
        sums = currencies_table(facts.blocks(By.PROJECT), words)
        blocks += [KeyFigures(counts), Heading(words("Suma por moneda")), sums, Heading(words("Montos"))]
    blocks.append(amounts_table(facts.amounts, words))
    left_out = (
        words.plural("{count} monto sin fecha no figura aquí.", "{count} montos sin fecha no figuran aquí.", undated)
        if undated
        else ""
    )
    if left_out:
        blocks.append(Paragraph(left_out, Tone.MUTED))
    scope = " ".join(filter(None, (say_scope(basis, RULE, words), left_out)))
    rows = (
        Sheet(title, amounts_table(facts.amounts, words, as_rows=True), scope),
        Sheet(words("Suma por moneda"), currencies_table(facts.blocks(By.PROJECT), words), scope),
    )
    return Section(title, tuple(blocks), sheet=title, start=Start.BELOW, landscape=True, rows=rows)


FUNDS = ReportPart("funds", TITLE, _gather, _compose)
