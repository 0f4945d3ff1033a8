"""Where something is, said once: a venue and its city, of which the venue may say the city already."""

from app.words.folding import fold
from app.words.names import BETWEEN_NAMES


def names_in(text: str, name: str) -> bool:
    """Tell whether `text` has the words of `name` one after another, whole: «Azul» is not in «Azulejos»."""
    folded = fold(name)
    return bool(folded) and f" {folded} " in f" {fold(text)} "


def join_place(place: str, city: str) -> str:
    """Return a venue with its city: «Sala 2, Rosario». What the venue says already is not said again.

    Of a city with namesakes, «Rosario · Santa Fe», a venue may say the name alone: then what tells it apart is added.
    """
    bare, _, detail = city.partition(BETWEEN_NAMES)
    if not detail and names_in(place, bare):
        return place
    head, _, last = place.rpartition(",")
    if detail and fold(last) == fold(bare):
        place = head.strip()
    return ", ".join(filter(None, (place, city)))
