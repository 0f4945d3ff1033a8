"""A number that two records of one series have is said on both, each leading to the other."""

from datetime import date

import pytest
from sqlalchemy import update

from app.records.hints import hints_about
from app.records.hints.number import number_is_given_twice
from db.entities.meeting import Meeting
from db.entities.recommendation import Recommendation
from db.store import Store
from db.titles import Title
from tests.app.records.reading import asked_of
from tests.make import add

MOST_COLUMNS = 6
"""What the number of a meeting is compared by, and its key; the record has several times as much."""


def said_of(store: Store, entity: str, key: str) -> list[tuple[str, list[str]]]:
    with store.reading() as session:
        found = [each for each in hints_about(session, entity, key) if "misma serie" in each.text]
    return [(each.place.field, [named.key.id for named in each.named]) for each in found]


def test_two_meetings_that_an_older_version_numbered_alike_are_said_on_both(store: Store) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    one, two, other = (
        add(store, "meeting", body_id=body, name=name, series="Plenaria", code=code, starts_on=date(2026, 3, 1))
        for name, code in (("Primera", "XXXII"), ("Segunda", "XXXIII"), ("Tercera", "XXXIV"))
    )
    with store.operation(Title("Antes")) as session:
        session.execute(update(Meeting).where(Meeting.id == two).values(code="xxxii"))
    assert said_of(store, "meeting", one) == [("code", [two])]
    assert said_of(store, "meeting", two) == [("code", [one])]
    assert said_of(store, "meeting", other) == []
    with store.operation(Title("Antes")) as session:
        session.execute(update(Meeting).where(Meeting.id == two).values(state="cancelled"))
    assert said_of(store, "meeting", one) == said_of(store, "meeting", two) == []


@pytest.mark.parametrize(("number", "other"), [("Rec. 03/2008", "Rec. 3/08"), ("Nº 4", "nº 4 ")])
def test_two_recommendations_of_one_body_with_one_number_are_said(store: Store, number: str, other: str) -> None:
    body, board = (add(store, "body", name=name, kind="council") for name in ("Foro", "Consejo"))
    one = add(store, "recommendation", name="Consorcios", number=number, body_id=body)
    two = add(store, "recommendation", name="Compras", number=other, body_id=body)
    elsewhere = add(store, "recommendation", name="Otra", number=number, body_id=board)
    study = add(store, "recommendation", name="De un estudio", number=number)
    assert said_of(store, "recommendation", one) == [("number", [two])]
    assert said_of(store, "recommendation", two) == [("number", [one])]
    assert said_of(store, "recommendation", elsewhere) == said_of(store, "recommendation", study) == []


def test_two_norms_of_one_organ_and_kind_with_one_number_are_said(store: Store) -> None:
    organ = add(store, "organisation", name="Consejo")
    kept = {"organisation_id": organ, "kind": "decision"}
    one = add(store, "norm", cited_as="Dec. 18/05", number="18/05", **kept)
    two = add(store, "norm", cited_as="Decisión 18/2005", number="18/2005", **kept)
    other = add(store, "norm", cited_as="Res. 18/05", number="18/05", organisation_id=organ, kind="resolution")
    assert said_of(store, "norm", one) == [("number", [two])]
    assert said_of(store, "norm", two) == [("number", [one])]
    assert said_of(store, "norm", other) == []


def test_of_what_may_have_the_number_no_more_is_read_than_is_compared(store: Store) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    meetings = [add(store, "meeting", body_id=body, name=name, code=code) for name, code in (("A", "I"), ("B", "II"))]
    advised = [add(store, "recommendation", name=name, number=name, body_id=body) for name in ("1/08", "2/08")]
    for kind, keys in ((Meeting, meetings), (Recommendation, advised)):
        with store.reading() as session:
            row = session.get_one(kind, keys[0])
            with asked_of(session) as statements:
                assert number_is_given_twice(session, row) == []
            (said,) = statements
            assert said.partition("FROM")[0].count(",") < MOST_COLUMNS
