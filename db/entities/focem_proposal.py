"""A proposal to the FOCEM: of which cities, under which programme, for how much, and how far it has come."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ColumnElement, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import EntityFacts, count_filled, link_table, reference
from db.derived import derived
from db.fields import Bounds, Choice, Field, Happened, Kind, mark
from db.money import ALL_OF_IT, found_amount, money, part_of, share_of
from db.routed import Routed
from db.sorting import sort_index, sort_key
from db.values import Money, PartialDate

if TYPE_CHECKING:
    from db.entities.municipality import Municipality


class Programme(Choice):
    """The four programmes of the FOCEM (Dec. CMC 18/05; domain, 4.2)."""

    CONVERGENCE = "I", mark("I · Convergencia estructural")
    COMPETITIVENESS = "II", mark("II · Desarrollo de la competitividad")
    COHESION = "III", mark("III · Cohesión social")
    INSTITUTIONS = "IV", mark("IV · Estructura institucional e integración")


focem_proposal_municipality = link_table("focem_proposal", "municipality")


class FocemProposal(Routed):
    """A proposal on its route from a city by COMUM or the FCCR, the national unit and the CRPM to the UTF.

    Sources give different amounts for one project: the day and the source of the one that is kept stand beside it, and
    what each step changed in its result.
    """

    __tablename__ = "focem_proposal"
    __table_args__ = (
        sort_index("name_key"),
        CheckConstraint(count_filled("municipality_id", "organisation_id") + " <= 1", name="one_executor"),
    )
    facts = EntityFacts(
        one=mark("Propuesta al FOCEM"),
        many=mark("Propuestas al FOCEM"),
        named_by=("name",),
        detail=("municipalities",),
        columns=("name", "programme", "municipalities", "amount", "next_step", "waiting_days"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Propuesta"), required=True, width=36, aliases=("title", "título", "proposta"))},
    )
    name_key: Mapped[str] = sort_key("name")
    programme: Mapped[str | None] = mapped_column(
        String(10), info={"field": Field(mark("Programa"), Kind.CHOICE, choices=Programme, width=24)}
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality",
        Field(mark("Ciudad que ejecuta"), Kind.REFERENCE, width=22),
        together="executor",
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation",
        Field(mark("Organismo que ejecuta"), Kind.REFERENCE, width=22, aliases=("executing body",)),
        together="executor",
    )
    amount: Mapped[Money | None] = money(Field(mark("Monto total"), Kind.MONEY, width=16, bounds=Bounds(least=0)))
    share: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Parte que se pide"),
                Kind.PERCENT,
                width=10,
                help=mark("Cuánto del total se pide al FOCEM."),
                bounds=Bounds(0, ALL_OF_IT),
            )
        }
    )
    amount_on: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(mark("Fecha del monto"), Kind.PARTIAL_DATE, width=12, bounds=Bounds(happened=Happened.NOTED))
        }
    )
    source: Mapped[str | None] = mapped_column(
        String(500), info={"field": Field(mark("Fuente del monto"), width=24, aliases=("source", "fonte"))}
    )
    project_id: Mapped[str | None] = reference(
        "project",
        Field(mark("Proyecto"), Kind.REFERENCE, width=28, help=mark("En qué proyecto se lleva a cabo.")),
    )
    summary: Mapped[str | None] = mapped_column(info={"field": Field(mark("Resumen"), Kind.LONG_TEXT, width=44)})
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    municipalities: Mapped[list["Municipality"]] = relationship(
        secondary=focem_proposal_municipality,
        lazy="raise",
        info={"field": Field(mark("Ciudades"), Kind.LINKS, width=24, aliases=("cities", "cidades"))},
    )

    @derived(
        Field(mark("Monto que se pide"), Kind.MONEY, width=16, help=mark("La parte que se pide, del monto total."))
    )
    @classmethod
    def asked(cls) -> ColumnElement[Money | None]:
        """Return what the share that is asked comes to, in the currency of the amount."""
        return found_amount(*cls.asked_columns())

    def asked_of(self) -> Money | None:
        """Return the same of a proposal that is not stored yet."""
        return part_of(self.amount, self.share)

    @classmethod
    def asked_columns(cls) -> tuple[ColumnElement[int | None], ColumnElement[str | None]]:
        """Return the minor units that are asked, rounded to whole ones, and their currency."""
        amount, currency = cls.__table__.columns["amount_minor"], cls.__table__.columns["amount_currency"]
        return share_of(amount, cls.share.expression), currency
