"""The term (gestión) of a city at the head of the network."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference
from db.fields import Field, Kind, mark
from db.values import PartialDate


class Period(Entity):
    """The term of a Secretaría Ejecutiva; its dates are free, since a Consejo can extend it (domain, 1.3 and 1.5)."""

    __tablename__ = "period"
    facts = EntityFacts(
        one=mark("Gestión"),
        many=mark("Gestiones"),
        named_by=("name",),
        detail=("municipality_id",),
        columns=("name", "municipality_id", "starts", "ends", "extended"),
        searched=True,
        imported=True,
    )

    name: Mapped[str] = mapped_column(
        String(100),
        info={
            "field": Field(
                mark("Gestión"),
                required=True,
                width=14,
                help=mark("Por ejemplo 2008-2009."),
                aliases=("period", "período", "gestão", "term of office"),
            ),
        },
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality",
        Field(mark("Ciudad a cargo"), Kind.REFERENCE, width=24, aliases=("ciudad", "city", "cidade", "city in charge")),
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Desde"), Kind.PARTIAL_DATE, width=12)},
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Hasta"), Kind.PARTIAL_DATE, width=12)},
    )
    extended: Mapped[bool | None] = mapped_column(
        info={
            "field": Field(
                mark("Prorrogada"),
                Kind.BOOLEAN,
                width=10,
                help=mark("El Consejo puede prorrogar una gestión."),
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40, aliases=("note", "nota"))},
    )
