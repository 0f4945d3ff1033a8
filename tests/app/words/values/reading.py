"""Short ways to read, show and refuse a value in the tests of this folder."""

import pytest

from app.words.problems import ProblemError
from app.words.values import read_value, show_value
from app.words.words import Words
from db.fields import Choice, Field, Kind, mark


class Colour(Choice):
    """A choice of the tests."""

    RED = "red", mark("Rojo vivo")
    SEA = "sea", mark("Verde o azul")


def field_of(kind: Kind) -> Field:
    """Return a field of `kind`."""
    return Field("Campo", kind, choices=Colour if kind in (Kind.CHOICE, Kind.CHOICES) else None)


def read(kind: Kind, raw: object, country: str = "", language: str = "es") -> object:
    """Read `raw` as a value of `kind`."""
    return read_value(field_of(kind), raw, Words(language), country=country)


def show(kind: Kind, value: object, language: str = "es") -> str:
    """Show `value` of `kind`."""
    return show_value(field_of(kind), value, Words(language))


def refusal(kind: Kind, raw: object, country: str = "") -> str:
    """Return what a person is told when `raw` is refused."""
    with pytest.raises(ProblemError) as caught:
        read(kind, raw, country)
    return " ".join(problem.say(Words("es")) for problem in caught.value.problems)
