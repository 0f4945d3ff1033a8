"""The plan of an undo says of each field whether it goes back, stays or is so already, and why."""

from datetime import datetime
from pathlib import Path

from app.past import undoing
from app.past.undo_plan import plan_undo, say_summary
from app.records import history
from app.records.attachments import attach, attachments, order_attachments
from app.records.drafts import Draft, Rows
from app.records.editing import delete_records, edit_many, save_record
from app.records.history import operations
from app.records.reading import read_record
from db.journal.undoing import Verdict
from db.store import Store
from db.titles import Title
from tests.app.past.office import edit, last, planned, verdicts, written_by
from tests.make import SPANISH, add, add_city


def said_today() -> str:
    return SPANISH.date(datetime.now().astimezone().date())


def value(store: Store, entity: str, key: str, name: str) -> object:
    """Return what a field holds now."""
    found = read_record(store, entity, key)
    assert found is not None
    return found.values[name]


def test_what_nobody_touched_since_is_clean_as_a_whole(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul", web="https://azul.example.org")
    plan = plan_undo(store, [number], SPANISH)
    assert plan.whole
    assert say_summary(plan, SPANISH) == "Todo limpio: nadie cambió después la fila que tocó."
    assert [(each.name, each.now, each.then, each.said) for _, each in planned(store, number)] == [
        ("Nombre oficial", "Municipalidad de Azul", "", "limpio"),
        ("Sitio web", "https://azul.example.org", "", "limpio"),
    ]


def test_a_field_that_somebody_edited_since_stays_and_the_others_go_back(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul", web="https://azul.example.org", notes="a")
    with written_by(store, "Beto Ejemplo"):
        edit(store, "municipality", city, name="Intendencia de Azul")
    assert verdicts(store, number) == {
        "Ciudad: Azul · Nombre oficial": f"editado después por Beto Ejemplo el {said_today()}: queda",
        "Ciudad: Azul · Sitio web": "limpio",
        "Ciudad: Azul · Notas": "limpio",
    }
    assert say_summary(plan_undo(store, [number], SPANISH), SPANISH) == "2 campos limpios, 1 queda"
    undoing.undo_operations(store, [number])
    assert value(store, "municipality", city, "name") == "Intendencia de Azul"
    assert value(store, "municipality", city, "web") is None


def test_fields_that_say_one_thing_are_counted_as_they_are_shown(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, population=1000, population_year=2020, notes="a")
    with written_by(store, "Beto Ejemplo"):
        edit(store, "municipality", city, notes="b")
    assert sum(said == "limpio" for said in verdicts(store, number).values()) == 2
    assert say_summary(plan_undo(store, [number], SPANISH), SPANISH) == "2 campos limpios, 1 queda"


def test_who_gave_no_name_is_not_named(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul")
    with written_by(store, ""):
        edit(store, "municipality", city, name="Intendencia de Azul")
    assert list(verdicts(store, number).values()) == ["editado después: queda"]


def test_what_holds_again_what_it_held_is_so_already(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul", notes="a")
    edit(store, "municipality", city, name=None)
    assert verdicts(store, number) == {
        "Ciudad: Azul · Nombre oficial": "ya está así",
        "Ciudad: Azul · Notas": "limpio",
    }
    assert say_summary(plan_undo(store, [number], SPANISH), SPANISH) == "1 campo limpio, 1 ya está así"


def test_a_field_of_a_record_that_was_deleted_since_stays_so(store: Store) -> None:
    city = add_city(store, "Azul")
    number = edit(store, "municipality", city, name="Municipalidad de Azul")
    with written_by(store, "Beto Ejemplo"):
        delete_records(store, "municipality", [city])
    said = f"se eliminó después, por Beto Ejemplo el {said_today()}: queda así"
    assert verdicts(store, number) == {"Ciudad: Azul · Nombre oficial": said}


def test_a_record_that_another_one_uses_stays_with_its_parts(store: Store) -> None:
    mail = Draft("contact_point", None, {"kind": "email", "value": "luz@example.org"})
    person = save_record(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows((mail,))})).id
    number = last(store)
    add(store, "experience", name="Huerta", person_id=person)
    assert verdicts(store, number) == {
        "Contacto: Luz Modelo · Nombre y apellido": "otra ficha lo usa: queda",
        "Contacto: Luz Modelo · Vía de contacto: Tipo": "queda con su ficha",
        "Contacto: Luz Modelo · Vía de contacto: Número o dirección": "queda con su ficha",
    }


def test_what_would_refer_to_a_record_that_is_gone_stays(store: Store) -> None:
    person = add(store, "person", name="Luz Modelo")
    made = last(store)
    experience = add(store, "experience", name="Huerta", person_id=person)
    delete_records(store, "experience", [experience])
    deleted = last(store)
    store.undo_operations([made], Title("Deshacer"))
    assert set(verdicts(store, deleted).values()) == {"aquello a lo que se refería ya no está: queda"}


def test_a_record_that_somebody_wrote_in_since_does_not_go(store: Store) -> None:
    city = add_city(store, "Azul")
    number = last(store)
    with written_by(store, "Beto Ejemplo"):
        edit(store, "municipality", city, name="Municipalidad de Azul")
    assert set(verdicts(store, number).values()) == {f"editado después por Beto Ejemplo el {said_today()}: queda"}


def test_a_record_is_said_as_a_whole_with_its_links(store: Store) -> None:
    city = add_city(store, "Azul")
    experience = add(store, "experience", name="Huerta", municipalities=(city,))
    number = last(store)
    [record] = plan_undo(store, [number], SPANISH).records
    assert (record.title, record.whole) == ("Experiencia: Huerta", "se quita")
    assert [(each.field, each.now) for each in record.fields if each.field == "Ciudades"] == [("Ciudades", "Azul")]
    delete_records(store, "experience", [experience])
    [record] = plan_undo(store, [last(store)], SPANISH).records
    assert record.whole == "vuelve"


def test_what_stays_is_said_first_and_a_large_undo_says_how_much_more_there_is(store: Store) -> None:
    cities = [add_city(store, f"Ciudad {at}") for at in range(5)]
    numbers = [edit(store, "municipality", city, notes="a") for city in cities]
    edit(store, "municipality", cities[4], notes="b")
    plan = plan_undo(store, numbers, SPANISH, limit=2)
    assert [record.name for record in plan.records] == ["Ciudad 4", "Ciudad 0"]
    assert (plan.rows, plan.more, plan.stays) == (5, 3, 1)


def test_the_order_of_files_is_said_though_it_is_no_field(store: Store, tmp_path: Path) -> None:
    city = add_city(store, "Azul")
    for name in "abc":
        (tmp_path / f"{name}.pdf").write_bytes(b"%PDF")
    attach(store, "municipality", city, [tmp_path / f"{name}.pdf" for name in "abc"])
    first, second, third = (each.id for each in attachments(store, "municipality", city))
    order_attachments(store, [third, first, second])
    number = last(store)
    assert [each.name for _, each in planned(store, number)] == ["Documento: Orden"]
    order_attachments(store, [first, third, second])
    edit(store, "document", third, description="b")
    assert [each.name for _, each in planned(store, number)] == ["Documento: Orden"]


def test_the_last_change_is_never_held_back_by_what_was_undone(store: Store) -> None:
    city = add_city(store, "Azul")
    first = edit(store, "municipality", city, name="Municipalidad de Azul")
    with written_by(store, "Beto Ejemplo"):
        edit(store, "municipality", city, name="Intendencia de Azul")
    history.undo(store)
    assert list(verdicts(store, first).values()) == ["limpio"]
    history.undo(store)
    assert value(store, "municipality", city, "name") is None


def test_a_record_that_somebody_edited_is_said_to_stay_as_a_whole(store: Store) -> None:
    city = add_city(store, "Azul")
    made = operations(store)[0].number
    with written_by(store, "Beto Ejemplo"):
        edit_many(store, "municipality", [city], {"notes": "Llamar en marzo"})
    [record] = plan_undo(store, [made], SPANISH).records
    assert [(each.field, each.verdict) for each in record.fields] == [("(toda la ficha)", Verdict.EDITED)]
