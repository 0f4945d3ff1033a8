"""The register of agreements: by their titles, with whom, for what, from when until when, and how each stands."""

from app.agreements.notices import say_days_left
from app.document import Cell, Column, Reference, Section, Table, Tone, Value
from app.reports.registers.basis import Basis, Kept, Values, cell, find_kept, read_kept, register, say_scope
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.cooperation import AgreementState
from db.entities.agreement import Agreement
from db.session import FileSession
from db.values import PartialDate

TITLE = mark("Registro de convenios")
RULE = mark("Los que rigieron algún día de la gestión, y los que no llevan fechas.")
_READ = (
    *("name", "counterparts", "kind", "purpose", "signed_on", "starts", "ends"),
    *("days_left", "notice", "agreement_state"),
)


def _gather(session: FileSession, basis: Basis) -> Kept:
    def is_of(signed: PartialDate | None, starts: PartialDate | None, ends: PartialDate | None) -> bool:
        return basis.lasts(starts or signed, ends)

    keys = find_kept(session, basis, ("agreement", ("name",)), ("signed_on", "starts", "ends"), is_of)
    return Kept(read_kept(session, basis, "agreement", _READ, keys))


def _compose(basis: Basis, found: Kept, words: Words) -> Section:
    states = [values["agreement_state"] for _, values in found.rows]
    figures = (
        (len(states), words.plural("convenio", "convenios", len(states))),
        *((states.count(each.value), words(each.label)) for each in AgreementState),
    )
    columns = (
        Column(words(Agreement.facts.one), 3.4),
        Column(words("Con quién"), 2.8),
        Column(words("Tipo"), 1.8),
        Column(words("Objeto"), 4),
        Column(words("Firmado el"), 1.3),
        Column(words(mark("Vence el", "agreement")), 1.3),
        Column(words("Aviso"), 1.8),
        Column(words("Situación"), 1.5),
    )
    rows = tuple(_row(basis, key, values, words) for key, values in found.rows)
    table = Table(columns, rows, empty=words("Ningún convenio."))
    return register(words(TITLE), found, say_scope(basis, RULE, words), figures, table, words=words)


def _row(basis: Basis, key: str, values: Values, words: Words) -> tuple[Value | Cell, ...]:
    is_told = values["agreement_state"] == AgreementState.EXPIRING.value
    return (
        Reference(values["name"], "agreement", key),
        values["counterparts"] or None,
        cell(basis, "agreement", "kind", values, words),
        values["purpose"] or None,
        values["signed_on"],
        values["ends"],
        say_days_left(values, words) or None,
        Cell(cell(basis, "agreement", "agreement_state", values, words), Tone.WARNING if is_told else Tone.PLAIN),
    )


AGREEMENTS = ReportPart("agreements", TITLE, _gather, _compose)
