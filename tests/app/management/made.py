"""A term with units, meetings and activities, of which some chapters are written, and all that an informe tells."""

from functools import partial

from db.session import FileSession
from db.store import Store
from db.titles import Title
from db.values import Money, PartialDate, RecordKey
from tests.app.units.made import Made, add, make_units
from tests.make import approve


def make_term(store: Store) -> Made:
    """Fill `store`: the term of July 2026 to June 2027 as `make_units` does, and what its informe tells beside that."""
    made = make_units(store)
    keys = dict(made.keys)
    with store.operation(Title("Armar el informe")) as session:
        _write(session, keys)
        _adopt(session, keys)
        _spend(session, keys)
    approve(store, keys["joint"])
    return Made(store, keys)


def _write(session: FileSession, keys: dict[str, str]) -> None:
    chapter = partial(add, session, "chapter", period_id=keys["term"])
    chapter(chapter="words", language="es", text="A las ciudades.\n\nA quienes siguen.")
    chapter(chapter="words", language="pt", text="Às cidades.")
    chapter(chapter="context", language="pt", text="O que houve na região.")
    chapter(chapter="accounts", language="es", text=" \n ")
    own = RecordKey("meeting", keys["own"])
    add(session, "evidence", line_id=keys["1"], record=own, note="Se trató allí")
    add(session, "body", name="Asamblea General", kind="assembly")


def _adopt(session: FileSession, keys: dict[str, str]) -> None:
    declare = partial(add, session, "declaration", body_id=keys["board"])
    keys["declared"] = declare(
        name="Declaração da fronteira", day=PartialDate(2026, 9, 1), languages="pt", text="As cidades declaram."
    )
    declare(name="De otra gestión", day=PartialDate(2025, 9, 1), text="Nada.")
    declare(name="Sin fecha", text="Nada.")
    # Its day says one term, its meeting another.
    declare(name="De la reunión", day=PartialDate(2025, 9, 1), meeting_id=keys["joint"])
    add(session, "recommendation", name="Trámites simples", day=PartialDate(2026, 10))
    add(session, "resolution", meeting_id=keys["joint"], text="Se resuelve seguir.")
    attend = partial(add, session, "attendance", meeting_id=keys["joint"])
    attend(municipality_id=keys["Canelones"], state="represented")
    attend(municipality_id=keys["Azul"], state="absent")
    person = add(session, "person", name="Ana Ejemplo")
    attend(person_id=person, state="present")


def _spend(session: FileSession, keys: dict[str, str]) -> None:
    project = add(session, "project", name="Huertas", municipality_id=keys["Rosario"])
    fund = partial(add, session, "funding", project_id=project, kind="spent")
    fund(amount=Money(100_00, "USD"), day=PartialDate(2026, 8, 1))
    fund(amount=Money(200_00, "UYU"), day=PartialDate(2026, 9))
    fund(amount=Money(400_00, "USD"), day=PartialDate(2026))
    fund(amount=Money(800_00, "USD"), day=PartialDate(2025))
    fund(amount=Money(900_00, "USD"))
