"""The citation of a norm is proposed from what is written, and written with who compared it and when."""

import pytest

from app.norms import CitationFacts, read_citation_facts, write_citation
from app.past.news import say_news
from app.records import history
from app.records.history import undo
from app.records.reading import list_rows
from app.words.problems import ProblemError
from db.store import Store
from tests.make import CATALOG, SPANISH, TODAY, add, said

SHOWN = ("kind", "number", "year", "verified_as", "verified_by", "verified_on")


def facts_of(store: Store, key: str) -> CitationFacts:
    found = read_citation_facts(store, key)
    assert found is not None
    return found


@pytest.fixture
def organs(store: Store) -> dict[str, str]:
    """Make the two organs of MERCOSUR that pronounce decisions and resolutions."""
    names = {"CMC": "Consejo", "GMC": "Grupo"}
    return {short: add(store, "organisation", name=name, acronym=short) for short, name in names.items()}


def test_all_of_a_citation_is_proposed_and_what_is_recorded_stays(store: Store, organs: dict[str, str]) -> None:
    bare = facts_of(store, add(store, "norm", cited_as="Res. 41/04"))
    assert bare.proposed == {
        "organisation_id": organs["GMC"],
        "kind": "resolution",
        "number": "41/04",
        "year": 2004,
        "verified_as": "MERCOSUR/GMC/RES. Nº 41/04",
    }
    known = facts_of(store, add(store, "norm", cited_as="Res. 41/04", kind="decision", organisation_id=organs["CMC"]))
    assert known.proposed["verified_as"] == "MERCOSUR/CMC/DEC. Nº 41/04"
    assert "verified_as" not in facts_of(store, add(store, "norm", cited_as="Reglamento Interno")).proposed
    assert read_citation_facts(store, "0" * 32) is None


def test_the_organ_follows_the_kind_and_the_kind_the_organ(store: Store, organs: dict[str, str]) -> None:
    facts = facts_of(store, add(store, "norm", cited_as="Res. 41/04"))
    as_decision = facts.follow({**facts.proposed, "kind": "decision"}, frozenset({"kind"}))
    assert as_decision == {"organisation_id": organs["CMC"], "verified_as": "MERCOSUR/CMC/DEC. Nº 41/04"}
    of_council = facts.follow({**facts.proposed, "organisation_id": organs["CMC"]}, frozenset({"organisation_id"}))
    assert of_council == {"kind": "decision", "verified_as": "MERCOSUR/CMC/DEC. Nº 41/04"}


def test_who_compared_it_and_today_are_written_in_one_operation_and_taken_back(store: Store) -> None:
    norm = add(store, "norm", cited_as="Res. 41/04")
    changes = write_citation(
        store, norm, {"kind": "decision", "number": "41/04", "year": 2004, "verified_as": "Dec. 41"}
    )
    assert list_rows(store, "norm", SHOWN, [norm]) == [("decision", "41/04", 2004, "Dec. 41", "Ana Ejemplo", TODAY)]
    assert said(history.undo_title(store)) == "Cita comprobada de «Res. 41/04»"
    assert say_news(changes, CATALOG, SPANISH) == "Se comprobó la cita de «Res. 41/04»."
    undo(store)
    assert list_rows(store, "norm", SHOWN, [norm]) == [(None,) * len(SHOWN)]


def test_an_empty_citation_takes_who_and_when_with_it(store: Store) -> None:
    norm = add(store, "norm", cited_as="Res. 1", verified_as="Res. 1", verified_by="Ana", verified_on=TODAY)
    write_citation(store, norm, {"verified_as": None})
    assert list_rows(store, "norm", SHOWN[3:], [norm]) == [(None, None, None)]


def test_what_is_out_of_bounds_is_refused(store: Store) -> None:
    with pytest.raises(ProblemError):
        write_citation(store, add(store, "norm", cited_as="Res. 1"), {"verified_as": "Res. 1", "year": 9})
