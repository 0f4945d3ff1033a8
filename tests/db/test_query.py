"""Lists are filtered, ordered and shown by the database."""

from datetime import date

import pytest

from app.records.catalog import Filter, Operator, Order, Query
from app.records.editing import Draft, Rows, save_record
from app.records.reading import list_ids, list_rows, read_record
from db.spans import parameters
from db.store import Store
from db.values import Money, PartialDate
from tests.make import CATALOG, add, add_city


def names(store: Store, query: Query, column: str = "short_name") -> list[object]:
    """Return one column of what a query lists."""
    return [row[0] for row in list_rows(store, query.entity, [column], list_ids(store, query))]


def test_names_are_ordered_without_accents(store: Store) -> None:
    for name in ("Zárate", "Ávila", "azul", "Ñuñoa", "Olavarría"):
        add_city(store, name)
    order = (Order("short_name"),)
    assert names(store, Query("municipality", order=order)) == ["Ávila", "azul", "Ñuñoa", "Olavarría", "Zárate"]
    assert names(store, Query("municipality", order=(Order("short_name", descending=True),)))[0] == "Zárate"


def test_amounts_are_ordered_within_their_currency(store: Store) -> None:
    for name, cost in (("Poco", Money(700, "USD")), ("Reales", Money(900, "BRL")), ("Mucho", Money(7000, "USD"))):
        add(store, "experience", name=name, cost=cost, state="draft", permission="not_asked")
    query = Query("experience", order=(Order("cost"),))
    assert names(store, query, "name") == ["Reales", "Poco", "Mucho"]


def test_what_has_no_day_stands_last_in_either_order(store: Store) -> None:
    for name, ends in (("Sin plazo", None), ("Tarde", PartialDate(2030)), ("Pronto", PartialDate(2027, 1))):
        add(store, "agreement", name=name, ends=ends)
    soonest, latest = ([Order("ends", descending=each)] for each in (False, True))
    assert names(store, Query("agreement", order=tuple(soonest)), "name") == ["Pronto", "Tarde", "Sin plazo"]
    assert names(store, Query("agreement", order=tuple(latest)), "name") == ["Tarde", "Pronto", "Sin plazo"]
    for name, months in (("Breve", 1), ("Largo", 40)):
        add(store, "project", name=name, starts=PartialDate(2026, 1), months=months)
    add(store, "project", name="Abierto")
    assert names(store, Query("project", order=(Order("ends_on"),)), "name") == ["Breve", "Largo", "Abierto"]


def test_references_are_ordered_as_the_names_of_what_they_refer_to(store: Store) -> None:
    for name in ("Zárate", "Ávila", "azul"):
        add(store, "post", name=f"Intendencia de {name}", municipality_id=add_city(store, name))
    query = Query("post", order=(Order("municipality_id"),))
    assert names(store, query, "municipality_id") == ["Ávila", "azul", "Zárate"]


def test_names_that_are_found_each_time_are_ordered_without_accents(store: Store) -> None:
    body = add(store, "body", name="Comisión Directiva", kind="board")
    meeting = add(store, "meeting", name="Reunión", body_id=body)
    for name in ("Zárate", "Ávila", "azul"):
        city = add_city(store, name)
        post = add(store, "post", name=f"{name} Intendencia", municipality_id=city)
        tenure = Draft("tenure", None, {"post_id": post})
        person = save_record(store, Draft("person", None, {"name": f"{name} Modelo"}, {"tenures": Rows((tenure,))})).id
        add(store, "resolution", meeting_id=meeting, text="texto", municipality_id=city, person_id=person)
    for entity, column in (("person", "post"), ("person", "place"), ("post", "holder"), ("resolution", "responsible")):
        shown = names(store, Query(entity, order=(Order(column),)), column)
        assert [str(each).split()[0] for each in shown] == ["Ávila", "azul", "Zárate"], column
        found = Query(entity, filters=(Filter(column, Operator.CONTAINS, "avila"),))
        assert [str(each).split()[0] for each in names(store, found, column)] == ["Ávila"], column


@pytest.fixture
def themed(store: Store) -> dict[str, str]:
    """Add four experiences by their themes, and give the keys of the themes by name."""
    keys = {name: add(store, "theme", name=name) for name in ("Vivienda", "África", "cultura")}
    for name, themes in (
        ("Tres", ("Vivienda", "cultura", "África")),
        ("Una", ("Vivienda",)),
        ("Dos", ("Vivienda", "África")),
        ("Ninguna", ()),
    ):
        linked = tuple(keys[theme] for theme in themes)
        add(store, "experience", name=name, themes=linked, state="draft", permission="not_asked")
    return keys


def test_links_show_their_titles_in_the_order_of_names(store: Store, themed: dict[str, str]) -> None:
    shown = names(store, Query("experience", order=(Order("name"),)), "themes")
    assert themed
    assert shown == ["África, Vivienda", None, "África, cultura, Vivienda", "Vivienda"]


def test_a_list_is_ordered_by_its_links(store: Store, themed: dict[str, str]) -> None:
    assert themed
    assert names(store, Query("experience", order=(Order("themes"),)), "name") == ["Ninguna", "Tres", "Dos", "Una"]
    backwards = Query("experience", order=(Order("themes", descending=True),))
    assert names(store, backwards, "name") == ["Una", "Dos", "Tres", "Ninguna"]


def test_a_list_is_filtered_by_its_links(store: Store, themed: dict[str, str]) -> None:
    def found(operator: Operator, value: object = None) -> list[object]:
        wanted = Filter("themes", operator, value)
        return names(store, Query("experience", filters=(wanted,), order=(Order("name"),)), "name")

    assert found(Operator.EQUALS, themed["África"]) == ["Dos", "Tres"]
    assert found(Operator.CONTAINS, "CULTURA, v") == ["Tres"]
    assert found(Operator.IS_EMPTY) == ["Ninguna"]


def test_a_part_is_a_column_that_counts_its_rows(store: Store) -> None:
    for name, mails in (("Ana", 2), ("Blas", 0), ("Carla", 1)):
        rows = (Draft("contact_point", None, {"kind": "email", "value": f"{at}@example.org"}) for at in range(mails))
        save_record(store, Draft("person", None, {"name": name}, {"contact_points": Rows(tuple(rows))}))
    most_first = (Order("contact_points", descending=True),)
    assert names(store, Query("person", order=most_first), "name") == ["Ana", "Carla", "Blas"]
    assert names(store, Query("person", order=most_first), "contact_points") == [2, 1, 0]
    some = Filter("contact_points", Operator.AT_LEAST, 1)
    assert names(store, Query("person", filters=(some,), order=(Order("name"),)), "name") == ["Ana", "Carla"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter("population", Operator.AT_LEAST, 100), ["Grande"]),
        (Filter("population", Operator.AT_MOST, 100), ["Chica"]),
        (Filter("population", Operator.IS_EMPTY), ["Nueva"]),
        (Filter("population", Operator.IS_FILLED), ["Chica", "Grande"]),
        (Filter("country", Operator.EQUALS, "BR"), ["Grande"]),
        (Filter("country", Operator.NOT_EQUALS, "BR"), ["Chica", "Nueva"]),
        (Filter("country", Operator.ONE_OF, ("AR", "BR")), ["Chica", "Grande"]),
        (Filter("short_name", Operator.CONTAINS, "RAND"), ["Grande"]),
        (Filter("short_name", Operator.CONTAINS, "%"), []),
    ],
)
def test_each_filter_holds(store: Store, wanted: Filter, expected: list[str]) -> None:
    add(store, "municipality", short_name="Chica", country="AR", population=10)
    add(store, "municipality", short_name="Grande", country="BR", population=1000)
    add(store, "municipality", short_name="Nueva", country="UY")
    assert names(store, Query("municipality", filters=(wanted,), order=(Order("short_name"),))) == expected


@pytest.mark.parametrize("asked", ["Ávila", "ávila", "AVILA", "vil", "á"])
def test_a_part_of_a_text_is_found_whatever_its_accents_and_case(store: Store, asked: str) -> None:
    add(store, "municipality", short_name="Ávila", country="AR", name="Intendencia de Ávila", notes="ÁVILA vieja")
    add(store, "municipality", short_name="Lugo", country="UY", name="Lugo", notes="_")
    for field in ("short_name", "name", "notes"):
        assert names(store, Query("municipality", filters=(Filter(field, Operator.CONTAINS, asked),))) == ["Ávila"]


@pytest.mark.parametrize(
    ("operator", "date", "found"),
    [
        (Operator.AT_MOST, "2008", True),
        (Operator.AT_MOST, "2008-06", True),
        (Operator.AT_MOST, "2008-05", False),
        (Operator.AT_MOST, "2007", False),
        (Operator.AT_LEAST, "2008", True),
        (Operator.AT_LEAST, "2008-06", True),
        (Operator.AT_LEAST, "2008-07", False),
    ],
)
def test_a_month_lies_within_its_year(store: Store, operator: Operator, date: str, found: bool) -> None:  # noqa: FBT001 - a case
    city = add_city(store, "Canelones", "UY")
    member = Draft("membership", None, {"state": "member", "starts": PartialDate.parse("2008-06-18")})
    save_record(store, Draft("municipality", city, parts={"memberships": Rows((member,))}))
    wanted = Filter("member_since", operator, PartialDate.parse(date))
    assert bool(list_ids(store, Query("municipality", filters=(wanted,)))) is found


@pytest.mark.parametrize(
    ("starts", "ends", "verified", "state"),
    [
        (PartialDate(2024), PartialDate(2025), date(2026, 11, 1), "ended"),
        (PartialDate(2024), PartialDate(2026), date(2026, 11, 1), "current"),
        (PartialDate(2024), PartialDate(2026, 11), date(2026, 11, 1), "current"),
        (PartialDate(2024), PartialDate(2026, 11, 21), date(2026, 11, 1), "ended"),
        (PartialDate(2024), None, date(2025, 11, 1), "to_verify"),
        (PartialDate(2024), None, None, "to_verify"),
        (None, None, date(2026, 1, 1), "current"),
    ],
)
def test_the_state_of_a_tenure_derives_from_its_dates(
    store: Store,
    starts: PartialDate | None,
    ends: PartialDate | None,
    verified: date | None,
    state: str,
) -> None:
    city = add_city(store)
    post = add(store, "post", name="Intendencia", municipality_id=city)
    tenure = Draft("tenure", None, {"post_id": post, "starts": starts, "ends": ends, "verified_on": verified})
    save_record(store, Draft("person", None, {"name": "Luz Modelo"}, {"tenures": Rows((tenure,))}))
    row = list_rows(store, "person", ["post", "place", "country", "tenure_state"], list_ids(store, Query("person")))
    assert row == [("Intendencia", "Córdoba", "AR", state)]


@pytest.mark.parametrize(
    ("memberships", "state"),
    [
        ([], None),
        ([("member", None, None)], "member"),
        ([("member", PartialDate(1995), PartialDate(2010))], None),
        ([("applicant", PartialDate(1994), None), ("member", PartialDate(1995, 11, 11), None)], "member"),
        ([("member", PartialDate(1995), None), ("suspended", PartialDate(2026, 11), None)], "suspended"),
        ([("member", PartialDate(1995), None), ("suspended", PartialDate(2027), None)], "member"),
    ],
)
def test_the_state_of_a_city_derives_from_its_memberships(
    store: Store,
    memberships: list[tuple[str, PartialDate | None, PartialDate | None]],
    state: str | None,
) -> None:
    drafts = tuple(
        Draft("membership", None, {"state": each, "starts": starts, "ends": ends}) for each, starts, ends in memberships
    )
    values = {"short_name": "Azul", "country": "AR"}
    save_record(store, Draft("municipality", None, values, {"memberships": Rows(drafts)}))
    assert names(store, Query("municipality"), "membership_state") == [state]
    wanted = Filter("membership_state", Operator.EQUALS, state)
    assert names(store, Query("municipality", filters=(wanted,))) == ["Azul"]


def test_a_field_of_links_is_filtered_and_shown(store: Store) -> None:
    azul, tigre = add_city(store, "Azul"), add_city(store, "Tigre")
    both = add(store, "experience", name="Las dos", municipalities=(tigre, azul))
    add(store, "experience", name="Ninguna")
    linked = Query("experience", filters=(Filter("municipalities", Operator.EQUALS, azul),))
    assert names(store, linked, "name") == ["Las dos"]
    unlinked = Query("experience", filters=(Filter("municipalities", Operator.IS_EMPTY),))
    assert names(store, unlinked, "name") == ["Ninguna"]
    record = read_record(store, "experience", both)
    assert record is not None
    assert record.titles["municipalities"] == "Azul, Tigre"


@pytest.mark.parametrize(
    ("operator", "value", "expected"),
    [
        (Operator.EQUALS, "training", ["Dos", "Una"]),
        (Operator.EQUALS, "train", []),
        (Operator.ONE_OF, ("product", "exchange"), ["Dos"]),
        (Operator.NOT_EQUALS, "product", ["Ninguna", "Una"]),
        (Operator.IS_EMPTY, None, ["Ninguna"]),
    ],
)
def test_a_field_of_several_choices_is_asked_for_one_of_them(
    store: Store, operator: Operator, value: object, expected: list[str]
) -> None:
    for name, modalities in (("Una", "training"), ("Dos", "training,product"), ("Ninguna", None)):
        add(store, "call", name=name, modalities=modalities)
    wanted = Filter("modalities", operator, value)
    assert names(store, Query("call", filters=(wanted,), order=(Order("name"),)), "name") == expected


def test_money_comes_back_as_an_amount_in_its_currency(store: Store) -> None:
    add(store, "experience", name="Huerta", cost=Money(700000, "USD"))
    assert names(store, Query("experience"), "cost") == [Money(700000, "USD")]


@pytest.mark.parametrize("entity", CATALOG)
def test_every_field_of_every_entity_can_be_listed_and_ordered(store: Store, entity: str) -> None:
    for info in store.catalog[entity].fields:
        ids = list_ids(store, Query(entity, order=(Order(info.name),)))
        assert list_rows(store, entity, [info.name], ids) == []


def test_a_verification_is_too_old_after_twelve_months() -> None:
    day = date(2026, 2, 28)
    assert parameters(day) == {"today": "2026-02-28", "day": day, "verified_since": date(2025, 2, 28), "language": ""}
    assert parameters(date(2024, 2, 29))["verified_since"] == date(2023, 2, 28)
