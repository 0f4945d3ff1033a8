"""Values that a column of the database holds and Python has no type for."""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import total_ordering

LARGEST = 2**63 - 1
"""The largest whole number that every engine stores: whole numbers have 64 bits."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known by its year, its month or its day: 2008, 2008-06 or 2008-06-18."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse, with ValueError, a day without month and a date that no calendar has."""
        if self.month is None and self.day is not None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read the stored form (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`); ValueError for any other."""
        found = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
        if found is None:
            raise ValueError(f"not a partial date: {text!r}")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]  # the year always matches

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """Return the whole date `day` as a partial date."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """Return the stored form, which sorts as text in the order of time."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        """Order by first day, the less precise first: 2008 < 2008-01 < 2008-01-01 < 2008-06."""
        return str(self) < str(other)

    @property
    def first_day(self) -> date:
        """The earliest day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units of an ISO 4217 currency (US$ 7,000.00 is 700000 USD)."""

    minor: int
    currency: str

    @classmethod
    def of(cls, minor: object, currency: object) -> "Money | None":
        """Return the amount that two columns hold, None while one of them is empty."""
        return cls(minor, str(currency)) if isinstance(minor, int) and currency else None

    def __composite_values__(self) -> tuple[int, str]:
        """Return what the two columns hold, as the mapper asks for it."""
        return self.minor, self.currency


def in_units(thousandths: int) -> Decimal:
    """Return thousandths as the number that they are, with no more decimals than it needs."""
    number = Decimal(thousandths).scaleb(-3)
    return number.to_integral_value() if number == number.to_integral_value() else number.normalize()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measure in whole thousandths, with its unit in the language of the reader; empty where another says it."""

    thousandths: int
    unit: str = ""

    @property
    def number(self) -> Decimal:
        """The number of units."""
        return in_units(self.thousandths)


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage in whole thousandths of a percent: 33,333 % is 33333."""

    thousandths: int

    @property
    def number(self) -> Decimal:
        """The number of percents."""
        return in_units(self.thousandths)


class Share(float):
    """The number of a cell that its spreadsheet shows as a percentage: 0.85 shown as 85 %."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RecordKey:
    """Which record of any kind: the kind and the key; `called` is what one was called that is no more, else empty."""

    entity: str
    id: str
    called: str = field(default="", compare=False)

    @classmethod
    def of(cls, entity: object, id: object, called: object = None) -> "RecordKey | None":
        """Return the record that columns name, None while one of the first two is empty."""
        return cls(str(entity), str(id), str(called or "")) if entity and id else None

    def __composite_values__(self) -> tuple[str, str, str | None]:
        """Return what the columns hold, as the mapper asks for it; it leaves the last one where there are but two."""
        return self.entity, self.id, self.called or None


@dataclass(frozen=True, slots=True)
class NamedRecord:
    """A record of any kind as a list shows it: what one of its kind is called (Spanish source words), and its title."""

    key: RecordKey
    one: str
    title: str


Value = str | int | bool | Decimal | date | time | PartialDate | Money | Quantity | Percent | None
"""A typed value, as documents and spreadsheets are given them."""
