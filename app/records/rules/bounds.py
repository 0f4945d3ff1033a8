"""Numbers that have a least and a greatest value."""

from collections.abc import Callable

from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.session import FileSession


def between(field: str, least: int, greatest: int | None = None) -> Callable[[FileSession, Entity], list[Problem]]:
    """Return the rule that refuses a number of `field` outside its bounds, both of which are allowed."""

    def rule(_: FileSession, row: Entity) -> list[Problem]:
        value = getattr(row, field)
        if value is None or (value >= least and (greatest is None or value <= greatest)):
            return []
        if greatest is None:
            return [Problem(mark("Tiene que ser {least} o más."), place=Place(field=field), values={"least": least})]
        return [Problem(mark("El valor está fuera de lo posible."), place=Place(field=field))]

    return rule
