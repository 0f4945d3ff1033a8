"""What is refused of recommendations, norms, proposals, studies, relations and seats, and where it is said."""

from datetime import date

import pytest

from app.records.editing import Draft, save_record
from app.words.problems import ProblemError
from db.store import Store
from db.values import PartialDate
from tests.make import add, add_city


def refused(store: Store, entity: str, **values: object) -> list[str]:
    """Return the fields beside which something is said against a record with these values."""
    with pytest.raises(ProblemError) as error:
        save_record(store, Draft(entity, None, values))
    return [problem.place.field for problem in error.value.problems]


def test_a_recommendation_goes_to_one_alone_and_an_answer_says_its_result(store: Store) -> None:
    city, body = add_city(store), add(store, "body", name="Consejo", kind="council")
    two = refused(store, "recommendation", name="Dos", to_body_id=body, to_municipality_id=city)
    assert two == ["to_municipality_id"]
    assert refused(store, "recommendation", name="Muda", answer="Sí") == ["result"]
    assert refused(store, "recommendation", name="Muda", answered_on=date(2026, 1, 1)) == ["result"]
    assert add(store, "recommendation", name="Bien", to_body_id=body, answer="Sí", result="accepted")


def test_a_verified_citation_says_by_whom_and_when(store: Store) -> None:
    lone = {"cited_as": "Res. 41/04", "verified_as": "MERCOSUR/CMC/DEC. Nº 41/04"}
    assert refused(store, "norm", **lone) == ["verified_by"]
    assert refused(store, "norm", **lone, verified_by="Ana Ejemplo") == ["verified_on"]
    assert refused(store, "norm", cited_as="Res. 41/04", verified_on=date(2026, 1, 1)) == ["verified_as"]
    assert add(store, "norm", **lone, verified_by="Ana Ejemplo", verified_on=date(2026, 1, 1))
    assert add(store, "norm", cited_as="Res. 90/00")


def test_a_norm_does_not_end_before_it_begins(store: Store) -> None:
    spans = {"starts": PartialDate(2010), "ends": PartialDate(2009)}
    assert refused(store, "norm", cited_as="Dec. 1/10", **spans) == ["ends"]


def test_a_proposal_is_carried_out_by_one_and_asks_for_no_more_than_all(store: Store) -> None:
    city, utility = add_city(store), add(store, "organisation", name="Aguas")
    both = {"municipality_id": city, "organisation_id": utility}
    assert refused(store, "focem_proposal", name="Agua", **both) == ["organisation_id"]
    assert refused(store, "focem_proposal", name="Agua", share=100_001) == ["share"]
    assert add(store, "focem_proposal", name="Agua", share=100_000, municipality_id=city)


def test_a_study_has_one_author_and_is_not_due_before_it_was_ordered(store: Store) -> None:
    person, centre = add(store, "person", name="Ana Ejemplo"), add(store, "organisation", name="Centro")
    assert refused(store, "study", name="Cadenas", person_id=person, organisation_id=centre) == ["person_id"]
    late = {"ordered_on": PartialDate(2026, 5), "due_on": PartialDate(2026, 4, 30)}
    assert refused(store, "study", name="Cadenas", **late) == ["due_on"]
    assert add(store, "study", name="Cadenas", ordered_on=PartialDate(2026, 5), due_on=PartialDate(2026))


def test_a_relation_is_of_two_cities(store: Store) -> None:
    city = add_city(store)
    lone = {"municipality_id": city, "other_municipality_id": city, "kind": "sister_cities"}
    assert refused(store, "city_relation", **lone) == ["other_municipality_id"]


def test_a_seat_is_of_one_and_its_alternate_of_the_same_body(store: Store) -> None:
    forum, board = (add(store, "body", name=name, kind="forum") for name in ("FCCR", "Otro"))
    city = add_city(store)
    assert refused(store, "seat", body_id=forum, role="member", country="AR", municipality_id=city) == ["country"]
    assert refused(store, "seat", body_id=forum, role="member") == ["municipality_id"]
    titular = add(store, "seat", body_id=forum, role="member", country="AR")
    alternate = {"role": "alternate", "country": "AR", "alternate_of_id": titular}
    assert refused(store, "seat", body_id=board, **alternate) == ["alternate_of_id"]
    second = add(store, "seat", body_id=forum, **alternate)
    with pytest.raises(ProblemError) as error:
        save_record(store, Draft("seat", titular, {"alternate_of_id": second}))
    assert [problem.place.field for problem in error.value.problems] == ["alternate_of_id"]
