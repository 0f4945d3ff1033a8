"""The cities of the sample are those that sources show, in their places."""

from sqlalchemy import func, select

from db.entities.membership import Membership
from db.entities.municipality import Municipality
from db.store import Store


def test_all_members_are_there_and_the_two_avellanedas_are_two(store: Store) -> None:
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Municipality)) == 112
        found = session.scalars(select(Municipality.subdivision).where(Municipality.short_name == "Avellaneda"))
        assert set(found) == {"AR-B", "AR-S"}


def test_nearly_every_city_has_its_place_on_the_map(store: Store) -> None:
    with store.reading() as session:
        lost = set(session.scalars(select(Municipality.short_name).where(Municipality.latitude.is_(None))))
    assert {"San Martín", "Rivadavia"} <= lost  # homonyms that the source does not resolve
    assert len(lost) <= 8


def test_twelve_cities_founded_the_network(store: Store) -> None:
    with store.reading() as session:
        founders = select(func.count()).where(Membership.act.startswith("Acta fundacional"))
        assert session.scalar(founders) == 12
