"""What is said once about a field: the facts that forms, tables, imports and exports all read."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Self

from db.words import mark


class Kind(Enum):
    """The kinds of field; each has one way to be read, shown, edited and exported."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    NUMERAL = "numeral"  # names and does not count, as a year or a foreign key does: written without thousands
    DECIMAL = "decimal"  # whole thousandths of its unit
    PERCENT = "percent"  # whole thousandths of a percent: 33,333 % is 33333
    MONEY = "money"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TIME = "time"
    MOMENT = "moment"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    CHOICES = "choices"  # several of them, as they are declared
    COUNTRY = "country"
    SUBDIVISION = "subdivision"
    LANGUAGE = "language"  # a choice of one; several that a sheet brings are kept
    LANGUAGES = "languages"
    CURRENCY = "currency"
    DEGREES = "degrees"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    REFERENCE = "reference"
    LINKS = "links"
    RECORD = "record"  # one of any kind


class Choice(StrEnum):
    """Base of the choices: each member is its stored text and the words a person sees.

    Declared as `MEMBER = "member", mark("Miembro")`; `Choice("member").label` gives the Spanish
    source words, to be translated where they are shown.
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member whose value is the stored text and whose label is for people."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def none_said(cls) -> str:
        """Return in Spanish source words what it is to choose none; empty where nothing is recorded then."""
        return ""

    @classmethod
    def of(cls, stored: str) -> Self:
        """Return the member of a stored text; ValueError when there is none."""
        for member in cls:
            if member.value == stored:
                return member
        raise ValueError(f"{stored!r} is not a {cls.__name__}")


class Happened(Enum):
    """That a day is one on which something happened, so that none after today is true; and what counts on it."""

    NOTED = "noted"  # said beside its field, and saved all the same
    COUNTED = "counted"  # by it something is done, and figures follow from that: refused


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a number may be at least and at most, as it is stored, and how many letters a text may have; None is open.

    The check of the database and the rule that a person is told are both made of it. Of a day on which something has
    `happened`, and which can lie no later than today, a person is told alone: the database knows no day. One that is
    planned or due, and the beginning or end of what lasts, is none. A day that comes no earlier than another of its
    record names that other field, `since` which it is: of one that does a person is told, and it is saved.
    """

    least: int | None = None
    greatest: int | None = None
    longest: int | None = None
    happened: Happened | None = None
    since: str = ""

    def check_of(self, column: str) -> str:
        """Return the SQL by which the database keeps `column` within its least and greatest; empty when both are open.

        It is the same on every engine, and holds for a column that is empty.
        """
        if self.least is not None and self.greatest is not None:
            return f"{column} BETWEEN {self.least} AND {self.greatest}"
        if self.least is not None:
            # Of whole numbers both say the same; the first is what files have, and a check is known by its words.
            return f"{column} > 0" if self.least == 1 else f"{column} >= {self.least}"
        return "" if self.greatest is None else f"{column} <= {self.greatest}"


@dataclass(frozen=True, slots=True)
class UnitIn:
    """Where the unit of a measure stands when records differ in it: another field of the same record, by its name."""

    field: str


@dataclass(frozen=True, slots=True)
class Counted:
    """What an INTEGER counts, in Spanish source words: of one ("mes"), and of any other number ("meses")."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Field:
    """The facts of one field. `label` and `help` are Spanish source words, `width` is in characters.

    Where `bounds` leave open how long a text may be, it is as long as its column holds. `unit` is that of a DECIMAL,
    Spanish source words or the field that says it, or what an INTEGER counts where its label leaves that open.
    """

    label: str
    kind: Kind = Kind.TEXT
    help: str = ""
    required: bool = False
    aliases: tuple[str, ...] = ()
    width: int = 16
    personal: bool = False
    choices: type[Choice] | None = None
    bounds: Bounds = Bounds()
    unit: str | UnitIn | Counted = ""


__all__ = ["Bounds", "Choice", "Counted", "Field", "Happened", "Kind", "UnitIn", "mark"]
