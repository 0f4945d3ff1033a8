"""A project of cooperation: for which call, of which cities, for how much, and how far it has come."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, String, and_, case, func, or_, select
from sqlalchemy.orm import Mapped, aliased, mapped_column, relationship

from db.base import Due, Entity, EntityFacts, entity_of, link_table, reference
from db.cooperation import Modality, ProjectState, in_months
from db.derived import BETWEEN_NAMES, derived
from db.entities.funding import Funding
from db.entities.project_partner import ProjectPartner
from db.fields import Bounds, Field, Happened, Kind, mark
from db.money import ALL_OF_IT, found_amount, money, part_of, share_of
from db.months import months_after
from db.routed import Routed
from db.sorting import sort_index, sort_key
from db.spans import ended_before, today
from db.values import Money, PartialDate

if TYPE_CHECKING:
    from db.entities.theme import Theme


UNENDED = tuple(each.value for each in (ProjectState.SELECTED, ProjectState.RUNNING))
"""The states in which the end of a project is still to come."""

ENDED = tuple(each.value for each in (ProjectState.REFUSED, ProjectState.CLOSED, ProjectState.DROPPED))
"""The states in which a project has come to its end."""

project_theme = link_table("project", "theme")


class Project(Routed):
    """A project, from the idea to its close; its partners and its money are parts of it (domain, 3.4)."""

    __tablename__ = "project"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Proyecto"),
        many=mark("Proyectos"),
        named_by=("name",),
        detail=("municipality_id", "call_id"),
        state="state",
        columns=("name", "municipality_id", "call_id", "state", "amount", "ends_on", "next_step"),
        dated="starts",
        searched=True,
        due=Due(day="ends_on", text="name", who="municipality_id", done="is_over"),
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Proyecto"), required=True, width=40, aliases=("title", "título", "projeto"))},
    )
    name_key: Mapped[str] = sort_key("name")
    call_id: Mapped[str | None] = reference(
        "call", Field(mark("Llamado"), Kind.REFERENCE, width=26, aliases=("call", "edital"))
    )
    donor_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Donante"), Kind.REFERENCE, width=26, aliases=("donor", "doador"))
    )
    agreement_id: Mapped[str | None] = reference(
        "agreement", Field(mark("Convenio"), Kind.REFERENCE, width=26, aliases=("agreement", "convênio"))
    )
    modality: Mapped[str | None] = mapped_column(
        String(20), info={"field": Field(mark("Modalidad"), Kind.CHOICE, choices=Modality, width=22)}
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality",
        Field(mark("Ciudad que coordina"), Kind.REFERENCE, width=24, aliases=("coordinating city",)),
    )
    state: Mapped[str] = mapped_column(
        String(20),
        default=ProjectState.IDEA.value,
        info={
            "field": Field(
                mark("Situación"), Kind.CHOICE, required=True, choices=ProjectState, width=16, aliases=("estado",)
            )
        },
    )
    amount: Mapped[Money | None] = money(
        Field(mark("Costo total"), Kind.MONEY, width=16, aliases=("amount", "monto"), bounds=Bounds(least=0))
    )
    own_share: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Contrapartida"),
                Kind.PERCENT,
                width=10,
                help=mark("Cuánto del costo total pone el proyecto mismo."),
                bounds=Bounds(0, ALL_OF_IT),
            )
        }
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Comienza el"), Kind.PARTIAL_DATE, width=12)}
    )
    months: Mapped[int | None] = mapped_column(
        info={"field": in_months(mark("Plazo de ejecución"), "Meses de ejecución", least=1)}
    )
    extension: Mapped[int | None] = mapped_column(
        info={"field": in_months(mark("Prórroga"), "Meses de prórroga", least=0)}
    )
    endorsed_on: Mapped[PartialDate | None] = mapped_column(
        info={
            "together": "endorsement",
            "field": Field(
                mark("Fecha de la carta aval"), Kind.PARTIAL_DATE, width=12, bounds=Bounds(happened=Happened.NOTED)
            ),
        }
    )
    endorsed_by: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "together": "endorsement",
            "field": Field(
                mark("Quién firmó la carta aval"), width=26, help=mark("La máxima autoridad, como figura en la carta.")
            ),
        },
    )
    summary: Mapped[str | None] = mapped_column(info={"field": Field(mark("Resumen"), Kind.LONG_TEXT, width=44)})
    web: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    themes: Mapped[list["Theme"]] = relationship(
        secondary=project_theme,
        lazy="raise",
        info={"field": Field(mark("Temas"), Kind.LINKS, width=30, aliases=("themes",))},
    )
    partners: Mapped[list[ProjectPartner]] = relationship(
        lazy="raise", order_by="ProjectPartner.id", info={"part": True}
    )
    fundings: Mapped[list[Funding]] = relationship(
        lazy="raise", order_by="(Funding.day, Funding.id)", info={"part": True}
    )

    @classmethod
    def ended(cls) -> ColumnElement[bool]:
        """Tell whether nothing more is waited for: it was not selected, is closed, or was dropped."""
        return cls.state.in_(ENDED)

    @derived(
        Field(mark("Con quién"), width=30, help=mark("El donante y las contrapartes que tienen ficha.")),
        kinds=("organisation", "municipality"),
    )
    @classmethod
    def counterparts(cls) -> ColumnElement[str | None]:
        """Return with whom it is done: the donor and the organisations that are partners, then the cities."""
        return cls._of_parties(lambda there: there.title(), BETWEEN_NAMES)

    @classmethod
    def counterparts_key(cls) -> ColumnElement[str | None]:
        """Return by what `counterparts` is ordered."""
        return cls._of_parties(lambda there: there.title_key(), BETWEEN_NAMES)

    @classmethod
    def counterparts_ids(cls) -> ColumnElement[str | None]:
        """Return the keys of whom `counterparts` names, in that order."""
        return cls._of_parties(lambda there: there.id.expression, " ")

    @classmethod
    def _of_parties(cls, said: Callable[[type[Entity]], ColumnElement[str]], between: str) -> ColumnElement[str | None]:
        """Return what is `said` of each once, whichever ways it takes part."""
        found = []
        for kind, own in (("organisation", cls.donor_id), ("municipality", None)):
            there, named = aliased(entity_of(kind)), getattr(ProjectPartner, f"{kind}_id")
            partners = select(named).where(ProjectPartner.project_id == cls.id, named.is_not(None)).correlate(cls)
            takes_part = there.id.in_(partners) if own is None else or_(there.id == own, there.id.in_(partners))
            joined = func.aggregate_strings(said(there), between).aggregate_order_by(there.title_key())
            found.append(select(joined).where(takes_part).correlate(cls).scalar_subquery())
        return func.nullif(func.concat_ws(between, *found), "", type_=String)

    @derived(Field(mark("Monto que se pide"), Kind.MONEY, width=16, help=mark("El costo total sin la contrapartida.")))
    @classmethod
    def asked(cls) -> ColumnElement[Money | None]:
        """Return what is left of the cost when the project has put in its own share, in the currency of the cost."""
        return found_amount(*cls.asked_columns())

    def asked_of(self) -> Money | None:
        """Return the same of a project that is not stored yet."""
        return part_of(self.amount, None if self.own_share is None else ALL_OF_IT - self.own_share)

    @classmethod
    def asked_columns(cls) -> tuple[ColumnElement[int | None], ColumnElement[str | None]]:
        """Return the minor units that are asked, rounded to whole ones, and their currency."""
        amount, currency = cls.__table__.columns["amount_minor"], cls.__table__.columns["amount_currency"]
        return share_of(amount, ALL_OF_IT - cls.own_share.expression), currency

    @derived(Field(mark("Termina el"), Kind.PARTIAL_DATE, width=12, help=mark("Desde el comienzo, con la prórroga.")))
    @classmethod
    def ends_on(cls) -> ColumnElement[PartialDate | None]:
        """Return when it ends: its months and those of its extension after its start; null while months are unknown."""
        months: ColumnElement[Any] = cls.months + func.coalesce(cls.extension, 0)
        return months_after(cls.__table__, cls.starts.expression, months)

    @derived(Field(mark("Fuera de plazo"), Kind.BOOLEAN, width=8, help=mark("Debía terminar antes de hoy.")))
    @classmethod
    def is_overdue(cls) -> ColumnElement[bool]:
        """Tell whether it was to end before today and goes on."""
        goes_on = cls.state.in_(UNENDED)
        return case((and_(goes_on, ended_before(cls.ends_on, today())), True), else_=False)

    @classmethod
    def is_over(cls) -> ColumnElement[bool]:
        """Tell whether its end is not waited for: it is over, or was never begun."""
        return cls.state.not_in(UNENDED)
