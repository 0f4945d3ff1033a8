"""The reasons of a proposal are said as sentences that lead to what they name."""

from app.matching.reasons import reasons_for
from app.matching.telling import say_reason
from db.values import RecordKey
from tests.app.matching.made import HERE, THERE, demand, facts_of, practice
from tests.make import SPANISH


def test_themes_within_others_are_told_apart() -> None:
    facts = facts_of()
    (found,) = reasons_for(facts, demand(HERE, "infancy"), practice(THERE, themes=frozenset({"care", "line"})))
    row = say_reason(found, facts, SPANISH)
    said = "Un tema dentro de otro: Primera infancia está en"
    assert row.said == f"{said} Cohesión social · {said} Cuidados"
    assert [piece.record for piece in row.pieces if piece.leads] == [
        RecordKey("theme", key) for key in ("infancy", "line", "infancy", "care")
    ]
