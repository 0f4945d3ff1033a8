"""Times of the day and moments."""

import re
from datetime import UTC, date, datetime, time

from app.words.values.context import Context, refusal
from app.words.values.dates import from_serial, parse_typed
from app.words.values.texts import as_text, clean_line
from app.words.words import Words, mark

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d\d)(?::\d\d(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\.?)?\s*(?:h|hs|hrs|horas|min)?\.?",
    re.IGNORECASE,
)
_MOMENT = re.compile(r"(?P<day>.+?)[T ,]+(?P<time>\d{1,2}[:.h]\d\d.*?)(?P<zone>Z|[+-]\d\d:?\d\d)?", re.IGNORECASE)
_MINUTES_OF_DAY = 24 * 60
_NOON = 12


def parse_time(text: str) -> time | None:
    """Return the time that `text` writes ("14:30", "14h30", "2:30 pm", "9 hs"), None when it writes none."""
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"].lower().startswith("p") else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_time(raw: object, context: Context) -> str:
    """Read a time of the day, to the minute, as the text HH:MM; a fraction is a spreadsheet's part of the day."""
    match raw:
        case datetime():
            found: time | None = raw.time()
        case time():
            found = raw
        case float() if 0 < raw < 1:
            minutes = round(raw * _MINUTES_OF_DAY) % _MINUTES_OF_DAY
            found = time(minutes // 60, minutes % 60)
        case _:
            found = parse_time(clean_line(as_text(raw, context.words)))
    if found is None:
        raise refusal(
            mark("«{value}» no es una hora."),
            mark("Escriba horas y minutos: 14:30."),
            value=clean_line(as_text(raw, context.words)),
        )
    return f"{found:%H:%M}"


def read_moment(raw: object, context: Context) -> datetime:
    """Read a date with its time, of this computer's time zone unless it says its own, as a moment in UTC."""
    match raw:
        case datetime():
            return raw.astimezone(UTC)
        case date():
            return datetime.combine(raw, time()).astimezone(UTC)
        case float() | int() if day := from_serial(raw):
            minutes = round((raw - int(raw)) * _MINUTES_OF_DAY)
            return datetime.combine(day, time(minutes // 60 % 24, minutes % 60)).astimezone(UTC)
    text = clean_line(as_text(raw, context.words))
    found = _parsed_moment(text, context)
    if found is None:
        raise refusal(
            mark("«{value}» no es una fecha con hora."), mark("Escriba fecha y hora: 18/06/2008 14:30."), value=text
        )
    return found.astimezone(UTC)


def _parsed_moment(text: str, context: Context) -> datetime | None:
    parts = _MOMENT.fullmatch(text)
    day = parse_typed(parts["day"] if parts else text, context)
    hour = parse_time(parts["time"].strip()) if parts else time()
    if day is None or day.day is None or hour is None:
        return None
    moment = datetime.combine(day.first_day, hour)
    return datetime.fromisoformat(f"{moment.isoformat()}{parts['zone'].upper()}") if parts and parts["zone"] else moment


def show_moment(value: datetime, words: Words) -> str:
    """Write a moment in this computer's time zone."""
    return words.moment(value.astimezone())
