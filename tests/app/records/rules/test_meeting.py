"""The rules of a meeting."""

import pytest

from app.words.problems import ProblemError
from db.store import Store
from tests.make import add


def test_a_body_does_not_meet_together_with_itself(store: Store) -> None:
    board, office = add(store, "body", name="Mesa", kind="board"), add(store, "body", name="Secretaría", kind="other")
    add(store, "meeting", name="Jornada", body_id=board, bodies=(office,))
    with pytest.raises(ProblemError) as refused:
        add(store, "meeting", name="Otra", body_id=board, bodies=(office, board))
    assert [each.place.field for each in refused.value.problems] == ["bodies"]
