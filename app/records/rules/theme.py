"""The rules of a theme."""

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession

ODM_COUNT = 8
"""There are eight Objetivos de Desarrollo del Milenio (domain, 4.4)."""


def odm_exists(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a number that no ODM has."""
    odm = getattr(row, "odm", None)
    if odm is not None and not 1 <= odm <= ODM_COUNT:
        return [Problem(mark("Los ODM van del 1 al 8."), place=Place(field="odm"))]
    return []
