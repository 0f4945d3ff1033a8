"""A tree of themes with experiences on it, a demand, and adoptions that came more or less far."""

from dataclasses import dataclass, field

from db.store import Store
from db.values import RecordKey
from tests.make import add, add_city


@dataclass
class Exchange:
    """A store with the keys of the records that tests name."""

    store: Store
    keys: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.keys[name]


def make_exchange(store: Store) -> Exchange:
    """Make them: the ODM stand after another theme and in another order than that of their numbers."""
    made = Exchange(store)
    keys = made.keys
    keys["other"] = add(store, "theme", name="Integración")
    keys["cohesion"] = add(store, "theme", name="Cohesión", name_pt="Coesão", name_en="Cohesion")
    keys["policies"] = add(store, "theme", name="Políticas", parent_id=keys["cohesion"])
    keys["odm"] = add(store, "theme", name="ODM", parent_id=keys["cohesion"])
    keys["schools"] = add(store, "theme", name="Enseñanza", parent_id=keys["odm"], odm=2)
    keys["hunger"] = add(store, "theme", name="Hambre", parent_id=keys["odm"], odm=1)
    keys["rosario"], keys["quilmes"] = add_city(store, "Rosario"), add_city(store, "Quilmes")
    keys["canelones"] = add_city(store, "Canelones", "UY")
    themes = (keys["hunger"], keys["schools"])
    of = {"municipalities": (keys["rosario"], keys["canelones"]), "themes": themes, "summary": "Huerta escolar"}
    keys["gardens"] = add(store, "experience", name="Huertas", state="published", running=True, **of)
    of = {"municipalities": (keys["rosario"],), "themes": (keys["policies"],), "permission": "granted"}
    keys["fairs"] = add(store, "experience", name="Ferias", **of)
    keys["alone"] = add(store, "experience", name="Sola")
    add(store, "need", name="Comedores", municipality_id=keys["quilmes"], themes=themes)
    add(store, "need", name="Vieja", municipality_id=keys["quilmes"], themes=themes, state="met")
    add(store, "need", name="Sin tema", municipality_id=keys["quilmes"])
    _add_adoptions(made)
    return made


def _add_adoptions(made: Exchange) -> None:
    store = made.store
    for name in ("Pedida", "En uso"):
        made.keys[name] = add(store, "stage", route="adoption", name=name)
    for called, taker, giver in (
        ("used", "quilmes", {"giver_id": made["rosario"]}),
        ("asked", "canelones", {"giver_name": "Madrid (España)"}),
    ):
        of = {"experience_id": made["gardens"], "municipality_id": made[taker], **giver}
        made.keys[called] = add(store, "adoption", **of)
    for called, stage in (("used", "Pedida"), ("used", "En uso"), ("asked", "Pedida")):
        record = RecordKey("adoption", made[called])
        add(store, "step", record=record, stage_id=made[stage], name=stage, state="done")
