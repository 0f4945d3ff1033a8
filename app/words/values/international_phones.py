"""International phones that are valid as they stand, told by the patterns of the library for each country."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from phonenumbers import PhoneMetadata, PhoneNumberDesc

_PLAIN = re.compile(r"\+[1-9][0-9]{6,14}")
_NEVER = r"(?!)"
_LONGEST_CODE = 3
_TYPES = (
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
)
"""What the library tells numbers apart by: one that is of no type is not valid."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the national numbers of one country and length look like: with a prefix to be dialled there, and valid."""

    start: int
    prefix: re.Pattern[str]
    valid: re.Pattern[str]


def is_valid_as_it_stands(number: str) -> bool:
    """Tell whether `number`, a + and digits, is a valid phone and its own E.164 form, as phonenumbers would find.

    A whole parse by the library takes fifteen times as long. False says nothing: some countries share their calling
    code (+1, +44), and in some numbers the library drops or changes what is dialled within the country alone.
    """
    if _PLAIN.fullmatch(number) is None:
        return False
    shape = _shape(number[1 : 1 + _LONGEST_CODE], len(number))
    if shape is None:
        return False
    dialled = shape.prefix.match(number, shape.start)
    return not (dialled and dialled[0]) and shape.valid.fullmatch(number, shape.start) is not None


@lru_cache(maxsize=1024)
def _shape(beginning: str, length: int) -> _Shape | None:
    """Return the shape of the numbers so long that begin so; None where it is not to be told from one country alone."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

    codes = (beginning[:end] for end in range(1, len(beginning) + 1))
    code = next((each for each in codes if int(each) in COUNTRY_CODE_TO_REGION_CODE), "")
    regions = COUNTRY_CODE_TO_REGION_CODE.get(int(code or 0), ())
    country = PhoneMetadata.metadata_for_region(regions[0], None) if len(regions) == 1 else None
    if country is None:
        return None
    start = 1 + len(code)
    (any_type,) = _patterns(country, ("general_desc",), length - start) or (_NEVER,)
    types = "|".join(_patterns(country, _TYPES, length - start)) or _NEVER
    prefix = country.national_prefix_for_parsing or _NEVER
    return _Shape(start, re.compile(prefix), re.compile(f"(?=(?:{any_type})$)(?:{types})"))


def _patterns(country: "PhoneMetadata", names: Iterable[str], digits: int) -> tuple[str, ...]:
    """Return the patterns of those kinds of number of a country that can have so many digits."""
    kinds: Iterable[PhoneNumberDesc | None] = (getattr(country, name) for name in names)
    found = (kind.national_number_pattern for kind in kinds if kind is not None and digits in kind.possible_length)
    return tuple(filter(None, found))
