"""What a place of the gazetteer says of the city that stands there."""

from collections.abc import Mapping

from app.words.gazetteer import SOURCE, Place, PlaceKind

LANGUAGES: Mapping[str, str] = {"BR": "pt", "PY": "es,gn"}
"""Official languages by country, where it is not Spanish alone."""

OFFICIAL_CODES = frozenset({"AR", "BR", "CO"})
"""Where the second-level code of the gazetteer is that of the municipality (resources/gazetteer/SOURCE.md)."""

WHERE = frozenset({"country", "subdivision"})
"""The fields that are the choice of a place: what was written there before would put it elsewhere."""


def municipality_values(place: Place) -> Mapping[str, object]:
    """Return the fields of a city that `place` fills in; a figure that the gazetteer lacks is left out.

    The population is that of the settlement, without a year: its source is named, so that nobody takes it for a census.
    """
    settled = place.kind is PlaceKind.SETTLEMENT
    found: dict[str, object] = {
        "short_name": place.name,
        "country": place.country,
        "subdivision": place.subdivision,
        "official_code": place.admin2_code if place.country in OFFICIAL_CODES else "",
        "government_kind": "department" if place.kind is PlaceKind.DEPARTMENT else "",
        "geonames_id": place.geonames_id if settled else None,
        "population": place.population,
        "population_source": SOURCE if place.population else "",
        "latitude": place.latitude,
        "longitude": place.longitude,
        "languages": LANGUAGES.get(place.country, "es"),
    }
    return {name: value for name, value in found.items() if value not in (None, "")}
