"""What every reader of a value is told, and how it refuses one."""

from dataclasses import dataclass
from datetime import date

from app.words.problems import Problem, ProblemError
from app.words.words import Words
from db.fields import Field

SHOWN = 80
"""Characters of a refused text that its problem repeats."""


@dataclass(frozen=True, slots=True)
class Context:
    """The field that is read, the language of whoever wrote, and the country (ISO 3166-1) of the record.

    `today` is the day of whoever types, by which "ayer" is one; None for what was written another day, as in a sheet.
    """

    field: Field
    words: Words
    country: str = ""
    today: date | None = None


WHOLE = frozenset({"options"})
"""Values that are not typed but the program's own: of these none may be cut, or it could not be chosen."""


def refusal(text: str, hint: str = "", /, **values: object) -> ProblemError:
    """Make the problem that says what is wrong (`text`) and how to write it (`hint`), both marked source words."""
    shown = {name: value if name in WHOLE else _shortened(value) for name, value in values.items()}
    return ProblemError(Problem(text, hint, values=shown))


def _shortened(value: object) -> str:
    text = str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
