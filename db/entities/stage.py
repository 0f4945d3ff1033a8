"""A stage of a route: the template by which the steps of a record are begun."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts
from db.fields import Bounds, Choice, Field, Kind, mark
from db.positions import Ordered, position_column


class Route(Choice):
    """The ways that records go, stage by stage."""

    RECOMMENDATION = "recommendation", mark("Recomendación")
    FOCEM_PROPOSAL = "focem_proposal", mark("Propuesta al FOCEM")
    PROJECT = "project", mark("Proyecto")
    ADOPTION = "adoption", mark("Adopción de una experiencia")
    ADMISSION = "admission", mark("Ingreso de una ciudad")
    DECLARATION = "declaration", mark("Declaración")


class Stage(Ordered):
    """A stage: on which route, before which instance it takes place, and how many days it usually takes."""

    __tablename__ = "stage"
    facts = EntityFacts(
        one=mark("Etapa"),
        many=mark("Etapas"),
        named_by=("name", "name_pt", "name_en"),
        detail=("route",),
        columns=("route", "order", "name", "instance", "usual_days"),
    )
    listed_by = ("route",)

    route: Mapped[str] = mapped_column(
        String(20), info={"field": Field(mark("Camino"), Kind.CHOICE, required=True, choices=Route, width=20)}
    )
    position: Mapped[int] = position_column()
    name: Mapped[str] = mapped_column(
        String(200), info={"field": Field(mark("Etapa"), required=True, width=36, aliases=("stage", "nombre"))}
    )
    name_pt: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Nombre en portugués"), width=36, aliases=("name pt",))}
    )
    name_en: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Nombre en inglés"), width=36, aliases=("name en",))}
    )
    instance: Mapped[str | None] = mapped_column(
        String(200), info={"field": Field(mark("Ante quién"), width=28, help=mark("La instancia o el organismo."))}
    )
    usual_days: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Días que suele llevar"),
                Kind.INTEGER,
                width=8,
                bounds=Bounds(least=1),
                help=mark("Vacío mientras la oficina no lo sepa."),
            )
        }
    )
