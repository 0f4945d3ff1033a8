"""Rows of what belongs to other records: known again by whose it is, exchanged, refused and asked about."""

from pathlib import Path

import pytest

from app.records.attachments import attach
from app.records.catalog import Query
from app.records.editing import delete_records
from app.records.history import undo
from app.records.reading import list_ids, list_rows
from app.sheets.importing.importing import apply_plan, make_plan, prepare, read_file, targets_of
from app.sheets.writing.exporting import export_entity
from app.words.problems import ProblemError
from app.words.words import Words
from db.store import Store
from db.values import RecordKey
from tests.app.sheets.importing.plans import SPANISH, Rows, changes, imported, plan_of, reasons, verdicts
from tests.make import CATALOG, add, add_city, everything

KEY = "Identificador de Enlace"


@pytest.fixture
def body(store: Store) -> str:
    """Return a body."""
    return add(store, "body", name="Unidad de Cultura", kind="unit")


@pytest.fixture
def meeting(store: Store, body: str) -> str:
    """Return a meeting of a body."""
    return add(store, "meeting", name="Reunión de cultura", body_id=body)


def test_a_seat_is_known_by_its_body_and_who_sits_there(store: Store, body: str) -> None:
    for name in ("Córdoba", "Quilmes"):
        add_city(store, name)
    titles = ("Instancia", "Ciudad", "Función", "Desde")
    rows = [titles, ("Unidad de Cultura", "Córdoba", "Coordinación", None)]
    assert verdicts(imported(store, "seat", rows)) == ["new"]

    rows = [titles, ("Unidad de Cultura", "Córdoba", "Coordinación", "2024"), ("Unidad de Cultura", "Quilmes", "", "")]
    plan = plan_of(store, "seat", rows)
    assert verdicts(plan) == ["changed", "refused"]
    assert reasons(plan, 1) == ["prueba.xlsx, hoja Hoja1, fila 3, columna C: Falta «Función». Es un dato obligatorio."]
    assert body


def test_one_who_answers_takes_the_place_of_another_and_all_is_undone_at_once(store: Store, meeting: str) -> None:
    city = add_city(store)
    of = RecordKey("meeting", meeting)
    key = add(store, "commitment", text="Mandar el acta", record=of, municipality_id=city)
    before = everything(store)

    titles = ("De qué ficha", "Compromiso", "Ciudad responsable", "Instancia responsable", KEY)
    rows = [titles, ("Reunión de cultura · Reunión", "Mandar el acta", None, "Unidad de Cultura", key)]
    plan = imported(store, "commitment", rows)

    assert changes(plan) == [("municipality_id", "Córdoba", None), ("body_id", None, "Unidad de Cultura")]
    ((answers,),) = list_rows(store, "commitment", ("responsible",), [key])
    assert answers == "Unidad de Cultura"
    undo(store)
    assert everything(store) == before


def test_two_who_answer_are_refused_at_their_cell(store: Store, meeting: str) -> None:
    add_city(store)
    titles = ("De qué ficha", "Compromiso", "Ciudad responsable", "Instancia responsable")
    plan = plan_of(store, "commitment", [titles, ("Reunión de cultura", "Acta", "Córdoba", "Unidad de Cultura")])
    assert verdicts(plan) == ["refused"]
    assert "fila 2, columna D" in reasons(plan)[0]
    assert meeting


def test_a_step_is_that_of_its_record_and_a_new_one_stands_last_there(store: Store, meeting: str, body: str) -> None:
    other = add(store, "meeting", name="Otra reunión", body_id=body)
    for at, which in enumerate((meeting, other, other)):
        add(store, "step", name="Presentación" if at < 2 else "Voto", record=RecordKey("meeting", which))
    titles = ("De qué ficha", "Paso", "Resultado")
    plan = imported(store, "step", [titles, ("Otra reunión", "Presentación", "Sí"), ("Otra reunión", "Cierre", None)])

    assert verdicts(plan) == ["changed", "new"]
    mine = [name for name, which in _steps(store) if which == other]
    assert mine == ["Presentación", "Voto", "Cierre"]


def _steps(store: Store) -> list[tuple[object, object]]:
    rows = list_rows(store, "step", ("name", "record", "order"), list_ids(store, Query("step")))
    return [(name, which.key.id) for name, which, _ in sorted(rows, key=lambda row: str(row[2]))]  # type: ignore[attr-defined]  # a record named


def test_a_row_that_several_can_be_of_is_asked_about(store: Store, meeting: str) -> None:
    for _ in range(2):
        add(store, "commitment", text="Mandar el acta", record=RecordKey("meeting", meeting))
    plan = plan_of(store, "commitment", [("De qué ficha", "Compromiso"), ("Reunión de cultura", "Mandar el acta")])
    assert verdicts(plan) == ["doubtful"]
    assert len(plan.rows[0].candidates) == 2


def test_evidence_of_what_is_no_more_comes_back_the_same(store: Store, tmp_path: Path, meeting: str) -> None:
    line = add(store, "plan_line", number="1", name="Integración")
    add(store, "evidence", line_id=line, record=RecordKey("meeting", meeting))
    delete_records(store, "meeting", [meeting])
    export_entity(store, "evidence", tmp_path / "lista.csv", SPANISH)
    plan = make_plan(
        store, prepare(read_file(tmp_path / "lista.csv"), targets_of(CATALOG, "evidence")).request(), SPANISH
    )
    assert [(row.verdict.name, row.reasons) for row in plan.rows] == [("SAME", ())]


def test_a_measure_is_known_by_its_action_and_day(store: Store) -> None:
    line = add(store, "plan_line", number="1", name="Integración")
    add(store, "plan_action", line_id=line, name="Capacitar", indicator="Personas")
    titles = ("Acción", "Día", "Valor")
    imported(store, "measure", [titles, ("Capacitar", "04/05/2026", 12)])
    plan = plan_of(store, "measure", [titles, ("Capacitar", "04/05/2026", 13), ("Capacitar", "05/05/2026", 14)])
    assert verdicts(plan) == ["changed", "new"]


def test_a_sheet_that_names_nothing_that_it_belongs_to_is_refused(store: Store) -> None:
    with pytest.raises(ProblemError) as caught:
        plan_of(store, "measure", [("Día", "Valor"), ("04/05/2026", 12)])
    assert "«Acción»" in caught.value.problems[0].say(SPANISH)


def test_a_phone_is_known_as_it_is_kept(store: Store) -> None:
    add_city(store)
    titles = ("Ciudad", "Tipo", "Número o dirección", "Aclaración")
    imported(store, "contact_point", [titles, ("Córdoba", "Teléfono", "+54 351 4123456", None)])
    plan = plan_of(
        store,
        "contact_point",
        [titles, ("Córdoba", "Teléfono", "+54 (351) 412-3456", "Mesa"), ("", "Teléfono", "+54 351 4000000", "")],
    )
    assert verdicts(plan) == ["changed", "refused"]
    assert "de uno solo" in reasons(plan, 1)[0]


def test_a_document_is_renamed_and_none_is_made(store: Store, tmp_path: Path, meeting: str) -> None:
    (tmp_path / "acta.txt").write_text("El acta", encoding="utf-8")
    attach(store, "meeting", meeting, [tmp_path / "acta.txt"])
    titles = ("Ficha", "Nombre del archivo", "Descripción", "Tamaño")
    rows: Rows = [titles, ("Reunión de cultura", "acta.txt", "La final", 99), ("Reunión de cultura", "otra.txt", "", 5)]
    plan = plan_of(store, "document", rows)
    assert verdicts(plan) == ["changed", "refused"]
    assert changes(plan) == [("description", None, "La final")]
    assert "no trae archivos" in reasons(plan, 1)[0]


def test_what_tells_a_record_apart_is_read_in_any_language(store: Store, body: str) -> None:
    city = add_city(store)
    for role in ("member", "chair"):
        add(store, "seat", body_id=body, municipality_id=city, role=role)
    meeting = add(store, "meeting", name="Primera", body_id=body)
    titles = ("Meeting", "City", "Member", "Attendance")
    for said in ("Córdoba · Presidencia", "Córdoba · " + str(Words("en")("Presidencia"))):
        rows = [titles, ("Primera", "Córdoba", said, "Present")]
        assert plan_of(store, "attendance", rows, words=Words("en")).rows[0].reasons == (), said
    assert meeting


def test_the_rows_of_a_plan_are_applied(store: Store, meeting: str) -> None:
    rows = [("De qué ficha", "Compromiso"), ("Reunión de cultura", "Mandar el acta")]
    plan = plan_of(store, "commitment", rows)
    assert apply_plan(store, plan, SPANISH).counts.new == 1
    ((which,),) = list_rows(store, "commitment", ("record",), list_ids(store, Query("commitment")))
    assert which.key == RecordKey("meeting", meeting)  # type: ignore[attr-defined]  # a record named
