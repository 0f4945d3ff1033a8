"""Which city a sheet is of."""

from dataclasses import dataclass

from sqlalchemy import select

from app.network import period_on
from app.words.problems import Problem, ProblemError
from app.words.words import mark
from db.entities.municipality import Municipality
from db.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """The city of the sheet."""

    record_id: str


def default_options(store: Store) -> Options:
    """Return the sheet of the city heading of the network, else of the first by name; ProblemError without cities."""
    with store.reading() as session:
        term = period_on(session, store.today())
        first = select(Municipality.id).order_by(Municipality.short_name_key, Municipality.id).limit(1)
        municipality_id = (term.municipality_id if term else None) or session.scalar(first)
    if municipality_id is None:
        raise ProblemError(Problem(mark("El archivo no tiene ciudades."), mark("Agregue una o importe una planilla.")))
    return Options(municipality_id)
