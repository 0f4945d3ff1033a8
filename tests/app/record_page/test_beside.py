"""What belongs to a record follows on its page: lists cut to what is read at once, and a way to the rest."""

from datetime import timedelta

from app.document import DescriptionList, Heading, Paragraph, Reference
from app.records.editing import Draft, save_record
from db.store import Store
from db.values import RecordKey
from tests.app.record_page.reading import beside_of, names_of, table_below
from tests.app.reports.example import Network
from tests.make import TODAY, add, add_city

SEATS = "seat.municipality_id"
EXPERIENCES = "experience.municipalities"
RELATIONS, PROPOSALS = "city_relation.municipality_id", "focem_proposal.municipalities"
PROJECTS, AGREEMENTS = "project.municipality_id", "agreement.municipalities"
NETWORKS = "network_membership.municipality_id"


def test_a_linked_record_or_what_it_refers_to_can_be_opened(network: Network) -> None:
    blocks = beside_of(network.store, "municipality", network.keys["rosario"]).blocks
    assert table_below(blocks, SEATS).rows[0][0] == Reference("Comisión Directiva", "body", network.keys["board"])
    assert table_below(blocks, EXPERIENCES).rows[0][0] == Reference(
        "Presupuesto participativo", "experience", network.keys["budget"]
    )


def test_an_empty_list_is_there_only_where_something_can_be_added(store: Store) -> None:
    names = names_of(beside_of(store, "municipality", add_city(store)).blocks)
    belonging = ["commitment.municipality_id", "step.record", "interaction.municipalities", "evidence.record"]
    made = ["post.municipality_id", EXPERIENCES, "need.municipality_id", "adoption.municipality_id"]
    made += ["activity.municipality_id", RELATIONS, PROPOSALS, PROJECTS, AGREEMENTS, NETWORKS]
    assert names == [*made, *belonging, "document", "history", "operation/1"]


def test_a_long_list_shows_its_first_ten_and_says_how_many_there_are(store: Store) -> None:
    city = add_city(store)
    for number in range(12):
        add(store, "experience", name=f"Huerta {number:02}", municipalities=(city,))
    found = beside_of(store, "municipality", city)
    assert Heading("Experiencias (12)") in found.blocks
    assert len(table_below(found.blocks, EXPERIENCES).rows) == 10
    assert found.left[EXPERIENCES] == 12
    whole = beside_of(store, "municipality", city, EXPERIENCES)
    assert len(table_below(whole.blocks, EXPERIENCES).rows) == 12
    assert EXPERIENCES not in whole.left


def test_the_history_shows_its_last_five_and_all_when_asked(store: Store) -> None:
    city = add_city(store)
    for number in range(6):
        save_record(store, Draft("municipality", city, {"notes": f"Nota {number}"}))
    found = beside_of(store, "municipality", city)
    assert Heading("Historial (7)") in found.blocks
    assert found.left["history"] == 7
    assert len([block for block in found.blocks if isinstance(block, Heading) and block.level == 3]) == 5
    assert DescriptionList((("Notas", "Nota 4 → Nota 5"),)) in found.blocks
    assert [change.title.values["name"] for change in found.changes.values()] == ["Córdoba"] * 5
    assert "history" not in beside_of(store, "municipality", city, "history").left


def test_a_change_of_many_fields_says_how_many_more_there_are(network: Network) -> None:
    found = beside_of(network.store, "municipality", network.keys["rosario"])
    assert any(isinstance(block, Paragraph) and block.text.startswith("y 1") for block in found.blocks)
    whole = beside_of(network.store, "municipality", network.keys["rosario"], "history")
    assert not any(isinstance(block, Paragraph) and block.text.startswith("y 1") for block in whole.blocks)


def test_a_relation_names_the_other_city_on_the_page_of_either(store: Store) -> None:
    azul, verde = add_city(store, "Azul"), add_city(store, "Verde")
    values = {"municipality_id": azul, "other_municipality_id": verde, "kind": "policy"}
    relation = add(store, "city_relation", **values)
    for city, other in ((azul, "Verde"), (verde, "Azul")):
        table = table_below(beside_of(store, "municipality", city).blocks, RELATIONS)
        assert table.rows[0][0] == Reference(other, "city_relation", relation)


def test_what_is_owed_says_with_its_day_that_this_has_passed_in_vain(store: Store) -> None:
    agreement = add(store, "agreement", name="Marco")
    for text, due in (("Antes", TODAY - timedelta(days=1)), ("Hoy", TODAY)):
        owing = {"record": RecordKey("agreement", agreement), "due_on": due, "municipality_id": add_city(store, text)}
        add(store, "commitment", text=text, **owing)
    rows = table_below(beside_of(store, "agreement", agreement).blocks, "commitment.record").rows
    days = {getattr(row[0], "text", row[0]): row[2] for row in rows}
    assert str(days["Antes"]).endswith(" · Plazo vencido")
    assert days["Hoy"] == TODAY
