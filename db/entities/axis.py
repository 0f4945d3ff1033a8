"""An axis of work, which groups several thematic units for a term."""

from typing import TYPE_CHECKING

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Entity, EntityFacts, link_table, reference
from db.fields import Field, Kind, mark
from db.sorting import sort_index, sort_key

if TYPE_CHECKING:
    from db.entities.body import Body

axis_body = link_table("axis", "body")


class Axis(Entity):
    """A common axis of several units (line 9 of the plan 2008-2009; domain, 0), in one term or in any."""

    __tablename__ = "axis"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Eje"),
        many=mark("Ejes"),
        named_by=("name", "name_pt", "name_en"),
        detail=("period_id",),
        columns=("name", "period_id", "units"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(200), info={"field": Field(mark("Eje"), required=True, width=36, aliases=("axis", "eixo", "nombre"))}
    )
    name_key: Mapped[str] = sort_key("name")
    name_pt: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Nombre en portugués"), width=36, aliases=("name pt",))}
    )
    name_en: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Nombre en inglés"), width=36, aliases=("name en",))}
    )
    period_id: Mapped[str | None] = reference(
        "period", Field(mark("Gestión"), Kind.REFERENCE, width=14, help=mark("Vacía si el eje es de todas."))
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    units: Mapped[list["Body"]] = relationship(
        secondary=axis_body,
        lazy="raise",
        info={"field": Field(mark("Unidades que agrupa"), Kind.LINKS, width=44, aliases=("unidades", "units"))},
    )
