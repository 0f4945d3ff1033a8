"""What an approved acta says of records: a record bears its seal, and whoever would take something of it is told."""

from datetime import date

import pytest

from app.file.store_problems import problem_of
from app.records.duplicates import merge
from app.records.editing import delete_records
from app.records.reading import read_record
from app.records.sealing import sealed_fields, seals_of
from app.words.problems import ProblemError
from db.failures import SealedError
from db.store import Store
from tests.app.meetings.board import add_body, add_meeting
from tests.make import CATALOG, SPANISH, add, add_city, approve, everything

DAY = date(2026, 3, 2)


@pytest.fixture(name="keys")
def _keys(store: Store) -> dict[str, str]:
    """Return a meeting whose acta is approved and one whose acta is not, to both of which Azul came."""
    keys = {"body": add_body(store), "Azul": add_city(store, "Azul"), "Olavarría": add_city(store, "Olavarría")}
    keys["person"] = add(store, "person", name="Ana Ejemplo")
    for name in ("Cerrada", "Libre"):
        keys[name] = add_meeting(store, keys["body"], DAY, state="held", name=name, acta_number="03/2026")
        came = {"municipality_id": keys["Azul"], "person_id": keys["person"]} if name == "Cerrada" else {}
        add(
            store,
            "attendance",
            meeting_id=keys[name],
            **{"municipality_id": keys["Olavarría"], **came},
            state="present",
        )
        keys[f"resolution {name}"] = add(store, "resolution", text="Convocar", meeting_id=keys[name])
    approve(store, keys["Cerrada"])
    return keys


def test_the_fields_that_are_only_read_are_those_that_an_acta_says(store: Store) -> None:
    assert {"name", "bodies", "state", "closing"} <= sealed_fields(CATALOG, "meeting")
    assert not {"notes", "convened_on"} & sealed_fields(CATALOG, "meeting")
    assert {"text", "due_on"} <= sealed_fields(CATALOG, "resolution")
    assert not {"state", "progress"} & sealed_fields(CATALOG, "resolution")
    assert {"state", "notes"} <= sealed_fields(CATALOG, "attendance")
    assert sealed_fields(CATALOG, "municipality") == frozenset()
    assert seals_of(store, "municipality", ["1"]) == {}


def test_a_record_bears_the_seal_of_its_meeting(store: Store, keys: dict[str, str]) -> None:
    for entity, prefix in (("meeting", ""), ("resolution", "resolution ")):
        found = read_record(store, entity, keys[f"{prefix}Cerrada"])
        free = read_record(store, entity, keys[f"{prefix}Libre"])
        assert found is not None
        assert found.seal is not None
        assert free is not None
        assert free.seal is None
        assert (found.seal.meeting.id, found.seal.meeting.number) == (keys["Cerrada"], "03/2026")
        assert found.seal.fields == sealed_fields(CATALOG, entity)


@pytest.mark.parametrize(("entity", "key"), [("municipality", "Azul"), ("person", "person"), ("body", "body")])
def test_who_figures_in_an_approved_acta_is_not_deleted_and_the_acta_is_named(
    store: Store, keys: dict[str, str], entity: str, key: str
) -> None:
    with pytest.raises(ProblemError) as refused:
        delete_records(store, entity, [keys[key]])
    said = refused.value.problems[0].say(SPANISH)
    assert said.endswith(
        "Lo nombra el acta Nº 03/2026 de «Cerrada», que está aprobada: para quitarlo, hay que reabrirla."
    )


def test_who_figures_elsewhere_is_taken_from_there(store: Store, keys: dict[str, str]) -> None:
    with pytest.raises(ProblemError) as refused:
        delete_records(store, "municipality", [keys["Olavarría"]])
    assert refused.value.problems[0].say(SPANISH).endswith("Quítelo antes de allí.")


def test_joining_is_refused_with_the_words_of_the_seal(store: Store, keys: dict[str, str]) -> None:
    before = everything(store)
    with pytest.raises(SealedError) as failure:
        merge(store, "municipality", keys["Olavarría"], keys["Azul"])
    problem = problem_of(failure.value)
    assert problem is not None
    assert "El acta Nº 03/2026 de «Cerrada» está aprobada" in problem.say(SPANISH)
    assert everything(store) == before
