"""Fields that derive from others: counted or found each time, never stored.

Each is an SQL expression over its entity's table. Whoever runs the query binds the parameters: `today` (ISO text, for
partial dates), `day` (the same, for whole dates) and `verified_since` (before it a verification is too old).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Date, String, and_, bindparam, case, func, or_, select
from sqlalchemy.orm import Mapped, aliased
from sqlalchemy.sql.elements import SQLCoreOperations

from db.entities.agenda_item import AgendaItem
from db.entities.attendance import Attendance
from db.entities.body import Body
from db.entities.contact_point import ContactKind, ContactPoint
from db.entities.document import Document
from db.entities.experience import Experience, experience_municipality, experience_theme
from db.entities.experience_result import ExperienceResult
from db.entities.meeting import Meeting
from db.entities.membership import Membership, MembershipState
from db.entities.municipality import Municipality
from db.entities.organisation import Organisation
from db.entities.person import Person
from db.entities.post import Post
from db.entities.resolution import UNFINISHED, Resolution
from db.entities.seat import Seat
from db.entities.tenure import Tenure, TenureState
from db.entities.theme import Theme
from db.fields import Field, Kind, mark
from db.positions import Ordered, place_in_list
from db.values import PartialDate

MONTHS_UNTIL_UNVERIFIED = 12
"""After how many months without confirmation a tenure is to be verified; the office's choice, no source sets one."""


def today() -> ColumnElement[str]:
    """Return the parameter that holds the day of the query, as ISO text."""
    return bindparam("today", type_=String)


def holds_on(
    starts: Mapped[PartialDate | None], ends: Mapped[PartialDate | None], day: ColumnElement[str]
) -> ColumnElement[bool]:
    """Tell whether `day` lies between two partial dates; a date that is not known does not exclude it.

    A start known by its year alone counts from the first of January, an end until the last of December: the text
    "2008" sorts before "2008-06-18", and an end is compared by as many letters as it has.
    """
    begun = or_(starts.is_(None), func.substr(starts, 1, 10) <= day)
    lasts = or_(ends.is_(None), func.substr(day, 1, func.length(ends)) <= ends)
    return and_(begun, lasts)


def ended_before(ends: SQLCoreOperations[PartialDate | None], day: ColumnElement[str]) -> ColumnElement[bool]:
    """Tell whether a partial date has wholly passed on `day`."""
    return and_(ends.is_not(None), func.substr(day, 1, func.length(ends)) > ends)


def tenure_state(tenure: type[Tenure]) -> ColumnElement[str]:
    """Return the state of a tenure today: ended, to verify, or current."""
    unverified = or_(tenure.verified_on.is_(None), tenure.verified_on < bindparam("verified_since", type_=Date))
    return case(
        (ended_before(tenure.ends, today()), TenureState.ENDED.value),
        (unverified, TenureState.TO_VERIFY.value),
        else_=TenureState.CURRENT.value,
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


def _member_since() -> ColumnElement[PartialDate]:
    return (
        select(func.min(Membership.starts))
        .where(Membership.municipality_id == Municipality.id, Membership.state == MembershipState.MEMBER.value)
        .correlate(Municipality)
        .scalar_subquery()
    )


def _current_tenures() -> ColumnElement[bool]:
    return ~ended_before(Tenure.ends, today())


def _person_post(what: ColumnElement[str] | ColumnElement[str | None]) -> ColumnElement[str | None]:
    return (
        select(what)
        .join_from(Tenure, Post, Post.id == Tenure.post_id)
        .where(Tenure.person_id == Person.id)
        .order_by(ended_before(Tenure.ends, today()), func.coalesce(Tenure.starts, "").desc(), Tenure.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _post_place() -> ColumnElement[str]:
    return func.coalesce(
        Municipality.title_of(Post.municipality_id),
        Organisation.title_of(Post.organisation_id),
        Body.title_of(Post.body_id),
    )


def _post_country() -> ColumnElement[str]:
    city, organisation = aliased(Municipality), aliased(Organisation)
    return func.coalesce(
        select(city.country).where(city.id == Post.municipality_id).scalar_subquery(),
        select(organisation.country).where(organisation.id == Post.organisation_id).scalar_subquery(),
    )


def _first_contact(*kinds: ContactKind) -> ColumnElement[str]:
    return (
        select(ContactPoint.value)
        .where(ContactPoint.person_id == Person.id, ContactPoint.kind.in_([kind.value for kind in kinds]))
        .order_by(ContactPoint.position, ContactPoint.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _tenure_of_person() -> ColumnElement[str | None]:
    return _person_post(tenure_state(Tenure))


def _people_of_city() -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(Tenure)
        .join(Post, Post.id == Tenure.post_id)
        .where(Post.municipality_id == Municipality.id, _current_tenures())
        .correlate(Municipality)
        .scalar_subquery()
    )


def _experiences_of_city() -> ColumnElement[int]:
    links = experience_municipality
    return (
        select(func.count())
        .select_from(links)
        .where(links.c.municipality_id == Municipality.id)
        .correlate(Municipality)
        .scalar_subquery()
    )


def _post_holder() -> ColumnElement[str]:
    return (
        select(Person.name)
        .join_from(Tenure, Person, Person.id == Tenure.person_id)
        .where(Tenure.post_id == Post.id, holds_on(Tenure.starts, Tenure.ends, today()))
        .order_by(func.coalesce(Tenure.starts, "").desc())
        .limit(1)
        .correlate(Post)
        .scalar_subquery()
    )


def _seats_of_body() -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(Seat)
        .where(Seat.body_id == Body.id, holds_on(Seat.starts, Seat.ends, today()))
        .correlate(Body)
        .scalar_subquery()
    )


def _overdue() -> ColumnElement[bool]:
    late = Resolution.due_on < bindparam("day", type_=Date)
    return and_(Resolution.state.in_(UNFINISHED), Resolution.due_on.is_not(None), late)


def _responsible() -> ColumnElement[str]:
    return func.coalesce(
        Municipality.title_of(Resolution.municipality_id),
        Body.title_of(Resolution.body_id),
        Person.title_of(Resolution.person_id),
    )


def _cities_of_experience() -> ColumnElement[str]:
    return (
        select(func.aggregate_strings(Municipality.short_name, ", "))
        .join_from(experience_municipality, Municipality, Municipality.id == experience_municipality.c.municipality_id)
        .where(experience_municipality.c.experience_id == Experience.id)
        .correlate(Experience)
        .scalar_subquery()
    )


def _themes_of_experience() -> ColumnElement[str]:
    return (
        select(func.aggregate_strings(Theme.name, ", "))
        .join_from(experience_theme, Theme, Theme.id == experience_theme.c.theme_id)
        .where(experience_theme.c.experience_id == Experience.id)
        .correlate(Experience)
        .scalar_subquery()
    )


def _attendance_count() -> ColumnElement[int]:
    return (
        select(func.count())
        .select_from(Attendance)
        .where(Attendance.meeting_id == Meeting.id, Attendance.state.in_(["present", "represented"]))
        .correlate(Meeting)
        .scalar_subquery()
    )


@dataclass(frozen=True, slots=True)
class Derived:
    """A derived field: its name, its facts, and the function that gives its expression."""

    name: str
    field: Field
    expression: Callable[[], ColumnElement[Any]]


def _order(entity: type[Ordered]) -> Derived:
    return Derived("order", Field(mark("Orden"), Kind.INTEGER, width=6), partial(place_in_list, entity))


def _state_today() -> ColumnElement[str | None]:
    return membership_on(Municipality.id, today())


DERIVED: Mapping[str, tuple[Derived, ...]] = {
    "municipality": (
        Derived(
            "membership_state",
            Field(mark("Situación"), Kind.CHOICE, choices=MembershipState, width=14),
            _state_today,
        ),
        Derived("member_since", Field(mark("Miembro desde"), Kind.PARTIAL_DATE, width=12), _member_since),
        Derived("people", Field(mark("Contactos"), Kind.INTEGER, width=10), _people_of_city),
        Derived("experiences", Field(mark("Experiencias"), Kind.INTEGER, width=12), _experiences_of_city),
    ),
    "person": (
        Derived("post", Field(mark("Cargo"), width=26), lambda: _person_post(Post.name.expression)),
        Derived("place", Field(mark("Ciudad u organismo"), width=24), lambda: _person_post(_post_place())),
        Derived("country", Field(mark("País"), Kind.COUNTRY, width=12), lambda: _person_post(_post_country())),
        Derived(
            "email",
            Field(mark("Correo"), Kind.EMAIL, width=26, personal=True),
            lambda: _first_contact(ContactKind.EMAIL),
        ),
        Derived(
            "phone",
            Field(mark("Teléfono"), Kind.PHONE, width=18, personal=True),
            lambda: _first_contact(ContactKind.PHONE, ContactKind.MOBILE),
        ),
        Derived(
            "tenure_state",
            Field(mark("Mandato"), Kind.CHOICE, choices=TenureState, width=16),
            _tenure_of_person,
        ),
    ),
    "tenure": (
        Derived(
            "tenure_state",
            Field(mark("Mandato"), Kind.CHOICE, choices=TenureState, width=16),
            lambda: tenure_state(Tenure),
        ),
    ),
    "post": (Derived("holder", Field(mark("Lo ocupa"), width=26, personal=True), _post_holder),),
    "body": (Derived("seat_count", Field(mark("Integrantes"), Kind.INTEGER, width=10), _seats_of_body),),
    "meeting": (Derived("present", Field(mark("Presentes"), Kind.INTEGER, width=10), _attendance_count),),
    "resolution": (
        Derived("responsible", Field(mark("Responsable"), width=24), _responsible),
        Derived("overdue", Field(mark("Vencida"), Kind.BOOLEAN, width=8), _overdue),
        _order(Resolution),
    ),
    "experience": (
        Derived("cities", Field(mark("Ciudades"), width=30), _cities_of_experience),
        Derived("theme_names", Field(mark("Temas"), width=26), _themes_of_experience),
    ),
    "agenda_item": (_order(AgendaItem),),
    "attendance": (_order(Attendance),),
    "contact_point": (_order(ContactPoint),),
    "document": (_order(Document),),
    "experience_result": (_order(ExperienceResult),),
    "theme": (_order(Theme),),
}
"""The derived fields of each entity, in the order in which they are offered."""


def expression_of(entity: str, name: str) -> ColumnElement[Any] | None:
    """Return the expression of the derived field `name` of `entity`, or None when there is no such one."""
    return next((derived.expression() for derived in DERIVED.get(entity, ()) if derived.name == name), None)
