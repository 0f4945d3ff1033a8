"""The e-mails of records are joined as a mail program takes them: of each the preferred one, each once."""

from app.records.editing import Draft, Rows, save_record
from app.records.emails import GROUP, Emails, as_line, emails_of, has_emails
from db.store import Store
from tests.make import CATALOG, add, add_city


def add_reached(store: Store, entity: str, *emails: str, **values: object) -> str:
    """Save a record that is reached by a phone and then by `emails`, and give its key."""
    points = [("phone", "+59829000000"), *(("email", each) for each in emails)]
    rows = Rows(tuple(Draft("contact_point", None, {"kind": kind, "value": value}) for kind, value in points))
    return save_record(store, Draft(entity, None, values, {"contact_points": rows})).id


def test_each_record_gives_its_first_e_mail_in_the_order_asked_for(store: Store) -> None:
    ana = add_reached(store, "person", "ana@example.org", "ana.otra@example.org", name="Ana")
    bruno = add_reached(store, "person", "bruno@example.org", name="Bruno")
    caro = add_reached(store, "person", name="Caro")
    found = emails_of(store, "person", [bruno, caro, ana])
    assert as_line(found.addresses) == "bruno@example.org; ana@example.org"
    assert found.without == 1


def test_an_e_mail_that_several_have_is_given_once(store: Store) -> None:
    keys = [
        add_reached(store, "organisation", each, name=each)
        for each in ("a@example.org", "b@example.org", "A@example.org")
    ]
    found = emails_of(store, "organisation", keys)
    assert found.addresses == ("a@example.org", "b@example.org")
    assert found.without == 0


def test_a_kind_with_a_field_for_it_gives_that(store: Store) -> None:
    city = add_city(store)
    posts = [
        add(store, "post", name="Intendencia", municipality_id=city, email="intendencia@example.org"),
        add(store, "post", name="Enlace", municipality_id=city),
    ]
    found = emails_of(store, "post", posts)
    assert (found.addresses, found.without) == (("intendencia@example.org",), 1)


def test_only_kinds_that_can_have_e_mails_are_asked_for_them() -> None:
    assert {name for name in CATALOG if has_emails(CATALOG, name)} == {"municipality", "organisation", "person", "post"}


def test_more_than_one_message_takes_are_parted_into_groups_of_like_size() -> None:
    addresses = tuple(f"c{number}@example.org" for number in range(2 * GROUP + 1))
    groups = Emails(addresses, 0).groups
    assert [len(group) for group in groups] == [33, 34, 34]
    assert sum(groups, ()) == addresses
    assert Emails(addresses[:GROUP], 0).groups == (addresses[:GROUP],)
    assert Emails((), 3).groups == ()
