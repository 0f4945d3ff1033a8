"""What becomes of every row: what it needs, the rules that it keeps, the rows before it, and what a person answered."""

from app.sheets.importing.importing import Answer, Decision, Options
from db.store import Store
from tests.app.sheets.importing.plans import (
    Rows,
    imported,
    plan_of,
    reasons,
    records,
    verdicts,
)
from tests.make import add_city

CITIES = ("Ciudad", "País", "Provincia")


def test_what_a_record_needs_is_asked_of_each_row(store: Store) -> None:
    plan = plan_of(
        store, "meeting", [["Reunión", "Instancia"], ["Primera reunión", "Consejo que no está"], [None, None]]
    )
    assert verdicts(plan) == ["refused"]
    assert any("Falta «Instancia»" in reason for reason in reasons(plan))


def test_a_row_breaks_no_rule_that_a_form_keeps(store: Store) -> None:
    imported(store, "theme", [["Tema", "Dentro de"], ["Cultura", None], ["Museos", "Cultura"]])
    plan = plan_of(store, "theme", [["Tema", "Dentro de"], ["Cultura", "Museos"]])
    assert verdicts(plan) == ["refused"]
    assert any("La ficha no puede depender de sí misma." in reason for reason in reasons(plan))


def test_an_answer_that_names_no_record_leaves_the_row_in_doubt(store: Store) -> None:
    rows = [CITIES, ("San Martín", "AR", None)]
    plan = plan_of(store, "municipality", rows, decisions={2: Decision(Answer.SAME_AS, "f" * 32)})
    assert verdicts(plan) == ["doubtful"]
    assert plan.rows[0].writes == ()


def test_an_answer_changes_nothing_of_a_row_without_doubt(store: Store) -> None:
    key = add_city(store, "Azul", "AR", "AR-B")
    rows = [CITIES, ("Azul", "AR", "AR-B"), ("Tandil", "AR", "AR-B")]
    decisions = {2: Decision(Answer.NEW), 3: Decision(Answer.LEAVE_OUT)}
    plan = plan_of(store, "municipality", rows, options=Options(None), decisions=decisions)
    assert verdicts(plan) == ["same", "new"]
    assert plan.rows[0].record_id == key


def test_rows_are_told_in_the_order_of_the_sheet_whichever_was_looked_at_first(store: Store) -> None:
    rows: Rows = [("Nombre", "Correo"), (None, "ana@example.org"), ("Ana Modelo", "ana@example.org"), ("Luis", None)]
    plan = plan_of(store, "person", rows)
    assert [row.number for row in plan.rows] == [2, 3, 4]
    assert verdicts(plan) == ["same", "new", "new"]


def test_a_doubtful_city_is_taken_as_the_person_says_and_is_the_same_afterwards(store: Store) -> None:
    rows = [CITIES, ("San Martín", "AR", None), ("Rivadavia", "AR", None)]
    decisions = {2: Decision(Answer.NEW), 3: Decision(Answer.LEAVE_OUT)}
    plan = imported(store, "municipality", rows, decisions=decisions)
    assert verdicts(plan) == ["new", "doubtful"]
    assert reasons(plan, 1) == ["prueba.xlsx, hoja Hoja1, fila 3: Se deja afuera, como se pidió."]
    assert [city["short_name"] for city in records(store, "municipality")] == ["San Martín"]
    assert verdicts(plan_of(store, "municipality", rows)) == ["same", "doubtful"]


def test_the_first_of_two_rows_that_differ_has_the_say(store: Store) -> None:
    rows: Rows = [
        (*CITIES, "Población"),
        ("Azul", "AR", "AR-B", 1),
        ("Azul", "AR", "AR-B", 2),
        ("Azul", "AR", "AR-B", 1),
    ]
    plan = imported(store, "municipality", rows)
    assert verdicts(plan) == ["new", "same", "same"]
    assert "Otra fila anterior de la planilla trae otro valor de «Población»; vale la primera." in reasons(plan, 1)[0]
    assert verdicts(plan_of(store, "municipality", rows)) == ["same"] * 3


def test_a_day_that_is_still_to_come_is_said_with_its_row_and_refused_where_it_counts(store: Store) -> None:
    add_city(store, "Azul", "AR")
    head = ["Compromiso", "De qué ficha", "Situación", "Cumplido el"]
    plan = plan_of(store, "commitment", [head, ["Nota", "Azul · Ciudad", "Cumplido", "23/11/2026"]])
    assert verdicts(plan) == ["refused"]
    [said] = reasons(plan)
    assert said.startswith("prueba.xlsx, hoja Hoja1, fila 2, columna D: «Cumplido el»: 23/11/2026 todavía no llegó.")
    rows: Rows = [["Asunto", "Resultado", "Respondida el"], ["Consorcios", "Aceptada", "23/11/2026"]]
    plan = plan_of(store, "recommendation", rows)
    assert verdicts(plan) == ["new"]
    assert any("fila 2, columna C: «Respondida el»: 23/11/2026 todavía no llegó." in each for each in reasons(plan))
    tenures: Rows = [["Nombre", "Cargo", "Verificado el"], ["Ana Prueba", "Dirección", "23/11/2026"]]
    plan = plan_of(store, "person", tenures)
    assert any("fila 2, columna C: «Verificado el»" in each for each in reasons(plan))
