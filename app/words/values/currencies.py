"""Currencies by their code, sign or name."""

from collections.abc import Mapping
from functools import cache

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

from app.words.folding import fold
from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import LANGUAGES, mark

SIGNS: Mapping[str, str] = {
    "US$": "USD",
    "U$S": "USD",
    "U$D": "USD",
    "USD$": "USD",
    "R$": "BRL",
    "$U": "UYU",
    "€": "EUR",
    "£": "GBP",
    "₲": "PYG",
    "GS": "PYG",
    "GS.": "PYG",
    "S/": "PEN",
    "S/.": "PEN",
}
"""Signs that mean one currency only; "$", "Bs" and "pesos" do not."""

USUAL: Mapping[str, str] = {"dolar": "USD", "dolares": "USD", "real": "BRL", "reales": "BRL", "reais": "BRL"}
"""Short names that mean one currency in the region."""


@cache
def _codes() -> frozenset[str]:
    return frozenset(map(str, Locale.parse("en").currencies))


@cache
def _names() -> Mapping[str, str]:
    names = dict(USUAL)
    for tag in LANGUAGES.values():
        for code in map(str, Locale.parse(tag).currencies):
            for count in (1, 2):
                names.setdefault(fold(get_currency_name(code, count=count, locale=tag)), code)
    return names


def currency_code(text: str) -> str | None:
    """Return the ISO 4217 code of the currency that `text` names by code, sign or name, None when it names none."""
    sign = text.replace(" ", "").upper()
    if sign in _codes():
        return sign
    return SIGNS.get(sign) or (_names().get(fold(text)) if fold(text) else None)


def read_currency(raw: object, context: Context) -> str:
    """Read a currency; a bare "$" or "peso" is that of the country of the record, when it has one."""
    text = clean_line(as_text(raw, context.words))
    found = currency_code(text)
    if found is None and context.country and fold(text) in {"", "peso", "pesos"}:
        found = next(iter(get_territory_currencies(context.country)), None)
    if found is None:
        raise refusal(
            mark("«{value}» no es una moneda conocida."),
            mark("Escriba el código de la moneda, por ejemplo USD o UYU."),
            value=text,
        )
    return found
