"""What an officer said of an experience for a demand: whether it serves, and why."""

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference, title_at, title_key_at
from db.exchange import Verdict
from db.fields import Field, Kind, mark


class Match(Entity):
    """A verdict on one experience for one demand; which experiences may serve is derived, and never stored."""

    __tablename__ = "match"
    facts = EntityFacts(
        one=mark("Valoración"),
        many=mark("Valoraciones"),
        named_by=("experience_id",),
        detail=("need_id", "verdict"),
        state="verdict",
        columns=("need_id", "experience_id", "verdict", "reason"),
        owners=("need_id",),
        known_by=("need_id", "experience_id"),
        ranked_by="verdict",
    )

    need_id: Mapped[str] = reference(
        "need", Field(mark("Demanda"), Kind.REFERENCE, required=True, width=32), required=True
    )
    experience_id: Mapped[str] = reference(
        "experience",
        Field(mark("Experiencia"), Kind.REFERENCE, required=True, width=36, aliases=("experience", "experiência")),
        required=True,
    )
    verdict: Mapped[str] = mapped_column(
        String(20),
        default=Verdict.SERVES.value,
        info={
            "field": Field(
                mark("¿Sirve?"), Kind.CHOICE, required=True, choices=Verdict, width=12, aliases=("serves", "valoración")
            )
        },
    )
    reason: Mapped[str | None] = mapped_column(
        String(500), info={"field": Field(mark("Motivo", "match"), width=36, aliases=("reason", "motivo"))}
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a verdict by its experience."""
        return title_at(cls.experience_id)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order verdicts by their experiences."""
        return title_key_at(cls.experience_id)
