"""Bodies are found with all that hangs from them, and tell when they met and meet again."""

from datetime import timedelta

from app.records.reading import list_rows
from db.entities.body import Body
from db.store import Store
from tests.make import TODAY, add


def test_what_hangs_from_a_kind_is_found_however_far_down(store: Store) -> None:
    forum = add(store, "body", name="Foro", kind="forum")
    keys = [forum]
    for name in ("Comité", "Grupo", "Subgrupo"):
        keys.append(add(store, "body", name=name, kind="committee", parent_id=keys[-1]))
    add(store, "body", name="Consejo", kind="council")
    with store.reading() as session:
        assert set(session.scalars(Body.keys_within("forum"))) == set(keys)


def test_a_body_tells_when_it_last_met_and_when_it_meets_next_also_together_with_another(store: Store) -> None:
    unit, other = (add(store, "body", name=name, kind="thematic_unit") for name in ("Cultura", "Turismo"))
    told = ("last_met_on", "next_meets_on")
    assert list_rows(store, "body", told, [unit]) == [(None, None)]
    states = {-40: "held", -20: "held", -5: "cancelled", -3: "planned", 0: "convened", 9: "planned"}
    for days, state in states.items():
        day = TODAY + timedelta(days=days)
        add(store, "meeting", name=f"A {days} días", body_id=unit, starts_on=day, state=state)
    together = {"body_id": other, "bodies": [unit]}
    add(store, "meeting", name="Conjunta", starts_on=TODAY - timedelta(days=10), state="held", **together)
    assert list_rows(store, "body", told, [unit, other]) == [
        (TODAY - timedelta(days=10), TODAY),
        (TODAY - timedelta(days=10), None),
    ]
