"""Projects and their money on paper as a whole: the facts that all its parts are made of, and the document."""

from app.funds.reading import facts_within
from app.reports.funds.parts import PARTS, Basis
from app.reports.of_parts import Titled, report_of_parts
from app.words.words import mark
from db.session import FileSession
from db.store import Store


def _read(session: FileSession, store: Store) -> Basis:
    """Return the file beside the amounts, for a part of it reads the projects."""
    return store, facts_within(session, store)


REPORT = report_of_parts(
    Titled(
        "funds",
        mark("Proyectos y fondos"),
        mark(
            "Los proyectos con su costo, y lo pedido, concedido, recibido y gastado por moneda, "
            "cada monto con su fuente."
        ),
        icon="coin",
    ),
    PARTS,
    _read,
)
