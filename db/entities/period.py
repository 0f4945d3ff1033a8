"""The term (gestión) of a city at the head of the network."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Select, String, func, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import Entity, EntityFacts, reference
from db.entities.chapter import Chapter
from db.fields import Field, Kind, mark
from db.spans import holds_on
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

    chapters: Mapped[list[Chapter]] = relationship(
        lazy="raise",
        order_by="(Chapter.language, Chapter.id)",
        info={"part": True},
    )

    @classmethod
    def joined(
        cls,
        of: type[Entity],
        holds: Callable[[type["Period"]], ColumnElement[bool]],
        said: Callable[[type["Period"]], ColumnElement[str]],
        between: str,
    ) -> ColumnElement[str | None]:
        """Return what is `said` of each term that `holds` for a record `of` a kind, in the order of their names."""
        term = aliased(cls)
        found = select(func.aggregate_strings(said(term), between).aggregate_order_by(term.title_key()))
        return found.where(holds(term)).correlate(of).scalar_subquery()

    @classmethod
    def running_on(cls, day: ColumnElement[str]) -> Select[str]:
        """Return what finds the key of the term that runs on `day`: of several the one that began last, if any."""
        term = aliased(cls)
        found = select(term.id).where(holds_on(term.starts, term.ends, day))
        return found.order_by(func.coalesce(term.starts, "").desc(), term.id.desc()).limit(1)
