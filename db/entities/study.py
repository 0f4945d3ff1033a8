"""A study or a consultancy: who makes it on which terms, when it is due, and what it costs."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ColumnElement, String, and_, func, not_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Due, EntityFacts, Met, count_filled, link_table, reference, title_at, title_key_at
from db.derived import derived
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.money import money
from db.owed import Ending
from db.sorting import sort_index, sort_key
from db.spans import ended_before, today
from db.values import Money, PartialDate

if TYPE_CHECKING:
    from db.entities.theme import Theme


class StudyKind(Choice):
    """What a study is (line 6 of the plan 2008-2009; domain, 0)."""

    STUDY = "study", mark("Estudio o diagnóstico")
    CONSULTANCY = "consultancy", mark("Consultoría")
    SURVEY = "survey", mark("Consulta o relevamiento")
    SYSTEMATISATION = "systematisation", mark("Sistematización")
    OBSERVATORY = "observatory", mark("Observatorio")
    GUIDE = "guide", mark("Guía o plan")
    BOOK = "book", mark("Libro o publicación")
    OTHER = "other", mark("Otro")


study_theme = link_table("study", "theme")


class Study(Ending):
    """A study, whose recommendations are records of their own that say from which study they come."""

    __tablename__ = "study"
    __table_args__ = (
        sort_index("name_key"),
        CheckConstraint(count_filled("organisation_id", "person_id") + " <= 1", name="one_author"),
    )
    facts = EntityFacts(
        one=mark("Estudio"),
        many=mark("Estudios"),
        named_by=("name",),
        detail=("kind", "delivered_on"),
        columns=("name", "kind", "author", "due_on", "delivered_on", "themes"),
        dated="delivered_on",
        searched=True,
        due=Due(day="due_on", text="name", who="author", done="finished", met=Met(day="delivered_on")),
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Título"), required=True, width=44, aliases=("title", "titulo", "estudo"))},
    )
    name_key: Mapped[str] = sort_key("name")
    kind: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Tipo"), Kind.CHOICE, choices=StudyKind, width=20)}
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo autor"), Kind.REFERENCE, width=24), together="author"
    )
    person_id: Mapped[str | None] = reference(
        "person", Field(mark("Persona autora"), Kind.REFERENCE, width=24), together="author"
    )
    terms: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Términos de referencia"), Kind.LONG_TEXT, width=44, help=mark("Qué se pide y con qué alcance.")
            )
        }
    )
    cost: Mapped[Money | None] = money(Field(mark("Costo"), Kind.MONEY, width=16, bounds=Bounds(least=0)))
    ordered_on: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Encargado el"), Kind.PARTIAL_DATE, width=12, bounds=Bounds(happened=Happened.NOTED))}
    )
    due_on: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Se entrega el"), Kind.PARTIAL_DATE, width=12, aliases=("due on", "plazo"))}
    )
    delivered_on: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Entregado el"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("year", "año"),
                bounds=Bounds(happened=Happened.COUNTED),
            )
        }
    )
    web: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    themes: Mapped[list["Theme"]] = relationship(
        secondary=study_theme,
        lazy="raise",
        info={"field": Field(mark("Temas"), Kind.LINKS, width=30, aliases=("themes",))},
    )

    @derived(Field(mark("Autoría"), width=26), kinds=("organisation", "person"))
    @classmethod
    def author(cls) -> ColumnElement[str | None]:
        """Return who makes it."""
        return func.coalesce(title_at(cls.organisation_id), title_at(cls.person_id))

    @classmethod
    def author_key(cls) -> ColumnElement[str | None]:
        """Return by what `author` is ordered."""
        return func.coalesce(title_key_at(cls.organisation_id), title_key_at(cls.person_id))

    @classmethod
    def author_ids(cls) -> ColumnElement[str | None]:
        """Return the key of whom `author` names."""
        return func.coalesce(cls.organisation_id, cls.person_id)

    @derived(Field(mark("Atrasado"), Kind.BOOLEAN, width=8))
    @classmethod
    def is_overdue(cls) -> ColumnElement[bool]:
        """Tell whether it was due before today, a day that is known in part by its last, and is not delivered."""
        return and_(not_(cls.finished()), ended_before(cls.due_on, today()))

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether it was delivered, after which nothing is left to do."""
        return cls.delivered_on.is_not(None)
