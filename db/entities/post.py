"""A post at a city, an organisation or a body of the network; it outlives whoever holds it."""

from sqlalchemy import CheckConstraint, ColumnElement, String, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from db.base import Entity, EntityFacts, count_filled, reference, title_at, title_key_at
from db.derived import derived
from db.entities.tenure import Tenure
from db.fields import Choice, Field, Kind, mark
from db.sorting import sort_index, sort_key
from db.spans import holds_on, today


class PostRole(Choice):
    """What a post is for in the work of the network (domain, 3.2)."""

    HEAD_OF_GOVERNMENT = "head_of_government", mark("Máxima autoridad")
    INTERNATIONAL_RELATIONS = "international_relations", mark("Relaciones internacionales")
    LIAISON = "liaison", mark("Oficial de enlace")
    UNIT_COORDINATION = "unit_coordination", mark("Coordinación de Unidad Temática")
    UNIT_SUBCOORDINATION = "unit_subcoordination", mark("Subcoordinación de Unidad Temática")
    TECHNICAL_SECRETARIAT = "technical_secretariat", mark("Secretaría Técnica")
    COMMUNICATION = "communication", mark("Comunicación")
    NATIONAL_COORDINATION = "national_coordination", mark("Coordinación nacional del FCCR")
    SECTOR = "sector", mark("Área sectorial")
    OTHER = "other", mark("Otro")


class Post(Entity):
    """A post at exactly one city, organisation or body, with its institutional phone and e-mail."""

    __tablename__ = "post"
    __table_args__ = (
        sort_index("name_key"),
        CheckConstraint(
            count_filled("municipality_id", "organisation_id", "body_id") + " = 1",
            name="one_place",
        ),
    )
    facts = EntityFacts(
        one=mark("Cargo"),
        many=mark("Cargos"),
        named_by=("name",),
        detail=("municipality_id", "organisation_id", "body_id"),
        says_little=True,
        columns=("name", "municipality_id", "organisation_id", "body_id", "role", "holder"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Cargo"),
                required=True,
                width=28,
                aliases=("cargo", "puesto", "post", "position", "função", "función", "title"),
            ),
        },
    )
    name_key: Mapped[str] = sort_key("name")
    role: Mapped[str | None] = mapped_column(
        String(30),
        info={"field": Field(mark("Función en la red"), Kind.CHOICE, choices=PostRole, width=24)},
    )
    municipality_id: Mapped[str | None] = reference(
        "municipality", Field(mark("Ciudad"), Kind.REFERENCE, width=24), together="place"
    )
    organisation_id: Mapped[str | None] = reference(
        "organisation", Field(mark("Organismo"), Kind.REFERENCE, width=28), together="place"
    )
    body_id: Mapped[str | None] = reference(
        "body", Field(mark("Instancia"), Kind.REFERENCE, width=24), together="place"
    )
    phone: Mapped[str | None] = mapped_column(
        String(60),
        info={"field": Field(mark("Teléfono institucional"), Kind.PHONE, width=18)},
    )
    email: Mapped[str | None] = mapped_column(
        String(254),
        info={"field": Field(mark("Correo institucional"), Kind.EMAIL, width=26)},
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})

    tenures: Mapped[list[Tenure]] = relationship(
        lazy="raise",
        order_by="Tenure.starts",
        info={"part": True},
    )

    @derived(Field(mark("Lo ocupa"), width=26, personal=True), kinds=("person",))
    @classmethod
    def holder(cls) -> ColumnElement[str | None]:
        """Return who holds the post today: of several, who began last."""
        return cls._held(title_at(Tenure.person_id))

    @classmethod
    def holder_key(cls) -> ColumnElement[str | None]:
        """Return by what `holder` is ordered."""
        return cls._held(title_key_at(Tenure.person_id))

    @classmethod
    def holder_ids(cls) -> ColumnElement[str | None]:
        """Return the key of whom `holder` names."""
        return cls._held(Tenure.person_id.expression)

    @classmethod
    def _held(cls, what: ColumnElement[str]) -> ColumnElement[str | None]:
        return (
            select(what)
            .select_from(Tenure)
            .where(Tenure.post_id == cls.id, holds_on(Tenure.starts, Tenure.ends, today()))
            .order_by(func.coalesce(Tenure.starts, "").desc(), Tenure.id.desc())
            .limit(1)
            .correlate(cls)
            .scalar_subquery()
        )


PLACES = (Post.municipality_id, Post.organisation_id, Post.body_id)
"""The references of which one says where a post is."""
