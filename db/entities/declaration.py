"""A declaration or position that the network adopted: to whom it is addressed, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Entity, EntityFacts, link_table, reference
from db.derived import BETWEEN_NAMES, derived
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.links import joined_links
from db.routed import Routed
from db.sorting import sort_index, sort_key
from db.values import PartialDate

if TYPE_CHECKING:
    from db.entities.body import Body
    from db.entities.organisation import Organisation
    from db.entities.theme import Theme


class DeclarationKind(Choice):
    """What the text that was adopted is."""

    DECLARATION = "declaration", mark("Declaración")
    POSITION = "position", mark("Posicionamiento")
    STATEMENT = "statement", mark("Comunicado")
    LETTER = "letter", mark("Carta o manifiesto")
    OTHER = "other", mark("Otro")


declaration_organisation = link_table("declaration", "organisation")
declaration_body = link_table("declaration", "body")
declaration_theme = link_table("declaration", "theme")


class Declaration(Routed):
    """A declaration: by which body, at which meeting, on which day as far as it is known, and its text."""

    __tablename__ = "declaration"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Declaración"),
        many=mark("Declaraciones"),
        named_by=("name",),
        detail=("day", "body_id"),
        columns=("day", "name", "addressees", "outcome", "next_step", "kind", "body_id"),
        dated="day",
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Título"), required=True, width=44, aliases=("title", "titulo", "declaración"))},
    )
    name_key: Mapped[str] = sort_key("name")
    kind: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Tipo"), Kind.CHOICE, choices=DeclarationKind, width=18)}
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
        "body", Field(mark("Instancia que la aprueba"), Kind.REFERENCE, width=28, aliases=("instancia", "body"))
    )
    meeting_id: Mapped[str | None] = reference("meeting", Field(mark("Reunión"), Kind.REFERENCE, width=30))
    languages: Mapped[str | None] = mapped_column(
        String(40), info={"field": Field(mark("Idiomas"), Kind.LANGUAGES, width=14, aliases=("idioma", "language"))}
    )
    text: Mapped[str | None] = mapped_column(info={"field": Field(mark("Texto"), Kind.LONG_TEXT, width=50)})
    outcome: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Qué resultó"),
                Kind.LONG_TEXT,
                width=36,
                help=mark("Lo que respondieron o hicieron los destinatarios."),
                aliases=("outcome", "resultado"),
            )
        }
    )
    web: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    organisations: Mapped[list["Organisation"]] = relationship(
        secondary=declaration_organisation,
        lazy="raise",
        info={"field": Field(mark("Organismos destinatarios"), Kind.LINKS, width=30)},
    )
    bodies: Mapped[list["Body"]] = relationship(
        secondary=declaration_body,
        lazy="raise",
        info={"field": Field(mark("Instancias destinatarias"), Kind.LINKS, width=30)},
    )
    themes: Mapped[list["Theme"]] = relationship(
        secondary=declaration_theme,
        lazy="raise",
        info={"field": Field(mark("Temas"), Kind.LINKS, width=30, aliases=("themes",))},
    )

    @classmethod
    def ended(cls) -> ColumnElement[bool]:
        """Tell whether it is recorded what came of it."""
        return cls.outcome.is_not(None)

    @derived(Field(mark("Destinatarios"), width=30), kinds=("organisation", "body"))
    @classmethod
    def addressees(cls) -> ColumnElement[str | None]:
        """Return to whom it is addressed: organisations, then bodies."""
        return cls._said_of_addressees(lambda there: there.title(), BETWEEN_NAMES)

    @classmethod
    def addressees_key(cls) -> ColumnElement[str | None]:
        """Return by what `addressees` is ordered."""
        return cls._said_of_addressees(lambda there: there.title_key(), BETWEEN_NAMES)

    @classmethod
    def addressees_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `addressees` names, in that order."""
        return cls._said_of_addressees(lambda there: there.id.expression, " ")

    @classmethod
    def _said_of_addressees(
        cls, said: Callable[[type[Entity]], ColumnElement[str]], between: str
    ) -> ColumnElement[str | None]:
        return joined_links(cls, ("organisations", "bodies"), said, between)
