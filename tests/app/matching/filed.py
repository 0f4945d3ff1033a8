"""A demand in a file, with an experience for which every reason speaks."""

from db.store import Store
from tests.make import add


def make_need(store: Store) -> tuple[str, str]:
    """Save them and give their keys."""
    about = {"country": "AR", "languages": "es"}
    azul = add(
        store,
        "municipality",
        short_name="Azul",
        population=70_000,
        latitude=-36_777_000,
        longitude=-59_858_500,
        **about,
    )
    tandil = add(
        store,
        "municipality",
        short_name="Tandil",
        population=120_000,
        latitude=-37_321_700,
        longitude=-59_133_200,
        **about,
    )
    unit = add(store, "body", name="Desarrollo Social", kind="thematic_unit")
    for city, role in ((azul, "coordination"), (tandil, "member")):
        add(store, "seat", body_id=unit, municipality_id=city, role=role)
    care = add(store, "theme", name="Cuidados")
    infancy = add(store, "theme", name="Primera infancia", parent_id=care)
    need = add(store, "need", name="Jardines", municipality_id=azul, themes=(infancy,))
    done = add(
        store,
        "experience",
        name="Espacios de cuidado",
        municipalities=(tandil,),
        themes=(care,),
        running=True,
        permission="granted",
    )
    return need, done
