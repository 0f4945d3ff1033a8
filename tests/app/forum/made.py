"""A small forum: two countries with their persons, meetings in each other, a recommendation on its way, norms."""

from dataclasses import dataclass, field
from datetime import date

from db.entities.body import BodyKind
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.app.meetings.board import add_body, add_country, add_meeting
from tests.make import add, add_city


@dataclass
class Forum:
    """A store with the keys of the records that tests name."""

    store: Store
    keys: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        return self.keys[name]


def make_forum(store: Store) -> Forum:
    """Make the forum in a file whose day is 22 November 2026."""
    made = Forum(store)
    half = {"starts": PartialDate(2026, 7), "ends": PartialDate(2026, 12)}
    made.keys["half"] = add(store, "pro_tempore", name="2026-2", country="UY", **half)
    forum = made.keys["forum"] = add_body(store, BodyKind.FORUM, name="Foro Consultivo", acronym="FCCR")
    committee = {"name": "Comité de Municipios", "name_pt": "Comitê de Municípios", "name_en": "Committee"}
    made.keys["comum"] = add(store, "body", kind="committee", parent_id=forum, acronym="COMUM", **committee)
    add_country(store, forum, "UY", "Gloria Modelo", "Hugo Ficticio")
    add_country(store, forum, "BR")
    add(store, "seat", body_id=made["comum"], municipality_id=add_city(store, "Canelones", "UY"), role="coordination")
    _add_meetings(made)
    _add_routes(made)
    add(store, "norm", cited_as="Res. 41/04", year=2004)
    verified = {"verified_as": "MERCOSUR/CMC/DEC. Nº 24/05", "verified_by": "Ana Ejemplo"}
    add(store, "norm", cited_as="Dec. 24/05", year=2005, verified_on=date(2026, 3, 1), compliance="met", **verified)
    return made


def _add_meetings(made: Forum) -> None:
    store, forum = made.store, made["forum"]
    held = {"state": "held", "place": "Salvador"}
    days = {"old": date(2026, 3, 2), "plenary": date(2026, 9, 28), "next": date(2027, 3, 1)}
    for key, code in (("old", "II"), ("plenary", "III")):
        named = {"name": f"{code} Plenaria", "series": "Plenaria", "code": code}
        made.keys[key] = add_meeting(store, forum, days[key], **named, **held)
    inside = {"parent_id": made["plenary"], "state": "held"}
    named = {"name": "IX Coordinadores", "series": "Coordinadores", "code": "IX"}
    made.keys["inner"] = add_meeting(store, forum, date(2026, 9, 27), **named, **inside)
    made.keys["next"] = add_meeting(store, forum, days["next"], name="IV Plenaria", series="Plenaria", code="IV")


def _add_routes(made: Forum) -> None:
    store = made.store
    council = add(store, "organisation", name="Consejo del Mercado Común", acronym="CMC")
    asked = {"to_organisation_id": council, "body_id": made["forum"], "day": PartialDate(2026, 9, 28)}
    texts = {"name": "Compras conjuntas", "name_pt": "Compras conjuntas"}
    going = made.keys["going"] = add(store, "recommendation", number="Rec. 1/2026", **texts, **asked)
    add(store, "recommendation", name="Portal común", result="accepted", answered_on=date(2026, 10, 1))
    add(store, "recommendation", name="Ciudadanía regional", day=PartialDate(2008))
    money = {"amount": Money(500_000_00, "USD"), "share": 85_000, "programme": "III"}
    cities = (add_city(store, "Salto", "UY"),)
    proposal = add(store, "focem_proposal", name="Barrios ribereños", municipalities=cities, **money)
    made.keys["proposal"] = proposal
    for record in (RecordKey("recommendation", going), RecordKey("focem_proposal", proposal)):
        done = {"state": "done", "done_on": date(2026, 10, 13), "result": "por consenso"}
        add(store, "step", record=record, name="Aprobada", **done)
        due = date(2026, 11, 2) if record.entity == "recommendation" else date(2027, 2, 1)
        add(store, "step", record=record, name="Elevada al GMC", state="planned", due_on=due)
