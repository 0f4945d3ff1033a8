"""What is shown to a person and typed back is the same value, in each language."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import phonenumbers
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from app.words.gazetteer import all_subdivisions
from app.words.problems import ProblemError
from app.words.values import export_value
from app.words.values.countries import country_codes
from app.words.values.texts import is_sheet_error
from app.words.words import Words
from db.fields import Field, Kind
from db.values import Money, PartialDate, Percent, Quantity
from tests.app.words.values.reading import field_of, read, show

quick = settings(max_examples=60, deadline=None)
LANGUAGES = st.sampled_from(("es", "pt", "en"))
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
REGIONS = ("AR", "BO", "BR", "CL", "CO", "EC", "PE", "PY", "UY", "VE", "ES", "US", "DE", "IT")


def phone(region: str) -> str:
    number = phonenumbers.example_number(region)
    assert number is not None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def partial(day: date, precision: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:precision])


VALUES: dict[Kind, st.SearchStrategy[object]] = {
    Kind.INTEGER: st.integers(-(2**63) + 1, 2**63 - 1),
    Kind.NUMERAL: st.integers(0, 10**12),
    Kind.MONEY: st.builds(
        Money, st.integers(-(10**15), 10**15), st.sampled_from(("USD", "UYU", "BRL", "EUR", "CLP", "PYG", "ARS", "TND"))
    ),
    Kind.DECIMAL: st.integers(-(2**63) + 1, 2**63 - 1),
    Kind.PERCENT: st.integers(-(10**9), 10**9),
    Kind.DATE: DAYS,
    Kind.PARTIAL_DATE: st.builds(partial, DAYS, st.integers(1, 3)),
    Kind.TIME: st.times().map(lambda one: f"{one:%H:%M}"),
    Kind.BOOLEAN: st.booleans(),
    Kind.DEGREES: st.integers(-180_000_000, 180_000_000),
    Kind.PHONE: st.builds(
        lambda region, extension: phone(region) + (f";ext={extension}" if extension else ""),
        st.sampled_from(REGIONS),
        st.integers(0, 99999),
    ),
    Kind.EMAIL: st.from_regex(r"[a-z][a-z0-9]{0,10}(\.[a-z]{1,5})?@example\.org", fullmatch=True),
    Kind.WEB: st.from_regex(r"https?://www\.[a-z]{2,8}\.org(/[a-z0-9]{0,9})?", fullmatch=True),
    Kind.CURRENCY: st.sampled_from(("USD", "UYU", "BRL", "EUR", "CLP", "PYG")),
    Kind.COUNTRY: st.sampled_from(sorted(country_codes())),
    Kind.LANGUAGE: st.sampled_from(("es", "pt", "en", "gn", "qu")),
    Kind.LANGUAGES: st.lists(
        st.sampled_from(("es", "pt", "en", "gn", "fr", "qu", "ay", "it")), min_size=1, unique=True
    ).map(",".join),
    Kind.CHOICE: st.sampled_from(("red", "sea")),
    Kind.CHOICES: st.sampled_from(("red", "sea", "red,sea")),
}


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.value)
@quick
@given(data=st.data(), language=LANGUAGES)
def test_a_value_shown_and_typed_back_is_the_same(kind: Kind, data: st.DataObject, language: str) -> None:
    if kind in (Kind.CHOICE, Kind.CHOICES, Kind.BOOLEAN, Kind.PHONE):
        language = "es"  # the words of the tests are in no catalogue, and those of the program have tests of their own
    value = data.draw(VALUES[kind])
    assert read(kind, show(kind, value, language), language=language) == value


@quick
@given(st.sampled_from(sorted(all_subdivisions())))
def test_a_subdivision_shown_and_typed_back_is_the_same(code: str) -> None:
    assert read(Kind.SUBDIVISION, show(Kind.SUBDIVISION, code), code[:2]) == code


@quick
@given(st.datetimes(datetime(1970, 1, 2), datetime(2900, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001  bounds are naive
def test_a_moment_shown_and_typed_back_is_the_same_minute(moment: datetime) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assume(minute.astimezone().replace(tzinfo=None).astimezone(UTC) == minute)  # not in the hour that a clock repeats
    assert read(Kind.MOMENT, show(Kind.MOMENT, minute)) == minute


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT])
@quick
@given(raw=st.text())
@example("0\r\x850")
@example("e\u200b\u0301")
def test_a_text_read_twice_is_the_same(kind: Kind, raw: str) -> None:
    assume(not is_sheet_error(raw) and "\0" not in raw)
    once = read(kind, raw)
    assert read(kind, show(kind, once)) == once


@quick
@given(
    raw=st.one_of(
        st.text(), st.integers(), st.floats(), st.booleans(), st.decimals(), st.dates(), st.times(), st.datetimes()
    )
)
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.LINKS, Kind.CHOICE, Kind.CHOICES)])
def test_whatever_a_cell_holds_is_a_value_or_a_problem(kind: Kind, raw: object) -> None:
    value = said = None
    try:
        value = read(kind, raw, "UY")
        said = show(kind, value)
    except ProblemError as error:
        said = " ".join(problem.say(Words("es")) for problem in error.problems)
    assert said or value is None


def test_a_workbook_gets_typed_values() -> None:
    words = Words("es")
    assert export_value(field_of(Kind.DEGREES), -34520000, words) == Decimal("-34.52")
    assert export_value(field_of(Kind.TIME), "14:30", words) == time(14, 30)
    assert export_value(field_of(Kind.MONEY), Money(5, "USD"), words) == Money(5, "USD")
    assert export_value(field_of(Kind.DECIMAL), 1_234_500, words) == Quantity(1_234_500)
    assert export_value(Field("Largo", Kind.DECIMAL, unit="km"), 12_500, words) == Quantity(12_500, "km")
    assert export_value(field_of(Kind.PERCENT), 33_333, words) == Percent(33_333)
    assert export_value(field_of(Kind.COUNTRY), "BR", words) == "Brasil"
    assert export_value(field_of(Kind.INTEGER), 5, words) == 5
    assert export_value(field_of(Kind.NUMERAL), 2022, words) == "2022"
    assert export_value(field_of(Kind.CHOICE), "red", words) == "Rojo vivo"
    assert export_value(field_of(Kind.DATE), None, words) is None
