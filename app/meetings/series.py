"""The next number of a series, as its papers write it: "ACTA Nº 03/2011", "XXXII", "3ª", "Segunda reunión"."""

import re
from collections.abc import Callable, Collection

_BY_YEAR = re.compile(r"(\d+)(\s*/\s*)(\d{4}|\d{2})\b")
_ROMAN = re.compile(r"\b(?=[IVXLC])(X[CL]|L?X{0,3}|C{0,3}(?:X[CL]|L?X{0,3}))(I[XV]|V?I{0,3})\b")
_NUMBER = re.compile(r"\b(?!(?:19|20)\d\d\b)\d+")
_FIGURES = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_SPANISH = (
    ("primera", "segunda", "tercera", "cuarta", "quinta", "sexta", "séptima", "octava", "novena", "décima"),
    ("primer", "segundo", "tercer", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno", "décimo"),
)
_PORTUGUESE = (
    ("primeira", "segunda", "terceira", "quarta", "quinta", "sexta", "sétima", "oitava", "nona", "décima"),
    ("primeiro", "segundo", "terceiro", "quarto", "quinto", "sexto", "sétimo", "oitavo", "nono", "décimo"),
)
_ENGLISH = (("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),)
_IS_PORTUGUESE = re.compile(r"[ãõç]|\bd[ao]s?\b", re.IGNORECASE)
"""What Spanish does not write: «segunda» and «sexta» are words of both languages, with others after them."""


def next_number(text: str, year: int, taken: Collection[str] = ()) -> str:
    """Return `text` with its number one higher, and higher still while it is `taken`; as it is without a number.

    A number of a year ("03/2011") begins again with 1 in another (domain, 2.1); Roman figures are those of Cumbres and
    Consejos (domain, 6.4).
    """
    found = _raised(text, year)
    while found in taken and _raised(found, year) != found:
        found = _raised(found, year)
    return found


def _raised(text: str, year: int) -> str:
    for pattern, raise_it in _PATTERNS:
        found = next((each for each in pattern.finditer(text) if _is_number(each)), None)
        if found is not None:
            return text[: found.start()] + raise_it(found, year) + text[found.end() :]
    return _raised_word(text)


def _is_number(found: re.Match[str]) -> bool:
    """Tell a number from a letter: a single I, V or X is one at the beginning alone."""
    return found[0][:1].isdigit() or len(found[0]) > 1 or (bool(found[0]) and found.start() == 0)


def _raise_in_year(found: re.Match[str], year: int) -> str:
    number, between, written = found.groups()
    now = str(year)[-len(written) :]
    following = int(number) + 1 if written == now else 1
    return f"{following:0{len(number)}}{between}{now}"


def _raise_roman(found: re.Match[str], _year: int) -> str:
    figures = {figure: value for value, figure in _FIGURES}
    total, rest = 0, found[0]
    while rest:
        figure = rest[:2] if rest[:2] in figures else rest[:1]
        total, rest = total + figures[figure], rest[len(figure) :]
    return as_roman(total + 1)


def as_roman(number: int) -> str:
    """Return a number above 0 in Roman figures."""
    said = ""
    for value, figure in _FIGURES:
        said += figure * (number // value)
        number %= value
    return said


def _raise_number(found: re.Match[str], _year: int) -> str:
    return f"{int(found[0]) + 1:0{len(found[0])}}"


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], str]], ...] = (
    (_BY_YEAR, _raise_in_year),
    (_ROMAN, _raise_roman),
    (_NUMBER, _raise_number),
)


def _raised_word(text: str) -> str:
    first, space, rest = text.partition(" ")
    lines = _PORTUGUESE + _SPANISH if _IS_PORTUGUESE.search(rest) else _SPANISH + _PORTUGUESE
    for line in (*lines, *_ENGLISH):
        if first.lower() in line[:-1]:
            following = line[line.index(first.lower()) + 1]
            return f"{following.capitalize() if first[0].isupper() else following}{space}{rest}"
    return text
