"""One record is reached by the first of its e-mails and of its phones, or by the fields that it has for them."""

from app.document import Address, Way
from app.records.editing import Draft, Rows, save_record
from app.records.reached import is_reached, ways_of
from db.store import Store
from tests.make import CATALOG, add, add_city


def test_a_record_is_written_to_and_called_at_the_first_of_each(store: Store) -> None:
    points = [
        ("fax", "+59829000001"),
        ("email", "ana@example.org"),
        ("mobile", "+59899000002"),
        ("phone", "+59829000003"),
        ("email", "otra@example.org"),
    ]
    rows = Rows(tuple(Draft("contact_point", None, {"kind": kind, "value": value}) for kind, value in points))
    ana = save_record(store, Draft("person", None, {"name": "Ana"}, {"contact_points": rows})).id
    assert ways_of(store, "person", ana) == (
        Address("ana@example.org", Way.EMAIL, "ana@example.org"),
        Address("+59899000002", Way.PHONE, "+59899000002"),
    )
    assert ways_of(store, "person", add(store, "person", name="Bruno")) == ()


def test_a_kind_with_fields_for_it_is_reached_by_those(store: Store) -> None:
    post = add(store, "post", name="Enlace", municipality_id=add_city(store), phone="+59829000000")
    assert [each.target for each in ways_of(store, "post", post)] == ["+59829000000"]


def test_a_kind_without_ways_is_not_reached() -> None:
    assert not is_reached(CATALOG, "resolution", Way.EMAIL)
    assert not is_reached(CATALOG, "due", Way.PHONE)
