"""Money of a project: how much was asked, granted, received or spent, on which day and by which source."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Integer, String, case, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Mapped, aliased, mapped_column

from db.base import Entity, EntityFacts, entity_of, reference, title_at, title_key_at
from db.cooperation import FundingKind
from db.derived import derived
from db.fields import Bounds, Field, Happened, Kind, mark
from db.money import money
from db.values import Money, PartialDate


class Funding(Entity):
    """An amount of a project at one of the steps; sums are by currency and never across."""

    __tablename__ = "funding"
    facts = EntityFacts(
        one=mark("Monto"),
        many=mark("Montos"),
        named_by=("project_id",),
        detail=("kind", "day"),
        columns=("project_id", "kind", "amount", "day", "source"),
        owners=("project_id",),
        known_by=("project_id", "kind", "amount", "day"),
        searched=True,
        ranked_by="kind",
        dated="day",
    )

    project_id: Mapped[str] = reference(
        "project", Field(mark("Proyecto"), Kind.REFERENCE, required=True, width=32), required=True
    )
    kind: Mapped[str] = mapped_column(
        String(20),
        info={"field": Field(mark("Qué es"), Kind.CHOICE, required=True, choices=FundingKind, width=16)},
    )
    amount: Mapped[Money | None] = money(
        Field(mark("Monto"), Kind.MONEY, required=True, width=16, bounds=Bounds(least=0))
    )
    day: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Fecha"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("date", "data"),
                bounds=Bounds(happened=Happened.NOTED),
            )
        }
    )
    source: Mapped[str | None] = mapped_column(
        String(500),
        info={"field": Field(mark("Fuente"), width=28, help=mark("De quién o de qué papel se sabe."))},
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @derived(Field(mark("Moneda"), Kind.CURRENCY, width=8))
    @classmethod
    def currency(cls) -> ColumnElement[str | None]:
        """Return the currency of the amount: amounts of two are never summed."""
        return cls.__table__.columns["amount_currency"]

    @derived(Field(mark("Año"), Kind.NUMERAL, width=8))
    @classmethod
    def year(cls) -> ColumnElement[int | None]:
        """Return the year of its day."""
        return case((cls.day.is_not(None), cast(func.substr(cls.day, 1, len("2008")), Integer)), else_=None)

    @derived(Field(mark("Donante"), width=24), kinds=("organisation",))
    @classmethod
    def donor(cls) -> ColumnElement[str | None]:
        """Return who gives the money of its project."""
        return _of_project(cls, "donor_id", title_at)

    @classmethod
    def donor_key(cls) -> ColumnElement[str | None]:
        """Return by what `donor` is ordered."""
        return _of_project(cls, "donor_id", title_key_at)

    @classmethod
    def donor_ids(cls) -> ColumnElement[str | None]:
        """Return the key of whom `donor` names."""
        return _of_project(cls, "donor_id", lambda key: key.expression)

    @derived(Field(mark("Llamado"), width=24), kinds=("call",))
    @classmethod
    def call(cls) -> ColumnElement[str | None]:
        """Return to which call its project was presented."""
        return _of_project(cls, "call_id", title_at)

    @classmethod
    def call_key(cls) -> ColumnElement[str | None]:
        """Return by what `call` is ordered."""
        return _of_project(cls, "call_id", title_key_at)

    @classmethod
    def call_ids(cls) -> ColumnElement[str | None]:
        """Return the key of what `call` names."""
        return _of_project(cls, "call_id", lambda key: key.expression)

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know an amount by its project."""
        return title_at(cls.project_id)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order amounts by their project."""
        return title_key_at(cls.project_id)


def _of_project(
    funding: type[Funding], name: str, said: Callable[[InstrumentedAttribute[Any]], ColumnElement[Any]]
) -> ColumnElement[Any]:
    """Return what is `said` of a reference of the project to which an amount belongs."""
    project = aliased(entity_of("project"))
    found = select(said(getattr(project, name))).where(project.id == funding.project_id)
    return found.correlate(funding).scalar_subquery()
