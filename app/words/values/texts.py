"""Texts as people type and paste them, freed of what cannot be seen."""

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal

from app.words.values.context import Context, refusal
from app.words.words import Words, mark

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_SHEET_ERROR = re.compile(
    r"#(?:N/A|N/D|REF!|VALUE!|¡VALOR!|VALOR!|NAME\?|¿NOMBRE\?|NOME\?|DIV/0!|¡DIV/0!|NUM!|¡NUM!|NULL!)"
)


def clean_text(text: str) -> str:
    """Return `text` composed (NFC), without control and invisible characters, with plain blanks; its lines are kept."""
    if _is_clean(text):
        return text.strip()
    seen = _CONTROL.sub("", _INVISIBLE.sub("", _LINE_END.sub("\n", text)))
    composed = unicodedata.normalize("NFC", seen)
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in composed.split("\n")).strip()


def _is_clean(text: str) -> bool:
    """Tell whether there is nothing to clean within `text`, as in nearly all cells: what is taken out is not printable.

    Of all blanks only the plain one is printable, so it is one line too.
    """
    return text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line."""
    return text.strip() if _is_clean(text) else " ".join(clean_text(text).split())


def is_sheet_error(text: str) -> bool:
    """Tell whether `text` is the mark that a spreadsheet leaves where a formula failed."""
    bare = text.strip()
    return bare.startswith("#") and _SHEET_ERROR.fullmatch(bare.upper()) is not None


def as_text(raw: object, words: Words) -> str:
    """Return the text a person would write for the cell `raw`: 3.0 is "3", a date is 18/06/2008."""
    match raw:
        case str():
            said = raw
        case bool():
            said = words("Sí") if raw else words("No")
        case float() if raw.is_integer():
            said = str(int(raw))
        case Decimal() if raw.is_finite():
            said = f"{raw.normalize():f}"
        case int() | float() | Decimal():
            said = str(raw)
        case datetime() if (raw.hour, raw.minute, raw.second) != (0, 0, 0):
            said = words.moment(raw)
        case date():
            said = words.date(raw)
        case time():
            said = words.time(raw)
        case _:
            raise TypeError(f"not a cell: {type(raw).__name__}")
    return said


def read_text(raw: object, context: Context) -> str:
    """Read a text of one line."""
    return clean_line(as_text(raw, context.words))


def read_long_text(raw: object, context: Context) -> str:
    """Read a text of several lines, parted by at most one empty line."""
    return re.sub(r"\n{3,}", "\n\n", clean_text(as_text(raw, context.words)))


def refuse_sheet_error(text: str) -> None:
    """Refuse the mark that a failed formula leaves."""
    if is_sheet_error(text):
        raise refusal(
            mark("La celda tiene un error de la planilla: {value}."),
            mark("Corrija la fórmula o escriba el valor."),
            value=text.strip(),
        )
