"""Every operation says on which device it was made."""

from sqlalchemy import select

from db.journal.tables import identity, operations
from db.store import Store
from tests.make import add_city

HERE, ELSEWHERE = "a" * 32, "b" * 32


def devices(store: Store) -> list[str]:
    """Return the devices of the operations, in their order."""
    with store.reading() as session:
        return list(session.scalars(select(operations.c.device).order_by(operations.c.number)))


def test_an_operation_is_of_the_device_that_writes(store: Store) -> None:
    _, first = store.identity()
    add_city(store, "Azul")
    store.device_of = lambda *_: HERE
    add_city(store, "Tigre")
    store.undo()
    assert devices(store) == [first, HERE, HERE]
    assert store.identity()[1] == HERE


def test_the_device_is_asked_for_with_the_network_and_the_one_that_wrote_last(store: Store) -> None:
    network, first = store.identity()
    asked = []

    def choose(*given: str) -> str:
        asked.append(given)
        return ELSEWHERE

    store.device_of = choose
    add_city(store, "Azul")
    assert asked == [(network, first)]


def test_one_network_is_told_from_another(store: Store) -> None:
    with store.reading() as session:
        network, device, mark = session.execute(select(identity)).one()
    assert len({network, device, mark}) == 3
