"""A note of the log: what was said, with whom, on what, and what comes next."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Date, String, func
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.any_record import any_record
from db.base import Due, Entity, EntityFacts, Met, beginning_of, link_table
from db.derived import derived
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.links import joined_links
from db.values import RecordKey

if TYPE_CHECKING:
    from db.entities.municipality import Municipality
    from db.entities.organisation import Organisation
    from db.entities.person import Person


class InteractionKind(Choice):
    """How people were in touch."""

    CALL = "call", mark("Llamada")
    EMAIL = "email", mark("Correo electrónico")
    MESSAGE = "message", mark("Mensaje")
    LETTER = "letter", mark("Nota o carta")
    VISIT = "visit", mark("Visita")
    MEETING = "meeting", mark("Reunión")
    OTHER = "other", mark("Otra")


class Direction(Choice):
    """Who began."""

    OUT = "out", mark("De la oficina")
    IN = "in", mark("Hacia la oficina")


interaction_person = link_table("interaction", "person")
interaction_municipality = link_table("interaction", "municipality")
interaction_organisation = link_table("interaction", "organisation")


class Interaction(Entity):
    """A note: its day, how, with which people, cities and organisations, about which record, and the next step."""

    __tablename__ = "interaction"
    facts = EntityFacts(
        one=mark("Anotación"),
        many=mark("Anotaciones"),
        named_by=("text",),
        detail=("day",),
        columns=("day", "with_whom", "text", "kind", "next_step", "next_on"),
        dated="day",
        searched=True,
        due=Due(day="next_on", text="next_said", who="with_whom", done="followed", met=Met(day="next_done_on")),
    )

    day: Mapped[date] = mapped_column(
        Date,
        index=True,
        info={
            "field": Field(
                mark("Día"),
                Kind.DATE,
                required=True,
                width=12,
                aliases=("fecha",),
                bounds=Bounds(happened=Happened.NOTED),
            )
        },
    )
    at: Mapped[str | None] = mapped_column(String(5), info={"field": Field(mark("Hora"), Kind.TIME, width=8)})
    kind: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Medio"), Kind.CHOICE, choices=InteractionKind, width=14)}
    )
    direction: Mapped[str | None] = mapped_column(
        String(10), info={"field": Field(mark("Sentido"), Kind.CHOICE, choices=Direction, width=14)}
    )
    subject: Mapped[RecordKey | None] = any_record(
        Field(mark("Sobre qué"), Kind.RECORD, width=30, help=mark("La ficha de la que se habló.")), owned=False
    )
    text: Mapped[str] = mapped_column(
        info={"field": Field(mark("Qué se habló"), Kind.LONG_TEXT, required=True, width=60, aliases=("texto",))}
    )
    next_step: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Qué sigue"), width=36, aliases=("próximo paso",))}
    )
    next_on: Mapped[date | None] = mapped_column(
        Date,
        index=True,
        info={"field": Field(mark("Para el"), Kind.DATE, width=12, aliases=("vence el",), bounds=Bounds(since="day"))},
    )
    next_done_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(mark("Hecho el"), Kind.DATE, width=12, bounds=Bounds(happened=Happened.COUNTED, since="day"))
        },
    )

    people: Mapped[list["Person"]] = relationship(
        secondary=interaction_person, lazy="raise", info={"field": Field(mark("Personas"), Kind.LINKS, width=28)}
    )
    municipalities: Mapped[list["Municipality"]] = relationship(
        secondary=interaction_municipality, lazy="raise", info={"field": Field(mark("Ciudades"), Kind.LINKS, width=24)}
    )
    organisations: Mapped[list["Organisation"]] = relationship(
        secondary=interaction_organisation,
        lazy="raise",
        info={"field": Field(mark("Organismos"), Kind.LINKS, width=24)},
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a note by the beginning of its text."""
        return beginning_of(cls.text)

    @derived(Field(mark("Con quién"), width=30, personal=True), kinds=("person", "municipality", "organisation"))
    @classmethod
    def with_whom(cls) -> ColumnElement[str | None]:
        """Return the people, cities and organisations that the note names."""
        return cls._said_of_named(lambda there: there.title(), " · ")

    @classmethod
    def with_whom_key(cls) -> ColumnElement[str | None]:
        """Return by what `with_whom` is ordered."""
        return cls._said_of_named(lambda there: there.title_key(), " · ")

    @classmethod
    def with_whom_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `with_whom` names, in that order."""
        return cls._said_of_named(lambda there: there.id.expression, " ")

    @classmethod
    def _said_of_named(
        cls, said: Callable[[type[Entity]], ColumnElement[str]], between: str
    ) -> ColumnElement[str | None]:
        return joined_links(cls, ("people", "municipalities", "organisations"), said, between)

    @classmethod
    def next_said(cls) -> ColumnElement[str]:
        """Return what is to be done next: without words of its own, what was spoken of."""
        return func.coalesce(cls.next_step, cls.title())

    @classmethod
    def followed(cls) -> ColumnElement[bool]:
        """Tell whether the next step was taken."""
        return cls.next_done_on.is_not(None)
