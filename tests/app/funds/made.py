"""Two projects with amounts in two currencies, some without day or source."""

from dataclasses import dataclass

from app.records.drafts import Rows
from app.records.editing import Draft, save_record
from db.store import Store
from db.values import Money, PartialDate
from tests.make import add, add_city


@dataclass(frozen=True)
class Funded:
    """A store with the keys of what tests name."""

    store: Store
    donor: str
    call: str
    gardens: str
    offices: str


def make_funds(store: Store) -> Funded:
    """Make the projects in a file: one with donor and call that goes on, one without either that asks."""
    donor, call = add(store, "organisation", name="Agencia Modelo"), add(store, "call", name="Sur-Sur")
    offices = {"donor_id": donor, "call_id": call, "state": "running", "municipality_id": add_city(store, "Tandil")}
    amounts = (
        ("asked", 18_000_00, "USD", PartialDate(2025, 11), "Formulario"),
        ("granted", 18_000_00, "USD", PartialDate(2026, 1, 12), "Nota de la agencia"),
        ("received", 9_000_00, "USD", PartialDate(2026, 2), "Extracto"),
        ("received", 6_000_00, "USD", PartialDate(2026, 8), "Extracto"),
        ("spent", 11_200_00, "USD", PartialDate(2026, 10), "Rendición"),
        ("own", 480_000_00, "UYU", PartialDate(2026, 5), "Resolución"),
        ("spent", 315_000_00, "UYU", None, ""),
    )
    return Funded(
        store,
        donor,
        call,
        gardens=_project(store, {"name": "Huertas"}, (("asked", 8_000_00, "USD", PartialDate(2026, 11), ""),)),
        offices=_project(store, {"name": "Oficinas", **offices}, amounts),
    )


def _project(
    store: Store, values: dict[str, object], amounts: tuple[tuple[str, int, str, PartialDate | None, str], ...]
) -> str:
    rows = tuple(
        Draft("funding", None, {"kind": kind, "amount": Money(minor, currency), "day": day, "source": source or None})
        for kind, minor, currency, day, source in amounts
    )
    return save_record(store, Draft("project", None, values, {"fundings": Rows(rows)})).id
