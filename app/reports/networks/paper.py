"""The other networks on paper as a whole: the facts that all its parts are made of, and the document."""

from app.other_networks.reading import facts_within
from app.reports.networks.parts import PARTS
from app.reports.of_parts import Titled, report_of_parts
from app.words.words import mark

REPORT = report_of_parts(
    Titled(
        "networks",
        mark("Redes e intercambios"),
        mark("Nuestro contacto con cada red, las ciudades que la integran, lo que se hace en común y el intercambio."),
        icon="share-network",
    ),
    PARTS,
    facts_within,
)
