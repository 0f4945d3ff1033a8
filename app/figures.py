"""The figures that papers and screens tell: each has one name and is counted in one way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.network.members import country_count
from app.records.catalog import Filter, Operator, Query
from app.words.words import Words
from db.entities.membership import MembershipState
from db.entities.resolution import UNFINISHED
from db.entities.tenure import TenureState
from db.query import find_ids
from db.session import FileSession
from db.words import mark_plural


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: what one and several are called (Spanish source words), and how it is counted as of a day.

    `query` asks for the list of what is counted, where there is one.
    """

    name: str
    called: tuple[str, str]
    count: Callable[[FileSession, date], int]
    query: Query | None = None

    def say(self, count: int, words: Words) -> str:
        """Return what `count` of them are called, without the number."""
        return words.plural(*self.called, count)


def _listed(name: str, called: tuple[str, str], entity: str, *filters: Filter) -> Figure:
    """Return the figure that counts what a list shows."""
    query = Query(entity, filters=filters)
    return Figure(name, called, partial(_count, query), query)


def _count(query: Query, session: FileSession, day: date) -> int:
    return len(find_ids(session, query, day))


def _equals(field: str, value: object) -> Filter:
    return Filter(field, Operator.EQUALS, value)


MEMBERS = _listed(
    "members",
    mark_plural("ciudad miembro", "ciudades miembro"),
    "municipality",
    _equals("membership_state", MembershipState.MEMBER.value),
)
APPLICANTS = _listed(
    "applicants",
    mark_plural("solicitud de ingreso en trámite", "solicitudes de ingreso en trámite"),
    "municipality",
    _equals("membership_state", MembershipState.APPLICANT.value),
)
COUNTRIES = Figure("countries", mark_plural("país", "países"), country_count)
ENDED = _listed(
    "ended",
    mark_plural("contacto con el mandato vencido", "contactos con el mandato vencido"),
    "person",
    _equals("tenure_state", TenureState.ENDED.value),
)
TO_VERIFY = _listed(
    "to_verify",
    mark_plural("contacto con el mandato a verificar", "contactos con el mandato a verificar"),
    "person",
    _equals("tenure_state", TenureState.TO_VERIFY.value),
)
OVERDUE = _listed(
    "overdue",
    mark_plural("resolución atrasada", "resoluciones atrasadas"),
    "resolution",
    _equals("overdue", value=True),
)
UNFINISHED_RESOLUTIONS = _listed(
    "open",
    mark_plural("resolución pendiente o en curso", "resoluciones pendientes o en curso"),
    "resolution",
    Filter("state", Operator.ONE_OF, UNFINISHED),
)

FIGURES = (MEMBERS, COUNTRIES, APPLICANTS, ENDED, TO_VERIFY, OVERDUE, UNFINISHED_RESOLUTIONS)
"""All of them; a paper or a screen that tells one takes its name and its count from here."""
