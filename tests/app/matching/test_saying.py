"""What is said of a proposal is one operation each, kept once a pair, and taken back."""

import pytest

from app.figures import NEEDS_WITHOUT
from app.matching.proposing import practices_for
from app.matching.reading import read_facts
from app.matching.saying import begin_adoption, count_reason, say_verdict, take_back
from app.past.news import say_news
from app.records import history
from app.records.catalog import Query
from app.records.duplicates import merge
from app.records.editing import Draft, delete_records, save_record
from app.records.reading import list_ids, list_rows
from app.words.problems import ProblemError
from db.exchange import Reason, Verdict
from db.store import Store
from db.values import PartialDate
from tests.app.matching.filed import make_need
from tests.make import CATALOG, SPANISH, TODAY, add, add_city, said


def _verdicts(store: Store) -> list[tuple[object, ...]]:
    return list_rows(store, "match", ("verdict", "reason"), list_ids(store, Query("match")))


def test_a_verdict_is_changed_and_never_doubled(store: Store) -> None:
    need, done = make_need(store)
    changes = say_verdict(store, need, done, Verdict.SERVES)
    assert said(changes.title) == "Valoración de «Espacios de cuidado» para «Jardines» (sirve)"
    assert say_news(changes, CATALOG, SPANISH) == "Se marcó «Espacios de cuidado» para «Jardines»: sirve."
    say_verdict(store, need, done, Verdict.SERVES_NOT, "Es para otra edad")
    assert _verdicts(store) == [("serves_not", "Es para otra edad")]
    assert practices_for(read_facts(store), need)[0].is_away
    take_back(store, need, done)
    assert _verdicts(store) == []
    history.undo(store)
    assert _verdicts(store) == [("serves_not", "Es para otra edad")]


def test_a_reason_is_set_aside_for_a_demand_and_counts_again(store: Store) -> None:
    need, _ = make_need(store)
    for reason in (Reason.UNIT, Reason.THEME):
        count_reason(store, need, reason, counts=False)
    assert list_rows(store, "need", ("set_aside",), [need]) == [("theme,unit",)]
    (found,) = practices_for(read_facts(store), need)
    assert {each.reason for each in found.reasons}.isdisjoint({Reason.THEME, Reason.UNIT})
    changes = count_reason(store, need, Reason.UNIT, counts=True)
    assert said(changes.title) == "Razón que cuenta otra vez para «Jardines» (misma unidad)"
    count_reason(store, need, Reason.THEME, counts=True)
    assert list_rows(store, "need", ("set_aside",), [need]) == [(None,)]


def test_an_adoption_begins_with_its_steps_in_one_operation(store: Store) -> None:
    need, done = make_need(store)
    for name in ("Preguntada", "Visitada"):
        add(store, "stage", name=name, route="adoption")
    giver = next(iter(read_facts(store).practices[done].cities)).id
    changes = begin_adoption(store, need, done, {"giver_id": giver})
    assert said(changes.title) == "Adopción de «Espacios de cuidado» en Azul"
    (key,) = changes.touched["adoption"]
    assert list_rows(store, "adoption", ("giver", "need_id", "adoption_state"), [key]) == [
        ("Tandil", "Jardines", "ahead")
    ]
    steps = list_ids(store, Query("step"))
    assert sorted(list_rows(store, "step", ("name", "state"), steps)) == [
        ("Preguntada", "planned"),
        ("Visitada", "planned"),
    ]
    with pytest.raises(ProblemError, match="ya empezó a adoptar"):
        begin_adoption(store, need, done)
    history.undo(store)
    assert not list_ids(store, Query("step"))
    assert not list_ids(store, Query("adoption"))


def test_one_that_was_dropped_can_be_begun_again_and_of_nobody(store: Store) -> None:
    need, done = make_need(store)
    city = read_facts(store).demands[need].city.id
    add(store, "adoption", experience_id=done, municipality_id=city, dropped_on=PartialDate(2026))
    (key,) = begin_adoption(store, need, done).touched["adoption"]
    assert list_rows(store, "adoption", ("giver",), [key]) == [(None,)]


def test_what_is_no_more_is_said(store: Store) -> None:
    need, done = make_need(store)
    delete_records(store, "experience", [done])
    with pytest.raises(ProblemError, match="La experiencia ya no existe"):
        say_verdict(store, need, done, Verdict.SERVES)
    delete_records(store, "need", [need])
    gone = "La demanda ya no existe"
    with pytest.raises(ProblemError, match=gone):
        take_back(store, need, done)
    with pytest.raises(ProblemError, match=gone):
        count_reason(store, need, Reason.UNIT, counts=False)
    with pytest.raises(ProblemError, match=gone):
        begin_adoption(store, need, done)


def test_a_second_verdict_of_a_pair_is_refused_in_a_form(store: Store) -> None:
    need, done = make_need(store)
    say_verdict(store, need, done, Verdict.SERVES)
    second = Draft("match", None, {"need_id": need, "experience_id": done, "verdict": "serves_not"})
    with pytest.raises(ProblemError, match="Ya hay una valoración") as refused:
        save_record(store, second)
    assert refused.value.problems[0].place.field == "experience_id"


@pytest.mark.parametrize("entity", ["experience", "need"])
def test_of_two_that_become_one_the_verdict_of_the_one_that_stays_is_kept(store: Store, entity: str) -> None:
    need, done = make_need(store)
    if entity == "experience":
        gone = add(store, "experience", name="Espacios de cuidado (otra)")
    else:
        gone = add(store, "need", name="Jardines (otra)", municipality_id=add_city(store, "Bragado"))
    pair = (need, gone) if entity == "experience" else (gone, done)
    say_verdict(store, *pair, Verdict.SERVES, "De la que se va")
    say_verdict(store, need, done, Verdict.SERVES_NOT, "De la que queda")
    merge(store, entity, done if entity == "experience" else need, gone)
    assert _verdicts(store) == [("serves_not", "De la que queda")]


def test_a_verdict_on_the_one_that_goes_goes_to_the_one_that_stays(store: Store) -> None:
    need, done = make_need(store)
    gone = add(store, "experience", name="Otra")
    say_verdict(store, need, gone, Verdict.SERVES)
    merge(store, "experience", done, gone)
    assert practices_for(read_facts(store), need)[0].serves


def test_a_demand_that_nothing_serves_is_counted_until_something_does(store: Store) -> None:
    need, done = make_need(store)
    add(store, "need", name="Atendida", municipality_id=add_city(store, "Bragado"), state="met")

    def counted() -> int:
        with store.reading() as session:
            return NEEDS_WITHOUT.count(session, TODAY)

    assert counted() == 1
    say_verdict(store, need, done, Verdict.SERVES_NOT)
    assert counted() == 1
    say_verdict(store, need, done, Verdict.SERVES)
    assert counted() == 0
