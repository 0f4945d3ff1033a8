"""Editors that know all they can hold and find it while the person types: countries, languages, currencies."""

from collections.abc import Iterable, Sequence

from babel.numbers import get_currency_name
from PySide6.QtWidgets import QLineEdit, QWidget

from app.records.catalog import FieldInfo
from app.words.folding import fold
from app.words.gazetteer import all_subdivisions
from app.words.values.countries import country_codes
from app.words.words import Words
from ui.form.editors.editor import Desk
from ui.form.editors.picking import Option, PickLine
from ui.form.editors.typed import TypedEditor

NEAR = ("AR", "BO", "BR", "CL", "CO", "EC", "PE", "PY", "UY", "VE")
"""The countries of the network (MERCOSUR and its associates), offered before the others."""
CURRENCIES = ("USD", "UYU", "ARS", "BRL", "PYG", "CLP", "BOB", "PEN", "COP", "VES", "EUR")
"""The currencies of those countries and of their donors, offered before the others."""

LANGUAGES = ("es", "pt", "en", "gn", "qu", "ay", "fr", "it", "de", "ca", "gl", "eu")
"""The languages of the network, then those of whom it deals with, offered before the others."""


def country_options(words: Words) -> list[Option]:
    """Return every country, those of the region first, each group in the order of its names."""
    names = {code: words.country(code) for code in country_codes()}
    near = [Option(code, names[code]) for code in NEAR]
    far = [Option(code, name) for code, name in names.items() if code not in NEAR]
    return sorted(near, key=_order) + sorted(far, key=_order)


def currency_options(words: Words) -> list[Option]:
    """Return every currency that CLDR names, those of the region first."""
    known = [code for code in map(str, words.locale.currencies) if code not in CURRENCIES]
    return [Option(code, code, str(get_currency_name(code, locale=words.locale))) for code in (*CURRENCIES, *known)]


def language_options(words: Words) -> list[Option]:
    """Return every language that CLDR names, those of the network first."""
    known = (str(code) for code in words.locale.languages)
    codes = (*LANGUAGES, *(code for code in known if code.isalpha() and code not in LANGUAGES))
    return [Option(code, words.language_name(code)) for code in codes]


def matching(options: Iterable[Option], text: str) -> list[Option]:
    """Return the options of which a word begins like each word of `text`, case and accents aside."""
    wanted = fold(text).split()
    return [option for option in options if _begins(fold(f"{option.value} {option.line}").split(), wanted)]


def _begins(found: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(start) for word in found) for start in wanted)


def _order(option: Option) -> str:
    return fold(option.label)


class SuggestingEditor(TypedEditor):
    """What is typed is read as in any line; a list helps to find it."""

    def __init__(self, info: FieldInfo, desk: Desk, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(info, desk, parent)
        self._options: list[Option] | None = None

    def options(self) -> list[Option]:
        """Return all that can be held, in the order in which it is offered."""
        raise NotImplementedError

    def offer(self, text: str) -> Sequence[Option]:
        """Return what `text` may mean; all of it once the text is what the field already holds."""
        if self._options is None:
            self._options = self.options()
        return self._options if not text or text == self._shown else matching(self._options, text)

    def forget_options(self) -> None:
        """Ask for the options again before they are offered."""
        self._options = None

    def _make_line(self) -> QLineEdit:
        line = PickLine(self.offer)
        line.picked.connect(self._on_picked)
        return line

    def _on_picked(self, option: Option) -> None:
        self.set_value(option.value)
        self.changed.emit()
        self.settled.emit()


class CountryEditor(SuggestingEditor):
    """A country by its name in the language of the window, any of its other names, or its code."""

    def options(self) -> list[Option]:
        """Return the countries."""
        return country_options(self.words)


class CurrencyEditor(SuggestingEditor):
    """A currency by its code, its sign or its name."""

    def options(self) -> list[Option]:
        """Return the currencies."""
        return currency_options(self.words)


class LanguageEditor(SuggestingEditor):
    """One language by its name in any language of the window, or by its code; several that were kept are shown."""

    def options(self) -> list[Option]:
        """Return the languages."""
        return language_options(self.words)


class SubdivisionEditor(SuggestingEditor):
    """A province, state or department of the country that the form names."""

    def set_country(self, country: str) -> None:
        """Offer the subdivisions of `country`."""
        if country != self.country:
            super().set_country(country)
            self.forget_options()

    def options(self) -> list[Option]:
        """Return the subdivisions of the country; of all ten, with the country's name, while there is none."""
        found = all_subdivisions().values()
        if self.country:
            return sorted((Option(one.code, one.name) for one in found if one.code[:2] == self.country), key=_order)
        return sorted((Option(one.code, one.name, self.words.country(one.code[:2])) for one in found), key=_order)
