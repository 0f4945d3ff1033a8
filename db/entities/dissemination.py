"""What was published of the work of the network: on which day, by which medium, of which record."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.any_record import any_record
from db.base import Entity, EntityFacts
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.values import PartialDate, RecordKey


class Medium(Choice):
    """By which medium something was made known (line 10 of the plan 2008-2009; domain, 0)."""

    BULLETIN = "bulletin", mark("Boletín")
    WEB = "web", mark("Sitio web")
    MAIL = "mail", mark("Correo electrónico")
    SOCIAL = "social", mark("Redes sociales")
    PRESS = "press", mark("Prensa escrita")
    BROADCAST = "broadcast", mark("Radio o televisión")
    VIDEO = "video", mark("Video")
    PRINT = "print", mark("Impreso")
    CAMPAIGN = "campaign", mark("Campaña")
    OTHER = "other", mark("Otro")


class Dissemination(Entity):
    """One thing that was published: its title, medium, day as far as it is known, languages, and of what it speaks."""

    __tablename__ = "dissemination"
    facts = EntityFacts(
        one=mark("Difusión"),
        many=mark("Difusiones"),
        named_by=("name",),
        detail=("medium", "day"),
        columns=("day", "medium", "name", "record", "languages", "web"),
        dated="day",
        searched=True,
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
    medium: Mapped[str] = mapped_column(
        String(20),
        info={"field": Field(mark("Medio"), Kind.CHOICE, required=True, choices=Medium, width=16, aliases=("medium",))},
    )
    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Título"), required=True, width=50, aliases=("title", "titular", "nombre"))},
    )
    languages: Mapped[str | None] = mapped_column(
        String(40), info={"field": Field(mark("Idiomas"), Kind.LANGUAGES, width=14, aliases=("idioma", "language"))}
    )
    web: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))},
    )
    record: Mapped[RecordKey | None] = any_record(
        Field(mark("Sobre qué"), Kind.RECORD, width=36, help=mark("La ficha de la que habla.")), owned=False
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})
