"""The register of recommendations: by their days, to whom, what they ask, and what was answered."""

from app.document import Cell, Column, Reference, Section, Table, Value
from app.reports.registers.basis import Basis, Kept, Values, cell, find_kept, read_kept, register, say_scope
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.recommendation import Answer
from db.session import FileSession

TITLE = mark("Registro de recomendaciones")
RULE = mark("Las que llevan fecha de la gestión.")
_READ = ("number", "day", "body_id", "study_id", "addressee", "name", "text", "answer", "answered_on", "result")


def _gather(session: FileSession, basis: Basis) -> Kept:
    order = ("recommendation", ("day", "number", "name"))
    keys = find_kept(session, basis, order, ("day",), basis.holds)
    undated = find_kept(session, basis, order, ("day",), lambda day: day is None) if basis.term is not None else []
    return Kept(read_kept(session, basis, "recommendation", _READ, keys), len(undated))


def _compose(basis: Basis, found: Kept, words: Words) -> Section:
    results = [values["result"] for _, values in found.rows]
    waiting = results.count(None)
    figures = (
        (len(results), words.plural("recomendación", "recomendaciones", len(results))),
        *((results.count(each.value), words(each.label)) for each in Answer),
        (waiting, words("sin respuesta")),
    )
    columns = (
        Column(words("Número"), 1.4),
        Column(words("Fecha"), 1.3),
        Column(words("Quién recomienda"), 2.4),
        Column(words("Destinatario"), 2),
        Column(words("Asunto"), 3.2),
        Column(words("Texto"), 4.4),
        Column(words("Respuesta"), 3),
        Column(words("Respondida el"), 1.4),
        Column(words("Resultado"), 1.6),
    )
    rows = tuple(_row(basis, key, values, words) for key, values in found.rows)
    table = Table(columns, rows, empty=words("Ninguna recomendación."))
    return register(words(TITLE), found, say_scope(basis, RULE, words), figures, table, words=words)


def _row(basis: Basis, key: str, values: Values, words: Words) -> tuple[Value | Cell, ...]:
    return (
        values["number"] or None,
        values["day"],
        "\n".join(filter(None, (values["body_id"], values["study_id"]))) or None,
        values["addressee"] or None,
        Reference(values["name"], "recommendation", key),
        values["text"] or None,
        values["answer"] or None,
        values["answered_on"],
        cell(basis, "recommendation", "result", values, words),
    )


RECOMMENDATIONS = ReportPart("recommendations", TITLE, _gather, _compose)
