"""A small network for tests of the window: a few cities, people, a body, a meeting and resolutions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.records.editing import Draft, Rows, save_record
from db.store import Store
from db.values import PartialDate
from tests.make import add, copied_store

CITIES = (
    ("Rosario", "AR", "AR-S", 1_193_605),
    ("Córdoba", "AR", "AR-X", 1_391_000),
    ("Canelones", "UY", "UY-CA", 518_154),
    ("Montevideo", "UY", "UY-MO", 1_270_737),
    ("São Leopoldo", "BR", "BR-RS", 207_721),
)


@dataclass(frozen=True)
class Network:
    """A file with records, to copy, and their keys by name."""

    path: Path
    keys: Mapping[str, str]

    def open(self, folder: Path) -> Store:
        """Open a copy of it in `folder`."""
        return copied_store(self.path, folder)


def fill(store: Store) -> dict[str, str]:
    """Write the records into `store` and give their keys by name."""
    keys: dict[str, str] = {}
    for name, country, subdivision, population in CITIES:
        member = Draft("membership", None, {"state": "member", "starts": PartialDate(2001)})
        values = {
            "short_name": name,
            "country": country,
            "subdivision": subdivision,
            "population": population,
            "population_source": "Censo",
        }
        keys[name] = save_record(store, Draft("municipality", None, values, {"memberships": Rows((member,))})).id
    keys["Intendencia"] = add(store, "post", name="Intendencia", municipality_id=keys["Rosario"])
    keys["Ana"] = add_person(store, "Ana Prueba Ejemplo", keys["Intendencia"], PartialDate(2020))
    keys["Bruno"] = add_person(store, "Bruno Ficticio", keys["Intendencia"], None)
    keys["Comisión"] = add(store, "body", name="Comisión Directiva", kind="board")
    keys["Reunión"] = add(
        store,
        "meeting",
        name="Primera reunión",
        body_id=keys["Comisión"],
        starts_on=date(2026, 12, 10),
        state="planned",
    )
    keys["Resolución"] = add(
        store,
        "resolution",
        meeting_id=keys["Reunión"],
        number="Inciso 1",
        text="Enviar las fichas",
        state="open",
        due_on=date(2026, 10, 1),
    )
    return keys


def add_person(store: Store, name: str, post: str, ends: PartialDate | None) -> str:
    """Write a person who holds `post` until `ends`."""
    tenure = Draft("tenure", None, {"post_id": post, "ends": ends, "verified_on": date(2026, 11, 1)})
    return save_record(store, Draft("person", None, {"name": name}, {"tenures": Rows((tenure,))})).id
