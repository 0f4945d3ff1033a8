"""How many experiences there are and how many of them lack something that the forms ask, as page and paper say it."""

from app.experiences.facts import Facts
from app.records.catalog import Order, Query
from app.screens import experiences
from app.words.words import Words

LACKING = Query(
    "experience",
    filters=experiences.LACKING.filters,
    order=(Order("missing_count", descending=True), Order("name")),
)
"""What asks for those that lack something, that which lacks most first."""


def say_total(facts: Facts, words: Words) -> str:
    """Write how many experiences there are."""
    return words.plural("{count} experiencia", "{count} experiencias", facts.count)


ALL = Query("experience", order=(Order("name"),))
"""What asks for all of them: where the first one begins."""


def say_incomplete(facts: Facts, words: Words) -> str:
    """Write how many of them lack something."""
    return words.plural(
        "{count} con datos que faltan para los formularios",
        "{count} con datos que faltan para los formularios",
        facts.incomplete,
    )
