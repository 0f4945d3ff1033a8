"""What somebody owes by a day: who answers for it, and whether it is overdue; said once for all kinds that are."""

from collections.abc import Callable
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, String, and_, func, not_
from sqlalchemy.orm import InstrumentedAttribute

from db.base import Entity, title_at, title_key_at
from db.derived import derived
from db.fields import Field, Kind, mark
from db.spans import whole_today

DUE = "due_on"
"""The field of the day by which something is to be done."""


class Ending(Entity):
    """A record with a day `due_on`, and `finished`, which its class says."""

    __abstract__ = True

    @derived(Field(mark("Nada por hacer"), Kind.BOOLEAN, width=8))
    @classmethod
    def is_finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do: a list of what is due puts that after the rest."""
        return cls.finished()

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do."""
        raise NotImplementedError


class Owed(Ending):
    """A record that somebody owes by a day, with references to who answers for it."""

    __abstract__ = True
    answered_by: ClassVar[tuple[str, ...]]
    """The references to who answers for it: a city, a body, an organisation or a person."""

    @derived(Field(mark("Responsable"), width=24), kinds=("municipality", "organisation", "body", "person"))
    @classmethod
    def responsible(cls) -> ColumnElement[str | None]:
        """Return who answers for it: the city, the body, the organisation and the person, as far as they are said."""
        return cls._said_of_responsible(title_at)

    @classmethod
    def responsible_key(cls) -> ColumnElement[str | None]:
        """Return by what `responsible` is ordered."""
        return cls._said_of_responsible(title_key_at)

    @classmethod
    def responsible_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `responsible` names, in that order."""
        return func.concat_ws(" ", *(getattr(cls, name) for name in cls.answered_by), type_=String)

    @classmethod
    def _said_of_responsible(
        cls, said: Callable[[InstrumentedAttribute[Any]], ColumnElement[str]]
    ) -> ColumnElement[str | None]:
        names = (said(getattr(cls, name)) for name in cls.answered_by)
        return func.nullif(func.concat_ws(" · ", *names), "", type_=String)

    @derived(Field(mark("Atrasada"), Kind.BOOLEAN, width=8))
    @classmethod
    def overdue(cls) -> ColumnElement[bool]:
        """Tell whether it is overdue today."""
        return cls.overdue_on(whole_today())

    @classmethod
    def overdue_on(cls, day: ColumnElement[date]) -> ColumnElement[bool]:
        """Tell whether it was due before `day` and is not finished."""
        due: InstrumentedAttribute[date | None] = getattr(cls, DUE)  # each class declares its own
        return and_(not_(cls.finished()), due.is_not(None), due < day)
