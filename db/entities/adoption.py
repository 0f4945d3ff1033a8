"""An adoption: a city takes over a practice of another, step by step."""

from typing import Any

from sqlalchemy import CheckConstraint, ColumnElement, String, case, exists, func, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.base import EntityFacts, count_filled, entity_of, reference, title_at, title_key_at
from db.derived import derived
from db.entities.stage import Route, Stage
from db.exchange import AdoptionState
from db.fields import Bounds, Field, Happened, Kind, mark
from db.routed import Routed
from db.sorting import folded_by_engine
from db.values import PartialDate

PRACTICE_AND_CITY = " – "
"""What stands between the experience and the city by which an adoption is called."""


class Adoption(Routed):
    """What becomes of an experience in another city: asked, contacted, visited, adapted, in use, or dropped.

    The city that gives need be no member: one without a record has its name alone. How far it has come its steps say.
    """

    __tablename__ = "adoption"
    __table_args__ = (CheckConstraint(count_filled("giver_id", "giver_name") + " <= 1", name="one_giver"),)
    facts = EntityFacts(
        one=mark("Adopción"),
        many=mark("Adopciones"),
        named_by=("experience_id", "municipality_id"),
        detail=("giver",),
        state="adoption_state",
        columns=("experience_id", "giver", "municipality_id", "adoption_state", "reached", "next_step", "waiting_days"),
        searched=True,
    )

    experience_id: Mapped[str] = reference(
        "experience",
        Field(mark("Experiencia"), Kind.REFERENCE, required=True, width=36, aliases=("experience", "practice")),
        required=True,
    )
    giver_id: Mapped[str | None] = reference(
        "municipality",
        Field(mark("Ciudad que la da"), Kind.REFERENCE, width=24, aliases=("from city", "giving city")),
        together="giver",
    )
    giver_name: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "together": "giver",
            "field": Field(
                mark("Otra ciudad que la da"), width=24, help=mark("De la que no hay ficha, por ejemplo de otro país.")
            ),
        },
    )
    municipality_id: Mapped[str] = reference(
        "municipality",
        Field(
            mark("Ciudad que la adopta"),
            Kind.REFERENCE,
            required=True,
            width=24,
            aliases=("to city", "taking city", "city"),
        ),
        required=True,
    )
    need_id: Mapped[str | None] = reference(
        "need", Field(mark("Demanda"), Kind.REFERENCE, width=30, help=mark("De qué demanda viene."))
    )
    changed: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Qué se adaptó"), Kind.LONG_TEXT, width=40, aliases=("adapted", "o que mudou"))}
    )
    dropped_on: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Abandonada el"),
                Kind.PARTIAL_DATE,
                width=12,
                help=mark("Si no sigue: cuándo se dejó."),
                bounds=Bounds(happened=Happened.COUNTED),
            )
        }
    )
    dropped_why: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Por qué se dejó"), width=30)}
    )
    source: Mapped[str | None] = mapped_column(
        String(500), info={"field": Field(mark("Fuente"), width=30, aliases=("source", "fonte", "fuente"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @classmethod
    def ended(cls) -> ColumnElement[bool]:
        """Tell whether nothing more is waited for: the practice is in use, or was dropped."""
        return or_(cls.dropped_on.is_not(None), cls._is_in_use())

    @derived(Field(mark("Quién la da"), width=24), kinds=("municipality",))
    @classmethod
    def giver(cls) -> ColumnElement[str | None]:
        """Return the city that gives, by the name of its record or by its own."""
        return func.coalesce(title_at(cls.giver_id), cls.giver_name)

    @classmethod
    def giver_key(cls) -> ColumnElement[str | None]:
        """Return by what `giver` is ordered."""
        return func.coalesce(title_key_at(cls.giver_id), folded_by_engine(cls.giver_name.expression))

    @classmethod
    def giver_ids(cls) -> ColumnElement[str | None]:
        """Return the key of the city that `giver` names, if it has a record."""
        return cls.giver_id.expression

    @derived(Field(mark("Situación"), Kind.CHOICE, choices=AdoptionState, width=14))
    @classmethod
    def adoption_state(cls) -> ColumnElement[str]:
        """Return how far it has come, as its steps say."""
        return case(
            (cls.dropped_on.is_not(None), AdoptionState.DROPPED.value),
            (cls._is_in_use(), AdoptionState.IN_USE.value),
            (exists().where(*cls._done()).correlate(cls), AdoptionState.UNDERWAY.value),
            else_=AdoptionState.AHEAD.value,
        )

    @derived(Field(mark("Hasta dónde llegó"), width=22, help=mark("El último paso de la cadena que se dio.")))
    @classmethod
    def reached(cls) -> ColumnElement[str | None]:
        """Return what the furthest step that was done is called; sources often give it without its day."""
        step = _step()
        furthest = select(step.called()).where(*cls._done()).order_by(step.position.desc(), step.id.desc()).limit(1)
        return furthest.correlate(cls).scalar_subquery()

    @classmethod
    def _done(cls) -> tuple[ColumnElement[bool], ...]:
        step = _step()
        steps = step.__table__.columns
        return steps.record_entity == cls.__tablename__, steps.record_id == cls.id, step.is_done()

    @classmethod
    def _is_in_use(cls) -> ColumnElement[bool]:
        """Tell whether the step of the last stage of the route was done."""
        return exists().where(*cls._done(), is_of_last_stage(_step())).correlate(cls)

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know an adoption by its experience and the city that takes it over."""
        return func.concat(title_at(cls.experience_id), PRACTICE_AND_CITY, title_at(cls.municipality_id))

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order adoptions by the experience, then by the city."""
        return func.concat(title_key_at(cls.experience_id), " ", title_key_at(cls.municipality_id))


def is_of_last_stage(step: Any) -> ColumnElement[bool]:  # noqa: ANN401  as below
    """Tell whether a step is that of the last stage of the adoptions, also one that is known by its name."""
    last, other = aliased(Stage), aliased(Stage)
    further = exists().where(other.route == Route.ADOPTION.value, other.position > last.position)
    named = or_(*(each == step.name for each in (last.name, last.name_pt, last.name_en)))
    is_last = last.route == Route.ADOPTION.value, ~further.correlate(last)
    return exists().where(*is_last, or_(step.stage_id == last.id, named)).correlate(step)


def _step() -> Any:  # noqa: ANN401  the class of the steps, as in `db.routed`
    return entity_of("step")
