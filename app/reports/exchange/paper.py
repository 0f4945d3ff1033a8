"""The exchange of experiences on paper as a whole: the facts that all its parts are made of, and the document."""

from app.experiences.reading import facts_within
from app.reports.exchange.parts import PARTS
from app.reports.of_parts import Titled, report_of_parts
from app.words.words import mark

REPORT = report_of_parts(
    Titled(
        "exchange",
        mark("Intercambio de experiencias"),
        mark("Las experiencias por tema, hasta dónde llegó cada adopción, quién da y quién adopta, y qué falta."),
        icon="lightbulb",
    ),
    PARTS,
    facts_within,
)
