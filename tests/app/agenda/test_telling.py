"""What was published of several records is noted of each in one operation."""

from typing import Any

import pytest

from app.agenda.telling import tell_of_each
from app.records import history
from app.records.catalog import Query
from app.records.reading import list_ids, list_rows
from app.screens import layout_of
from app.screens.belonging import can_be_told
from app.words.problems import ProblemError
from db.store import Store
from tests.make import CATALOG, add, said

BULLETIN = {"name": "Boletín 12", "medium": "bulletin", "day": None, "web": None}


def test_one_publication_is_noted_of_each_record_in_one_operation_and_of_none_twice(store: Store) -> None:
    first, second = (add(store, "activity", name=name, kind="seminar") for name in ("Seminario", "Taller"))
    tell_of_each(store, "activity", [first], BULLETIN)
    tell_of_each(store, "activity", [first, second, "0" * 32], {**BULLETIN, "notes": "Tapa"})
    assert said(history.undo_title(store)) == "Difusión «Boletín 12» de 2 actividades"
    rows: list[Any] = list_rows(store, "dissemination", ("record", "notes"), list_ids(store, Query("dissemination")))
    assert sorted((record.title, notes or "") for record, notes in rows) == [("Seminario", ""), ("Taller", "Tapa")]
    history.undo(store)
    assert len(list_ids(store, Query("dissemination"))) == 1


def test_what_lacks_a_title_or_a_medium_is_refused_beside_its_field(store: Store) -> None:
    activity = add(store, "activity", name="Taller", kind="seminar")
    with pytest.raises(ProblemError) as caught:
        tell_of_each(store, "activity", [activity], {"name": None, "medium": None})
    assert [each.place.field for each in caught.value.problems] == ["medium", "name"]
    with pytest.raises(ProblemError):
        tell_of_each(store, "activity", ["0" * 32], BULLETIN)
    assert list_ids(store, Query("dissemination")) == []


def test_what_has_its_dissemination_on_its_page_can_be_told_of() -> None:
    told = {name for name in CATALOG if (layout := layout_of(name)) is not None and can_be_told(layout)}
    assert told >= {"activity", "meeting", "resolution", "experience", "declaration"}
    assert not told & {"municipality", "person", "dissemination"}
