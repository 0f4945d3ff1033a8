"""What the cells of the sample's tables say: days around today, several things in one cell, and sources."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from db.values import PartialDate


def day_of(text: str, today: date) -> date | None:
    """Return a day: a whole date, or so many days from `today`; None where there is none."""
    if not text:
        return None
    return date.fromisoformat(text) if text.count("-") > 1 else today + timedelta(days=int(text))


def partial_day_of(text: str, today: date) -> PartialDate | None:
    """Return a day as far as it is known: "2008-06", or so many days from `today`: "-1100", "21", "+1100"."""
    if not text:
        return None
    days = text.lstrip("+-")
    if days.isdigit() and (days != text or len(days) < len("2008")):
        return PartialDate.of(today + timedelta(days=int(text)))
    return PartialDate.parse(text)


def parts(text: str) -> list[str]:
    """Return what stands in a cell between semicolons."""
    return [part.strip() for part in text.split(";") if part.strip()]


def with_source(row: Mapping[str, str]) -> str | None:
    """Return the notes of a row and where it comes from."""
    return joined((row["notes"], f"Fuente: {row['source']}" if row["source"] else ""))


def joined(lines: Iterable[str]) -> str | None:
    """Return the lines that say something; None when none does."""
    return "\n".join(filter(None, lines)) or None
