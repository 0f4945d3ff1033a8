"""Words, dates, numbers and names of countries in the language of whoever reads them."""

import datetime as dt
import gettext
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING

import resources
from db.values import Money, PartialDate, Percent, Quantity
from db.words import CONTEXT_END, mark

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES: Mapping[str, str] = {"es": "es_UY", "pt": "pt_BR", "en": "en_GB"}
"""The languages of the program and the CLDR locale whose forms each one uses."""

DATE_PATTERN = "dd/MM/yyyy"


@cache
def _load(language: str) -> gettext.NullTranslations:
    """Load what is said in a language once: whoever speaks makes words of its own, and thousands of texts are read."""
    if language == "es":
        return gettext.NullTranslations()
    folder = {"pt": "pt_BR"}.get(language, language)
    with resources.path(f"words/{folder}/LC_MESSAGES/enlace.mo").open("rb") as file:
        return gettext.GNUTranslations(file)


class Words:
    """Everything that is said in one language: made for a window or a report, passed to whoever speaks."""

    def __init__(self, language: str) -> None:
        """Load the words of `language` ("es", "pt" or "en"); KeyError for any other."""
        self.language = language
        self._locale_name = LANGUAGES[language]

    @cached_property
    def locale(self) -> "Locale":
        """The forms of dates and numbers; Babel is loaded for the first of them, and the frame has none."""
        from babel import Locale

        return Locale.parse(self._locale_name)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        return _load(self.language)

    def __call__(self, source: str, /, **values: object) -> str:
        """Return the Spanish `source` in this language, its named placeholders filled by `values`."""
        said = self._catalogue.gettext(source).rpartition(CONTEXT_END)[2] if source else ""
        return said.format(**values) if values else said

    def plural(self, one: str, many: str, count: int, **values: object) -> str:
        """Return `one` or `many` as `count` asks, with `{count}` written as people write numbers."""
        return self.form(one, many, count).format(count=self.number(count), **values)

    def form(self, one: str, many: str, count: int) -> str:
        """Return `one` or `many` in this language as `count` asks, its placeholders still to be filled."""
        return self._catalogue.ngettext(one, many, count)

    def number(self, value: int | Decimal) -> str:
        """Write a number with the thousands and decimals of this language."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self.locale))

    def quantity(self, value: Quantity) -> str:
        """Write a measure with all of its decimals, and its unit after it."""
        from babel.numbers import format_decimal

        number = format_decimal(value.number, "#,##0.###", locale=self.locale)
        return f"{number} {value.unit}" if value.unit else str(number)

    def percentage(self, value: Percent) -> str:
        """Write a percentage with all of its decimals and no thousands, so that it is read back the same: 33,333%."""
        from babel.numbers import format_percent

        return str(format_percent(value.number.scaleb(-2), "0.###%", locale=self.locale))

    def percent(self, share: float) -> str:
        """Write a share (0.5 is 50 %) as a percentage."""
        from babel.numbers import format_percent

        return str(format_percent(share, locale=self.locale))

    def money(self, value: Money) -> str:
        """Write an amount with its currency's code and its own number of decimals."""
        from babel.numbers import format_currency, get_currency_precision

        digits = get_currency_precision(value.currency)
        amount = Decimal(value.minor).scaleb(-digits)
        return str(format_currency(amount, value.currency, "¤¤ #,##0.00", locale=self.locale))

    def amount(self, value: Money) -> str:
        """Write an amount as `money` does, without the code of its currency, which stands beside or above it."""
        return self.money(value).replace(value.currency, "").strip()

    def date(self, value: dt.date | PartialDate | None) -> str:
        """Write a date as 18/06/2008, as much of it as is known: 06/2008, 2008; empty for None."""
        from babel.dates import format_date

        if value is None:
            return ""
        if isinstance(value, PartialDate):
            return self._partial(value)
        return str(format_date(value, DATE_PATTERN, locale=self.locale))

    def _partial(self, value: PartialDate) -> str:
        parts = (value.day, value.month)
        return "/".join([f"{part:02d}" for part in parts if part is not None] + [str(value.year)])

    def long_date(self, value: dt.date) -> str:
        """Write a whole date in words: 18 de junio de 2008."""
        from babel.dates import format_date

        return str(format_date(value, "long", locale=self.locale))

    def month(self, value: dt.date) -> str:
        """Write the month of a date by its name: noviembre."""
        from babel.dates import format_date

        return str(format_date(value, "LLLL", locale=self.locale))

    def weekday(self, value: dt.date) -> str:
        """Write the day of the week of a date by its name: lunes."""
        from babel.dates import format_date

        return str(format_date(value, "EEEE", locale=self.locale))

    def time(self, value: dt.time) -> str:
        """Write a time of the day as 14:30."""
        from babel.dates import format_time

        return str(format_time(value, "HH:mm", locale=self.locale))

    def moment(self, value: dt.datetime) -> str:
        """Write a date and time as 18/06/2008 14:30, in the zone of `value`."""
        from babel.dates import format_datetime

        return str(format_datetime(value, f"{DATE_PATTERN} HH:mm", tzinfo=value.tzinfo, locale=self.locale))

    def country(self, code: str) -> str:
        """Return the name of an ISO 3166-1 country, or the code itself when CLDR has none."""
        return str(self.locale.territories.get(code, code))

    def language_name(self, code: str) -> str:
        """Return the name of an ISO 639 language, or the code itself when CLDR has none."""
        return str(self.locale.languages.get(code, code))


__all__ = ["LANGUAGES", "Words", "mark"]
