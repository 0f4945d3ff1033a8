"""The dated states of a city in the network; who was a member on a date derives from them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast

from sqlalchemy import ColumnElement, String, func, select
from sqlalchemy.orm import Mapped, aliased, mapped_column
from sqlalchemy.sql.elements import SQLCoreOperations

from db.base import Entity, EntityFacts, reference
from db.fields import Choice, Field, Kind, mark
from db.spans import holds, holds_on, on
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
        state="state",
        columns=("municipality_id", "state", "starts", "ends", "act"),
        owners=("municipality_id",),
        known_by=("municipality_id", "state", "starts"),
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
                aliases=("evidence", "fuente", "evidencia", "source", "comprovação"),
            ),
        },
    )


def membership_on(municipality_id: SQLCoreOperations[str], day: ColumnElement[str]) -> ColumnElement[str | None]:
    """Return the state that a city has in the network on `day`, or null when none is recorded.

    Of several that hold, the one that began last counts; one whose start is not known began before all others.
    """
    here = aliased(Membership)
    return (
        select(here.state)
        .where(here.municipality_id == municipality_id, holds_on(here.starts, here.ends, day))
        .order_by(func.coalesce(here.starts, "").desc(), here.id.desc())
        .limit(1)
        .scalar_subquery()
    )


def is_member_on(municipality_id: SQLCoreOperations[str], day: date) -> ColumnElement[bool]:
    """Tell whether a city is a member of the network on `day`."""
    return membership_on(municipality_id, on(day)) == MembershipState.MEMBER.value


def membership_among(memberships: Iterable[Mapping[str, object]], day: date) -> str | None:
    """Return the same as `membership_on` of the memberships of one city that are not in the store, by column."""
    holding = [
        each
        for each in memberships
        if holds(cast("PartialDate | None", each["starts"]), cast("PartialDate | None", each["ends"]), day)
    ]
    last = max(holding, key=beginning, default=None)
    return None if last is None else str(last["state"])


def beginning(membership: Mapping[str, object]) -> tuple[str, str]:
    """Return by what a membership, given by column, comes before or after others of its city."""
    return str(membership["starts"] or ""), str(membership["id"])
