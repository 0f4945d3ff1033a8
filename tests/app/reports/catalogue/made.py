"""Three experiences of two cities: one that may be told, one that is refused, one that is a draft."""

from db.store import Store
from db.values import PartialDate
from tests.make import add, add_city


def make_catalogue(store: Store) -> None:
    """Fill `store`, whose themes are its own: one of the ODM with one below it, and another beside them."""
    culture = add(store, "theme", name="Fiestas")
    goal = add(store, "theme", name="Ambiente", odm=7)
    water = add(store, "theme", name="Agua potable", parent_id=goal)
    azul, durazno = add_city(store, "Azul"), add_city(store, "Durazno", "UY")
    liaison = {"name": "Relaciones Internacionales", "role": "liaison", "email": "rrii@example.org"}
    add(store, "post", municipality_id=azul, **liaison)
    add(store, "contact_point", municipality_id=durazno, kind="email", value="alcaldia@example.org")
    person = add(store, "person", name="Ana Ficticia")
    told = {"state": "published", "permission": "granted", "summary": "Plantas de agua.", "starts": PartialDate(2024)}
    own = {"municipalities": (azul,), "person_id": person}
    key = add(store, "experience", name="Agua", themes=(water,), running=True, **told, **own)
    add(store, "experience_result", experience_id=key, name="Plantas", value="3", indicator="obras")
    refused = {"state": "published", "permission": "refused", "summary": "No se cuenta."}
    add(store, "experience", name="Basura", **refused, **own)
    add(store, "experience", name="Cultura", themes=(culture,), permission="granted", municipalities=(durazno,))
