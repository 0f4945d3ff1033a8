"""Bodies are found with all that hangs from them."""

from db.entities.body import Body
from db.store import Store
from tests.make import add


def test_what_hangs_from_a_kind_is_found_however_far_down(store: Store) -> None:
    forum = add(store, "body", name="Foro", kind="forum")
    keys = [forum]
    for name in ("Comité", "Grupo", "Subgrupo"):
        keys.append(add(store, "body", name=name, kind="committee", parent_id=keys[-1]))
    add(store, "body", name="Consejo", kind="council")
    with store.reading() as session:
        assert set(session.scalars(Body.keys_within("forum"))) == set(keys)
