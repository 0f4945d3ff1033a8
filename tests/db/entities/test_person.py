"""A person as a list shows one: the post that is held now, where it is, and the preferred ways to reach the person."""

from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from app.records.reading import list_ids, list_rows
from db.asking import Order, Query
from db.store import Store
from db.values import PartialDate
from tests.make import add, add_city

SHOWN = ("post", "place", "country", "tenure_state")


def add_person(store: Store, name: str, *parts: Draft) -> str:
    """Save a person with contacts and tenures, and give the key."""
    named = {part: tuple(row for row in parts if row.entity == part) for part in ("tenure", "contact_point")}
    rows = {"tenures": Rows(named["tenure"]), "contact_points": Rows(named["contact_point"])}
    return save_record(store, Draft("person", None, {"name": name}, rows)).id


def held(post: str, starts: int, ends: int | None = None) -> Draft:
    """Return the draft of a tenure of `post` from a year to a year."""
    span = {"starts": PartialDate(starts), "ends": PartialDate(ends) if ends else None}
    return Draft("tenure", None, {"post_id": post, **span})


def contact(kind: str, value: str) -> Draft:
    """Return the draft of a way to reach a person."""
    return Draft("contact_point", None, {"kind": kind, "value": value})


def test_the_post_that_is_held_is_shown_before_one_that_has_ended_and_the_later_of_two(store: Store) -> None:
    city, network = add_city(store, "Canelones", "UY"), add(store, "organisation", name="Red Modelo", country="AR")
    mayor = add(store, "post", name="Intendencia", municipality_id=city)
    adviser = add(store, "post", name="Asesoría", organisation_id=network)
    keys = [
        add_person(store, "Ana Modelo", held(mayor, 2020), held(adviser, 2022, 2024)),
        add_person(store, "Beto Modelo", held(mayor, 2015), held(adviser, 2022)),
        add_person(store, "Eva Modelo", held(mayor, 2001, 2005)),
        add_person(store, "Luz Modelo"),
    ]
    shown = list_rows(store, "person", SHOWN, keys)
    assert [row[:3] for row in shown] == [
        ("Intendencia", "Canelones", "UY"),
        ("Asesoría", "Red Modelo", "AR"),
        ("Intendencia", "Canelones", "UY"),
        (None, None, None),
    ]
    assert [row[3] == "ended" for row in shown] == [False, False, True, False]
    assert shown[3][3] is None


def test_the_first_e_mail_and_the_first_phone_of_any_kind_are_preferred(store: Store) -> None:
    ways = (
        ("fax", "+59829010000"),
        ("mobile", "+59899123456"),
        ("email", "ana@example.org"),
        ("phone", "+59829012345"),
        ("email", "otra@example.org"),
    )
    person = add_person(store, "Ana Modelo", *(contact(*way) for way in ways))
    assert list_rows(store, "person", ("email", "phone"), [person]) == [("ana@example.org", "+59899123456")]


def test_people_are_ordered_by_where_their_post_is_without_accents(store: Store) -> None:
    for name in ("Zárate", "Ávila", "Lima"):
        post = add(store, "post", name="Prensa", municipality_id=add_city(store, name))
        add_person(store, f"Quien está en {name}", held(post, 2020))
    found = list_ids(store, Query("person", order=(Order("place"),)))
    assert [row[0] for row in list_rows(store, "person", ("place",), found)] == ["Ávila", "Lima", "Zárate"]
