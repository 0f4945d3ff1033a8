"""Who came to the meetings and activities of a span of time, counted by city, country, unit and body."""

from app.participation.facts import BASIS, Counted, Facts, OfBody, OfCity, OfCountry, Span, Unseen
from app.participation.reading import OWNER, counted_in, facts_within

__all__ = [
    "BASIS",
    "OWNER",
    "Counted",
    "Facts",
    "OfBody",
    "OfCity",
    "OfCountry",
    "Span",
    "Unseen",
    "counted_in",
    "facts_within",
]
