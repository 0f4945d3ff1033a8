"""A recommendation has ended once it was answered, whatever the answer."""

import pytest
from sqlalchemy import select

from db.entities.recommendation import Answer, Recommendation
from db.store import Store
from tests.make import add


@pytest.mark.parametrize("result", [None, *Answer])
def test_an_answer_ends_it(store: Store, result: Answer | None) -> None:
    add(store, "recommendation", name="Consorcios", result=result.value if result else None)
    with store.reading() as session:
        assert session.scalar(select(Recommendation.ended())) is (result is not None)
