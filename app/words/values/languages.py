"""Lists of languages, kept as their ISO 639 codes joined by commas."""

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from app.words.folding import fold
from app.words.values.context import Context, refusal
from app.words.values.texts import as_text, clean_line
from app.words.words import LANGUAGES, Words, mark

USUAL: Mapping[str, str] = {"castellano": "es", "brasileno": "pt", "brasileiro": "pt", "portunol": "es,pt"}
"""Folded names in use that are not those of CLDR."""

_BETWEEN = re.compile(r"\s*[,;/+|&]\s*")
_AND = re.compile(r"\s+(?:y|e|and)\s+", re.IGNORECASE)


@cache
def _names() -> Mapping[str, str]:
    names = dict(USUAL)
    for tag in LANGUAGES.values():
        for code, name in Locale.parse(tag).languages.items():
            if "_" not in code:
                names.setdefault(fold(code), code)
                names.setdefault(fold(name), code)
    return names


def read_languages(raw: object, context: Context) -> str:
    """Read one or several languages by code or name: "español y portugués" is "es,pt"."""
    text = clean_line(as_text(raw, context.words))
    codes: dict[str, None] = {}
    for part in filter(None, _BETWEEN.split(text)):
        said = [part] if fold(part) in _names() else _AND.split(part)
        for name in said:
            if fold(name) not in _names():
                raise refusal(
                    mark("«{value}» no es un idioma conocido."),
                    mark(
                        "Escriba el nombre o el código del idioma, por ejemplo español o es; "
                        "si son varios, separados por comas."
                    ),
                    value=name,
                )
            codes.update(dict.fromkeys(_names()[fold(name)].split(",")))
    return ",".join(codes)


def show_languages(value: str, words: Words) -> str:
    """Write the names of the languages, separated by commas."""
    return ", ".join(words.language_name(code) for code in value.split(","))
