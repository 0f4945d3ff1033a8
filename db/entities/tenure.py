"""A person in a post from a date to another."""

from datetime import date

from sqlalchemy import ColumnElement, Date, case, exists, literal, not_, or_
from sqlalchemy.orm import Mapped, aliased, mapped_column

from db.base import Due, Entity, EntityFacts, Verified, reference, title_and_detail_at, title_at
from db.derived import derived
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.spans import ended_before, last_day, today, verified_since
from db.values import PartialDate


class TenureState(Choice):
    """What is known today of a tenure; derived from its dates, never stored."""

    CURRENT = "current", mark("Vigente")
    TO_VERIFY = "to_verify", mark("A verificar")
    ENDED = "ended", mark("Mandato vencido")


class Tenure(Entity):
    """Who holds a post, since when, until when, and when somebody last made sure."""

    __tablename__ = "tenure"
    facts = EntityFacts(
        one=mark("Mandato"),
        many=mark("Mandatos"),
        named_by=("person_id", "post_id"),
        state="tenure_state",
        columns=("person_id", "post_id", "starts", "ends", "verified_on"),
        owners=("person_id", "post_id"),
        due=Due(day="ends", text="office", who="person_id", done="succeeded"),
        verified=Verified(day="verified_on", lasts="lasts"),
        known_by=("person_id", "post_id", "starts"),
    )

    person_id: Mapped[str] = reference(
        "person",
        Field(mark("Persona"), Kind.REFERENCE, required=True, width=26),
        required=True,
    )
    post_id: Mapped[str] = reference(
        "post", Field(mark("Cargo"), Kind.REFERENCE, required=True, width=30), required=True
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Desde"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("inicio del mandato", "início do mandato", "from", "start", "inicio", "início"),
            ),
        },
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Hasta"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("fin del mandato", "fim do mandato", "until", "end", "fin", "fim"),
            ),
        },
    )
    verified_on: Mapped[date | None] = mapped_column(
        Date,
        info={
            "field": Field(
                mark("Verificado el"),
                Kind.DATE,
                width=12,
                help=mark("Día en que se confirmó por última vez que la persona sigue en el cargo."),
                aliases=("verified on", "verificado", "última verificación"),
                bounds=Bounds(happened=Happened.NOTED),
            ),
        },
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=30)})

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a tenure by its person and its post."""
        return title_at(cls.person_id) + literal(" · ") + title_at(cls.post_id)

    @derived(Field(mark("Mandato"), Kind.CHOICE, choices=TenureState, width=16))
    @classmethod
    def tenure_state(cls) -> ColumnElement[str]:
        """Return the state of a tenure today: ended, to verify, or current."""
        unverified = or_(cls.verified_on.is_(None), cls.verified_on < verified_since())
        return case(
            (ended_before(cls.ends, today()), TenureState.ENDED.value),
            (unverified, TenureState.TO_VERIFY.value),
            else_=TenureState.CURRENT.value,
        )

    @classmethod
    def lasts(cls) -> ColumnElement[bool]:
        """Tell whether it has not ended: who has left a post cannot be confirmed in it."""
        return not_(ended_before(cls.ends, today()))

    @classmethod
    def office(cls) -> ColumnElement[str]:
        """Return the post and where it is."""
        return title_and_detail_at(cls.post_id)

    @classmethod
    def succeeded(cls) -> ColumnElement[bool]:
        """Tell whether its post is held by another tenure that lasts longer: with its end there is nothing to ask."""
        other = aliased(Tenure)
        lasts = or_(other.ends.is_(None), last_day(other.ends) > last_day(cls.ends))
        return exists().where(other.post_id == cls.post_id, other.id != cls.id, lasts)
