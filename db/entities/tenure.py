"""A person in a post from a date to another."""

from datetime import date

from sqlalchemy import ColumnElement, Date, literal
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference
from db.entities.person import Person
from db.entities.post import Post
from db.fields import Choice, Field, Kind, mark
from db.values import PartialDate


class TenureState(Choice):
    """What is known today of a tenure; derived from its dates, never stored."""

    CURRENT = "current", mark("Vigente")
    TO_VERIFY = "to_verify", mark("A verificar")
    ENDED = "ended", mark("Mandato vencido")


class Tenure(Entity):
    """Who holds a post, since when, until when, and when somebody last made sure."""

    __tablename__ = "tenure"
    facts = EntityFacts(
        one=mark("Mandato"),
        many=mark("Mandatos"),
        named_by=("person_id", "post_id"),
        columns=("person_id", "post_id", "starts", "ends", "verified_on"),
        owners=("person_id", "post_id"),
    )

    person_id: Mapped[str] = reference(
        "person",
        Field(mark("Persona"), Kind.REFERENCE, required=True, width=26),
        required=True,
    )
    post_id: Mapped[str] = reference(
        "post", Field(mark("Cargo"), Kind.REFERENCE, required=True, width=30), required=True
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Desde"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("inicio del mandato", "início do mandato", "from", "start", "inicio", "início"),
            ),
        },
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Hasta"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("fin del mandato", "fim do mandato", "until", "end", "fin", "fim"),
            ),
        },
    )
    verified_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("Verificado el"),
                Kind.DATE,
                width=12,
                help=mark("Día en que se confirmó por última vez que la persona sigue en el cargo."),
                aliases=("verified on", "verificado", "última verificación"),
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=30)})

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a tenure by its person and its post."""
        return Person.title_of(cls.person_id) + literal(" · ") + Post.title_of(cls.post_id)
