"""What follows from a field that is filled in is proposed for the empty ones, and from what was recorded nothing."""

from datetime import date

from app.records.drafts import Draft
from app.records.proposals import advise, is_advised
from app.records.reading import list_rows
from db.store import Store
from db.values import Money, PartialDate
from tests.make import CATALOG, TODAY, add


def proposed(store: Store, entity: str, **values: object) -> object:
    return advise(store, Draft(entity, None, values)).proposed


def test_who_verified_a_citation_and_when_are_proposed(store: Store) -> None:
    wanted = {"verified_by": "Ana Ejemplo", "verified_on": TODAY}
    assert proposed(store, "norm", cited_as="Res. 1", verified_as="Res. 1") == wanted
    assert proposed(store, "norm", cited_as="Res. 41/04") == {"number": "41/04", "year": 2004}
    assert proposed(store, "norm", cited_as="Res. 1") == {}
    norm = add(store, "norm", cited_as="Res. 1", verified_as="Res. 1", **wanted)
    assert advise(store, Draft("norm", norm, {"name": "Otra cosa"})).proposed == {}


def test_what_a_meeting_adopts_is_of_its_body_and_its_last_day(store: Store) -> None:
    body = add(store, "body", name="Asamblea", kind="assembly")
    days = {"starts_on": date(2026, 6, 27), "ends_on": date(2026, 6, 28)}
    meeting = add(store, "meeting", name="Plenaria", body_id=body, **days)
    wanted = {"body_id": body, "day": PartialDate(2026, 6, 28)}
    for entity in ("declaration", "recommendation"):
        assert proposed(store, entity, name="Carta", meeting_id=meeting) == wanted
    assert proposed(store, "declaration", name="Carta", meeting_id="0" * 32) == {}


def test_what_a_study_recommends_has_its_themes_and_its_day(store: Store) -> None:
    theme = add(store, "theme", name="Gobernanza")
    study = add(store, "study", name="Diagnóstico", themes=(theme,), delivered_on=PartialDate(2026, 5))
    wanted = {"themes": (theme,), "day": PartialDate(2026, 5)}
    assert proposed(store, "recommendation", name="Compras", study_id=study) == wanted


def test_what_is_asked_of_the_focem_follows_while_it_is_written(store: Store) -> None:
    for amount, share in ((240_000_000, 85_000), (1_001, 33_333), (5, 50_000)):
        values = {"name": "Riberas", "amount": Money(amount, "USD"), "share": share}
        stored = list_rows(store, "focem_proposal", ("asked",), [add(store, "focem_proposal", **values)])
        assert [(advise(store, Draft("focem_proposal", None, values)).derived["asked"],)] == stored
    assert advise(store, Draft("focem_proposal", None, {"name": "Riberas"})).derived == {"asked": None}


def test_only_some_kinds_are_looked_at() -> None:
    assert is_advised(CATALOG, "norm")
    assert is_advised(CATALOG, "step")
    assert not is_advised(CATALOG, "theme")
