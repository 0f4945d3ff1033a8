"""Records are saved, refused, changed and deleted as a person expects, each time in one operation."""

from datetime import date

import pytest
from sqlalchemy import text

from app.records import history
from app.records.catalog import Query
from app.records.editing import Draft, Rows, delete_records, edit_many, save_record
from app.records.needed import MOST_NAMED
from app.records.reading import list_ids
from app.words.problems import Place, Problem, ProblemError
from db.store import Store
from db.titles import Title
from db.values import Money, PartialDate, RecordKey
from tests.app.records.reading import read
from tests.make import SPANISH, add, add_city, everything, said


def refused(store: Store, draft: Draft) -> list[tuple[str, str]]:
    """Return the field and the words of each problem for which a draft is refused, having changed nothing."""
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        save_record(store, draft)
    assert everything(store) == before
    return [(problem.place.field, problem.say(SPANISH)) for problem in caught.value.problems]


def test_saving_again_what_was_read_changes_nothing(store: Store) -> None:
    city = add(store, "municipality", short_name="Azul", country="AR", population=62996)
    saved = read(store, "municipality", city)
    stored = {name: value for name, value in saved.values.items() if name not in ("membership_state", "member_since")}
    stored = {name: value for name, value in stored.items() if name not in ("people", "experiences")}
    assert not save_record(store, Draft("municipality", city, stored)).changes


def test_a_row_of_a_part_is_removed_and_others_are_moved_and_kept(store: Store) -> None:
    parts = tuple(Draft("contact_point", None, {"kind": "address", "value": f"Calle {at}"}) for at in range(3))
    city = save_record(
        store, Draft("municipality", None, {"short_name": "Azul", "country": "AR"}, {"contact_points": Rows(parts)})
    ).id
    first, second, third = read(store, "municipality", city).parts["contact_points"]
    rows = Rows(removed=(Draft("contact_point", second.id),), order=(third.id, first.id))
    save_record(store, Draft("municipality", city, {}, {"contact_points": rows}))
    left = read(store, "municipality", city).parts["contact_points"]
    assert [part.values["value"] for part in left] == ["Calle 2", "Calle 0"]
    assert [part.id for part in left] == [third.id, first.id]


def test_what_is_required_is_asked_for_by_its_label(store: Store) -> None:
    assert refused(store, Draft("municipality", None, {"short_name": "", "country": None})) == [
        ("short_name", "Falta «Nombre». Es un dato obligatorio."),
        ("country", "Falta «País». Es un dato obligatorio."),
    ]


def test_a_problem_in_a_part_stands_beside_its_row(store: Store) -> None:
    parts = tuple(
        Draft("contact_point", key, {"kind": "email", "value": value})
        for key, value in (("a", "a@example.org"), ("b", "no"))
    )
    problems = refused(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows(parts)}))
    assert problems[0][0] == "contact_points.b.value"
    assert "«no» no es un correo" in problems[0][1]


def test_all_that_is_wrong_is_said_at_once_in_the_record_and_in_its_rows(store: Store) -> None:
    contacts = tuple(
        Draft("contact_point", key, values)
        for key, values in (("a", {"kind": "email", "value": "no"}), ("b", {"kind": "phone"}))
    )
    spans = (Draft("membership", "c", {"state": "member", "starts": PartialDate(2009), "ends": PartialDate(2008)}),)
    parts = {"contact_points": Rows(contacts), "memberships": Rows(spans)}
    values = {"country": "UY", "subdivision": "AR-B", "population": -1}
    found = refused(store, Draft("municipality", None, values, parts))
    assert sorted(field for field, _ in found) == [
        "contact_points.a.value",
        "contact_points.b.value",
        "memberships.c.ends",
        "population",
        "short_name",
        "subdivision",
    ]


def test_what_is_typed_wrong_is_said_with_all_else_and_nothing_is_saved(store: Store) -> None:
    typed = Problem("«mucha» no es un número.", place=Place(field="population"))
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        save_record(store, Draft("municipality", None, {"country": "AR"}), known=[typed])
    assert everything(store) == before
    assert [problem.place.field for problem in caught.value.problems] == ["population", "short_name"]


@pytest.mark.parametrize(
    ("entity", "values", "field"),
    [
        ("municipality", {"short_name": "AZUL", "country": "AR"}, "short_name"),
        ("municipality", {"short_name": "Rivera", "country": "UY", "subdivision": "AR-B"}, "subdivision"),
        ("municipality", {"short_name": "Rivera", "country": "UY", "latitude": 1}, "longitude"),
        ("period", {"name": "2008", "starts": PartialDate(2009), "ends": PartialDate(2008)}, "ends"),
        ("municipality", {"short_name": "Rivera", "country": "UY", "population": -1}, "population"),
        ("municipality", {"short_name": "Rivera", "country": "UY", "latitude": 91_000_000, "longitude": 0}, "latitude"),
        ("post", {"name": "Enlace"}, "municipality_id"),
        ("theme", {"name": "Nueve", "odm": 9}, "odm"),
        ("body", {"name": "GT", "kind": "working_group", "quorum_rule": "fixed"}, "quorum_number"),
        ("experience", {"name": "X", "running": True, "ends": PartialDate(2010)}, "running"),
    ],
)
def test_each_rule_refuses_beside_its_field(store: Store, entity: str, values: dict[str, object], field: str) -> None:
    add_city(store, "Azul")
    assert [place for place, _ in refused(store, Draft(entity, None, values))] == [field]


@pytest.mark.parametrize(
    ("entity", "values", "field", "words"),
    [
        ("theme", {"name": "Nueve", "odm": 9}, "odm", "Tiene que estar entre 1 y 8."),
        ("municipality", {"population": -1}, "population", "Tiene que ser 0 o más."),
        ("municipality", {"population_year": 1066}, "population_year", "Tiene que estar entre 1500 y 2100."),
        (
            "municipality",
            {"latitude": 91_000_000, "longitude": 0},
            "latitude",
            "Tiene que estar entre -90 y 90.",
        ),
        (
            "municipality",
            {"name": "x" * 301},
            "name",
            "El texto de «Nombre oficial» tiene 301 caracteres y caben 300. Acórtelo.",
        ),
        ("municipality", {"population": 2**63}, "population", "9223372036854775808 es un número demasiado grande."),
        (
            "experience",
            {"cost": Money(-(2**64), "USD")},
            "cost",
            "-18446744073709551616 es un número demasiado grande.",
        ),
    ],
)
def test_what_there_is_no_room_for_is_refused_with_its_bounds(
    store: Store, entity: str, values: dict[str, object], field: str, words: str
) -> None:
    needed = {"name": "Huerta"} if entity == "experience" else {"short_name": "Rivera", "country": "UY"}
    found = refused(store, Draft(entity, None, values if entity == "theme" else {**needed, **values}))
    assert found == [(field, words)]


def test_the_row_of_a_part_is_refused_for_its_length_beside_its_field(store: Store) -> None:
    row = Draft("contact_point", "a", {"kind": "address", "value": "x" * 501})
    found = refused(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows((row,))}))
    assert [place for place, _ in found] == ["contact_points.a.value"]
    assert "tiene 501 caracteres y caben 500" in found[0][1]


def test_a_text_that_an_older_version_let_in_does_not_stand_in_the_way_of_other_changes(store: Store) -> None:
    city = add_city(store)
    with store.operation(Title("Antes")) as session:
        session.execute(text("UPDATE municipality SET name = :long"), {"long": "x" * 400})
    save_record(store, Draft("municipality", city, {"population": 5}))
    assert read(store, "municipality", city).values["population"] == 5
    assert refused(store, Draft("municipality", city, {"name": "y" * 400}))[0][0] == "name"


def test_the_rules_let_pass_what_is_right(store: Store) -> None:
    add_city(store, "Avellaneda", "AR", "AR-B")
    add_city(store, "Avellaneda", "AR", "AR-S")
    add(
        store, "municipality", short_name="São Paulo", country="BR", subdivision="BR-SP", government_kind="municipality"
    )
    add(store, "municipality", short_name="São Paulo", country="BR", subdivision="BR-SP", government_kind="state")
    add(store, "period", name="2008-2009", starts=PartialDate(2008), ends=PartialDate(2008, 6))
    add(store, "experience", name="X", running=True, ends=PartialDate(2999))
    assert len(list_ids(store, Query("municipality"))) == 4


def test_a_body_never_hangs_from_itself(store: Store) -> None:
    above = add(store, "body", name="Consejo", kind="council")
    below = add(store, "body", name="Comisión", kind="committee", parent_id=above)
    assert refused(store, Draft("body", above, {"parent_id": below}))[0][0] == "parent_id"
    assert refused(store, Draft("body", above, {"parent_id": above}))[0][0] == "parent_id"


def test_a_meeting_ends_on_or_after_its_first_day(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    values = {"body_id": body, "name": "Reunión", "starts_on": date(2026, 12, 2), "ends_on": date(2026, 12, 1)}
    assert refused(store, Draft("meeting", None, values))[0][0] == "ends_on"
    add(store, "meeting", **{**values, "ends_on": date(2026, 12, 2)})


def test_a_record_in_use_is_not_deleted_and_says_where_it_is(store: Store) -> None:
    city = add_city(store, "Azul")
    add(store, "post", name="Intendencia", municipality_id=city)
    add(store, "experience", name="Huerta", municipalities=(city,))
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        delete_records(store, "municipality", [city])
    assert everything(store) == before
    said = [problem.say(SPANISH) for problem in caught.value.problems]
    assert said == [
        "No se puede eliminar «Azul»: figura en Experiencias (1), Cargos (1). Quítelo antes de allí.",
    ]
    assert [[each.title for each in problem.named] for problem in caught.value.problems] == [["Huerta", "Intendencia"]]


def test_an_action_with_evidence_is_not_deleted_and_its_evidence_is_named_without_it(store: Store) -> None:
    line = add(store, "plan_line", number="1", name="Integración")
    action = add(store, "plan_action", line_id=line, name="Foro anual")
    add(store, "evidence", action_id=action, record=RecordKey("municipality", add_city(store)), note="Acta")
    with pytest.raises(ProblemError) as caught:
        delete_records(store, "plan_action", [action])
    (problem,) = caught.value.problems
    assert problem.say(SPANISH).startswith("No se puede eliminar «Foro anual»: figura en Evidencias (1).")
    assert [each.title for each in problem.named] == ["Acta"]


def test_what_needs_a_record_is_named_by_what_holds_it_and_the_rest_is_counted(store: Store) -> None:
    city = add_city(store, "Azul")
    names = [f"Experiencia {number}" for number in range(8)]
    keys = {add(store, "experience", name=name, municipalities=(city,)): name for name in names}
    body = add(store, "body", name="Comisión Directiva", kind="board")
    seat = Draft("seat", None, {"municipality_id": city, "role": "member"})
    save_record(store, Draft("body", body, parts={"seats": Rows((seat,))}))
    with pytest.raises(ProblemError) as caught:
        delete_records(store, "municipality", [city])
    (problem,) = caught.value.problems
    said = problem.say(SPANISH)
    assert said.startswith("No se puede eliminar «Azul»: figura en ")
    assert "Experiencias (8)" in said
    experiences = [each for each in problem.named if each.key.entity == "experience"]
    assert len(experiences) == MOST_NAMED
    assert all(keys[each.key.id] == each.title for each in experiences)
    (held,) = (each for each in problem.named if each not in experiences)
    assert held.key.entity == "seat"
    assert held.title == "Comisión Directiva"


def test_a_deleted_record_takes_its_parts_and_links_with_it_and_undo_brings_all_back(store: Store) -> None:
    city = add_city(store, "Azul")
    result = Draft("experience_result", None, {"name": "40 huertas"})
    values = {"name": "Huerta", "municipalities": (city,), "cost": Money(700000, "USD")}
    experience = save_record(store, Draft("experience", None, values, {"results": Rows((result,))})).id
    before = everything(store)
    delete_records(store, "experience", [experience])
    now = everything(store)
    assert (now["experience"], now["experience_result"], now["experience_municipality"]) == ([], [], [])
    history.undo(store)
    assert everything(store) == before


def test_many_records_are_changed_in_one_operation(store: Store) -> None:
    cities = [add_city(store, name) for name in ("Azul", "Tigre", "Luján")]
    changes = edit_many(store, "municipality", cities, {"languages": "es"})
    assert changes.touched["municipality"] == frozenset(cities)
    assert said(history.undo_title(store)) == "Cambio en 3 ciudades"
    history.undo(store)
    assert read(store, "municipality", cities[2]).values["languages"] is None


def test_a_rule_broken_by_one_of_many_stops_them_all(store: Store) -> None:
    cities = [add_city(store, name) for name in ("Azul", "Tigre")]
    before = everything(store)
    with pytest.raises(ProblemError):
        edit_many(store, "municipality", cities, {"short_name": "Igual"})
    assert everything(store) == before


def test_an_item_that_a_resolution_cites_is_not_taken_out_of_its_meeting(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    items = tuple(Draft("agenda_item", None, {"name": name}) for name in ("Apertura", "Cultura"))
    draft = Draft("meeting", None, {"name": "XXXII Reunión", "body_id": body}, {"agenda_items": Rows(items)})
    meeting = save_record(store, draft).id
    first = read(store, "meeting", meeting).parts["agenda_items"][0].id
    resolution = add(store, "resolution", meeting_id=meeting, text="Convocar", agenda_item_id=first)
    without = Draft("meeting", meeting, parts={"agenda_items": Rows(removed=(Draft("agenda_item", first),))})
    said = "No se puede eliminar «Apertura»: figura en Resoluciones (1). Quítelo antes de allí."
    assert refused(store, without) == [("agenda_items", said)]
    kept = Rows(changed=(Draft("resolution", resolution, {"agenda_item_id": None}),))
    save_record(store, Draft("meeting", meeting, parts={**without.parts, "resolutions": kept}))
    assert [item.title for item in read(store, "meeting", meeting).parts["agenda_items"]] == ["Cultura"]


def test_a_meeting_of_which_another_cites_an_item_is_not_deleted(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    draft = Draft("meeting", None, {"name": "XXXII Reunión", "body_id": body})
    item = Draft("agenda_item", None, {"name": "Apertura"})
    cited = save_record(store, Draft("meeting", None, draft.values, {"agenda_items": Rows((item,))})).id
    first = read(store, "meeting", cited).parts["agenda_items"][0].id
    citing = save_record(store, draft).id
    add(store, "resolution", meeting_id=citing, text="Convocar", agenda_item_id=first)
    add(store, "resolution", meeting_id=cited, text="Aprobar", agenda_item_id=first)
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        delete_records(store, "meeting", [cited])
    assert [problem.say(SPANISH) for problem in caught.value.problems] == [
        "No se puede eliminar «XXXII Reunión · Apertura»: figura en Resoluciones (1). Quítelo antes de allí."
    ]
    assert everything(store) == before
    delete_records(store, "meeting", [cited, citing])
    assert list_ids(store, Query("resolution")) == []


def test_records_that_hang_from_each_other_are_deleted_together(store: Store) -> None:
    above = add(store, "theme", name="Ambiente")
    below = add(store, "theme", name="Agua", parent_id=above)
    with pytest.raises(ProblemError):
        delete_records(store, "theme", [above])
    delete_records(store, "theme", [above, below])
    assert list_ids(store, Query("theme")) == []
    history.undo(store)
    assert read(store, "theme", below).titles["parent_id"] == "Ambiente"


def test_a_city_of_the_gazetteer_is_not_added_twice(store: Store) -> None:
    place = {"short_name": "Rosario", "country": "AR", "subdivision": "AR-S", "geonames_id": 3838583}
    add(store, "municipality", **place, government_kind="municipality")
    field, said = refused(store, Draft("municipality", None, place))[0]
    assert field == "short_name"
    assert said.startswith("Ya hay una ciudad «Rosario» en ese país y esa provincia.")


def test_a_phone_that_is_none_is_refused(store: Store) -> None:
    for kind, value in (("mobile", "ana@example.org"), ("phone", "interno")):
        rows = Rows((Draft("contact_point", "a", {"kind": kind, "value": value}),))
        field, said = refused(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": rows}))[0]
        assert field == "contact_points.a.value"
        assert said.startswith(f"«{value}» no es un teléfono.")


def test_what_is_named_by_others_is_called_by_their_names_when_it_is_added(store: Store) -> None:
    azul, verde = add_city(store, "Azul"), add_city(store, "Verde")
    both = {"municipality_id": azul, "other_municipality_id": verde, "kind": "policy"}
    save_record(store, Draft("city_relation", None, both))
    assert said(history.undo_title(store)) == "Alta de relación entre ciudades «Azul – Verde»"
