"""What takes place under a pro tempore presidency of MERCOSUR: which one was in force on its day."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement

from db.base import Entity, entity_of
from db.derived import derived
from db.fields import Field, Kind, mark


class Presided(Entity):
    """A record with a day on which some country presided MERCOSUR."""

    __abstract__ = True

    @derived(Field(mark("Presidencia pro tempore"), width=16), kinds=("pro_tempore",))
    @classmethod
    def presidency(cls) -> ColumnElement[str | None]:
        """Return which half-year of the presidency its day lies in."""
        return cls._of_presidency(lambda there: there.title())

    @classmethod
    def presidency_key(cls) -> ColumnElement[str | None]:
        """Return by what `presidency` is ordered."""
        return cls._of_presidency(lambda there: there.title_key())

    @classmethod
    def presidency_ids(cls) -> ColumnElement[str | None]:
        """Return the key of the presidency that `presidency` names."""
        return cls._of_presidency(lambda there: there.id)

    @derived(Field(mark("País que preside"), Kind.COUNTRY, width=14))
    @classmethod
    def presiding_country(cls) -> ColumnElement[str | None]:
        """Return the country that presided; null where nobody did, or it was disputed."""
        return cls._of_presidency(lambda there: there.country)

    @classmethod
    def presided_on(cls) -> ColumnElement[str | None]:
        """Return the day that counts, whole or to its month; null where no presidency is of interest."""
        raise NotImplementedError

    @classmethod
    def _of_presidency(cls, said: Callable[[Any], Any]) -> ColumnElement[Any]:
        presidencies: Any = entity_of("pro_tempore")
        found: ColumnElement[Any] = presidencies.said_on(cls, cls.presided_on(), said)
        return found
