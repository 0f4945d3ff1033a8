"""An item of the agenda of a meeting, and what the minutes say of it."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts, reference
from db.fields import Bounds, Field, Kind, mark
from db.positions import Ordered, position_column


class AgendaItem(Ordered):
    """An item: when, how long, who presents it, and its minutes."""

    __tablename__ = "agenda_item"
    facts = EntityFacts(
        one=mark("Punto del orden del día"),
        many=mark("Puntos del orden del día"),
        named_by=("name",),
        detail=("meeting_id",),
        columns=("order", "starts_at", "duration", "name", "person_id", "presenter"),
        owners=("meeting_id",),
        searched=True,
        known_by=("name", "meeting_id"),
    )
    listed_by = ("meeting_id",)

    meeting_id: Mapped[str] = reference(
        "meeting",
        Field(mark("Reunión"), Kind.REFERENCE, required=True, width=28),
        required=True,
    )
    position: Mapped[int] = position_column()
    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Tema", "agenda item"),
                required=True,
                width=40,
                aliases=("topic", "punto", "asunto", "assunto", "item"),
            )
        },
    )
    starts_at: Mapped[str | None] = mapped_column(String(5), info={"field": Field(mark("Hora"), Kind.TIME, width=8)})
    duration: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Duración (min)"),
                Kind.INTEGER,
                width=8,
                help=mark("Cuánto se prevé que dure."),
                bounds=Bounds(least=1),
                aliases=("minutos", "minutes", "min", "duración", "duração"),
            ),
        },
    )
    person_id: Mapped[str | None] = reference(
        "person",
        Field(
            mark("Presenta"),
            Kind.REFERENCE,
            width=24,
            aliases=("quién presenta", "expone", "a cargo de", "quem apresenta", "presenter", "speaker"),
        ),
    )
    presenter: Mapped[str | None] = mapped_column(
        String(200),
        info={"field": Field(mark("Presenta (otro)"), width=24, help=mark("Si no es una persona de los contactos."))},
    )
    description: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Antecedentes"), Kind.LONG_TEXT, width=40)},
    )
    minutes: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Acta del punto"), Kind.LONG_TEXT, width=40, help=mark("Lo tratado y lo acordado."))},
    )
