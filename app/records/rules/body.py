"""The rules of a body."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.body import QuorumRule
from db.session import FileSession


def quorum_is_whole(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a rule of a fixed number without its number."""
    if getattr(row, "quorum_rule", None) == QuorumRule.FIXED.value and getattr(row, "quorum_number", None) is None:
        return [
            Problem(
                mark("Falta el número de presentes de la regla de quórum."),
                mark("Escríbalo, o deje vacía la regla si no está comprobada."),
                Place(field="quorum_number"),
            ),
        ]
    return []
