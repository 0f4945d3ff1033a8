"""A day on which something happened is not still to come: refused where figures follow from it, else only said."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from app.records.catalog import Query
from app.records.checking import as_wanted
from app.records.drafts import Draft, Rows
from app.records.editing import edit_many, save_record
from app.records.hints import has_hints, hints_about, hints_on
from app.records.proposals import advise
from app.records.reading import list_ids, list_rows
from app.steps import take_step
from app.words.problems import Problem, ProblemError
from app.words.words import Words
from db.entities.commitment import Commitment
from db.store import Store
from db.titles import Title
from db.values import Money, PartialDate, RecordKey
from tests.make import CATALOG, SPANISH, TODAY, add, add_city

TOMORROW = TODAY + timedelta(days=1)
SAID = "«{}»: 23/11/2026 todavía no llegó."


def refused(store: Store, draft: Draft) -> list[tuple[str, str]]:
    with pytest.raises(ProblemError) as caught:
        save_record(store, draft)
    return [(each.place.field, each.text) for each in caught.value.problems]


def hinted(store: Store, entity: str, **values: object) -> Sequence[Problem]:
    with store.reading() as session, session.no_autoflush:
        return hints_on(session, as_wanted(session, session.catalog[entity], Draft(entity, None, values)))


def on_page(store: Store, entity: str, key: str) -> list[tuple[str, str]]:
    with store.reading() as session:
        return [(each.place.field, each.say(SPANISH)) for each in hints_about(session, entity, key)]


def owed(store: Store) -> str:
    return add(store, "commitment", record=RecordKey("municipality", add_city(store, "Azul")), text="Nota")


def test_what_counts_as_done_is_refused_beside_its_day(store: Store) -> None:
    key = owed(store)
    [(field, text)] = refused(store, Draft("commitment", key, {"state": "met", "met_on": TOMORROW}))
    assert (field, text) == ("met_on", "«{label}»: {day} todavía no llegó.")
    with pytest.raises(ProblemError):
        edit_many(store, "commitment", [key], {"state": "met", "met_on": TOMORROW})
    save_record(store, Draft("commitment", key, {"state": "met", "met_on": TODAY}))
    assert list_rows(store, "commitment", ("met_on",), [key]) == [(TODAY,)]


def test_a_step_is_ticked_no_later_than_today(store: Store) -> None:
    key = add(store, "step", record=RecordKey("municipality", add_city(store, "Azul")), name="Nota")
    with pytest.raises(ProblemError) as caught:
        take_step(store, key, TOMORROW)
    assert caught.value.problems[0].say(SPANISH).startswith(SAID.format("Hecho el"))
    take_step(store, key, TODAY)


def test_a_measure_of_an_action_is_refused_in_its_row(store: Store) -> None:
    term = add(store, "period", name="2026")
    line = add(store, "plan_line", period_id=term, number="1", name="Cuidados")
    action = add(store, "plan_action", line_id=line, name="Curso")
    measure = Draft("measure", "1" * 32, {"day": TOMORROW, "value": 5})
    [(field, _)] = refused(store, Draft("plan_action", action, parts={"measures": Rows(added=(measure,))}))
    assert field == f"measures.{'1' * 32}.day"


def test_what_an_older_version_let_in_stays_and_is_said(store: Store) -> None:
    key = owed(store)
    with store.operation(Title("Antes")) as session:
        session.execute(update(Commitment).where(Commitment.id == key).values(state="met", met_on=TOMORROW))
    save_record(store, Draft("commitment", key, {"text": "Nota corregida", "met_on": TOMORROW}))
    [(field, said)] = on_page(store, "commitment", key)
    assert field == "met_on"
    assert said.startswith(SAID.format("Cumplido el"))


def test_elsewhere_it_is_said_and_saved(store: Store) -> None:
    [said] = hinted(store, "recommendation", result="accepted", answered_on=TOMORROW)
    assert (said.place.field, said.say(SPANISH)) == ("answered_on", SAID.format("Respondida el"))
    assert said.say(Words("en")) == "“Answered on”: 23/11/2026 is still to come."
    key = save_record(store, Draft("interaction", None, {"day": TOMORROW, "text": "Llamada"})).id
    assert on_page(store, "interaction", key) == [("day", SAID.format("Día"))]
    person, city = add(store, "person", name="Ana"), add_city(store, "Azul")
    post = add(store, "post", name="Dirección", municipality_id=city)
    tenure = add(store, "tenure", person_id=person, post_id=post, verified_on=TOMORROW)
    assert (f"tenures.{tenure}.verified_on", SAID.format("Verificado el")) in on_page(store, "post", post)


def test_of_a_row_it_is_said_as_the_form_has_it(store: Store) -> None:
    money = {"kind": "spent", "amount": Money(1, "USD"), "day": PartialDate.of(TOMORROW)}
    added, mended = Draft("funding", "1" * 32, money), Draft("funding", None, money)
    project = save_record(store, Draft("project", None, {"name": "Riego"}, {"fundings": Rows((mended,))})).id
    [(stored, _)] = on_page(store, "project", project)
    row = stored.split(".")[1]
    changed = Draft("funding", row, {"day": PartialDate.of(TODAY)})
    draft = Draft("project", project, {}, {"fundings": Rows((added,), changed=(changed,))})
    assert [each.place.field for each in advise(store, draft).hints] == [f"fundings.{'1' * 32}.day"]


@pytest.mark.parametrize(("day", "count"), [((2026,), 0), ((2026, 11), 0), ((2026, 12), 1), ((2027,), 1)])
def test_a_day_known_in_part_may_lie_before(store: Store, day: tuple[int, ...], count: int) -> None:
    assert len(hinted(store, "recommendation", day=PartialDate(*day))) == count
    assert hinted(store, "activity", starts_on=date(2030, 1, 1)) == []


def test_kinds_without_such_a_day_are_not_looked_at() -> None:
    assert has_hints(CATALOG, "post")
    assert not has_hints(CATALOG, "theme")


def test_nothing_of_a_refused_record_is_stored(store: Store) -> None:
    refused(store, Draft("study", None, {"name": "Cuidados", "delivered_on": PartialDate.of(TOMORROW)}))
    assert list_ids(store, Query("study")) == []
