"""An activity of the agenda: a seminar, a fair, a course; what is open to cities beside the meetings of the bodies."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Date, String, case, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Due, Entity, EntityFacts, link_table, reference
from db.derived import derived
from db.entities.attendance import CAME, Attendance
from db.entities.dissemination import Dissemination
from db.fields import Choice, Field, Kind, mark
from db.sorting import sort_index, sort_key

if TYPE_CHECKING:
    from db.entities.body import Body
    from db.entities.municipality import Municipality
    from db.entities.organisation import Organisation


class ActivityKind(Choice):
    """What an activity is."""

    GATHERING = "gathering", mark("Encuentro")
    SEMINAR = "seminar", mark("Seminario o taller")
    COURSE = "course", mark("Curso o capacitación")
    FAIR = "fair", mark("Feria, festival o muestra")
    CAMPAIGN = "campaign", mark("Campaña")
    CALL = "call", mark("Llamado")
    VISIT = "visit", mark("Visita o pasantía")
    OTHER = "other", mark("Otra")


class ActivityState(Choice):
    """Whether an activity takes place: the three states that an event has in a calendar (RFC 5545, 3.8.1.11)."""

    TENTATIVE = "tentative", mark("Por confirmar")
    CONFIRMED = "confirmed", mark("Confirmada", "activity")
    CANCELLED = "cancelled", mark("Suspendida", "activity")


class TimeZone(Choice):
    """The zones of the hours of an activity, by their names in the database of time zones of IANA.

    Those of the countries of the network and of its nearest partners.
    """

    BUENOS_AIRES = "America/Argentina/Buenos_Aires", mark("Argentina")
    LA_PAZ = "America/La_Paz", mark("Bolivia")
    SAO_PAULO = "America/Sao_Paulo", mark("Brasil, Brasilia")
    MANAUS = "America/Manaus", mark("Brasil, Manaos")
    RIO_BRANCO = "America/Rio_Branco", mark("Brasil, Río Branco")
    SANTIAGO = "America/Santiago", mark("Chile")
    BOGOTA = "America/Bogota", mark("Colombia")
    GUAYAQUIL = "America/Guayaquil", mark("Ecuador")
    MADRID = "Europe/Madrid", mark("España")
    PARIS = "Europe/Paris", mark("Francia")
    ROME = "Europe/Rome", mark("Italia")
    MEXICO_CITY = "America/Mexico_City", mark("México, Ciudad de México")
    ASUNCION = "America/Asuncion", mark("Paraguay")
    LIMA = "America/Lima", mark("Perú")
    LISBON = "Europe/Lisbon", mark("Portugal")
    MONTEVIDEO = "America/Montevideo", mark("Uruguay")
    CARACAS = "America/Caracas", mark("Venezuela")
    UTC = "UTC", mark("UTC, hora universal")


activity_body = link_table("activity", "body")
activity_municipality = link_table("activity", "municipality")
activity_organisation = link_table("activity", "organisation")


class Activity(Entity):
    """An activity: when and where, who organises it, who may come until when, and what the host pays.

    Its hours are those of its time zone; without one they are those of the place (RFC 5545, 3.3.5, form 1). `uid` is
    what calendars know it by: the key of the record unless it came from another calendar.
    """

    __tablename__ = "activity"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Actividad"),
        many=mark("Actividades"),
        named_by=("name",),
        detail=("starts_on",),
        state="state",
        columns=("starts_on", "starts_at", "name", "kind", "municipality_id", "units", "deadline", "state"),
        dated="starts_on",
        searched=True,
        due=Due(day="enrols_until", text="name", who="municipality_id", done="is_off", lapses=True),
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Actividad"), required=True, width=44, aliases=("título", "title", "evento", "event", "atividade")
            )
        },
    )
    name_key: Mapped[str] = sort_key("name")
    kind: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Tipo"), Kind.CHOICE, choices=ActivityKind, width=18)}
    )
    starts_on: Mapped[date | None] = mapped_column(
        Date,
        index=True,
        info={"field": Field(mark("Fecha"), Kind.DATE, width=12, aliases=("comienza el", "date start", "desde"))},
    )
    ends_on: Mapped[date | None] = mapped_column(
        Date, info={"field": Field(mark("Último día"), Kind.DATE, width=12, aliases=("date end", "hasta"))}
    )
    starts_at: Mapped[str | None] = mapped_column(
        String(5), info={"field": Field(mark("Desde la hora"), Kind.TIME, width=8, aliases=("hora",))}
    )
    ends_at: Mapped[str | None] = mapped_column(
        String(5), info={"field": Field(mark("Hasta la hora"), Kind.TIME, width=8)}
    )
    time_zone: Mapped[str | None] = mapped_column(
        String(40),
        info={
            "field": Field(
                mark("Hora de"),
                Kind.CHOICE,
                choices=TimeZone,
                width=16,
                help=mark("Vacía si es la hora del lugar."),
                aliases=("zona horaria", "time zone", "fuso horário"),
            )
        },
    )
    place: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Lugar"), width=28, help=mark("Sala, edificio y dirección."))}
    )
    web: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Enlace"),
                Kind.WEB,
                width=24,
                help=mark("Donde se entra, si es a distancia, o donde se informa."),
                aliases=("link", "url"),
            )
        },
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad sede"), Kind.REFERENCE, width=22)
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=ActivityState.TENTATIVE.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=ActivityState, width=14, aliases=("estado",)
            )
        },
    )
    who_may_come: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Quiénes pueden participar"), width=30)}
    )
    deadline: Mapped[date | None] = mapped_column(
        Date, index=True, info={"field": Field(mark("Inscripción hasta"), Kind.DATE, width=12)}
    )
    host_pays: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Qué cubre la sede"), width=30, help=mark("Por ejemplo: alojamiento y comidas de dos personas.")
            )
        },
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona de contacto"), Kind.REFERENCE, width=22, aliases=("contacto",))
    )
    line_id: Mapped[str | None] = reference("plan_line", Field(mark("Línea de acción"), Kind.REFERENCE, width=28))
    notes: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40, aliases=("descripción", "description"))}
    )
    uid: Mapped[str | None] = mapped_column(
        String(255),
        index=True,
        info={"field": Field(mark("Identificador en calendarios"), width=24, aliases=("uid",))},
    )

    units: Mapped[list["Body"]] = relationship(
        secondary=activity_body,
        lazy="raise",
        info={"field": Field(mark("Instancias que organizan"), Kind.LINKS, width=30, aliases=("unidades", "units"))},
    )
    municipalities: Mapped[list["Municipality"]] = relationship(
        secondary=activity_municipality,
        lazy="raise",
        info={"field": Field(mark("Ciudades que organizan"), Kind.LINKS, width=26)},
    )
    organisations: Mapped[list["Organisation"]] = relationship(
        secondary=activity_organisation,
        lazy="raise",
        info={"field": Field(mark("Organismos que organizan"), Kind.LINKS, width=26)},
    )
    attendances: Mapped[list[Attendance]] = relationship(
        lazy="raise",
        order_by="(Attendance.position, Attendance.id)",
        info={"part": True},
    )

    @derived(Field(mark("Presentes"), Kind.INTEGER, width=10))
    @classmethod
    def present(cls) -> ColumnElement[int]:
        """Return how many came or were represented."""
        return (
            select(func.count())
            .select_from(Attendance)
            .where(Attendance.activity_id == cls.id, Attendance.state.in_(CAME))
            .correlate(cls)
            .scalar_subquery()
        )

    @derived(Field(mark("Difusiones"), Kind.INTEGER, width=10))
    @classmethod
    def dissemination_count(cls) -> ColumnElement[int]:
        """Return how many times the log of dissemination speaks of it."""
        told = Dissemination.__table__.columns
        return (
            select(func.count())
            .select_from(Dissemination)
            .where(told.record_entity == cls.__tablename__, told.record_id == cls.id)
            .correlate(cls)
            .scalar_subquery()
        )

    @classmethod
    def is_off(cls) -> ColumnElement[bool]:
        """Tell whether it does not take place."""
        return cls.state == ActivityState.CANCELLED.value

    @classmethod
    def enrols_until(cls) -> ColumnElement[date | None]:
        """Return until when one may enrol, which is nobody's concern where it does not take place."""
        return case((cls.is_off(), None), else_=cls.deadline)
