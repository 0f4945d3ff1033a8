"""The figures that papers and screens tell: each has one name and is counted in one way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from app.network.members import country_count
from app.other_networks.questions import SILENT as SILENT_NETWORK
from app.records.catalog import Filter, Operator, Order, Query
from app.records.deadlines import due_until, overdue
from app.screens.agreements import EXPIRING
from app.screens.contacted import SILENT
from app.screens.exchange import OPEN
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

    `asked` makes the query of the list of what is counted as of a day, where there is one.
    """

    name: str
    called: tuple[str, str]
    count: Callable[[FileSession, date], int]
    asked: Callable[[date], Query] | None = None

    def say(self, count: int, words: Words) -> str:
        """Return what `count` of them are called, without the number."""
        return words.plural(*self.called, count)

    def counted(self, count: int, words: Words) -> str:
        """Return `count` of them in words, with the number."""
        return f"{words.number(count)} {self.say(count, words)}"

    def listed(self, day: date) -> Query | None:
        """Return what asks for the list of what is counted as of `day`, None where there is none."""
        return self.asked(day) if self.asked is not None else None


def _listed(name: str, called: tuple[str, str], entity: str, *filters: Filter) -> Figure:
    """Return the figure that counts what a list shows."""
    query = Query(entity, filters=filters)
    return _asked(name, called, lambda _: query)


def _asked(name: str, called: tuple[str, str], asked: Callable[[date], Query]) -> Figure:
    """Return the figure that counts what the list that is `asked` for as of a day shows."""
    return Figure(name, called, partial(_count, asked), asked)


def _count(asked: Callable[[date], Query], session: FileSession, day: date) -> int:
    return len(find_ids(session, asked(day), day))


def _equals(field: str, value: object) -> Filter:
    return Filter(field, Operator.EQUALS, value)


_IS_MEMBER = _equals("membership_state", MembershipState.MEMBER.value)

MEMBERS = _listed("members", mark_plural("ciudad miembro", "ciudades miembro"), "municipality", _IS_MEMBER)
APPLICANTS = _listed(
    "applicants",
    mark_plural("solicitud de ingreso en trámite", "solicitudes de ingreso en trámite"),
    "municipality",
    _equals("membership_state", MembershipState.APPLICANT.value),
)
COUNTRIES = Figure("countries", mark_plural("país", "países"), country_count)
TO_VERIFY = _listed(
    "to_verify",
    mark_plural("contacto con el mandato a verificar", "contactos con el mandato a verificar"),
    "person",
    _equals("tenure_state", TenureState.TO_VERIFY.value),
)
OVERDUE = _asked("overdue", mark_plural("plazo vencido", "plazos vencidos"), lambda _: overdue())
DUE = _asked(
    "due",
    mark_plural("plazo que vence en los próximos 30 días", "plazos que vencen en los próximos 30 días"),
    lambda day: due_until(day + timedelta(days=30)),
)
EXPIRING_AGREEMENTS = _listed(
    "expiring",
    mark_plural("convenio por vencer", "convenios por vencer"),
    "agreement",
    *EXPIRING.filters,
)
UNFINISHED_RESOLUTIONS = _listed(
    "open",
    mark_plural("resolución pendiente o en curso", "resoluciones pendientes o en curso"),
    "resolution",
    Filter("state", Operator.ONE_OF, UNFINISHED),
)
NEEDS_WITHOUT = _listed(
    "needs_without",
    mark_plural("demanda abierta sin una experiencia que sirva", "demandas abiertas sin una experiencia que sirva"),
    "need",
    *OPEN.filters,
    _equals("serving_count", 0),
)
SILENT_CITIES = _asked(
    "silent_cities",
    mark_plural("ciudad miembro sin contacto hace 6 meses", "ciudades miembro sin contacto hace 6 meses"),
    lambda _: Query(
        "municipality",
        filters=(_IS_MEMBER, *SILENT.filters),
        order=(Order("silent_months", descending=True), Order("short_name")),
    ),
)
SILENT_NETWORKS = _asked(
    "silent_networks",
    mark_plural("red sin contacto hace 6 meses", "redes sin contacto hace 6 meses"),
    lambda _: SILENT_NETWORK,
)

FIGURES = (
    MEMBERS,
    COUNTRIES,
    APPLICANTS,
    OVERDUE,
    DUE,
    TO_VERIFY,
    EXPIRING_AGREEMENTS,
    UNFINISHED_RESOLUTIONS,
    NEEDS_WITHOUT,
    SILENT_CITIES,
    SILENT_NETWORKS,
)
"""All of them; a paper or a screen that tells one takes its name and its count from here."""
