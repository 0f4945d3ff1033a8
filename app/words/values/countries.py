"""Countries and their subdivisions by code or by the names that people use."""

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

from app.words.folding import fold
from app.words.gazetteer import all_subdivisions
from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import LANGUAGES, Words, mark

NOT_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""Two-letter codes of CLDR that stand for no country."""

USUAL: Mapping[str, str] = {
    "republica oriental del uruguay": "UY",
    "republica oriental do uruguai": "UY",
    "banda oriental": "UY",
    "republica argentina": "AR",
    "republica federativa del brasil": "BR",
    "republica federativa do brasil": "BR",
    "republica del paraguay": "PY",
    "republica do paraguai": "PY",
    "republica de chile": "CL",
    "estado plurinacional de bolivia": "BO",
    "bolivia estado plurinacional de": "BO",
    "republica bolivariana de venezuela": "VE",
    "venezuela republica bolivariana de": "VE",
    "republica del peru": "PE",
    "republica de colombia": "CO",
    "republica del ecuador": "EC",
    "ee uu": "US",
    "eeuu": "US",
    "eua": "US",
    "estados unidos de america": "US",
    "united states of america": "US",
    "gran bretana": "GB",
    "uk": "GB",
    "holanda": "NL",
}
"""Folded names in use that are not those of CLDR."""

_KINDS_OF_UNIT = ("provincia", "departamento", "estado", "region", "regiao", "province", "state", "department")
_JOINTS = ("de la", "del", "de", "do", "da", "of")
_ISO3 = 3


@cache
def country_codes() -> frozenset[str]:
    """Return the ISO 3166-1 codes of two letters that name a country."""
    codes = map(str, Locale.parse("en").territories)
    return frozenset(code for code in codes if len(code) == len("UY") and code.isalpha()) - NOT_COUNTRIES


@cache
def _country_names() -> Mapping[str, str]:
    names = dict(USUAL)
    for tag in LANGUAGES.values():
        for code, name in Locale.parse(tag).territories.items():
            if code in country_codes():
                names.setdefault(fold(name), code)
    for alias, codes in get_global("territory_aliases").items():
        if len(alias) == _ISO3 and alias.isalpha() and len(codes) == 1 and codes[0] in country_codes():
            names.setdefault(fold(alias), codes[0])
    return names


def read_country(raw: object, context: Context) -> str:
    """Read a country by its code of two or three letters or its name in Spanish, Portuguese or English."""
    text = clean_line(as_text(raw, context.words))
    if text.upper() in country_codes():
        return text.upper()
    word = fold(text)
    code = _country_names().get(word) or _country_names().get(word.removeprefix("the "))
    if code is None:
        raise refusal(
            mark("«{value}» no es un país conocido."),
            mark("Escriba el nombre o el código del país, por ejemplo UY."),
            value=text,
        )
    return code


@cache
def _subdivision_names() -> Mapping[tuple[str, str], str]:
    """Return the code by (country, folded name or code within it)."""
    names: dict[tuple[str, str], str] = {}
    for one in all_subdivisions().values():
        country, _, short = one.code.partition("-")
        for name in (one.name, *one.aliases, short):
            names.setdefault((country, fold(name)), one.code)
    return names


def _bare(word: str) -> str:
    """Take away what a unit is ("provincia de") from its folded name."""
    kind, _, rest = word.partition(" ")
    if kind not in _KINDS_OF_UNIT or not rest:
        return word
    joint = next((one for one in _JOINTS if rest.startswith(f"{one} ")), "")
    return rest.removeprefix(joint).strip()


def read_subdivision(raw: object, context: Context) -> str:
    """Read a province, state or department by its code (AR-B, or B within AR) or its name within the country.

    Where the country is known, the digits of its statistics office are read too: 29 in Brazil is Bahia.
    """
    text = clean_line(as_text(raw, context.words))
    code = text.upper().replace(" ", "").replace("_", "-")
    if code in all_subdivisions() or _is_code_of_other_country(code):
        return _of_its_country(code, context)
    official = _by_official_code(context.country).get(code.zfill(2))
    if official is not None:
        return official
    for word in dict.fromkeys((fold(text), _bare(fold(text)))):
        found = [
            key
            for (country, name), key in _subdivision_names().items()
            if name == word and context.country in ("", country)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise refusal(
                mark("«{value}» existe en varios países."),
                mark("Indique el país, o escriba el código de la provincia, por ejemplo AR-B."),
                value=text,
            )
    raise refusal(
        mark("«{value}» no es una provincia, estado o departamento conocido del país."),
        mark("Escriba su nombre o su código, por ejemplo AR-B."),
        value=text,
    )


@cache
def _by_official_code(country: str) -> Mapping[str, str]:
    """Return the subdivisions of a country by the digits of its statistics office; of no country, none."""
    mine = {key: one for key, one in all_subdivisions().items() if key.startswith(f"{country}-")}
    return {one.official: key for key, one in mine.items() if one.official}


def _is_code_of_other_country(code: str) -> bool:
    """Tell whether `code` looks like one of ISO 3166-2, of a country that the gazetteer does not cover."""
    country, dash, unit = code.partition("-")
    if not (dash and country in country_codes() and unit.isalnum() and unit.isascii() and len(unit) <= _ISO3):
        return False
    return not any(known.startswith(f"{country}-") for known in all_subdivisions())


def _of_its_country(code: str, context: Context) -> str:
    if context.country and not code.startswith(f"{context.country}-"):
        raise refusal(
            mark("«{value}» no pertenece a {country}."),
            mark("Corrija la provincia o el país."),
            value=show_subdivision(code),
            country=context.words.country(context.country),
        )
    return code


def show_subdivision(code: str, _: Words | None = None) -> str:
    """Write the name of a subdivision, or its code when it is of a country that the gazetteer does not cover."""
    known = all_subdivisions().get(code)
    return known.name if known else code


def show_country(code: str, words: Words) -> str:
    """Write the name of a country."""
    return words.country(code)
