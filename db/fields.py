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
    MONEY = "money"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TIME = "time"
    MOMENT = "moment"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    COUNTRY = "country"
    SUBDIVISION = "subdivision"
    LANGUAGES = "languages"
    CURRENCY = "currency"
    DEGREES = "degrees"
    PHONE = "phone"
    EMAIL = "email"
    WEB = "web"
    REFERENCE = "reference"
    LINKS = "links"


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
    def of(cls, stored: str) -> Self:
        """Return the member of a stored text; ValueError when there is none."""
        for member in cls:
            if member.value == stored:
                return member
        raise ValueError(f"{stored!r} is not a {cls.__name__}")


@dataclass(frozen=True, slots=True)
class Field:
    """The facts of one field. `label` and `help` are Spanish source words, `width` is in characters."""

    label: str
    kind: Kind = Kind.TEXT
    help: str = ""
    required: bool = False
    aliases: tuple[str, ...] = ()
    width: int = 16
    personal: bool = False
    choices: type[Choice] | None = None


__all__ = ["Choice", "Field", "Kind", "mark"]
