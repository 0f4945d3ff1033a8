"""A call for projects: who gives the money, until when one may present, and what its rules allow."""

from sqlalchemy import ColumnElement, Integer, String, case, false, func, select
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Due, Entity, EntityFacts, entity_of, reference
from db.cooperation import CallState, Modality, in_months
from db.derived import derived
from db.fields import Bounds, Field, Kind, mark
from db.money import ALL_OF_IT, money
from db.sorting import sort_index, sort_key
from db.spans import ended_before, today
from db.values import Money, PartialDate


class Call(Entity):
    """A call (*llamado*). Its rules are data of its own; a rule that nobody recorded binds no project (domain, 3.4)."""

    __tablename__ = "call"
    __table_args__ = (sort_index("name_key"),)
    facts = EntityFacts(
        one=mark("Llamado"),
        many=mark("Llamados"),
        named_by=("name",),
        detail=("donor_id", "closes"),
        state="call_state",
        columns=("name", "donor_id", "opens", "closes", "call_state", "ceiling", "project_count"),
        dated="closes",
        searched=True,
        due=Due(day="closes", text="name", who="donor_id", done="is_never_done", lapses=True),
    )

    name: Mapped[str] = mapped_column(
        String(300),
        info={"field": Field(mark("Llamado"), required=True, width=40, aliases=("name", "title", "edital", "título"))},
    )
    name_key: Mapped[str] = sort_key("name")
    donor_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Donante"), Kind.REFERENCE, width=26, aliases=("donor", "doador"))
    )
    subject: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Tema"), width=30, aliases=("theme", "tema"))}
    )
    opens: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Abre el"), Kind.PARTIAL_DATE, width=12, aliases=("opens", "apertura"))}
    )
    closes: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Cierra el"), Kind.PARTIAL_DATE, width=12, aliases=("closes", "cierre", "deadline"))}
    )
    ceiling: Mapped[Money | None] = money(
        Field(
            mark("Tope por proyecto"),
            Kind.MONEY,
            width=16,
            help=mark("Lo más que se puede pedir."),
            bounds=Bounds(least=0),
        )
    )
    largest_share: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Parte máxima"),
                Kind.PERCENT,
                width=10,
                help=mark("Cuánto del costo total se puede pedir."),
                bounds=Bounds(0, ALL_OF_IT),
            )
        }
    )
    months: Mapped[int | None] = mapped_column(
        info={"field": in_months(mark("Plazo de ejecución"), "Meses de ejecución", least=1)}
    )
    extension: Mapped[int | None] = mapped_column(
        info={"field": in_months(mark("Prórroga"), "Meses de prórroga", least=0)}
    )
    coordinate_most: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Proyectos por coordinadora"),
                Kind.INTEGER,
                width=8,
                help=mark("Cuántos puede coordinar una ciudad; vacío, sin límite anotado."),
                bounds=Bounds(least=0),
            )
        }
    )
    take_part_most: Mapped[int | None] = mapped_column(
        info={
            "field": Field(
                mark("Proyectos por socia"),
                Kind.INTEGER,
                width=8,
                help=mark("En cuántos otros puede ser socia una ciudad; vacío, sin límite anotado."),
                bounds=Bounds(least=0),
            )
        }
    )
    modalities: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Modalidades"),
                Kind.CHOICES,
                choices=Modality,
                width=30,
                help=mark("Las que admite; vacío, todas."),
            )
        },
    )
    asks_endorsement: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Pide carta aval"), Kind.BOOLEAN, width=8, aliases=("endorsement",))}
    )
    web: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Enlace"), Kind.WEB, width=24, aliases=("link", "url", "source"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @derived(Field(mark("Situación"), Kind.CHOICE, choices=CallState, width=14))
    @classmethod
    def call_state(cls) -> ColumnElement[str]:
        """Return whether one may present today."""
        return case(
            (ended_before(cls.closes, today()), CallState.CLOSED.value),
            (func.substr(cls.opens, 1, len("2008-06-18")) > today(), CallState.AHEAD.value),
            (cls.closes.is_(None), CallState.UNDATED.value),
            else_=CallState.OPEN.value,
        )

    @derived(Field(mark("Proyectos"), Kind.INTEGER, width=8))
    @classmethod
    def project_count(cls) -> ColumnElement[int]:
        """Return how many projects were presented to it, as far as they are recorded."""
        projects = entity_of("project").__table__.columns
        counted = select(func.count(projects.id, type_=Integer)).where(projects.call_id == cls.id)
        return counted.correlate(cls).scalar_subquery()

    @classmethod
    def is_never_done(cls) -> ColumnElement[bool]:
        """Tell that its closing passes by itself."""
        return false()
