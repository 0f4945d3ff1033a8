"""A resolution that a meeting adopted, and what became of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, case, func, literal, not_
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column

from db.base import Due, EntityFacts, reference, title_at, title_key_at
from db.derived import derived
from db.fields import Choice, Field, Kind, mark
from db.positions import Ordered, position_column
from db.spans import whole_today


class ResolutionState(Choice):
    """Where the follow-up of a resolution stands; open and in progress are carried to the next meeting."""

    OPEN = "open", mark("Pendiente")
    IN_PROGRESS = "in_progress", mark("En curso")
    DONE = "done", mark("Cumplida")
    DROPPED = "dropped", mark("Sin efecto")


UNFINISHED = (ResolutionState.OPEN.value, ResolutionState.IN_PROGRESS.value)
"""The states in which a resolution is carried to the follow-up of the next meeting."""


LONGEST_TITLE = 80
"""Letters of the text by which a resolution is called."""


class Resolution(Ordered):
    """A decision: its number as the minutes cite it ("Inciso 3"), its text, who answers for it, and by when."""

    __tablename__ = "resolution"
    facts = EntityFacts(
        one=mark("Resolución"),
        many=mark("Resoluciones"),
        named_by=("text", "number"),
        detail=("meeting_id",),
        state="state",
        columns=("number", "text", "meeting_id", "responsible", "due_on", "state", "overdue"),
        searched=True,
        imported=True,
        due=Due(day="due_on", text="title", who="responsible", done="finished"),
    )
    listed_by = ("meeting_id",)

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
        info={"field": Field(mark("Cumplida el"), Kind.DATE, width=12, aliases=("fulfilled on",))},
    )
    progress: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Avance"), Kind.LONG_TEXT, width=36, help=mark("Qué se hizo y qué falta."))},
    )

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a resolution by its number and the beginning of its text."""
        begin = func.concat(func.substr(cls.text, 1, LONGEST_TITLE - 1), literal("…"))
        text = case((func.length(cls.text) > LONGEST_TITLE, begin), else_=cls.text)
        return func.concat(cls.number + literal(" · "), text)

    @derived(Field(mark("Responsable"), width=24), kinds=("municipality", "body", "person"))
    @classmethod
    def responsible(cls) -> ColumnElement[str | None]:
        """Return who answers for it: the city, the body and the person, as far as they are said."""
        return cls._said_of_responsible(title_at)

    @classmethod
    def responsible_key(cls) -> ColumnElement[str | None]:
        """Return by what `responsible` is ordered."""
        return cls._said_of_responsible(title_key_at)

    @classmethod
    def responsible_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `responsible` names, in that order."""
        return func.concat_ws(" ", cls.municipality_id, cls.body_id, cls.person_id, type_=String)

    @classmethod
    def _said_of_responsible(
        cls, said: Callable[[InstrumentedAttribute[Any]], ColumnElement[str]]
    ) -> ColumnElement[str | None]:
        names = map(said, (cls.municipality_id, cls.body_id, cls.person_id))
        return func.nullif(func.concat_ws(" · ", *names), "", type_=String)

    @derived(Field(mark("Atrasada"), Kind.BOOLEAN, width=8))
    @classmethod
    def overdue(cls) -> ColumnElement[bool]:
        """Tell whether it is overdue today."""
        return cls.overdue_on(whole_today())

    @classmethod
    def overdue_on(cls, day: ColumnElement[date]) -> ColumnElement[bool]:
        """Tell whether it was due before `day` and is not finished."""
        return and_(not_(cls.finished()), cls.due_on.is_not(None), cls.due_on < day)

    @classmethod
    def finished(cls) -> ColumnElement[bool]:
        """Tell whether nothing is left to do."""
        return cls.state.not_in(UNFINISHED)
