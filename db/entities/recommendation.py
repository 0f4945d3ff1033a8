"""A recommendation: to whom it goes, what it asks, and what was answered."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ColumnElement, Date, String, cast, func
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import EntityFacts, count_filled, link_table, reference, title_at, title_key_at
from db.derived import derived
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.presided import Presided
from db.routed import Routed
from db.sorting import sort_index, sort_key
from db.values import PartialDate

if TYPE_CHECKING:
    from db.entities.theme import Theme

_ADDRESSEES = ("to_organisation_id", "to_body_id", "to_municipality_id")


class Answer(Choice):
    """What was answered to a recommendation; empty while there is no answer."""

    ACCEPTED = "accepted", mark("Aceptada")
    PARTLY = "partly", mark("Aceptada en parte")
    REFUSED = "refused", mark("Rechazada")


recommendation_theme = link_table("recommendation", "theme")


class Recommendation(Routed, Presided):
    """A recommendation of a body or a study, in Spanish and Portuguese, with its addressee, its route and its answer.

    Those of the FCCR go by the GMC to the CMC (domain, 4.1); where each stands, its steps say.
    """

    __tablename__ = "recommendation"
    __table_args__ = (
        sort_index("name_key"),
        CheckConstraint(count_filled(*_ADDRESSEES) + " <= 1", name="one_addressee"),
    )
    facts = EntityFacts(
        one=mark("Recomendación"),
        many=mark("Recomendaciones"),
        named_by=("name", "name_pt", "number"),
        detail=("number", "day"),
        state="result",
        columns=("day", "number", "name", "addressee", "next_step", "waiting_days", "result", "presidency"),
        dated="day",
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "written": mark("Asunto en español"),
            "field": Field(mark("Asunto"), required=True, width=44, aliases=("subject", "assunto", "título", "title")),
        },
    )
    name_key: Mapped[str] = sort_key("name")
    name_pt: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Asunto en portugués"), width=44, aliases=("subject pt",))}
    )
    number: Mapped[str | None] = mapped_column(
        String(40), info={"field": Field(mark("Número"), width=12, help=mark("Como la cita su acta: Rec. 03/2008."))}
    )
    day: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Fecha"),
                Kind.PARTIAL_DATE,
                width=12,
                help=mark("Día, mes o año; vacío si no se sabe."),
                aliases=("date", "data", "día"),
                bounds=Bounds(happened=Happened.NOTED),
            )
        }
    )
    body_id: Mapped[str | None] = reference(
        "body", Field(mark("Instancia que recomienda"), Kind.REFERENCE, width=28, aliases=("instancia", "body"))
    )
    meeting_id: Mapped[str | None] = reference("meeting", Field(mark("Reunión"), Kind.REFERENCE, width=30))
    study_id: Mapped[str | None] = reference(
        "study", Field(mark("Estudio"), Kind.REFERENCE, width=30, help=mark("El estudio o la consultoría que la hace."))
    )
    text: Mapped[str | None] = mapped_column(
        info={
            "written": mark("Texto en español"),
            "field": Field(mark("Texto"), Kind.LONG_TEXT, width=50, aliases=("texto es", "what it asks")),
        }
    )
    text_pt: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Texto en portugués"), Kind.LONG_TEXT, width=50, aliases=("texto pt",))}
    )
    to_organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo destinatario"), Kind.REFERENCE, width=22), together="addressee"
    )
    to_body_id: Mapped[str | None] = reference(
        "body", Field(mark("Instancia destinataria"), Kind.REFERENCE, width=22), together="addressee"
    )
    to_municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad destinataria"), Kind.REFERENCE, width=22), together="addressee"
    )
    answer: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Respuesta"), Kind.LONG_TEXT, width=40, aliases=("answer", "resposta"))}
    )
    answered_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("Respondida el"), Kind.DATE, width=12, bounds=Bounds(happened=Happened.NOTED, since="day")
            )
        },
    )
    result: Mapped[str | None] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Resultado"), Kind.CHOICE, choices=Answer, width=16, help=mark("Vacío mientras no haya respuesta.")
            )
        },
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    themes: Mapped[list["Theme"]] = relationship(
        secondary=recommendation_theme,
        lazy="raise",
        info={"field": Field(mark("Temas"), Kind.LINKS, width=30, aliases=("themes",))},
    )

    @classmethod
    def ended(cls) -> ColumnElement[bool]:
        """Tell whether it was answered."""
        return cls.result.is_not(None)

    @derived(Field(mark("Destinatario"), width=24), kinds=("organisation", "body", "municipality"))
    @classmethod
    def addressee(cls) -> ColumnElement[str | None]:
        """Return to whom it goes."""
        return func.coalesce(*(title_at(getattr(cls, name)) for name in _ADDRESSEES))

    @classmethod
    def addressee_key(cls) -> ColumnElement[str | None]:
        """Return by what `addressee` is ordered."""
        return func.coalesce(*(title_key_at(getattr(cls, name)) for name in _ADDRESSEES))

    @classmethod
    def addressee_ids(cls) -> ColumnElement[str | None]:
        """Return the key of whom `addressee` names."""
        return func.coalesce(*(getattr(cls, name) for name in _ADDRESSEES))

    @classmethod
    def presided_on(cls) -> ColumnElement[str | None]:
        """Return its day, as far as it is known."""
        return cast(cls.day, String)
