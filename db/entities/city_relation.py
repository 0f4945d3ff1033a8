"""A relation between two cities: sister cities, a committee on a border, a policy that they have in common."""

from sqlalchemy import ColumnElement, String, func
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference, title_at, title_key_at
from db.fields import Choice, Field, Kind, mark
from db.values import PartialDate

BETWEEN_CITIES = " – "
"""What stands between the two cities by which a relation is called."""


class RelationKind(Choice):
    """What two cities have with each other (line 3 of the plan 2008-2009; domain, 0)."""

    SISTER_CITIES = "sister_cities", mark("Hermanamiento")
    AGREEMENT = "agreement", mark("Convenio entre ciudades")
    BORDER = "border", mark("Comité o trabajo de frontera")
    POLICY = "policy", mark("Política en común")
    CORRIDOR = "corridor", mark("Corredor")
    EXCHANGE = "exchange", mark("Intercambio")
    OTHER = "other", mark("Otra")


class CityRelation(Entity):
    """A relation of one city with another, which need be no member: since when, until when and by which act."""

    __tablename__ = "city_relation"
    facts = EntityFacts(
        one=mark("Relación entre ciudades"),
        many=mark("Relaciones entre ciudades"),
        named_by=("municipality_id", "other_municipality_id"),
        detail=("kind", "starts"),
        columns=("municipality_id", "other_municipality_id", "kind", "starts", "ends", "act"),
        dated="starts",
        searched=True,
    )

    municipality_id: Mapped[str] = reference(
        "municipality",
        Field(mark("Ciudad"), Kind.REFERENCE, required=True, width=24, aliases=("cidade", "ciudad a", "city a")),
        required=True,
    )
    other_municipality_id: Mapped[str] = reference(
        "municipality",
        Field(
            mark("Con qué ciudad"),
            Kind.REFERENCE,
            required=True,
            width=24,
            aliases=("ciudad b", "city b"),
        ),
        required=True,
    )
    kind: Mapped[str] = mapped_column(
        String(20),
        info={"field": Field(mark("Tipo"), Kind.CHOICE, required=True, choices=RelationKind, width=20)},
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Desde"), Kind.PARTIAL_DATE, width=12, aliases=("act date",))}
    )
    ends: Mapped[PartialDate | None] = mapped_column(info={"field": Field(mark("Hasta"), Kind.PARTIAL_DATE, width=12)})
    act: Mapped[str | None] = mapped_column(
        String(300), info={"field": Field(mark("Acto o documento"), width=36, aliases=("act", "acta"))}
    )
    agreement_id: Mapped[str | None] = reference(
        "agreement", Field(mark("Convenio"), Kind.REFERENCE, width=26, aliases=("agreement", "convênio"))
    )
    about: Mapped[str | None] = mapped_column(
        info={"field": Field(mark("Sobre qué trabajan"), Kind.LONG_TEXT, width=40, aliases=("object", "objeto"))}
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    @classmethod
    def title(cls) -> ColumnElement[str]:
        """Know a relation by its two cities."""
        return func.concat(title_at(cls.municipality_id), BETWEEN_CITIES, title_at(cls.other_municipality_id))

    @classmethod
    def title_key(cls) -> ColumnElement[str]:
        """Order relations by the one city, then by the other."""
        return func.concat(title_key_at(cls.municipality_id), " ", title_key_at(cls.other_municipality_id))
