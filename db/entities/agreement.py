"""An agreement with other bodies: what it is about, from when until when, and when its end is to be said."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, String, and_, case, false, func, or_
from sqlalchemy.orm import InstrumentedAttribute, Mapped, mapped_column, relationship

from db.base import Due, Entity, EntityFacts, link_table
from db.cooperation import MONTHS, AgreementState
from db.derived import BETWEEN_NAMES, derived
from db.fields import Bounds, Choice, Counted, Field, Happened, Kind, mark
from db.links import joined_links
from db.months import months_after
from db.sorting import sort_index, sort_key
from db.spans import days_between, ended_before, last_day, today, whole_today
from db.values import PartialDate

if TYPE_CHECKING:
    from db.entities.municipality import Municipality
    from db.entities.organisation import Organisation

FIRST_NOTICE, SECOND_NOTICE, LAST_NOTICE = 90, 30, 0
"""How many days before an agreement ends that is said, of a new one: they are set on each agreement, or on several.

The file keeps no settings of an office, where it could set them for all that it is yet to record: what is kept beside
records is of a person at a computer (app.file.settings), and two of them would then be told of one end on other days.
"""

DAYS_BEFORE = Counted(mark("día antes"), mark("días antes"))
"""What a notice counts."""


class AgreementKind(Choice):
    """What an agreement is (line 5 of the plan 2008-2009; domain, 0)."""

    FRAMEWORK = "framework", mark("Convenio marco")
    SPECIFIC = "specific", mark("Convenio específico")
    MEMORANDUM = "memorandum", mark("Memorando de entendimiento")
    ADHESION = "adhesion", mark("Adhesión")
    LETTER = "letter", mark("Carta de intención")
    OTHER = "other", mark("Otro")


def _notice(label: str, days: int) -> Mapped[int | None]:
    said = mark("Días antes de que venza; vacío, no avisa.")
    field = Field(label, Kind.INTEGER, width=13, help=said, bounds=Bounds(least=0), unit=DAYS_BEFORE)
    return mapped_column(default=days, info={"field": field})


agreement_organisation = link_table("agreement", "organisation")
agreement_municipality = link_table("agreement", "municipality")


class Agreement(Entity):
    """An agreement, whose commitments and projects are records of their own; its end is said as its notices ask."""

    __tablename__ = "agreement"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Convenio"),
        many=mark("Convenios"),
        named_by=("name",),
        detail=("counterparts", "signed_on"),
        state="agreement_state",
        columns=("name", "ends", "agreement_state", "counterparts", "days_left", "kind", "signed_on"),
        dated="signed_on",
        searched=True,
        due=Due(day="ends", text="name", who="counterparts", done="is_never_done", lapses=True),
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Título"), required=True, width=44, aliases=("title", "convenio", "convênio"))},
    )
    name_key: Mapped[str] = sort_key("name")
    kind: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Tipo"), Kind.CHOICE, choices=AgreementKind, width=22)}
    )
    purpose: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Objeto"), Kind.LONG_TEXT, width=40, aliases=("object", "objeto"), help=mark("Para qué se firma.")
            )
        }
    )
    signed_on: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Firmado el"),
                Kind.PARTIAL_DATE,
                width=12,
                aliases=("signed", "firma"),
                bounds=Bounds(happened=Happened.NOTED),
            )
        }
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Rige desde"), Kind.PARTIAL_DATE, width=12)}
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Vence el", "agreement"), Kind.PARTIAL_DATE, width=12, aliases=("expires", "vencimiento")
            )
        }
    )
    renews_by: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Se renueva por"),
                Kind.INTEGER,
                width=8,
                help=mark("Meses por los que se renueva cada vez; vacío, no se renueva solo."),
                bounds=Bounds(least=1),
                unit=MONTHS,
            )
        }
    )
    first_notice: Mapped[int | None] = _notice(mark("Primer aviso"), FIRST_NOTICE)
    second_notice: Mapped[int | None] = _notice(mark("Segundo aviso"), SECOND_NOTICE)
    last_notice: Mapped[int | None] = _notice(mark("Último aviso"), LAST_NOTICE)
    web: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    organisations: Mapped[list["Organisation"]] = relationship(
        secondary=agreement_organisation,
        lazy="raise",
        info={"field": Field(mark("Organismos"), Kind.LINKS, width=30, aliases=("counterpart", "contraparte"))},
    )
    municipalities: Mapped[list["Municipality"]] = relationship(
        secondary=agreement_municipality,
        lazy="raise",
        info={"field": Field(mark("Ciudades"), Kind.LINKS, width=24, aliases=("cities", "cidades"))},
    )

    @derived(Field(mark("Con quién"), width=30), kinds=("organisation", "municipality"))
    @classmethod
    def counterparts(cls) -> ColumnElement[str | None]:
        """Return with whom it is: the organisations, then the cities."""
        return joined_links(cls, _PARTIES, lambda there: there.title(), BETWEEN_NAMES)

    @classmethod
    def counterparts_key(cls) -> ColumnElement[str | None]:
        """Return by what `counterparts` is ordered."""
        return joined_links(cls, _PARTIES, lambda there: there.title_key(), BETWEEN_NAMES)

    @classmethod
    def counterparts_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `counterparts` names."""
        return joined_links(cls, _PARTIES, _key, " ")

    @derived(Field(mark("Situación"), Kind.CHOICE, choices=AgreementState, width=16))
    @classmethod
    def agreement_state(cls) -> ColumnElement[str]:
        """Return where it stands today; one without an end, or without a notice that is reached, is in force."""
        begins = func.coalesce(cls.starts, cls.signed_on)
        return case(
            (ended_before(cls.ends, today()), AgreementState.ENDED.value),
            (and_(cls.signed_on.is_(None), cls.starts.is_(None)), AgreementState.SOUGHT.value),
            (func.substr(begins, 1, len("2008-06-18")) > today(), AgreementState.AHEAD.value),
            (cls.notice_is_reached(), AgreementState.EXPIRING.value),
            (cls.ends.is_(None), AgreementState.UNDATED.value),
            else_=AgreementState.IN_FORCE.value,
        )

    @derived(Field(mark("Ya venció"), Kind.BOOLEAN, width=8))
    @classmethod
    def is_past(cls) -> ColumnElement[bool]:
        """Tell whether its end has passed: a list by their ends puts those behind the others."""
        return ended_before(cls.ends, today())

    @derived(Field(mark("Días que quedan"), Kind.INTEGER, width=8))
    @classmethod
    def days_left(cls) -> ColumnElement[int | None]:
        """Return in how many days it ends, a day that is known in part by its last; null once it ended."""
        ends = func.date(last_day(cls.ends))
        lasts = and_(cls.ends.is_not(None), ~ended_before(cls.ends, today()))
        return case((lasts, days_between(whole_today(), ends)), else_=None)

    @derived(
        Field(
            mark("Aviso"),
            Kind.INTEGER,
            width=13,
            unit=DAYS_BEFORE,
            help=mark("El último de los avisos a los que se llegó."),
        )
    )
    @classmethod
    def notice(cls) -> ColumnElement[int | None]:
        """Return of how many days before the end the last notice that is reached is; null while none is."""
        reached = [case((cls.days_left <= each, each), else_=None) for each in cls._notices()]
        least: ColumnElement[Any] = reached[0]
        for each in reached[1:]:
            least = case((or_(least.is_(None), each < least), each), else_=least)
        return least

    @derived(
        Field(mark("Renovado, vencería el"), Kind.PARTIAL_DATE, width=12, help=mark("Si se renueva por sus meses."))
    )
    @classmethod
    def renewed_until(cls) -> ColumnElement[PartialDate | None]:
        """Return until when it lasts when it is renewed once from its end; null for one that is not renewed."""
        return months_after(cls.__table__, cls.ends.expression, cls.renews_by.expression)

    @classmethod
    def notice_is_reached(cls) -> ColumnElement[bool]:
        """Tell whether one of its notices is reached."""
        reached = or_(*(and_(each.is_not(None), cls.days_left <= each) for each in cls._notices()))
        return func.coalesce(reached, false())

    @classmethod
    def _notices(cls) -> tuple[InstrumentedAttribute[int | None], ...]:
        names = ("first_notice", "second_notice", "last_notice")
        return tuple(getattr(cls, name) for name in names)

    @classmethod
    def is_never_done(cls) -> ColumnElement[bool]:
        """Tell that its end passes by itself: nothing is done by anybody that ends its being due."""
        return false()


_PARTIES = ("organisations", "municipalities")
"""The fields of links to those with whom an agreement is made."""


def _key(there: type[Entity]) -> ColumnElement[str]:
    return there.id.expression
