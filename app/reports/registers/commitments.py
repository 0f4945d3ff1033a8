"""The register of commitments: by who owes them and until when, of which record, and when they were met."""

from datetime import date

from app.document import NOT_RECORDED, Cell, Column, Reference, Section, Table, Tone, Value
from app.reports.registers.basis import Basis, Kept, Values, cell, find_kept, read_kept, register, say_scope
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.commitment import CommitmentState
from db.session import FileSession

TITLE = mark("Registro de compromisos")
RULE = mark("Los que vencen o se cumplieron en la gestión, y los pendientes sin fecha.")
_READ = ("responsible", "text", "record", "due_on", "overdue", "state", "met_on")


def _gather(session: FileSession, basis: Basis) -> Kept:
    def is_of(due: date | None, met: date | None, state: str) -> bool:
        is_open_for_ever = due is None and state == CommitmentState.OPEN.value
        return is_open_for_ever or basis.holds(due) or basis.holds(met)

    query = ("commitment", ("responsible", "due_on"))
    keys = find_kept(session, basis, query, ("due_on", "met_on", "state"), is_of)
    return Kept(read_kept(session, basis, "commitment", _READ, keys))


def _compose(basis: Basis, found: Kept, words: Words) -> Section:
    states = [values["state"] for _, values in found.rows]
    late = sum(bool(values["overdue"]) for _, values in found.rows)
    figures = (
        (len(states), words.plural("compromiso", "compromisos", len(states))),
        *((states.count(each.value), words(each.label)) for each in CommitmentState),
        (late, words.plural("atrasado", "atrasados", late)),
    )
    columns = (
        Column(words("Responsable"), 2.6),
        Column(words("Compromiso"), 5.4),
        Column(words("De qué ficha"), 4),
        Column(words("Vence el"), 1.3),
        Column(words("Situación"), 1.5),
        Column(words("Cumplido el"), 1.3),
    )
    rows = tuple(_row(basis, key, values, words) for key, values in found.rows)
    table = Table(columns, rows, empty=words("Ningún compromiso."))
    return register(words(TITLE), found, say_scope(basis, RULE, words), figures, table, words=words)


def _row(basis: Basis, key: str, values: Values, words: Words) -> tuple[Value | Cell, ...]:
    record, tone = values["record"], Tone.LATE if values["overdue"] else Tone.PLAIN
    return (
        values["responsible"] or NOT_RECORDED,
        Reference(values["text"], "commitment", key),
        Reference(record.title, record.key.entity, record.key.id),
        Cell(values["due_on"], tone),
        Cell(cell(basis, "commitment", "state", values, words), tone),
        values["met_on"],
    )


COMMITMENTS = ReportPart("commitments", TITLE, _gather, _compose)
