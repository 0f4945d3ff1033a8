"""What is said of a record and hinders nothing."""

from collections.abc import Sequence
from datetime import date

from app.records.checking import as_wanted
from app.records.drafts import Draft
from app.records.hints import hints_about, hints_on
from app.words.problems import Problem
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.make import SPANISH, TODAY, add

FIRST, SECOND = date(2026, 10, 1), date(2026, 11, 2)


def of_draft(store: Store, entity: str, key: str = "", **values: object) -> Sequence[Problem]:
    with store.reading() as session, session.no_autoflush:
        return hints_on(session, as_wanted(session, session.catalog[entity], Draft(entity, key or None, values)))


def of_page(store: Store, entity: str, key: str) -> Sequence[Problem]:
    with store.reading() as session:
        return hints_about(session, entity, key)


def named(problems: Sequence[Problem]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.place.field, tuple(named.title for named in each.named)) for each in problems]


def test_a_number_of_another_organ_is_said_with_what_that_norm_is_about(store: Store) -> None:
    council, group = (add(store, "organisation", name=name) for name in ("Consejo", "Grupo"))
    kept = {"number": "41/04", "organisation_id": group, "kind": "resolution"}
    other = add(store, "norm", cited_as="Res. 41/04", name="Fondo de controversias", **kept)
    found = of_draft(store, "norm", cited_as="Dec. 41/2004", organisation_id=council, kind="decision")
    assert named(found) == [("verified_as", ("Res. 41/04 · Fondo de controversias",))]
    assert found[0].named[0].key == RecordKey("norm", other)
    assert of_draft(store, "norm", cited_as="Res. 41/2004", organisation_id=group, kind="resolution") == []
    assert of_draft(store, "norm", other) == []
    assert of_draft(store, "norm", cited_as="Reglamento") == []


def test_two_citations_of_one_norm_are_said_on_both(store: Store) -> None:
    verified = {"verified_as": "Dec. Nº 24/05", "verified_by": "Ana", "verified_on": TODAY}
    one = add(store, "norm", cited_as="Dec. 24/05", number="24/05", **verified)
    two = add(store, "norm", cited_as="Dec. 20/05", number="24/05", **verified)
    assert named(of_page(store, "norm", one)) == [("verified_as", ("Dec. Nº 24/05 · Dec. 20/05",))]
    assert named(of_page(store, "norm", two)) == [("verified_as", ("Dec. Nº 24/05 · Dec. 24/05",))]


def steps_of(store: Store, *days: date | None) -> tuple[str, list[str]]:
    """Make a recommendation with a step for each day, planned where there is none; return both by their keys."""
    key = add(store, "recommendation", name="Consorcios")
    record = RecordKey("recommendation", key)
    made = [
        add(store, "step", record=record, name=f"Paso {at}", state="done" if day else "planned", done_on=day)
        for at, day in enumerate(days, 1)
    ]
    return key, made


def test_a_step_before_the_one_it_follows_is_said(store: Store) -> None:
    key, (_, second) = steps_of(store, SECOND, None)
    early = of_draft(store, "step", second, state="done", done_on=FIRST)
    assert [each.say(SPANISH) for each in early] == [
        "«Paso 2» figura hecho el 01/10/2026, antes que «Paso 1» (02/11/2026)."
    ]
    assert early[0].place.field == "done_on"
    assert of_draft(store, "step", second, state="done", done_on=SECOND) == []
    assert of_page(store, "recommendation", key) == []


def test_a_step_after_the_next_one_is_said_too_and_on_the_page_of_its_record(store: Store) -> None:
    key, (first, second) = steps_of(store, SECOND, SECOND)
    assert len(of_draft(store, "step", first, state="done", done_on=TODAY)) == 1
    third = add(store, "step", record=RecordKey("recommendation", key), name="Paso 3", state="done", done_on=FIRST)
    assert third != second
    assert ("", ("Paso 3",)) in named(of_page(store, "recommendation", key))


def test_the_end_of_a_route_asks_for_the_answer(store: Store) -> None:
    done, _ = steps_of(store, FIRST, SECOND)
    assert named(of_page(store, "recommendation", done)) == [("result", ())]
    assert of_draft(store, "recommendation", done, result="accepted") == []
    assert of_page(store, "recommendation", steps_of(store, FIRST, None)[0]) == []
    assert of_page(store, "recommendation", steps_of(store)[0]) == []


def test_an_amount_asks_for_its_day_and_its_source(store: Store) -> None:
    amount, year = Money(100, "USD"), PartialDate(2026)
    assert named(of_draft(store, "focem_proposal", amount=amount)) == [("amount_on", ())]
    assert named(of_draft(store, "focem_proposal", amount=amount, amount_on=year)) == [("source", ())]
    assert of_draft(store, "focem_proposal", amount=amount, amount_on=year, source="Acta") == []
    assert of_draft(store, "focem_proposal", name="Saneamiento") == []


def test_nothing_is_said_of_other_kinds(store: Store) -> None:
    assert of_page(store, "person", add(store, "person", name="Luz Modelo")) == []
    assert of_page(store, "norm", "0" * 32) == []
