"""A commitment: what somebody has taken on to do by a day, about any record."""

from datetime import date

from sqlalchemy import CheckConstraint, ColumnElement, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from db.any_record import any_record
from db.base import Due, EntityFacts, Met, beginning_of, count_filled, reference
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.owed import Owed
from db.values import RecordKey


class CommitmentState(Choice):
    """Where a commitment stands."""

    OPEN = "open", mark("Pendiente")
    MET = "met", mark("Cumplido")
    DROPPED = "dropped", mark("Sin efecto")


class Commitment(Owed):
    """What one city, organisation, body or person owes, to which record it belongs, and by when."""

    __tablename__ = "commitment"
    __table_args__ = (
        CheckConstraint(
            count_filled("municipality_id", "organisation_id", "body_id", "person_id") + " <= 1",
            name="one_responsible",
        ),
    )
    facts = EntityFacts(
        one=mark("Compromiso"),
        many=mark("Compromisos"),
        named_by=("text",),
        detail=("responsible", "due_on"),
        state="state",
        columns=("text", "record", "responsible", "due_on", "state", "overdue"),
        dated="met_on",
        searched=True,
        due=Due(
            day="due_on",
            text="title",
            who="responsible",
            done="finished",
            met=Met(day="met_on", state=CommitmentState.MET.value),
        ),
        known_by=("text", "record"),
    )
    answered_by = ("municipality_id", "organisation_id", "body_id", "person_id")

    record: Mapped[RecordKey] = any_record(
        Field(mark("De qué ficha"), Kind.RECORD, required=True, width=30), owned=True
    )
    text: Mapped[str] = mapped_column(
        info={"field": Field(mark("Compromiso"), Kind.LONG_TEXT, required=True, width=50, aliases=("commitment",))}
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad responsable"), Kind.REFERENCE, width=20), together="responsible"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo responsable"), Kind.REFERENCE, width=20), together="responsible"
    )
    body_id: Mapped[str | None] = reference(
        "body", Field(mark("Instancia responsable"), Kind.REFERENCE, width=20), together="responsible"
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona responsable"), Kind.REFERENCE, width=22), together="responsible"
    )
    due_on: Mapped[date | None] = mapped_column(
        Date, index=True, info={"field": Field(mark("Vence el"), Kind.DATE, width=12)}
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=CommitmentState.OPEN.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=CommitmentState, width=12, aliases=("estado",)
            )
        },
    )
    met_on: Mapped[date | None] = mapped_column(
        Date, info={"field": Field(mark("Cumplido el"), Kind.DATE, width=12, bounds=Bounds(happened=Happened.COUNTED))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a commitment by the beginning of its text."""
        return beginning_of(cls.text)

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do."""
        return cls.state != CommitmentState.OPEN.value
