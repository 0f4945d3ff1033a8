"""What an event says of a meeting that no field of the meeting holds: whose hours its are, and its agenda."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import select

from app.records.reading import batched
from db.entities.activity import TimeZone
from db.entities.agenda_item import AgendaItem
from db.entities.meeting import Meeting
from db.entities.municipality import Municipality
from db.session import FileSession

_ZONES: Mapping[str, str] = MappingProxyType(
    {
        "BO": TimeZone.LA_PAZ.value,
        "CO": TimeZone.BOGOTA.value,
        "PE": TimeZone.LIMA.value,
        "PY": TimeZone.ASUNCION.value,
        "UY": TimeZone.MONTEVIDEO.value,
        "VE": TimeZone.CARACAS.value,
    }
)
"""The zone of each country of the network that has one alone (zone.tab of IANA): of others a city does not tell it."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Of a meeting: the zone of IANA of its hours, empty where its city does not tell it, and the items in order."""

    zone: str = ""
    items: tuple[str, ...] = ()


def read_sittings(session: FileSession, ids: Sequence[str]) -> Mapping[str, Sitting]:
    """Return what is known of each of the meetings `ids`; those that are no more are left out."""
    zones: dict[str, str] = {}
    items = defaultdict[str, list[str]](list)
    for some in batched(ids):
        asked = select(Meeting.id, Municipality.country)
        asked = asked.outerjoin(Municipality, Municipality.id == Meeting.municipality_id)
        for key, country in session.execute(asked.where(Meeting.id.in_(some))):
            zones[key] = _ZONES.get(country or "", "")
        found = select(AgendaItem.meeting_id, AgendaItem.name).where(AgendaItem.meeting_id.in_(some))
        for key, name in session.execute(found.order_by(AgendaItem.position, AgendaItem.id)):
            items[key].append(" ".join(name.split()))
    return {key: Sitting(zone, tuple(items[key])) for key, zone in zones.items()}
