"""The lines of a file of calendars: put together where they are folded, with where each component begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark

MAX_BYTES = 20_000_000
"""The largest file of calendars that is read: 20 MB, that of some thirty thousand plain events."""
MAX_EVENTS = 10_000
"""How many events of a file are read: an office has some hundreds in a year."""

_DEEPEST = 10
"""How many components stand inside each other at most: an alarm within an event within a calendar are three."""
_END_OF_LINE = re.compile(r"\r\n?|\n")
_MARK = re.compile(r"(BEGIN|END):(.*)", re.IGNORECASE | re.DOTALL)
_BLANK = " \t\x1a\ufeff"
_FOLDS = (" ", "\t")
_OUTSIDE = mark("En la línea {line} hay algo que no es de ningún calendario.")
_CUT = mark("El calendario está cortado: «{name}», que empieza en la línea {line}, no termina.")
_UNBEGUN = mark("En la línea {line} termina «{name}», que no empezó.")
_AGAIN = mark("Pida que se lo envíen de nuevo, o expórtelo otra vez desde el calendario.")


@dataclass(frozen=True, slots=True)
class Begun:
    """A component of a calendar that begins: what it is (VEVENT) and in which line of the file, from 1."""

    name: str
    line: int


def unfolded(content: bytes) -> bytes:
    """Put lines together that are folded: a fold may part the bytes of a letter (RFC 5545, 3.1)."""
    return re.sub(rb"(?:\r\n|\n|\r)[ \t]", b"", content)


def unfolded_text(text: str) -> str:
    """Put lines together that are folded in what has been read already, as UTF-16 has to be."""
    return re.sub(r"(?:\r\n|\n|\r)[ \t]", "", text)


def check_bounds(file: str, content: bytes) -> None:
    """Raise ProblemError for a file that is larger, or has more events, than is read."""
    if len(content) > MAX_BYTES:
        text = mark("El calendario es demasiado grande: más de {limit} MB.")
        raise _refused(file, text, mark("Exporte del calendario solo las fechas que necesita."), limit=20)
    count = len(re.findall(rb"BEGIN:VEVENT", content, re.IGNORECASE))
    if count > MAX_EVENTS:
        text = mark("El calendario tiene más de {limit} eventos.")
        raise _refused(file, text, mark("Exporte del calendario solo las fechas que necesita."), limit=MAX_EVENTS)


def components(file: str, text: str) -> Sequence[Begun]:
    """Return the components of a calendar in their order; ProblemError where one does not end, or ends unbegun.

    `text` is as it stands in the file, folded, so that the lines are those that an editor counts.
    """
    open_ones: list[Begun] = []
    found = []
    for number, line in _lines(text):
        if open_ones and line[:1] in _FOLDS:  # what goes on from the line before, as a text that says "End: 12:00"
            continue
        mark_of = _MARK.fullmatch(line.strip(_BLANK))
        if mark_of is None:
            if line.strip(_BLANK) and not open_ones:
                raise _refused(file, _OUTSIDE, _AGAIN, line=number)
            continue
        name = mark_of[2].strip().upper()
        if mark_of[1].upper() == "BEGIN":
            open_ones.append(Begun(name, number))
            if len(open_ones) > _DEEPEST:
                raise unreadable(file)
            found.append(open_ones[-1])
        elif open_ones and open_ones[-1].name == name:
            open_ones.pop()
        else:
            raise _refused(file, _UNBEGUN, _AGAIN, line=number, name=name)
    if open_ones:
        raise _refused(file, _CUT, _AGAIN, name=open_ones[-1].name, line=open_ones[-1].line)
    return found


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(_END_OF_LINE.split(text), 1)


def unreadable(file: str) -> ProblemError:
    """Return what says that a calendar cannot be made out at all."""
    return _refused(file, mark("El calendario no se puede leer: no está escrito como debe."), _AGAIN)


def _refused(file: str, text: str, hint: str, **values: object) -> ProblemError:
    return ProblemError(Problem(text, hint, Place(file), values))
