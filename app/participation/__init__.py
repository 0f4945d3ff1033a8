"""Who came to the meetings and activities of a span of time, counted by city, country, unit and body."""

from app.participation.facts import Counted, Facts, OfBody, OfCity, OfCountry, Span, Unseen
from app.participation.reading import facts_within

__all__ = ["Counted", "Facts", "OfBody", "OfCity", "OfCountry", "Span", "Unseen", "facts_within"]
