"""Cells that name a record of any kind, as lists write them."""

import pytest

from db.store import Store
from db.values import RecordKey
from tests.app.sheets.importing.plans import imported, plan_of, reasons, verdicts
from tests.make import add, add_city

TITLES = ("Título", "Medio", "Sobre qué")


def record_of(store: Store) -> RecordKey | None:
    """Return of what the one dissemination of the file speaks."""
    with store.reading() as session:
        made = session.catalog.entity("dissemination")
        (row,) = session.query(made).all()
        found: RecordKey | None = row.record  # type: ignore[attr-defined]  # as its class declares it
        return found


@pytest.mark.parametrize("kind", ["Actividad", "Atividade", "activity"])
def test_a_cell_names_a_record_by_its_title_and_its_kind_in_any_language(store: Store, kind: str) -> None:
    activity = add(store, "activity", name="Feria de editoriales · segunda parte", state="confirmed")
    add_city(store, "Feria de editoriales · segunda parte")

    imported(store, "dissemination", [TITLES, ("Nota", "Boletín", f"Feria de editoriales · segunda parte · {kind}")])

    assert record_of(store) == RecordKey("activity", activity)


def test_a_title_alone_is_enough_where_one_record_has_it(store: Store) -> None:
    city = add_city(store, "Salto")

    imported(store, "dissemination", [TITLES, ("Nota", "Boletín", "Salto")])

    assert record_of(store) == RecordKey("municipality", city)


def test_a_title_may_end_as_a_kind_is_called(store: Store) -> None:
    activity = add(store, "activity", name="Foro · Reunión", state="confirmed")

    imported(store, "dissemination", [TITLES, ("Nota", "Boletín", "Foro · Reunión")])

    assert record_of(store) == RecordKey("activity", activity)


def test_what_is_in_doubt_is_said_and_kept_in_the_notes(store: Store) -> None:
    add_city(store, "Salto")
    add(store, "activity", name="Salto", state="confirmed")

    plan = imported(
        store, "dissemination", [TITLES, ("Una", "Boletín", "Salto"), ("Otra", "Boletín", "Nadie · Actividad")]
    )

    assert (
        "Hay más de una ficha llamada «Salto» (Salto · Ciudad, Salto · Actividad); queda en las notas."
        in reasons(plan)[0]
    )
    assert "«Nadie · Actividad» no figura en el archivo" in reasons(plan, 1)[0]
    with store.reading() as session:
        made = session.catalog.entity("dissemination")
        notes = {row.name: row.notes for row in session.query(made)}  # type: ignore[attr-defined]  # as declared
    assert notes == {"Una": "Sobre qué: Salto", "Otra": "Sobre qué: Nadie · Actividad"}


def test_what_a_record_cannot_be_without_refuses_the_row(store: Store) -> None:
    plan = plan_of(store, "commitment", [("Compromiso", "De qué ficha"), ("Enviar el acta", "Nadie")])

    assert verdicts(plan) == ["refused"]


def test_a_kind_without_notes_refuses_what_no_field_takes(store: Store) -> None:
    titles = ("Día", "Qué se habló", "Ciudades", "Sobre qué")

    rows = ("3/2/2026", "Se llamó", "Nadie", None), ("3/2/2026", "Se llamó", None, "Ninguna")
    plan = plan_of(store, "interaction", [titles, *rows])

    assert verdicts(plan) == ["refused", "refused"]
    assert reasons(plan)[0].endswith("«Nadie» no figura en el archivo.")
    assert "«Ninguna» no figura en el archivo. Escriba el nombre y el tipo" in reasons(plan, 1)[0]
