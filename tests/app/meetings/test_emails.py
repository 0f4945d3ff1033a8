"""Whom to write to about a meeting: who attends for each delegation, else the city itself."""

from app.meetings import convoke, emails_of_meeting
from app.records.editing import Draft, Rows, save_record
from db.store import Store
from tests.app.meetings.board import add_body, add_holder, add_meeting, seated_city
from tests.make import SPANISH, add


def give_email(store: Store, entity: str, key: str, email: str) -> None:
    rows = Rows((Draft("contact_point", None, {"kind": "email", "value": email}),))
    save_record(store, Draft(entity, key, {}, {"contact_points": rows}))


def test_each_delegation_is_written_to_once_and_those_without_are_counted(store: Store) -> None:
    body = add_body(store)
    azul, salto, young = (seated_city(store, body, name) for name in ("Azul", "Salto", "Young"))
    give_email(store, "municipality", azul, "azul@example.org")
    give_email(store, "person", add_holder(store, azul, "Ana"), "ana@example.org")
    give_email(store, "municipality", salto, "salto@example.org")
    add_holder(store, salto, "Bruno")
    add_holder(store, young, "Caro")
    meeting = add_meeting(store, body)
    convoke(store, meeting, SPANISH)
    guest = add(store, "person", name="Eva")
    give_email(store, "person", guest, "eva@example.org")
    add(store, "attendance", meeting_id=meeting, person_id=guest)
    found = emails_of_meeting(store, meeting)
    assert found.addresses == ("ana@example.org", "salto@example.org", "eva@example.org")
    assert found.without == 1
