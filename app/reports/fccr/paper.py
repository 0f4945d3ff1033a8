"""The forums on paper as a whole: the facts that all its parts are made of, and the document."""

from app.forum.reading import facts_within
from app.reports.fccr.parts import PARTS
from app.reports.of_parts import Titled, report_of_parts
from app.words.words import mark

REPORT = report_of_parts(
    Titled(
        "fccr",
        mark("FCCR y FOCEM"),
        mark(
            "El foro con sus integrantes y reuniones, las recomendaciones y propuestas con su recorrido, y las normas."
        ),
        icon="bank",
    ),
    PARTS,
    facts_within,
)
