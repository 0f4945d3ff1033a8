"""What the roll says of who comes for a country: which country, and whether as titular or as whose alternate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.meetings.sitting import sittings_of
from app.words.words import Words
from db.entities.seat import SeatRole
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
