"""Of an adoption who gives follows from its experience, and who takes from its demand."""

from app.records.drafts import Draft
from app.records.proposals import advise
from db.store import Store
from tests.make import add, add_city


def _proposed(store: Store, **values: object) -> dict[str, object]:
    return dict(advise(store, Draft("adoption", None, values)).proposed)


def test_the_only_city_of_the_experience_gives(store: Store) -> None:
    city, other = add_city(store, "Rosario"), add_city(store, "Quilmes")
    one = add(store, "experience", name="Huertas", municipalities=(city,))
    two = add(store, "experience", name="Ferias", municipalities=(city, other))
    assert _proposed(store, experience_id=one) == {"giver_id": city}
    assert _proposed(store, experience_id=two) == {}
    assert _proposed(store, experience_id=one, giver_name="Madrid") == {}
    assert _proposed(store, experience_id=one, municipality_id=city) == {}


def test_the_city_of_the_demand_takes(store: Store) -> None:
    city = add_city(store, "Rosario")
    need = add(store, "need", name="Comedores", municipality_id=city)
    assert _proposed(store, need_id=need) == {"municipality_id": city}
