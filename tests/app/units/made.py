"""A term with three units, a joint group, and some of all that is counted of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.records.drafts import Draft, Rows
from app.records.editing import write_draft
from db.session import FileSession
from db.store import Store
from db.titles import Title
from db.values import PartialDate, RecordKey

CULTURE, SPORT, TOURISM, JOINT = "Unidad de Cultura", "Unidad de Deportes", "Unidad de Turismo", "Grupo conjunto"


@dataclass(frozen=True, slots=True)
class Made:
    """The open file, and the keys of what was made by what it is called."""

    store: Store
    keys: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.keys[name]


def make_units(store: Store) -> Made:
    """Fill `store`: the term of July 2026 to June 2027, in which today is 22 November 2026, and the one before it."""
    keys: dict[str, str] = {}
    with store.operation(Title("Armar las unidades")) as session:
        _fill(session, keys)
    return Made(store, keys)


def add(session: FileSession, entity: str, **values: object) -> str:
    """Write a record with these values in an operation that is open, and give its key."""
    return write_draft(session, Draft(entity, None, values)).id


def _fill(session: FileSession, keys: dict[str, str]) -> None:
    keys["term"] = add(session, "period", name="2026-2027", starts=PartialDate(2026, 7), ends=PartialDate(2027, 6))
    keys["before"] = add(session, "period", name="2025-2026", starts=PartialDate(2025, 7), ends=PartialDate(2026, 6))
    for name in ("Canelones", "Rosario", "Azul"):
        keys[name] = add(session, "municipality", short_name=name, country="UY" if name == "Canelones" else "AR")
        add(session, "membership", municipality_id=keys[name], state="member")
    _add_bodies(session, keys)
    _add_plan(session, keys)
    _add_meetings(session, keys)
    _add_activities(session, keys)
    owed = partial(add, session, "commitment", text="Informe de la unidad", record=RecordKey("period", keys["term"]))
    keys["received"] = owed(body_id=keys[CULTURE], due_on=date(2026, 10, 1), state="met", met_on=date(2026, 9, 30))
    keys["late"] = owed(body_id=keys[SPORT], due_on=date(2026, 11, 1))
    owed(body_id=keys[JOINT], due_on=date(2026, 11, 1), state="dropped")


def _add_bodies(session: FileSession, keys: dict[str, str]) -> None:
    seats = [
        Draft("seat", None, {"municipality_id": keys["Canelones"], "role": "coordination"}),
        Draft("seat", None, {"municipality_id": keys["Rosario"], "role": "subcoordination"}),
        Draft("seat", None, {"municipality_id": keys["Rosario"], "role": "member", "ends": PartialDate(2020)}),
        Draft("seat", None, {"municipality_id": keys["Azul"], "role": "member", "starts": PartialDate(2028)}),
    ]
    body = Draft("body", None, {"name": CULTURE, "kind": "thematic_unit"}, {"seats": Rows(tuple(seats))})
    keys[CULTURE] = write_draft(session, body).id
    keys[SPORT] = add(session, "body", name=SPORT, kind="thematic_unit")
    keys[TOURISM] = add(session, "body", name=TOURISM, kind="thematic_unit", ends=PartialDate(2026, 6))
    keys["Unidad que ya no existe"] = add(
        session, "body", name="Unidad que ya no existe", kind="thematic_unit", ends=PartialDate(2010)
    )
    keys[JOINT] = add(session, "body", name=JOINT, kind="working_group", units=(keys[CULTURE], keys[SPORT]))
    keys["board"] = add(session, "body", name="Comisión Directiva", kind="board")
    keys["stpm"] = add(session, "body", name="Secretaría Técnica", kind="technical_secretariat")
    keys["axis"] = add(
        session, "axis", name="Cuidados", period_id=keys["term"], units=(keys[CULTURE], keys[SPORT], keys[TOURISM])
    )
    keys["other"] = add(session, "axis", name="Frontera", period_id=keys["before"], units=(keys[CULTURE],))


def _add_plan(session: FileSession, keys: dict[str, str]) -> None:
    for number, vacant in (("1", None), ("8", True), ("10", None)):
        keys[number] = add(
            session, "plan_line", number=number, name=f"Línea {number}", vacant=vacant, period_id=keys["term"]
        )
    action = partial(add, session, "plan_action", body_id=keys[CULTURE])
    action(line_id=keys["1"], name="Encuentro", state="done")
    action(line_id=keys["1"], name="Relevamiento")
    action(line_id=keys["10"], name="Boletín")
    action(line_id=keys["10"], name="Lo que no se hará", state="dropped")
    add(session, "plan_action", body_id=keys["stpm"], line_id=keys["1"], name="De la Secretaría")


def _add_meetings(session: FileSession, keys: dict[str, str]) -> None:
    meeting = partial(add, session, "meeting", body_id=keys[CULTURE])
    keys["own"] = meeting(name="De la unidad", starts_on=date(2026, 9, 1), state="held")
    meeting(name="Por venir", starts_on=date(2026, 12, 1), state="convened")
    meeting(name="Suspendida", starts_on=date(2026, 12, 2), state="cancelled")
    meeting(name="De otra gestión", starts_on=date(2026, 9, 1), period_id=keys["before"], state="held")
    with_sport = (keys[CULTURE], keys[SPORT])
    keys["joint"] = meeting(
        name="De coordinación", body_id=keys["board"], bodies=with_sport, starts_on=date(2026, 10, 1), state="held"
    )
    meeting(name="De la Comisión sola", body_id=keys["board"], starts_on=date(2026, 10, 2), state="held")
    attend = partial(add, session, "attendance", meeting_id=keys["own"])
    attend(municipality_id=keys["Canelones"], state="present")
    attend(municipality_id=keys["Rosario"], state="excused")


def _add_activities(session: FileSession, keys: dict[str, str]) -> None:
    both = (keys[CULTURE], keys[SPORT])
    activity = partial(add, session, "activity", state="confirmed")
    activity(name="De ambas", units=both, starts_on=date(2026, 8, 1), line_id=keys["10"])
    activity(name="De una", units=(keys[CULTURE],), starts_on=date(2026, 8, 2), line_id=keys["1"])
    activity(name="Sin fecha", units=(keys[SPORT],), line_id=keys["10"])
    activity(name="De antes", units=both, starts_on=date(2026, 6, 30))
    activity(name="Suspendida", units=both, starts_on=date(2026, 8, 3), state="cancelled", line_id=keys["10"])
