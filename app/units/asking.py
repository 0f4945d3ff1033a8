"""The reports of units on a term: asked for from all that lack one, by a day, and ticked as received.

The report of a unit is a commitment of the term for which the unit answers, and due as any other.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select

from app.network.terms import expect_term
from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles
from app.units.facts import Facts, Unit
from app.words.problems import WHERE_DELETED, Place, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.entities.commitment import Commitment, CommitmentState
from db.referring import refers_to
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey

TEXT = mark("Informe de la unidad")


def not_asked(facts: Facts) -> Sequence[Unit]:
    """Return the units from which nobody has asked for a report on the term."""
    return [unit for unit in facts.units if not unit.reports]


def ask_reports(store: Store, period_id: str, units: Sequence[str], due_on: date | None) -> Changes:
    """Ask those of `units` that lack one for their report on a term by a day, in the language of the store.

    One operation; units that are no more are left out. Raises ProblemError without a day, when the term is no more, and
    when each of them was asked already.
    """
    if due_on is None:
        raise ProblemError(Problem(mark("Falta hasta cuándo."), place=Place(field="due_on")))
    with store.reading() as session:
        name = expect_term(session, period_id).name
        there = read_titles(session, "body", units)
        of_term = refers_to(Commitment, "record", "period", [period_id])
        effective = Commitment.state != CommitmentState.DROPPED.value
        asked = set(session.scalars(select(Commitment.body_id).where(of_term, effective)))
    lacking = [unit for unit in units if unit in there and unit not in asked]
    if not lacking:
        raise ProblemError(Problem(mark("Ya se pidió el informe de cada unidad.")))
    text, record = Words(store.language or "es")(TEXT), RecordKey("period", period_id)
    title = Title(
        "Informe de «{name}» pedido a {count} unidad",
        "Informe de «{name}» pedido a {count} unidades",
        len(lacking),
        {"name": Name(name)},
    )
    with store.operation(title) as session:
        for unit in lacking:
            values = {"record": record, "body_id": unit, "text": text, "due_on": due_on}
            write_checked(session, Draft("commitment", None, values))
    return session.changes


def receive_report(store: Store, key: str, day: date | None = None) -> Changes:
    """Tick the report that a commitment stands for as received on a day, today unless said otherwise.

    Raises ProblemError when the commitment is no more.
    """
    with store.reading() as session:
        asked = session.get(Commitment, key)
        if asked is None:
            raise ProblemError(Problem(mark("El compromiso ya no existe."), WHERE_DELETED))
        name = read_titles(session, "body", [str(asked.body_id)]).get(str(asked.body_id), "")
    with store.operation(Title("Informe de «{name}» recibido", values={"name": Name(name)})) as session:
        state = CommitmentState.MET.value
        write_checked(session, Draft("commitment", key, {"state": state, "met_on": day or store.today()}))
    return session.changes
