"""A result of an experience, with its indicator and its source."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts, reference
from db.fields import Field, Kind, mark
from db.positions import Ordered, position_column


class ExperienceResult(Ordered):
    """What an experience achieved, measured by which indicator, as said by which source."""

    __tablename__ = "experience_result"
    facts = EntityFacts(
        one=mark("Resultado"),
        many=mark("Resultados"),
        named_by=("name",),
        columns=("name", "indicator", "value", "source"),
        owners=("experience_id",),
        searched=True,
        known_by=("name", "experience_id"),
    )
    listed_by = ("experience_id",)

    experience_id: Mapped[str] = reference(
        "experience",
        Field(mark("Experiencia"), Kind.REFERENCE, required=True, width=30),
        required=True,
    )
    position: Mapped[int] = position_column()
    name: Mapped[str] = mapped_column(
        String(500),
        info={"field": Field(mark("Resultado"), required=True, width=40)},
    )
    indicator: Mapped[str | None] = mapped_column(String(300), info={"field": Field(mark("Indicador"), width=28)})
    value: Mapped[str | None] = mapped_column(
        String(100),
        info={"field": Field(mark("Valor"), width=14, help=mark("Con la unidad y el año."))},
    )
    source: Mapped[str | None] = mapped_column(String(500), info={"field": Field(mark("Fuente"), width=28)})
