"""A pro tempore presidency of MERCOSUR: the half-year that a country chairs it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, String, exists, func, not_, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.base import Entity, EntityFacts
from db.fields import Field, Kind, mark
from db.spans import holds_on
from db.values import PartialDate

_OF_A_MONTH = len("2008-06")


class ProTempore(Entity):
    """A half-year of the presidency, by country in turn (Dec. CMC 14/91); of none where it was disputed (2016-2)."""

    __tablename__ = "pro_tempore"
    facts = EntityFacts(
        one=mark("Presidencia pro tempore"),
        many=mark("Presidencias pro tempore"),
        named_by=("name",),
        detail=("country",),
        columns=("name", "country", "starts", "ends", "notes"),
        dated="starts",
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(40),
        info={
            "field": Field(
                mark("Semestre"),
                required=True,
                width=12,
                help=mark("Año y semestre: 2026-2."),
                aliases=("half year", "semester", "nombre"),
            )
        },
    )
    country: Mapped[str | None] = mapped_column(
        String(2),
        info={
            "field": Field(
                mark("País"),
                Kind.COUNTRY,
                width=14,
                help=mark("Vacío si la presidencia estuvo en disputa o vacante."),
                aliases=("country", "pais"),
            )
        },
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Desde"), Kind.PARTIAL_DATE, width=12, aliases=("from",))}
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Hasta"), Kind.PARTIAL_DATE, width=12, aliases=("to",))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @classmethod
    def said_on(
        cls, of: type[Entity], day: ColumnElement[str], said: Callable[[type["ProTempore"]], Any]
    ) -> ColumnElement[Any]:
        """Return what is `said` of the presidency in force on the day of a record `of` a kind; null without one."""
        one = aliased(cls)
        found = select(said(one)).where(*cls.in_force(one, day, of)).order_by(one.starts, one.id)
        return found.limit(1).correlate(of).scalar_subquery()

    @classmethod
    def in_force(
        cls, one: type["ProTempore"], day: ColumnElement[str], *beside: type[Entity]
    ) -> tuple[ColumnElement[bool], ...]:
        """Return what tells whether the presidency `one` is in force on a day, which may be of a record `beside` it.

        On the day on which it is handed over, and in a month that two share, it is still that of the country that
        leaves: of several the first counts. One whose end nobody knows ends with the next, and one whose beginning
        nobody knows tells nothing; nor does a day that is known by its year alone.
        """
        later = aliased(cls)
        begun_since = later.starts > one.starts, func.substr(later.starts, 1, 10) <= day
        goes_on = or_(one.ends.is_not(None), not_(exists().where(*begun_since).correlate(one, *beside)))
        known = one.starts.is_not(None), func.length(day) >= _OF_A_MONTH
        return *known, holds_on(one.starts, one.ends, day), goes_on
