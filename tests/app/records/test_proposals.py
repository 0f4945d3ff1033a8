"""What follows from a field that is filled in is proposed for the empty ones, and from what was recorded nothing."""

from datetime import date

from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from app.records.proposals import ROWS, advise, is_advised
from app.records.reading import list_rows
from db.papers import ChapterKind
from db.store import Store
from db.values import Money, PartialDate
from tests.make import CATALOG, TODAY, add, add_city


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


def test_what_a_call_says_of_its_projects_is_proposed(store: Store) -> None:
    donor = add(store, "organisation", name="Agencia")
    rules = {"months": 12, "largest_share": 40_000, "modalities": "training"}
    call = add(store, "call", name="Sur", donor_id=donor, **rules)
    wanted = {"donor_id": donor, "months": 12, "own_share": 60_000, "modality": "training"}
    assert proposed(store, "project", name="Riego", call_id=call) == wanted
    wide = add(store, "call", name="Norte", modalities="training,product")
    assert proposed(store, "project", name="Riego", call_id=wide) == {}


def test_the_donor_is_that_of_the_agreement_unless_the_call_has_one(store: Store) -> None:
    first, second = (add(store, "organisation", name=name) for name in ("Agencia", "Banco"))
    alone = add(store, "agreement", name="Marco", organisations=(first,))
    both = add(store, "agreement", name="Tres", organisations=(first, second))
    call = add(store, "call", name="Sur", donor_id=second)
    assert proposed(store, "project", name="Riego", agreement_id=alone) == {"donor_id": first}
    assert proposed(store, "project", name="Riego", agreement_id=both) == {}
    assert proposed(store, "project", name="Riego", agreement_id=alone, call_id=call) == {"donor_id": second}


def test_who_was_head_of_government_on_the_day_of_the_letter_is_proposed(store: Store) -> None:
    city = add_city(store, "Tandil")
    post = add(store, "post", name="Intendencia", municipality_id=city, role="head_of_government")
    spans = ((PartialDate(2015), PartialDate(2019, 12, 9)), (PartialDate(2019, 12, 10), None))
    for name, (starts, ends) in zip(("Luz Modelo", "Blas Modelo"), spans, strict=True):
        add_holder(store, add(store, "person", name=name), post, starts, ends)
    asked = {"name": "Riego", "municipality_id": city}
    assert proposed(store, "project", **asked, endorsed_on=PartialDate(2018, 3)) == {
        "endorsed_by": "Luz Modelo, Intendencia"
    }
    assert proposed(store, "project", **asked, endorsed_on=PartialDate(2022)) == {
        "endorsed_by": "Blas Modelo, Intendencia"
    }
    assert proposed(store, "project", **asked, endorsed_on=PartialDate(2019)) == {}, "there were two in that year"
    assert proposed(store, "project", name="Riego", endorsed_on=PartialDate(2018)) == {}


def add_holder(store: Store, person: str, post: str, starts: PartialDate, ends: PartialDate | None) -> None:
    held = Draft("tenure", None, {"person_id": person, "starts": starts, "ends": ends})
    save_record(store, Draft("post", post, {}, {"tenures": Rows((held,))}))


def test_what_a_project_asks_is_proposed_as_an_amount_once() -> None:
    begin, asked = ROWS["project", "fundings"], Money(13_200_00, "USD")
    assert begin({"asked": asked}, [{"kind": "own"}, {"kind": None}], "es") == {"kind": "asked", "amount": asked}
    assert begin({"asked": asked}, [{"kind": "asked"}], "es") == {}
    assert begin({"asked": None}, [], "es") == {}


def test_a_new_chapter_is_the_first_that_is_missing_in_the_language_of_the_last() -> None:
    begin = ROWS["period", "chapters"]
    written = [{"chapter": kind, "language": "es"} for kind in ("words", "context")]
    assert begin({}, written, "pt") == {"chapter": "introduction", "language": "es"}
    assert begin({}, [*written, {"chapter": "words", "language": "pt"}], "es") == {
        "chapter": "introduction",
        "language": "pt",
    }
    assert begin({}, [{"chapter": None, "language": None}], "pt") == {"chapter": "words", "language": "pt"}
    assert begin({}, [], "en") == {"chapter": "words", "language": "en"}
    assert begin({}, [{"chapter": kind.value, "language": "es"} for kind in ChapterKind], "es") == {}


def test_only_some_kinds_are_looked_at() -> None:
    assert is_advised(CATALOG, "norm")
    assert is_advised(CATALOG, "step")
    assert not is_advised(CATALOG, "theme")
