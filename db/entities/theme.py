"""A theme of the exchange of experiences, in a tree."""

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts, reference
from db.fields import Bounds, Field, Kind, mark
from db.positions import Ordered, position_column
from db.sorting import numbered, sort_index, sort_key


class Theme(Ordered):
    """A theme: those of lines 4, 6 and 7 of the plan 2008-2009 and the eight ODM come with a new file."""

    __tablename__ = "theme"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Tema"),
        many=mark("Temas"),
        named_by=("name", "name_pt", "name_en"),
        detail=("parent_id",),
        columns=("name", "parent_id", "plan_line", "odm"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(200),
        info={"field": Field(mark("Tema"), required=True, width=36, aliases=("theme", "tema", "nombre", "topic"))},
    )
    name_key: Mapped[str] = sort_key("name")
    name_pt: Mapped[str | None] = mapped_column(
        String(200),
        info={"field": Field(mark("Nombre en portugués"), width=36, aliases=("name pt",))},
    )
    name_en: Mapped[str | None] = mapped_column(
        String(200),
        info={"field": Field(mark("Nombre en inglés"), width=36, aliases=("name en",))},
    )
    parent_id: Mapped[str | None] = reference("theme", Field(mark("Dentro de"), Kind.REFERENCE, width=28))
    position: Mapped[int] = position_column()
    plan_line: Mapped[str | None] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Línea de acción"),
                width=8,
                help=mark("Su número en el plan de cualquier gestión: 4."),
                aliases=("línea del plan", "linha do plano", "line of the plan"),
            )
        },
    )
    odm: Mapped[int | None] = mapped_column(
        info={
            "checked": False,
            "field": Field(
                mark("Número de ODM"),
                Kind.INTEGER,
                width=8,
                help=mark("Del 1 al 8, si el tema es un ODM."),
                bounds=Bounds(1, 8),  # the Objetivos de Desarrollo del Milenio are eight (domain, 4.4)
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @classmethod
    def plan_line_key(cls) -> ColumnElement[str]:
        """Return by what `plan_line` is ordered."""
        return numbered(cls.plan_line)
