"""The time zones of a file of calendars, turned into those that an activity can have."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from app.agenda.ics.writing import UTC_NAME
from db.entities.activity import TimeZone

OURS = frozenset(str(each.value) for each in TimeZone)

_SAME: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("Z", "GMT", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Zulu", "Universal"), UTC_NAME),
        "America/Buenos_Aires": TimeZone.BUENOS_AIRES.value,
        "Brazil/East": TimeZone.SAO_PAULO.value,
        "Brazil/West": TimeZone.MANAUS.value,
        "Brazil/Acre": TimeZone.RIO_BRANCO.value,
        "Chile/Continental": TimeZone.SANTIAGO.value,
        "Mexico/General": TimeZone.MEXICO_CITY.value,
        "Portugal": TimeZone.LISBON.value,
    }
)
"""Other names of zones that an activity can have, as the database of IANA links them."""

_NEAR: Mapping[str, str] = MappingProxyType(
    {
        "America/Argentina/": TimeZone.BUENOS_AIRES.value,
        **dict.fromkeys(
            ("America/Bahia", "America/Fortaleza", "America/Recife", "America/Maceio", "America/Belem"),
            TimeZone.SAO_PAULO.value,
        ),
        "America/Araguaina": TimeZone.SAO_PAULO.value,
    }
)
"""Zones of the same country, in whose hours those of another one are best said, by how their names begin."""


def own_zone(name: str) -> str:
    """Return the zone of an activity that `name` means: as IANA, Windows or an old program calls it; else nothing.

    Old programs put a path of their own before it.
    """
    plain = name.strip().strip('"')
    plain = WINDOWS_TO_OLSON.get(plain, plain)
    parts = plain.split("/")
    for at in range(len(parts)):
        rest = "/".join(parts[at:])
        if rest in OURS:
            return rest
        if rest in _SAME:
            return _SAME[rest]
    return ""


def near_zone(name: str, calendar: str) -> str:
    """Return in which zone the hours of a zone are said that no activity has: one of its country, else `calendar`.

    That is the zone of the calendar; without one of those that an activity can have it is universal time.
    """
    near = next((zone for beginning, zone in _NEAR.items() if name.startswith(beginning)), "")
    return near or calendar or UTC_NAME


def moved(moment: datetime, zone: str) -> datetime:
    """Return a moment of some zone as one of the zone called `zone`."""
    return moment.astimezone(zone_called(zone))


def zone_called(name: str) -> tzinfo:
    """Return the zone of that name; universal time where the system has none of it."""
    try:
        return UTC if name == UTC_NAME else ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
