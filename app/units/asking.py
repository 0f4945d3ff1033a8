"""The reports of units on a term: asked for from all that lack one, by a day, and ticked as received.

The report of a unit is a commitment of the term for which the unit answers (lines.md), and due as any other.
"""

from collections.abc import Sequence
from datetime import date

from app.records.drafts import Draft
from app.records.editing import write_draft
from app.records.namesakes import read_titles
from app.records.rules import check
from app.units.facts import Facts, Unit
from app.words.problems import Place, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.entities.commitment import Commitment, CommitmentState
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey

TEXT = mark("Informe de la unidad")


def not_asked(facts: Facts) -> Sequence[Unit]:
    """Return the units from which nobody has asked for a report on the term."""
    return [unit for unit in facts.units if not unit.reports]


def ask_reports(store: Store, period_id: str, units: Sequence[str], due_on: date | None) -> Changes:
    """Ask `units` for their report on a term by a day, in one operation, in the language of the store.

    Raises ProblemError without a day, without units, and when the period or a unit is no more.
    """
    if due_on is None:
        raise ProblemError(Problem(mark("Falta hasta cuándo."), place=Place(field="due_on")))
    if not units:
        raise ProblemError(Problem(mark("Ya se pidió el informe de cada unidad.")))
    with store.reading() as session:
        name = read_titles(session, "period", [period_id]).get(period_id, "")
    text = Words(store.language or "es")(TEXT)
    one, several = "Informe de «{name}» pedido a {count} unidad", "Informe de «{name}» pedido a {count} unidades"
    with store.operation(Title(one, several, len(units), {"name": Name(name)})) as session:
        for unit in units:
            values = {"record": RecordKey("period", period_id), "body_id": unit, "text": text, "due_on": due_on}
            _written(session, Draft("commitment", None, values))
    return session.changes


def receive_report(store: Store, key: str, day: date | None = None) -> Changes:
    """Tick the report that a commitment stands for as received on a day, today unless said otherwise."""
    with store.reading() as session:
        body = session.get_one(Commitment, key).body_id
        name = read_titles(session, "body", [str(body)]).get(str(body), "")
    with store.operation(Title("Informe de «{name}» recibido", values={"name": Name(name)})) as session:
        state = CommitmentState.MET.value
        _written(session, Draft("commitment", key, {"state": state, "met_on": day or store.today()}))
    return session.changes


def _written(session: FileSession, draft: Draft) -> None:
    row = write_draft(session, draft)
    problems = check(session, "commitment", row.id)
    if problems:
        raise ProblemError(*problems)
