"""Applying a plan is one operation: whole, undone whole, cancelled without a trace, and never made of stale data."""

import pytest

from app.records import history
from app.records.reading import search
from app.sheets.importing.importing import Options, apply_plan
from app.words.problems import ProblemError
from db.checking import check
from db.store import Store
from tests.app.sheets.importing.plans import SPANISH, Rows, imported, plan_of, records, verdicts
from tests.make import add, add_city, everything, said

ROWS = [
    ("Nombre y apellido", "Cargo", "Ciudad", "País", "Correo", "Teléfono"),
    ("Ana Modelo", "Intendenta", "Rosario", "AR", "ana@example.org", "+54 341 480 2000"),
    ("Luis Prueba", "Prensa", "Rosario", "AR", "luis@example.org", None),
    ("Eva Ejemplo", "Prensa", "Tandil", "AR", "eva@example.org", "+54 249 444 2000"),
]


class Stop(Exception):
    """Raised by whoever cancels."""


def test_a_plan_writes_nothing(store: Store) -> None:
    before = everything(store)
    assert verdicts(plan_of(store, "person", ROWS)) == ["new"] * 3
    assert everything(store) == before
    assert history.operations(store) == ()


def test_an_import_is_one_operation_with_its_name_and_says_what_it_touched(store: Store) -> None:
    applied = apply_plan(store, plan_of(store, "person", ROWS), SPANISH)
    assert said(applied.changes.title) == said(history.undo_title(store)) == "Importación de 3 contactos de prueba.xlsx"
    touched = {entity: len(keys) for entity, keys in applied.changes.touched.items()}
    assert touched == {"person": 3, "contact_point": 5, "municipality": 2, "post": 3, "tenure": 3}
    assert applied.counts.new == 3
    assert check(store) == []


def test_undo_takes_an_import_back_whole_and_redo_brings_it_back_whole(store: Store) -> None:
    add_city(store, "Rosario", "AR")
    before = everything(store)
    imported(store, "person", ROWS)
    after = everything(store)
    history.undo(store)
    assert everything(store) == before
    history.redo(store)
    assert everything(store) == after
    assert check(store) == []


def test_an_import_that_changes_nothing_leaves_no_operation(store: Store) -> None:
    imported(store, "person", ROWS)
    done = history.operations(store)
    applied = apply_plan(store, plan_of(store, "person", ROWS), SPANISH)
    assert (applied.changes.operation, applied.counts.same) == (None, 3)
    assert history.operations(store) == done


def test_what_is_imported_is_found_by_the_search(store: Store) -> None:
    imported(store, "person", ROWS)
    assert [hit.title for hit in search(store, "ana@example.org")] == ["Ana Modelo"]
    add(store, "person", name="Otra Persona")
    assert [hit.title for hit in search(store, "otra pers")] == ["Otra Persona"], "the triggers are there again"


@pytest.mark.parametrize("at", [0.0, 0.3, 0.9, 1.0])
def test_a_cancelled_import_leaves_no_trace(store: Store, at: float) -> None:
    before, plan = everything(store), plan_of(store, "person", ROWS)

    def stop(share: float) -> None:
        if share >= at:
            raise Stop

    with pytest.raises(Stop):
        apply_plan(store, plan, SPANISH, stop)
    assert (everything(store), history.operations(store), check(store)) == (before, (), [])
    assert apply_plan(store, plan, SPANISH).counts.new == 3


def test_progress_goes_from_nothing_to_all(store: Store) -> None:
    told: list[float] = []
    apply_plan(store, plan_of(store, "person", ROWS), SPANISH, told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1)


def test_a_plan_that_no_longer_holds_is_refused(store: Store) -> None:
    plan = plan_of(store, "person", ROWS)
    add(store, "person", name="Ana Modelo")
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        apply_plan(store, plan, SPANISH)
    assert "Los datos cambiaron después de preparar la importación" in caught.value.problems[0].say(SPANISH)
    assert everything(store) == before


def test_a_plan_that_still_holds_after_another_change_is_carried_out(store: Store) -> None:
    plan = plan_of(store, "person", ROWS)
    add(store, "theme", name="Cultura")
    assert apply_plan(store, plan, SPANISH).counts.new == 3


def test_rows_of_one_record_are_written_together(store: Store) -> None:
    rows: Rows = [
        ("Ciudad", "País", "Provincia", "Población", "Sitio web"),
        ("Azul", "AR", "AR-B", 65_000, None),
        ("Azul", "AR", "AR-B", None, "azul.example.org"),
    ]
    plan = imported(store, "municipality", rows, options=Options(None))
    assert verdicts(plan) == ["new", "changed"]
    (city,) = records(store, "municipality")
    assert (city["population"], city["web"]) == (65_000, "https://azul.example.org")
