"""The deadlines of all kinds of record are one list, made of what the facts of each kind say."""

from datetime import date
from unittest.mock import Mock

import pytest
from sqlalchemy import Column, ColumnElement, Date, MetaData, String, Table, insert
from sqlalchemy.orm import Mapped, registry

from app.file.inspection import inspect
from app.records.catalog import Filter, Operator, Order, Query
from app.records.deadlines import due_until, overdue, records_behind
from app.records.editing import Draft, delete_records, edit_many, save_record
from app.records.reading import list_ids, list_rows, read_record, search
from app.records.views import read_query, write_query
from app.reviewing import records_of
from db.base import Due, Entity, EntityFacts
from db.catalog import Catalog
from db.deadline_state import DEADLINES, DeadlineState
from db.entities import ENTITIES
from db.fields import Field
from db.keys import new_key
from db.store import Store
from db.values import PartialDate, RecordKey
from tests.make import CATALOG, TODAY, add, add_city

WITH_DEADLINES = (
    "Actividad",
    "Resolución",
    "Convenio",
    "Llamado",
    "Proyecto",
    "Estudio",
    "Demanda",
    "Mandato",
    "Acción del plan",
    "Paso",
    "Compromiso",
    "Anotación",
)
LATE, SOON = date(2026, 10, 1), date(2026, 12, 22)

EVERYTHING = ["Ana", "Tarde", "Hecha", "Pronto", "Blas", "Carla"]
"""Who and what is due in the file of these tests, in the order of days."""


@pytest.fixture
def keys(store: Store) -> dict[str, str]:
    """Add resolutions and mandates of either state, and give their keys by name."""
    city = add_city(store, "Ávila")
    body = add(store, "body", name="Comisión Directiva", kind="board")
    meeting = add(store, "meeting", name="Reunión", body_id=body)
    made = {"Ávila": city, "Reunión": meeting}
    for name, day, state in (
        ("Tarde", LATE, "open"),
        ("Pronto", SOON, "in_progress"),
        ("Hecha", LATE, "done"),
        ("Sin fecha", None, "open"),
    ):
        values = {"meeting_id": meeting, "text": name, "number": "Inciso", "state": state, "due_on": day}
        made[name] = add(store, "resolution", municipality_id=city, **values)
    for name, ends in (("Ana", PartialDate(2025)), ("Blas", PartialDate(2026, 12)), ("Carla", PartialDate(2027, 2))):
        post = add(store, "post", name=f"Cargo de {name}", municipality_id=city)
        person = made[f"person {name}"] = add(store, "person", name=name)
        made[name] = add(store, "tenure", post_id=post, person_id=person, ends=ends)
    return made


def shown(store: Store, query: Query, *columns: str) -> list[tuple[object, ...]]:
    """Return columns of what a query lists."""
    return list_rows(store, "due", columns, list_ids(store, query))


def test_resolutions_and_mandates_are_one_list_in_the_order_of_days(store: Store, keys: dict[str, str]) -> None:
    assert keys
    assert shown(store, Query("due", order=(Order("day"),)), "day", "kind", "text", "who", "state") == [
        (date(2025, 12, 31), "tenure", "Cargo de Ana · Ávila", "Ana", "overdue"),
        (LATE, "resolution", "Inciso · Tarde", "Ávila", "overdue"),
        (LATE, "resolution", "Inciso · Hecha", "Ávila", "done"),
        (SOON, "resolution", "Inciso · Pronto", "Ávila", "open"),
        (date(2026, 12, 31), "tenure", "Cargo de Blas · Ávila", "Blas", "open"),
        (date(2027, 2, 28), "tenure", "Cargo de Carla · Ávila", "Carla", "open"),
    ]


def test_a_deadline_has_the_key_of_its_record_and_leads_to_what_holds_it(store: Store, keys: dict[str, str]) -> None:
    assert set(list_ids(store, overdue())) == {keys["Tarde"], keys["Ana"]}
    behind = records_behind(store, [keys["Tarde"], keys["Ana"], keys["Ávila"]])
    assert behind[keys["Tarde"]] == (RecordKey("resolution", keys["Tarde"]),)
    assert behind[keys["Ana"]][:2] == (RecordKey("tenure", keys["Ana"]), RecordKey("person", keys["person Ana"]))
    assert keys["Ávila"] not in behind


def test_all_records_behind_a_list_of_deadlines_are_read_at_once(
    store: Store, keys: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = Mock(wraps=store.reading)
    monkeypatch.setattr(store, "reading", reading)
    query = Query("due", order=(Order("day"),))
    assert [record.id for record in records_of(store, query)] == [
        keys[name] for name in ("person Ana", "Tarde", "Hecha", "Pronto", "person Blas", "person Carla")
    ]
    assert reading.call_count == 2, "the list, then what stands behind it"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter("kind", Operator.EQUALS, "tenure"), ["Ana", "Blas", "Carla"]),
        (
            Filter("kind", Operator.ONE_OF, ("tenure", "resolution")),
            ["Ana", "Tarde", "Hecha", "Pronto", "Blas", "Carla"],
        ),
        (Filter("who", Operator.CONTAINS, "AVILA"), ["Tarde", "Hecha", "Pronto"]),
        (Filter("text", Operator.CONTAINS, "cargo de b"), ["Blas"]),
        (Filter("state", Operator.EQUALS, "done"), ["Hecha"]),
        (Filter("state", Operator.NOT_EQUALS, "open"), ["Ana", "Tarde", "Hecha"]),
        (Filter("day", Operator.AT_LEAST, SOON), ["Pronto", "Blas", "Carla"]),
        (Filter("day", Operator.AT_MOST, SOON), ["Ana", "Tarde", "Hecha", "Pronto"]),
        (Filter("day", Operator.EQUALS, date(2027, 2, 28)), ["Carla"]),
        (Filter("day", Operator.IS_EMPTY), []),
    ],
)
def test_each_filter_holds(store: Store, keys: dict[str, str], wanted: Filter, expected: list[str]) -> None:
    query = Query("due", filters=(wanted,), order=(Order("day"),))
    assert list(list_ids(store, query)) == [keys[name] for name in expected]
    kept = read_query(write_query(query), store.catalog)
    assert kept == query


def test_names_among_deadlines_are_ordered_without_accents(store: Store, keys: dict[str, str]) -> None:
    assert [who for (who,) in shown(store, Query("due", order=(Order("who"),)), "who")] == [
        "Ana", "Ávila", "Ávila", "Ávila", "Blas", "Carla"
    ]  # fmt: skip
    assert keys


def test_what_was_done_about_the_end_of_a_mandate_is_a_longer_one_of_its_post(
    store: Store, keys: dict[str, str]
) -> None:
    (post,) = list_rows(store, "tenure", ["post_id"], [keys["Ana"]])
    assert post == ("Cargo de Ana",)
    record = read_record(store, "tenure", keys["Ana"])
    assert record is not None
    add(store, "tenure", post_id=record.values["post_id"], person_id=add(store, "person", name="Dora"))
    assert shown(store, Query("due", order=(Order("day"),)), "text", "state")[0] == ("Cargo de Ana · Ávila", "done")


def test_what_is_overdue_is_what_each_kind_says_of_its_own(store: Store, keys: dict[str, str]) -> None:
    of_resolutions = Query("resolution", filters=(Filter("overdue", Operator.EQUALS, value=True),))
    ended = Query("tenure", filters=(Filter("tenure_state", Operator.EQUALS, "ended"),))
    assert set(list_ids(store, overdue())) == {*list_ids(store, of_resolutions), *list_ids(store, ended)}
    assert keys["Hecha"] not in list_ids(store, overdue())


def test_the_day_itself_and_the_last_day_of_a_time_are_within_it(store: Store, keys: dict[str, str]) -> None:
    add(store, "resolution", meeting_id=keys["Reunión"], text="Hoy", state="open", due_on=TODAY)
    texts = [text for (text,) in shown(store, due_until(SOON), "text")]
    assert texts == ["Hoy", "Inciso · Pronto"]


def test_a_deadline_is_read_whole_and_never_written(store: Store, keys: dict[str, str]) -> None:
    record = read_record(store, "due", keys["Blas"])
    assert record is not None
    assert (record.title, record.values["who"], record.values["state"]) == ("Cargo de Blas · Ávila", "Blas", "open")
    for write in (
        lambda: save_record(store, Draft("due", None, {"text": "Nuevo"})),
        lambda: save_record(store, Draft("due", keys["Blas"], {"text": "Otro"})),
        lambda: edit_many(store, "due", [keys["Blas"]], {"text": "Otro"}),
        lambda: delete_records(store, "due", [keys["Blas"]]),
    ):
        with pytest.raises(TypeError, match="only read"):
            write()
    assert store.catalog["due"].stored == ()


def test_a_deadline_is_counted_and_searched_as_its_record_alone(store: Store, keys: dict[str, str]) -> None:
    assert "due" not in inspect(store).records
    assert [(hit.entity, hit.id) for hit in search(store, "pronto")] == [("resolution", keys["Pronto"])]
    assert "due" not in CATALOG.stored


class Errand(Entity):
    """A kind that has deadlines, which the program does not declare."""

    __abstract__ = True
    __tablename__ = "errand"
    facts = EntityFacts(
        one="Gestión", many="Gestiones", named_by=("name",), due=Due(day="by", text="name", who="name", done="over")
    )
    name: Mapped[str]

    @classmethod
    def over(cls) -> ColumnElement[bool]:
        """Tell whether it was seen to."""
        return cls.name == "hecho"


class Remark(Entity):
    """A kind that has none."""

    __abstract__ = True
    __tablename__ = "remark"
    facts = EntityFacts(one="Nota", many="Notas", named_by=("name",))


@pytest.fixture(scope="module")
def made_up() -> tuple[type[Entity], ...]:
    """Map the two kinds to tables that no file has."""
    for kind in (Errand, Remark):
        facts = {"field": Field("Nombre")}
        columns = Column("id", String(32), primary_key=True, default=new_key), Column("name", String(40), info=facts)
        registry().map_imperatively(kind, Table(kind.__tablename__, MetaData(), *columns, Column("by", Date)))
    return Errand, Remark


def test_a_kind_appears_among_the_deadlines_by_its_facts_alone(
    store: Store, keys: dict[str, str], made_up: tuple[type[Entity], ...]
) -> None:
    store.catalog = Catalog((*ENTITIES, *made_up))
    with store.reading() as session:
        made_up[0].__table__.create(session.connection())  # type: ignore[attr-defined]  # it is a table
        rows: list[dict[str, object]] = [
            {"name": "llamar", "by": TODAY},
            {"name": "hecho", "by": LATE},
            {"name": "sin fecha", "by": None},
        ]
        session.execute(insert(made_up[0]), rows)
        session.commit()
    choices = store.catalog["due"].field("kind").field.choices
    assert choices is not None
    assert [each.label for each in choices] == [*WITH_DEADLINES, "Gestión"]
    mine = Query("due", filters=(Filter("kind", Operator.EQUALS, "errand"),), order=(Order("day"),))
    assert shown(store, mine, "text", "state") == [("hecho", "done"), ("llamar", "open")]
    assert len(list_ids(store, Query("due"))) == 8
    assert keys


def test_a_file_whose_kinds_have_no_deadlines_has_no_list_of_them(made_up: tuple[type[Entity], ...]) -> None:
    assert list(Catalog(made_up[1:])) == ["remark"]
    assert [each.value for each in DeadlineState] == ["overdue", "open", "done", "past"]


def test_a_resolution_with_commitments_leaves_what_is_due_to_them(store: Store) -> None:
    body = add(store, "body", name="Mesa", kind="board")
    meeting = add(store, "meeting", name="Reunión", body_id=body)
    resolution = add(store, "resolution", meeting_id=meeting, text="Convocar", due_on=date(2026, 12, 1))
    assert [row[0] for row in list_rows(store, DEADLINES, ("text",), list_ids(store, Query(DEADLINES)))] == ["Convocar"]
    of = RecordKey("resolution", resolution)
    add(store, "commitment", record=of, text="Escribir la nota", due_on=date(2026, 11, 30))
    assert [row[0] for row in list_rows(store, DEADLINES, ("text",), list_ids(store, Query(DEADLINES)))] == [
        "Escribir la nota"
    ]


@pytest.mark.parametrize("values", [{"due_on": None}, {"due_on": date(2026, 11, 30), "state": "dropped"}])
def test_a_commitment_without_day_or_effect_takes_no_deadline_away(store: Store, values: dict[str, object]) -> None:
    meeting = add(store, "meeting", name="Reunión", body_id=add(store, "body", name="Mesa", kind="board"))
    resolution = add(store, "resolution", meeting_id=meeting, text="Convocar", due_on=date(2026, 12, 1))
    add(store, "commitment", record=RecordKey("resolution", resolution), text="Escribir la nota", **values)
    assert ("Convocar", "open") in shown(store, Query(DEADLINES), "text", "state")


def test_what_lapses_is_past_and_not_overdue(store: Store) -> None:
    for name, day, state in (("Ayer", LATE, "confirmed"), ("Mañana", SOON, "confirmed"), ("No", LATE, "cancelled")):
        add(store, "activity", name=name, deadline=day, state=state)
    assert sorted(shown(store, Query(DEADLINES), "text", "state"), key=str) == [
        ("Ayer", DeadlineState.PAST.value),
        ("Mañana", DeadlineState.OPEN.value),
    ]
    assert shown(store, overdue(), "text") == []


def test_a_step_is_due_with_the_name_of_the_record_whose_route_it_is_of(store: Store) -> None:
    made = RecordKey("recommendation", add(store, "recommendation", name="Aguas azules"))
    elsewhere = RecordKey("person", add(store, "person", name="Ana"))
    for record in (made, elsewhere):
        add(store, "step", record=record, name="Elevada", due_on=LATE)
    assert set(shown(store, Query("due"), "text", "kind")) == {
        ("Elevada · Aguas azules", "step"),
        ("Elevada", "step"),
    }
