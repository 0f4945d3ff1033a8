"""Bad input on every kind that can have it, found by what the kinds declare: said beside its field, on each way in."""

from datetime import date
from itertools import combinations

import pytest

from app.records.checking import bounds_of, problems_of
from app.records.drafts import Draft
from app.records.editing import delete_records, edit_many
from app.records.hints import hints_on
from app.records.hints.order import following
from app.records.rules import RULES, RULES_AMONG
from app.records.rules.spans import ends_after_start
from app.records.rules.tree import comes_back
from app.sheets.importing.importing import targets_of
from app.words.problems import ProblemError
from app.words.values import read_value
from db.catalog import EntityInfo
from db.fields import Kind
from db.money import ALL_OF_IT
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.app.sheets.importing.plans import Rows, plan_of, reasons, verdicts
from tests.make import CATALOG, SPANISH, TODAY, add, add_city

INFOS = tuple(CATALOG[name] for name in CATALOG.stored)

ORDERED = {
    ("meeting", "starts_on", "ends_on"),
    ("activity", "starts_on", "ends_on"),
    ("activity", "ends_on", "deadline"),
    ("activity", "starts_on", "deadline"),
    ("agreement", "signed_on", "ends"),
    ("call", "opens", "closes"),
    ("study", "ordered_on", "due_on"),
    ("study", "ordered_on", "delivered_on"),
    ("need", "asked_on", "until"),
    ("plan_action", "starts_on", "due_on"),
}
"""Days of a kind that its own rules keep in order, beside those called starts and ends and those that are `since`."""

FREE = {
    ("meeting", "convened_on"),
    ("meeting", "acta_sent_on"),
    ("meeting", "acta_approved_on"),
    ("resolution", "due_on"),
    ("norm", "verified_on"),
    ("tenure", "verified_on"),
    ("agreement", "signed_on"),
    ("project", "endorsed_on"),
    ("study", "delivered_on"),
    ("step", "due_on"),
    ("commitment", "met_on"),
    ("interaction", "next_done_on"),
}
"""Days that may lie before or after the other days of their records, but for what ORDERED and `since` say of them."""


def _days(info: EntityInfo) -> list[str]:
    return [each.name for each in info.stored if each.field.kind in (Kind.DATE, Kind.PARTIAL_DATE)]


def _of_kind(*kinds: Kind) -> list[tuple[str, str]]:
    return [(info.name, each.name) for info in INFOS for each in info.stored if each.field.kind in kinds]


def test_every_two_days_of_a_kind_are_in_order_or_known_to_be_free() -> None:
    since = {(info.name, each.field.bounds.since, each.name) for info in INFOS for each in following(info)}
    spans = {(info.name, "starts", "ends") for info in INFOS}
    unsaid = [
        (info.name, one, other)
        for info in INFOS
        for one, other in combinations(_days(info), 2)
        if not {(info.name, one, other), (info.name, other, one)} & (since | spans | ORDERED)
        and not {(info.name, one), (info.name, other)} & FREE
    ]
    assert unsaid == [], "say which of the two comes first, in a rule or by `since`"


@pytest.mark.parametrize("entity", [info.name for info in INFOS if {"starts", "ends"} <= set(info.by_name)])
def test_whatever_lasts_ends_no_earlier_than_it_starts(store: Store, entity: str) -> None:
    assert ends_after_start in RULES[entity]
    starts, early, same = (PartialDate.parse(each) for each in ("2008", "2007-12", "2008-03"))
    with store.reading() as session:
        (said,) = ends_after_start(session, CATALOG.entity(entity)(starts=starts, ends=early))
        assert (said.place.field, said.text) == ("ends", "Termina antes de empezar.")
        for ends in (same, starts):
            assert not ends_after_start(session, CATALOG.entity(entity)(starts=starts, ends=ends))


@pytest.mark.parametrize(("entity", "name"), [(info.name, each.name) for info in INFOS for each in following(info)])
def test_a_day_before_the_one_that_it_follows_is_said(store: Store, entity: str, name: str) -> None:
    info = CATALOG[entity]
    since = info.field(name).field.bounds.since
    later: object = date(2026, 3, 5)
    if info.field(since).field.kind is Kind.PARTIAL_DATE:
        later = PartialDate.parse("2026-03")
    with store.reading() as session:
        said = hints_on(session, CATALOG.entity(entity)(**{since: later, name: date(2026, 2, 28)}))
        assert [each.place.field for each in said if "es anterior a" in each.text] == [name]
        assert not hints_on(session, CATALOG.entity(entity)(**{since: later, name: date(2026, 3, 5)}))


@pytest.mark.parametrize(("entity", "name"), _of_kind(Kind.PERCENT))
def test_a_share_is_a_hundred_percent_at_the_most(store: Store, entity: str, name: str) -> None:
    info = CATALOG[entity]
    (said,) = bounds_of(info, Draft(entity, None, {name: ALL_OF_IT + 1}))
    assert (said.place.field, said.say(SPANISH)) == (name, "Tiene que estar entre 0% y 100%.")
    assert not list(bounds_of(info, Draft(entity, None, {name: ALL_OF_IT})))
    assert read_value(info.field(name).field, "100 %", SPANISH) == ALL_OF_IT
    with pytest.raises(ProblemError, match="Tiene que estar entre"):
        read_value(info.field(name).field, "100,001 %", SPANISH)


@pytest.mark.parametrize(("entity", "name"), _of_kind(Kind.MONEY))
def test_an_amount_has_its_currency(store: Store, entity: str, name: str) -> None:
    info = CATALOG[entity]
    (said,) = bounds_of(info, Draft(entity, None, {name: Money(100, "")}))
    assert said.place.field == name
    assert "Falta la moneda" in said.say(SPANISH)
    assert not list(bounds_of(info, Draft(entity, None, {name: Money(0, "USD")})))
    with pytest.raises(ProblemError, match="Falta la moneda"):
        read_value(info.field(name).field, "1000", SPANISH)
    assert f"{name}_currency" in list(targets_of(CATALOG, entity))


@pytest.mark.parametrize(
    ("entity", "name"),
    [each for each in _of_kind(Kind.REFERENCE) if CATALOG[each[0]].field(each[1]).target == each[0]],
)
def test_a_chain_of_records_of_one_kind_does_not_turn(store: Store, entity: str, name: str) -> None:
    kind = CATALOG.entity(entity)
    above = {"a": "b", "b": "c", "c": "a"}
    rows = [kind(id=key, **{name: other}) for key, other in above.items()]
    with store.reading() as session:
        assert comes_back(session, rows[0], name, {row.id: row for row in rows})
        found = [problem for rule in RULES_AMONG[entity] for problem in rule(session, rows)]
    assert [(each.place.field, each.place.record) for each in found if each.place.field == name] == [
        (name, key) for key in above
    ]


def test_a_record_that_is_deleted_meanwhile_is_no_evidence(store: Store) -> None:
    line, experience = add(store, "plan_line", number="99", name="Línea"), add(store, "experience", name="Huerta")
    city = add_city(store)
    delete_records(store, "experience", [experience])
    with pytest.raises(ProblemError) as refused:
        add(store, "evidence", line_id=line, record=RecordKey("experience", experience))
    assert [(each.place.field, each.text) for each in refused.value.problems] == [
        ("record", "«{label}»: la ficha elegida ya no está.")
    ]
    project = add(store, "project", name="Proyecto")
    delete_records(store, "municipality", [city])
    for write in (
        lambda: edit_many(store, "project", [project], {"municipality_id": city}),
        lambda: add(store, "period", name="2030-2031", municipality_id=city),
        lambda: add(store, "experience", name="Otra", municipalities=(city,)),
    ):
        with pytest.raises(ProblemError, match="ya no está"):
            write()


def test_what_is_owed_for_the_plan_before_its_term_is_said_and_kept(store: Store) -> None:
    term = add(store, "period", name="2030-2031", starts=PartialDate.parse("2030-06"))
    line = add(store, "plan_line", period_id=term, number="99", name="Línea")
    action = add(store, "plan_action", line_id=line, name="Acción")
    for record in (RecordKey("plan_line", line), RecordKey("plan_action", action)):
        for entity, values in (("commitment", {"text": "Enviar"}), ("step", {"name": "Enviar"})):
            with store.reading() as session:
                made = session.catalog.entity(entity)
                (said,) = hints_on(session, made(record=record, due_on=date(2030, 5, 31), **values))
                assert said.say(SPANISH) == "Vence antes de que empiece la gestión «2030-2031»."
                assert not hints_on(session, made(record=record, due_on=date(2030, 6, 1), **values))
    rows: Rows = [["De qué ficha", "Compromiso", "Vence el"], ["Acción", "Enviar", date(2030, 5, 31)]]
    assert "fila 2, columna C: Vence antes" in " ".join(reasons(plan_of(store, "commitment", rows)))
    draft = Draft("plan_action", action, {"due_on": date(2030, 5, 31)})
    with store.reading() as session:
        assert [each.place.field for each in problems_of(session, draft)] == ["due_on"]


def test_a_rule_of_a_call_and_a_step_too_early_are_said_of_the_row(store: Store) -> None:
    add(store, "call", name="Llamado", months=12)
    rows: Rows = [["Proyecto", "Llamado", "Plazo de ejecución"], ["Huertas", "Llamado", 13], ["Plazas", "Llamado", 12]]
    plan = plan_of(store, "project", rows)
    assert "fila 2, columna C: Meses de ejecución: 13; el llamado admite hasta 12." in reasons(plan)[0]
    assert (verdicts(plan), reasons(plan, 1)) == (["new", "new"], [])
    project = RecordKey("project", add(store, "project", name="Plazas"))
    add(store, "step", record=project, name="Uno", state="done", done_on=date(2026, 5, 1))
    rows = [["De qué ficha", "Paso", "Situación", "Hecho el"], ["Plazas", "Dos", "Hecho", date(2026, 4, 1)]]
    assert [each for each in reasons(plan_of(store, "step", rows)) if "figura hecho el" in each and "fila 2" in each]
    assert date(2026, 5, 1) < TODAY
