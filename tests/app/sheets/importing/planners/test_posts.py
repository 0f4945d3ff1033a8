"""What a post is for in the network is told from what it is called."""

from db.store import Store
from tests.app.sheets.importing.planners.people import HEADER
from tests.app.sheets.importing.plans import imported, records
from tests.make import add_city


def test_a_post_that_is_called_so_everywhere_has_its_role(store: Store) -> None:
    add_city(store, "Rosario", "AR", "AR-S")
    posts = {
        "Intendenta": "head_of_government",
        "Enlace": "liaison",
        "Oficial de enlace con la red": "liaison",
        "Ponto focal": "liaison",
        "Directora de Relaciones Internacionales": "international_relations",
        "Secretario de Gobierno": None,
        "Enlace comunitario": None,
    }
    rows = [(f"Persona {at}", post, "Rosario", "AR", "", "") for at, post in enumerate(posts)]
    imported(store, "person", [HEADER, *rows])
    assert {post["name"]: post["role"] for post in records(store, "post")} == posts
