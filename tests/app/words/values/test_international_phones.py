"""A phone is taken as it stands only where the library says the same of it, whatever the country."""

import random
from collections.abc import Iterator

import phonenumbers
import pytest
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, NumberParseException, PhoneNumberFormat, PhoneNumberType

from app.words.values.international_phones import is_valid_as_it_stands

_AROUND = 12
"""How many numbers are tried around each that is given as an example."""


def says_the_library(number: str) -> bool:
    """Tell whether phonenumbers takes `number` for valid and stores it as it stands."""
    try:
        parsed = phonenumbers.parse(number, None)
    except NumberParseException:
        return False
    stored = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return stored == number and phonenumbers.is_valid_number(parsed)


def numbers_around(code: int, dice: random.Random) -> Iterator[str]:
    """Return the examples of the library for a calling code, and more that differ in digits, prefix and length."""
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        for kind in PhoneNumberType.values():
            example = phonenumbers.example_number_for_type(region, kind)
            if example is None:
                continue
            digits = phonenumbers.national_significant_number(example)
            yield f"+{code}{digits}"
            for _ in range(_AROUND):
                at, length = dice.randrange(len(digits)), dice.randrange(1, 4)
                changed = digits[:at] + f"{dice.randrange(10**length)}" + digits[at + length :]
                yield f"+{code}{dice.choice(('', '', '', '0', '1', '15'))}{changed}"


@pytest.mark.parametrize("code", COUNTRY_CODE_TO_REGION_CODE)
def test_a_number_taken_as_it_stands_is_valid_and_so_written_for_the_library(code: int) -> None:
    numbers = list(numbers_around(code, random.Random(code)))  # noqa: S311 - the same numbers in every run
    assert [each for each in numbers if is_valid_as_it_stands(each) and not says_the_library(each)] == []


@pytest.mark.parametrize("region", ["AR", "BO", "BR", "CL", "CO", "EC", "ES", "FR", "MX", "PE", "PT", "PY", "UY", "VE"])
def test_nearly_all_valid_numbers_of_the_countries_of_the_network_are_taken_as_they_stand(region: str) -> None:
    code = phonenumbers.country_code_for_region(region)
    valid = [each for each in numbers_around(code, random.Random(code)) if says_the_library(each)]  # noqa: S311 - as above
    taken = [each for each in valid if is_valid_as_it_stands(each)]
    assert len(taken) > 0.95 * len(valid) > 10


@pytest.mark.parametrize(
    "number", ["+12125550123", "+598", "29012345", "+598 2901 2345", "+598\u0662\u0669\u0660\u0661234", "+598099123456"]
)
def test_what_needs_the_library_is_left_to_it(number: str) -> None:
    assert not is_valid_as_it_stands(number)
