"""Who is convened to a meeting, or is to come to an activity, and whether they came."""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import EntityFacts, count_filled, reference
from db.fields import Choice, Field, Kind, mark
from db.positions import Ordered, position_column


class AttendanceState(Choice):
    """What became of a convened seat."""

    CONVENED = "convened", mark("Convocada")
    PRESENT = "present", mark("Presente")
    EXCUSED = "excused", mark("Justificada")
    ABSENT = "absent", mark("Ausente")
    REPRESENTED = "represented", mark("Representada")


CAME = (AttendanceState.PRESENT.value, AttendanceState.REPRESENTED.value)
"""The states of a delegation that counts as present."""


class Attendance(Ordered):
    """A city or an organisation at a meeting or an activity, the person who comes for it, or who represents it."""

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint(count_filled("meeting_id", "activity_id") + " = 1", name="one_owner"),
        CheckConstraint(
            count_filled("municipality_id", "organisation_id") + " <= 1",
            name="one_delegation",
        ),
        CheckConstraint(
            "municipality_id IS NOT NULL OR organisation_id IS NOT NULL OR person_id IS NOT NULL",
            name="somebody",
        ),
    )
    facts = EntityFacts(
        one=mark("Asistencia"),
        many=mark("Asistencias"),
        named_by=("municipality_id", "organisation_id", "person_id"),
        state="state",
        columns=("municipality_id", "organisation_id", "person_id", "state", "represented_by"),
        owners=("meeting_id", "activity_id"),
        known_by=("municipality_id", "organisation_id", "person_id", "meeting_id", "activity_id"),
    )
    listed_by = ("meeting_id", "activity_id")

    meeting_id: Mapped[str | None] = reference(
        "meeting", Field(mark("Reunión"), Kind.REFERENCE, width=28), together="owner"
    )
    activity_id: Mapped[str | None] = reference(
        "activity", Field(mark("Actividad"), Kind.REFERENCE, width=28), together="owner"
    )
    seat_id: Mapped[str | None] = reference(
        "seat",
        Field(mark("Integrante"), Kind.REFERENCE, width=20, help=mark("Vacío para quien va como invitado.")),
    )
    position: Mapped[int] = position_column()
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad"), Kind.REFERENCE, width=22), together="delegation"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo"), Kind.REFERENCE, width=22), together="delegation"
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona"), Kind.REFERENCE, width=24), together="delegation"
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=AttendanceState.CONVENED.value,
        info={"field": Field(mark("Asistencia"), Kind.CHOICE, required=True, choices=AttendanceState, width=14)},
    )
    represented_by: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Representada por"), width=24, help=mark("Persona o ciudad que la representa."), personal=True
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(String(300), info={"field": Field(mark("Notas"), width=24)})
