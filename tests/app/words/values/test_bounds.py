"""What goes beyond the bounds of a field is refused with the bounds in words, wherever it is written."""

import pytest

from app.words.problems import ProblemError
from app.words.values import read_value
from app.words.words import Words
from db.fields import Bounds, Field, Kind


def refused(field: Field, raw: object, language: str = "es") -> str:
    words = Words(language)
    with pytest.raises(ProblemError) as caught:
        read_value(field, raw, words)
    return caught.value.problems[0].say(words)


@pytest.mark.parametrize(
    ("kind", "bounds", "raw", "said"),
    [
        (Kind.INTEGER, Bounds(least=1000), "999", "Tiene que ser 1.000 o más."),
        (Kind.INTEGER, Bounds(greatest=1000), 1001, "Tiene que ser 1.000 o menos."),
        (Kind.INTEGER, Bounds(1, 8), "9", "Tiene que estar entre 1 y 8."),
        (Kind.NUMERAL, Bounds(1500, 2100), "1066", "Tiene que estar entre 1500 y 2100."),
        (Kind.DEGREES, Bounds(-90_000_000, 90_000_000), "-90,5", "Tiene que estar entre -90 y 90."),
        (Kind.MONEY, Bounds(least=0), "USD -1", "Tiene que ser USD 0,00 o más."),
    ],
)
def test_a_number_is_refused_with_its_bounds(kind: Kind, bounds: Bounds, raw: object, said: str) -> None:
    assert refused(Field("Dato", kind, bounds=bounds), raw).replace("\N{NO-BREAK SPACE}", " ") == said


def test_bounds_are_said_in_the_language_of_whoever_wrote() -> None:
    assert refused(Field("Dato", Kind.INTEGER, bounds=Bounds(least=1000)), 999, "en") == "It must be 1,000 or more."


@pytest.mark.parametrize(("raw", "value"), [("1", 1), ("8", 8), ("", None)])
def test_the_bounds_themselves_are_allowed(raw: str, value: int | None) -> None:
    assert read_value(Field("Dato", Kind.INTEGER, bounds=Bounds(1, 8)), raw, Words("es")) == value


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT, Kind.WEB, Kind.EMAIL])
def test_a_text_longer_than_its_column_is_refused(kind: Kind) -> None:
    field = Field("Dato", kind, bounds=Bounds(longest=25))
    assert "caracteres y caben 25" in refused(field, f"{'a' * 19}@example.org")
    assert read_value(field, "a@example.org", Words("es")) is not None


@pytest.mark.parametrize("kind", [Kind.INTEGER, Kind.NUMERAL])
@pytest.mark.parametrize("raw", [str(2**63), 2**63, -(2**63), 1e30])
def test_a_whole_number_beyond_64_bits_is_refused(kind: Kind, raw: object) -> None:
    assert "demasiado grande" in refused(Field("Dato", kind), raw)
