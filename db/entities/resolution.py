"""A resolution that a meeting adopted, and what became of it."""

from datetime import date

from sqlalchemy import ColumnElement, Date, String, case, exists, func, literal
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Due, EntityFacts, Met, beginning_of, reference
from db.entities.commitment import Commitment, CommitmentState
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.owed import Owed
from db.positions import Ordered, position_column


class ResolutionState(Choice):
    """Where the follow-up of a resolution stands; open and in progress are carried to the next meeting."""

    OPEN = "open", mark("Pendiente")
    IN_PROGRESS = "in_progress", mark("En curso")
    DONE = "done", mark("Cumplida")
    DROPPED = "dropped", mark("Sin efecto")


UNFINISHED = (ResolutionState.OPEN.value, ResolutionState.IN_PROGRESS.value)
"""The states in which a resolution is carried to the follow-up of the next meeting."""


class Resolution(Owed, Ordered):
    """A decision: its number as the minutes cite it ("Inciso 3"), its text, who answers for it, and by when."""

    __tablename__ = "resolution"
    facts = EntityFacts(
        one=mark("Resolución"),
        many=mark("Resoluciones"),
        named_by=("text", "number"),
        detail=("meeting_id",),
        state="state",
        columns=("number", "text", "meeting_id", "responsible", "due_on", "state", "overdue"),
        dated="closed_on",
        searched=True,
        due=Due(
            day="due_alone",
            text="title",
            who="responsible",
            done="finished",
            met=Met(day="closed_on", state=ResolutionState.DONE.value),
        ),
    )
    listed_by = ("meeting_id",)
    answered_by = ("municipality_id", "body_id", "person_id")

    meeting_id: Mapped[str] = reference(
        "meeting",
        Field(mark("Reunión"), Kind.REFERENCE, required=True, width=30),
        required=True,
    )
    agenda_item_id: Mapped[str | None] = reference(
        "agenda_item",
        Field(mark("Punto del orden del día"), Kind.REFERENCE, width=24),
    )
    position: Mapped[int] = position_column()
    number: Mapped[str | None] = mapped_column(
        String(40),
        info={"field": Field(mark("Número"), width=10, help=mark("Como la cita el acta: Inciso 3, Res. 02/2009."))},
    )
    text: Mapped[str] = mapped_column(
        info={"field": Field(mark("Texto"), Kind.LONG_TEXT, required=True, width=60)},
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad responsable"), Kind.REFERENCE, width=20, aliases=("city responsible",))
    )
    body_id: Mapped[str | None] = reference(
        "body", Field(mark("Instancia responsable"), Kind.REFERENCE, width=20, aliases=("body responsible",))
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona responsable"), Kind.REFERENCE, width=22, aliases=("person responsible",))
    )
    due_on: Mapped[date | None] = mapped_column(
        Date,
        index=True,
        info={"field": Field(mark("Vence el"), Kind.DATE, width=12)},
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=ResolutionState.OPEN.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=ResolutionState, width=12, aliases=("estado",)
            )
        },
    )
    closed_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("Cumplida el"),
                Kind.DATE,
                width=12,
                aliases=("fulfilled on",),
                bounds=Bounds(happened=Happened.COUNTED),
            )
        },
    )
    progress: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Avance"), Kind.LONG_TEXT, width=36, help=mark("Qué se hizo y qué falta."))},
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a resolution by its number and the beginning of its text."""
        return func.concat(cls.number + literal(" · "), beginning_of(cls.text))

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do."""
        return cls.state.not_in(UNFINISHED)

    @classmethod
    def due_alone(cls) -> ColumnElement[date | None]:
        """Return the day on which it is due itself: none where commitments say who does what by when.

        A commitment without a day, or without effect, says it of nothing.
        """
        owed = Commitment.__table__.columns
        stands = owed.due_on.is_not(None), owed.state != CommitmentState.DROPPED.value
        of_it = owed.record_entity == cls.__tablename__, owed.record_id == cls.id
        return case((exists().where(*of_it, *stands).correlate(cls), None), else_=cls.due_on)
