"""Measures and percentages are read as people and spreadsheets write them, to the thousandth, and shown the same."""

from datetime import date
from decimal import Decimal

import pytest

from app.words.problems import ProblemError
from app.words.values import export_value, read_value, show_value
from app.words.words import Words
from db.cooperation import MONTHS
from db.fields import Bounds, Field, Kind, UnitIn
from db.values import Quantity, Share
from tests.app.words.values.reading import read, refusal, show


@pytest.mark.parametrize(
    ("raw", "language", "value"),
    [
        ("1.234,5", "es", 1_234_500),
        ("1,234.5", "es", 1_234_500),
        ("1.234,5", "en", 1_234_500),
        ("1,234.5", "pt", 1_234_500),
        ("1.234", "es", 1_234_000),
        ("1.234", "en", 1_234),
        ("1,234", "pt", 1_234),
        ("1,234", "en", 1_234_000),
        ("1 234,5", "pt", 1_234_500),
        ("0,5", "es", 500),
        ("-12", "es", -12_000),
        ("−0,001", "es", -1),
        (12, "es", 12_000),
        (1.234, "es", 1_234),
        (0.1 + 0.2, "es", 300),
        (1e-9, "es", 0),
        (Decimal("33.33333"), "es", 33_333),
    ],
)
def test_a_measure_is_read_in_each_language(raw: object, language: str, value: int) -> None:
    assert read(Kind.DECIMAL, raw, language=language) == value


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("doce", "«doce» no es un número."),
        ("1,2345", "«1,2345» tiene más de tres decimales."),
        (str(2**63), "es un número demasiado grande."),
        ("9.223.372.036.854.776", "9223372036854776 es un número demasiado grande."),
        (True, "«Sí» no es un número."),
        (date(2008, 6, 18), "«18/06/2008» no es un número."),
        ("12 km", "«12 km» no es un número."),
    ],
)
def test_what_is_no_measure_is_refused(raw: object, said: str) -> None:
    assert said in refusal(Kind.DECIMAL, raw)


def test_a_fixed_unit_is_written_and_may_be_typed() -> None:
    field = Field("Largo", Kind.DECIMAL, unit="km")
    for raw in ("12,5 km", "12,5km", "12,5 KM", "12,5"):
        assert read_value(field, raw, Words("es")) == 12_500
    assert show_value(field, 12_500, Words("es")) == "12,5 km"
    assert show_value(field, 1_234_500, Words("en")) == "1,234.5 km"
    assert show_value(Field("Meta", Kind.DECIMAL, unit=UnitIn("unit")), 12_500, Words("es")) == "12,5"


def test_a_whole_number_is_written_with_what_it_counts_and_read_with_it() -> None:
    field = Field("Plazo", Kind.INTEGER, unit=MONTHS)
    said = [show_value(field, 12, Words(language)) for language in ("es", "pt", "en")]
    assert said == ["12 meses", "12 meses", "12 months"]
    assert show_value(field, 1, Words("pt")) == "1 mês"
    for raw in (*said, "12", "12meses", "12 MONTHS", 12, 12.0):
        assert read_value(field, raw, Words("es")) == 12
    assert read_value(field, "1 mes", Words("es")) == 1
    assert export_value(field, 12, Words("es")) == Quantity(12_000, "meses")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("12 %", 12_000),
        ("12%", 12_000),
        ("% 12", 12_000),
        ("85", 85_000),
        (85, 85_000),
        ("33,333 %", 33_333),
        ("33.333 %", 33_333),
        ("0,5", 500),
        ("12,5 por ciento", 12_500),
        ("12.5 percent", 12_500),
        ("1.234,5 %", 1_234_500),
        (Share(0.85), 85_000),
        (Share(1.0), 100_000),
        (Share(1 / 3), 33_333),
        (Share(0.07), 7_000),
        ("0", 0),
        (0, 0),
    ],
)
@pytest.mark.parametrize("language", ["es", "pt", "en"])
def test_a_percentage_is_read_in_each_language(raw: object, value: int, language: str) -> None:
    assert read(Kind.PERCENT, raw, language=language) == value


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("casi todo", "«casi todo» no es un porcentaje."),
        ("33,33333 %", "tiene más de tres decimales."),
        (0.85, "No se sabe si 0,85 quiere decir 0,85 % o 85 %."),
        (1, "No se sabe si 1 quiere decir 1 % o 100 %."),
        (False, "no es un porcentaje."),
    ],
)
def test_what_is_no_percentage_or_may_be_two_is_refused(raw: object, said: str) -> None:
    assert said in refusal(Kind.PERCENT, raw)


def test_a_percentage_is_shown_with_all_of_its_decimals() -> None:
    assert [show(Kind.PERCENT, value) for value in (85_000, 33_333, 1_234_500, 0)] == [
        "85%",
        "33,333%",
        "1234,5%",
        "0%",
    ]
    assert show(Kind.PERCENT, 33_333, "en") == "33.333%"


def test_bounds_are_said_in_the_unit_of_people() -> None:
    field = Field("Parte pedida", Kind.PERCENT, bounds=Bounds(0, 85_000))
    with pytest.raises(ProblemError) as caught:
        read_value(field, "86 %", Words("es"))
    assert caught.value.problems[0].say(Words("es")) == "Tiene que estar entre 0% y 85%."
    with pytest.raises(ProblemError) as caught:
        read_value(Field("Meta", Kind.DECIMAL, bounds=Bounds(least=500)), "0,25", Words("es"))
    assert caught.value.problems[0].say(Words("es")) == "Tiene que ser 0,5 o más."


def test_a_share_in_a_cell_is_a_plain_number_for_every_other_kind() -> None:
    assert read(Kind.DECIMAL, Share(0.85)) == 850
    assert read(Kind.TEXT, Share(0.85)) == "0.85"
    assert read(Kind.INTEGER, Share(2.0)) == 2
