"""The office as its papers show it: its name, its address line and who signs."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference
from db.fields import Field, Kind, mark


class Office(Entity):
    """What stands at the head and foot of papers: of one term, or of every term that has none of its own.

    Its logo is the one among its files that was chosen as that (`LOGO` of `db/entities/document.py`): a PNG or an SVG.
    """

    __tablename__ = "office"
    facts = EntityFacts(
        one=mark("Oficina", "who issues papers"),
        many=mark("Oficinas", "who issues papers"),
        named_by=("name",),
        detail=("period_id",),
        columns=("name", "period_id", "address", "signer", "role"),
        searched=True,
    )

    name: Mapped[str] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Nombre", "of an office"),
                required=True,
                width=40,
                help=mark("Como encabeza los papeles: Secretaría Ejecutiva de Mercociudades."),
                aliases=("oficina", "office", "name", "nome", "nombre"),
            )
        },
    )
    period_id: Mapped[str | None] = reference(
        "period",
        Field(
            mark("Gestión"),
            Kind.REFERENCE,
            width=14,
            help=mark("Vacía, vale para toda gestión que no tenga la suya."),
            aliases=("term of office",),
        ),
    )
    address: Mapped[str | None] = mapped_column(
        String(300),
        info={
            "field": Field(
                mark("Línea de dirección"),
                width=40,
                help=mark("Al pie de los papeles: calle, ciudad, teléfono y correo."),
                aliases=("address", "dirección", "endereço"),
            )
        },
    )
    signer: Mapped[str | None] = mapped_column(
        String(200),
        info={
            "field": Field(
                mark("Quién firma"), width=28, personal=True, aliases=("signer", "firma", "who signs", "quem assina")
            )
        },
    )
    role: Mapped[str | None] = mapped_column(
        String(200),
        info={"field": Field(mark("Cargo de quien firma"), width=28, aliases=("role", "cargo"))},
    )
    notes: Mapped[str | None] = mapped_column(info={"field": Field(mark("Notas"), Kind.LONG_TEXT, width=40)})
