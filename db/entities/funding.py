"""Money of a project: how much was asked, granted, received or spent, on which day and by which source."""

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference, title_at, title_key_at
from db.cooperation import FundingKind
from db.fields import Bounds, Field, Happened, Kind, mark
from db.money import money
from db.values import Money, PartialDate


class Funding(Entity):
    """An amount of a project at one of the steps; sums are by currency and never across."""

    __tablename__ = "funding"
    facts = EntityFacts(
        one=mark("Fondo"),
        many=mark("Fondos"),
        named_by=("project_id",),
        detail=("kind", "day"),
        columns=("project_id", "kind", "amount", "day", "source"),
        owners=("project_id",),
        known_by=("project_id", "kind", "amount", "day"),
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

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know an amount by its project."""
        return title_at(cls.project_id)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order amounts by their project."""
        return title_key_at(cls.project_id)
