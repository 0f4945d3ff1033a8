"""The dated states of a city in the network; who was a member on a date derives from them."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Entity, EntityFacts, reference
from db.fields import Choice, Field, Kind, mark
from db.values import PartialDate


class MembershipState(Choice):
    """What a city is in the network while a membership lasts."""

    APPLICANT = "applicant", mark("Postulante")
    MEMBER = "member", mark("Miembro")
    SUSPENDED = "suspended", mark("Suspendida")
    WITHDRAWN = "withdrawn", mark("Retirada")


class Membership(Entity):
    """A state of a city from a date to another, the act that approved it and the papers of the admission.

    The papers are those of the admission procedure: a signed note, the form, the originals by post to the STPM, and
    the approval of the Asamblea (http://mercociudades.net/solicitud_ingreso).
    """

    __tablename__ = "membership"
    facts = EntityFacts(
        one=mark("Situación en la red"),
        many=mark("Situaciones en la red"),
        named_by=("municipality_id",),
        columns=("municipality_id", "state", "starts", "ends", "act"),
        owners=("municipality_id",),
    )

    municipality_id: Mapped[str] = reference(
        "municipality",
        Field(mark("Ciudad"), Kind.REFERENCE, required=True, width=24),
        required=True,
    )
    state: Mapped[str] = mapped_column(
        String(20),
        info={
            "field": Field(
                mark("Situación"),
                Kind.CHOICE,
                required=True,
                choices=MembershipState,
                width=14,
                aliases=("state", "estado", "situação", "status"),
            ),
        },
    )
    starts: Mapped[PartialDate | None] = mapped_column(
        info={
            "field": Field(
                mark("Desde"),
                Kind.PARTIAL_DATE,
                width=12,
                help=mark("Día, mes o año; vacío si no se sabe."),
                aliases=(
                    "year joined",
                    "año de ingreso",
                    "fecha de ingreso",
                    "ano de ingresso",
                    "ingreso",
                    "member since",
                ),
            ),
        },
    )
    ends: Mapped[PartialDate | None] = mapped_column(
        info={"field": Field(mark("Hasta"), Kind.PARTIAL_DATE, width=12, help=mark("Vacío mientras dura."))},
    )
    act: Mapped[str | None] = mapped_column(
        String(300),
        info={"field": Field(mark("Acta que la aprobó"), width=28, aliases=("acta", "ata", "act", "resolución"))},
    )
    signed_note: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Nota firmada"), Kind.BOOLEAN, width=8)},
    )
    admission_form: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Ficha de ingreso"), Kind.BOOLEAN, width=8)},
    )
    originals_by_post: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Originales por correo"), Kind.BOOLEAN, width=8)},
    )
    assembly_approval: Mapped[bool | None] = mapped_column(
        info={"field": Field(mark("Aprobación de la Asamblea"), Kind.BOOLEAN, width=8)},
    )
    evidence: Mapped[str | None] = mapped_column(
        info={
            "field": Field(
                mark("Constancia"),
                Kind.LONG_TEXT,
                width=36,
                help=mark("De dónde se sabe: documento, página o carta."),
                aliases=("evidence", "fuente", "evidencia", "source"),
            ),
        },
    )
