"""Seats of countries at a meeting: as what each person comes, and for which countries there is nobody to convene."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.meetings.sitting import Sitting, sittings_of, sittings_on
from app.words.words import Words
from db.entities.meeting import Meeting
from db.entities.seat import SeatRole
from db.session import FileSession
from db.store import Store


@dataclass(frozen=True, slots=True)
class CountrySeat:
    """A seat of a country: its code (ISO 3166-1), and as what its person comes, in words."""

    country: str
    said: str


def read_country_seats(store: Store, seat_ids: Iterable[str], words: Words) -> Mapping[str, CountrySeat]:
    """Return, by their keys, those of the seats `seat_ids` that are of a country."""
    with store.reading() as session:
        own = [each for each in sittings_of(session, seat_ids) if not each.place_id]
        titulars = sittings_of(session, {each.alternate_of_id for each in own if each.alternate_of_id})
    names = {each.seat_id: each.person for each in titulars}
    return {
        each.seat_id: CountrySeat(each.country, say_role(each.role, names.get(each.alternate_of_id or "", ""), words))
        for each in own
    }


def say_role(role: SeatRole, titular: str, words: Words) -> str:
    """Write in which role somebody sits; of an alternate for whom, where that is known."""
    return words("Suplente de {name}", name=titular) if titular else words(role.label)


def nameless_countries(session: FileSession, meeting: Meeting, words: Words) -> tuple[str, ...]:
    """Return the countries for which a seat on the body of a meeting, on its day, names nobody, each once.

    Of an alternate who is not named it is said that it is one: "Uruguay (Suplente)".
    """
    if meeting.starts_on is None:
        return ()
    sittings = (each for each in sittings_on(session, meeting.body_id, meeting.starts_on) if each.is_nameless)
    return tuple(dict.fromkeys(_say_seat(each, words) for each in sittings))


def say_nameless(countries: Sequence[str], words: Words) -> str:
    """Write for which countries there is nobody to convene."""
    return words("Sin persona que convocar: {names}", names=", ".join(countries))


def _say_seat(sitting: Sitting, words: Words) -> str:
    name = words.country(sitting.country)
    if sitting.role is not SeatRole.ALTERNATE:
        return name
    return words("{name} ({state})", name=name, state=words(sitting.role.label))
