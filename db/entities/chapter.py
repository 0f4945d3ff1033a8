"""A chapter of the informe de gestión of a term that no record tells: written by hand, once for each language."""

from sqlalchemy import ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference, title_at, title_key_at
from db.fields import Field, Kind, mark
from db.papers import ChapterKind


class Chapter(Entity):
    """The prose of one chapter in one language, as it is printed; its figures are derived and stand in no text."""

    __tablename__ = "chapter"
    facts = EntityFacts(
        one=mark("Capítulo"),
        many=mark("Capítulos"),
        named_by=("period_id",),
        detail=("chapter", "language"),
        columns=("period_id", "chapter", "language", "text"),
        owners=("period_id",),
        known_by=("period_id", "chapter", "language"),
        searched=True,
        ranked_by="chapter",
    )

    period_id: Mapped[str] = reference(
        "period", Field(mark("Gestión"), Kind.REFERENCE, required=True, width=14), required=True
    )
    chapter: Mapped[str] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Capítulo"),
                Kind.CHOICE,
                required=True,
                choices=ChapterKind,
                width=28,
                aliases=("chapter", "capítulo"),
            )
        },
    )
    language: Mapped[str] = mapped_column(
        String(40),
        info={"field": Field(mark("Idioma"), Kind.LANGUAGE, required=True, width=12, aliases=("language", "língua"))},
    )
    text: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Texto"),
                Kind.LONG_TEXT,
                width=60,
                help=mark("Tal como se imprime; una línea en blanco separa los párrafos."),
                aliases=("text",),
            )
        }
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a chapter by its term."""
        return title_at(cls.period_id)

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order chapters by their terms."""
        return title_key_at(cls.period_id)
