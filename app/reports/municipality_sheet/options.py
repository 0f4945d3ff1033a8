"""Which city a sheet is of."""

from dataclasses import dataclass

from sqlalchemy import select

from app.network import period_on
from app.words.folding import fold
from app.words.problems import Place, Problem, ProblemError
from app.words.values.countries import show_subdivision
from app.words.words import mark
from db.entities.municipality import Municipality
from db.store import Store


@dataclass(frozen=True, slots=True)
class Options:
    """The city of the sheet."""

    municipality_id: str


def default_options(store: Store) -> Options:
    """Return the sheet of the city heading of the network, else of the first by name; ProblemError without cities."""
    with store.reading() as session:
        term = period_on(session, store.today())
        first = select(Municipality.id).order_by(Municipality.short_name_key, Municipality.id).limit(1)
        municipality_id = (term.municipality_id if term else None) or session.scalar(first)
    if municipality_id is None:
        raise ProblemError(Problem(mark("El archivo no tiene ciudades."), mark("Agregue una o importe una planilla.")))
    return Options(municipality_id)


def options_for(store: Store, text: str) -> Options:
    """Return the sheet of the city that `text` names by its key or its name, accents and case aside.

    Raises ProblemError when no city is called so, or when several are, which it lists.
    """
    with store.reading() as session:
        rows = session.execute(
            select(Municipality.id, Municipality.short_name, Municipality.name, Municipality.subdivision)
        ).all()
    folded = fold(text)
    found = [row for row in rows if text == row.id or folded in (fold(row.short_name), fold(row.name or ""))]
    if len(found) == 1:
        return Options(found[0].id)
    place = Place(field="municipality_id")
    if not found:
        hint = mark("Escríbalo como figura en la lista de ciudades.")
        raise ProblemError(Problem(mark("No hay ninguna ciudad «{name}»."), hint, place, {"name": text}))
    several = ", ".join(f"{row.short_name}, {show_subdivision(row.subdivision or '')}: {row.id}" for row in found)
    hint = mark("Indique cuál por su clave ({cities}).")
    raise ProblemError(Problem(mark("Hay más de una ciudad «{name}»."), hint, place, {"name": text, "cities": several}))
