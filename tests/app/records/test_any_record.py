"""A field that refers to a record of any kind: what is owned goes with its record, what is not keeps its name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.past.deleted import bring_back, list_deleted
from app.records.attachments import attach, attachments
from app.records.catalog import Filter, Operator, Order, Query
from app.records.duplicates.merge import merge
from app.records.editing import Draft, delete_records, edit_many, save_record
from app.records.history import record_history, redo, undo
from app.records.history_words import say_changes
from app.records.reading import list_ids, list_rows, read_record, search
from app.records.views import read_query, write_query
from app.words.values import export_value, show_value
from app.words.words import Words
from db.checking import check
from db.store import Store
from db.values import NamedRecord, RecordKey
from tests.kept import ContactsFile, contacts_file
from tests.make import SPANISH, add, add_city


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> ContactsFile:
    """Make once, for each test to copy, a file in which contacts can be kept."""
    return contacts_file(tmp_path_factory.mktemp("contactos"))


@pytest.fixture
def store(kept: ContactsFile, tmp_path: Path) -> Iterator[Store]:
    with kept.open(tmp_path) as opened:
        yield opened
        assert check(opened) == []


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "nota.txt"
    path.write_text("nota")
    return path


def keep(store: Store, text: str, subject: RecordKey | None) -> str:
    return add(store, "contact", text=text, subject=subject)


def subject_of(store: Store, contact: str) -> str:
    [[subject]] = list_rows(store, "contact", ["subject"], [contact])
    return show_value(store.catalog["contact"].field("subject").field, subject, SPANISH)


def test_a_list_shows_filters_and_orders_records_of_any_kind_by_their_titles(store: Store) -> None:
    city, person = add_city(store, "Ávila"), add(store, "person", name="Luz Azul")
    about_person = keep(store, "a", RecordKey("person", person))
    about_city, about_none = keep(store, "b", RecordKey("municipality", city)), keep(store, "c", None)
    assert [subject_of(store, each) for each in (about_person, about_city, about_none)] == [
        "Luz Azul · Contacto",
        "Ávila · Ciudad",
        "",
    ]
    ordered = list_ids(store, Query("contact", order=(Order("subject"),)))
    assert list(ordered) == [about_none, about_city, about_person]
    asked = {
        (Operator.CONTAINS, "avila"): [about_city],
        (Operator.EQUALS, RecordKey("person", person)): [about_person],
        (Operator.ONE_OF, (RecordKey("person", person), RecordKey("municipality", city))): [about_person, about_city],
        (Operator.NOT_EQUALS, RecordKey("person", person)): [about_city, about_none],
        (Operator.EQUALS, RecordKey("municipality", person)): [],
        (Operator.IS_EMPTY, None): [about_none],
        (Operator.IS_FILLED, None): [about_person, about_city],
    }
    for (operator, value), expected in asked.items():
        query = Query("contact", filters=(Filter("subject", operator, value),))
        assert list(list_ids(store, query)) == expected, operator
        assert read_query(write_query(query), store.catalog) == query


def test_a_record_that_is_read_says_which_record_of_any_kind_it_refers_to(store: Store) -> None:
    city = add_city(store, "Ávila")
    contact = read_record(store, "contact", keep(store, "a", RecordKey("municipality", city)))
    assert contact is not None
    assert (contact.values["subject"], contact.titles["subject"]) == (RecordKey("municipality", city), "Ávila")


def test_a_spreadsheet_is_given_the_title_and_the_kind(store: Store) -> None:
    field = store.catalog["contact"].field("subject").field
    value = NamedRecord(RecordKey("municipality", "x"), "Ciudad", "Ávila")
    assert export_value(field, value, Words("pt")) == "Ávila · Cidade"


def test_another_record_is_one_change_and_is_undone_as_one(store: Store) -> None:
    city, person = add_city(store, "Ávila"), add(store, "person", name="Luz")
    contact = keep(store, "a", RecordKey("municipality", city))
    edit_many(store, "contact", [contact], {"subject": RecordKey("person", person)})
    assert subject_of(store, contact) == "Luz · Contacto"
    change = record_history(store, "contact", contact)[0]
    [said] = say_changes(store, change.fields, "contact", SPANISH)
    assert (said.field, said.before, said.after) == ("Asunto", "Ávila · Ciudad", "Luz · Contacto")
    undo(store)
    assert subject_of(store, contact) == "Ávila · Ciudad"
    assert not edit_many(store, "contact", [contact], {"subject": RecordKey("municipality", city)})


# ---------------------------------------------------------------- what is owned


def test_what_is_owned_goes_with_its_record_and_with_what_goes_and_comes_back(store: Store, paper: Path) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    meeting = add(store, "meeting", name="Reunión", body_id=body, starts_on=date(2026, 6, 18))
    item = add(store, "agenda_item", meeting_id=meeting, name="Punto")
    attach(store, "meeting", meeting, [paper])
    attach(store, "agenda_item", item, [paper])
    inner = attachments(store, "agenda_item", item)[0].id
    attach(store, "document", inner, [paper])  # what is owned by what is owned
    changes = delete_records(store, "meeting", [meeting])
    assert {name: len(keys) for name, keys in changes.gone.items()} == {"meeting": 1, "agenda_item": 1, "document": 3}
    assert list(list_ids(store, Query("document"))) == []
    [deleted] = list_deleted(store, SPANISH)
    bring_back(store, deleted)
    assert len(list_ids(store, Query("document"))) == 3


def test_what_belongs_to_itself_goes_once(store: Store, paper: Path) -> None:
    city = add_city(store)
    attach(store, "municipality", city, [paper])
    [document] = attachments(store, "municipality", city)
    save_record(store, Draft("document", document.id, {"record": RecordKey("document", document.id)}))
    delete_records(store, "document", [document.id])
    assert list(list_ids(store, Query("document"))) == []


def test_what_is_owned_moves_behind_that_of_the_record_it_is_joined_with(store: Store, tmp_path: Path) -> None:
    stays, goes = add_city(store, "Azul"), add_city(store, "Asul")
    for city, names in ((stays, ("b", "c")), (goes, ("a", "c"))):
        for name in names:
            (tmp_path / name).write_text(name)
        attach(store, "municipality", city, [tmp_path / name for name in names])
    merge(store, "municipality", stays, goes)
    assert [each.name for each in attachments(store, "municipality", stays)] == ["b", "c", "a"]
    undo(store)
    assert [each.name for each in attachments(store, "municipality", goes)] == ["a", "c"]


# ---------------------------------------------------------------- what is not owned


def test_what_is_not_owned_stays_and_names_the_record_as_it_was_called(store: Store) -> None:
    city = add_city(store, "Ávila")
    contact = keep(store, "a", RecordKey("municipality", city))
    done = delete_records(store, "municipality", [city])
    assert set(done.touched) == {"municipality", "contact"}
    assert set(done.gone) == {"municipality"}
    assert subject_of(store, contact) == "Ávila · Ciudad"
    found = Query("contact", filters=(Filter("subject", Operator.CONTAINS, "avila"),))
    assert list(list_ids(store, found)) == [contact]
    kept = read_record(store, "contact", contact)
    assert kept is not None
    assert getattr(kept.values["subject"], "called", "") == "Ávila"
    undo(store)
    again = read_record(store, "contact", contact)
    assert again is not None
    assert getattr(again.values["subject"], "called", "") == ""
    redo(store)
    assert subject_of(store, contact) == "Ávila · Ciudad"
    assert read_record(store, "municipality", city) is None


def test_what_names_a_record_that_is_gone_can_be_deleted_and_brought_back(store: Store) -> None:
    city = add_city(store, "Ávila")
    contact = keep(store, "a", RecordKey("municipality", city))
    delete_records(store, "municipality", [city])
    delete_records(store, "contact", [contact])
    undo(store)
    assert subject_of(store, contact) == "Ávila · Ciudad"
    bring_back(store, list_deleted(store, SPANISH)[0])
    edit_many(store, "municipality", [city], {"short_name": "Óbidos"})
    assert subject_of(store, contact) == "Óbidos · Ciudad"


def test_a_record_that_others_name_is_not_taken_back_from_under_them(store: Store) -> None:
    city = add_city(store, "Ávila")
    keep(store, "a", RecordKey("municipality", city))
    plan = store.plan_undo([_numbers(store)[-2]])
    assert [each.verdict.value for each in plan.rulings] == ["needed"]


def _numbers(store: Store) -> list[int]:
    with store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT number FROM journal_operation ORDER BY number")
        return list(found.scalars())


def test_what_is_not_owned_is_in_no_history_but_its_own_and_moves_when_joined(store: Store) -> None:
    stays, goes = add_city(store, "Azul"), add_city(store, "Asul")
    first, second = (keep(store, "lo mismo", RecordKey("municipality", city)) for city in (stays, goes))
    assert len(record_history(store, "municipality", goes)) == 1
    merge(store, "municipality", stays, goes)
    assert [subject_of(store, each) for each in (first, second)] == ["Azul · Ciudad"] * 2


def test_what_is_kept_is_found_by_its_own_words(store: Store) -> None:
    city = add_city(store, "Ávila")
    contact = keep(store, "Conversación", RecordKey("municipality", city))
    assert [(each.entity, each.id) for each in search(store, "conversacion")] == [("contact", contact)]
