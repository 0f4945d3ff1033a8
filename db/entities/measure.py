"""A measure of the indicator of an action: its value on a day, by which source."""

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference
from db.fields import Bounds, Field, Happened, Kind, mark


class Measure(Entity):
    """What an indicator came to on a day, in the unit of its action; the last one is the value of the action."""

    __tablename__ = "measure"
    facts = EntityFacts(
        one=mark("Medición"),
        many=mark("Mediciones"),
        named_by=("source",),
        columns=("day", "value", "source"),
        owners=("action_id",),
        known_by=("action_id", "day"),
    )

    action_id: Mapped[str] = reference(
        "plan_action", Field(mark("Acción"), Kind.REFERENCE, required=True, width=30), required=True
    )
    day: Mapped[date] = mapped_column(
        Date,
        info={
            "field": Field(mark("Día"), Kind.DATE, required=True, width=12, bounds=Bounds(happened=Happened.COUNTED))
        },
    )
    value: Mapped[int] = mapped_column(info={"field": Field(mark("Valor"), Kind.DECIMAL, required=True, width=12)})
    source: Mapped[str | None] = mapped_column(String(300), info={"field": Field(mark("Fuente"), width=28)})
