"""What an officer says of a proposal: that it serves, or not and why; which reasons count; that an adoption begins."""

from collections.abc import Mapping
from types import MappingProxyType

from sqlalchemy import select

from app.matching.reading import read_aside
from app.records.drafts import Draft
from app.records.editing import write_checked
from app.records.namesakes import read_titles
from app.steps import begin_steps, stages_of
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.entities.adoption import Adoption
from db.entities.match import Match
from db.entities.need import Need
from db.exchange import Reason, Verdict
from db.session import FileSession
from db.store import Store
from db.titles import Name, Title
from db.values import RecordKey
from db.words import Label

NOBODY: Mapping[str, object] = MappingProxyType({})
"""Who gives, where no city does of which anything is known."""


def say_verdict(store: Store, need: str, experience: str, verdict: Verdict, why: str = "") -> Changes:
    """Say whether an experience serves a demand, and why; what was said of the two before is changed.

    Raises ProblemError when one of the two is no more.
    """
    names = _names(store, need, experience)
    values = {"need": names["need"], "experience": names["experience"], "verdict": Label(verdict.label)}
    title = Title("Valoración de «{experience}» para «{need}» ({verdict})", values=values)
    with store.operation(title) as session:
        pair = {"need_id": need, "experience_id": experience}
        said = {"verdict": verdict.value, "reason": why or None}
        write_checked(session, Draft("match", _kept(session, need, experience), {**pair, **said}))
    return session.changes


def take_back(store: Store, need: str, experience: str) -> Changes:
    """Take back what was said of an experience for a demand, if anything was.

    Raises ProblemError when one of the two is no more.
    """
    names = _names(store, need, experience)
    values = {"need": names["need"], "experience": names["experience"]}
    with store.operation(Title("Valoración quitada a «{experience}» para «{need}»", values=values)) as session:
        found = select(Match).where(Match.need_id == need, Match.experience_id == experience)
        for each in session.scalars(found).all():
            session.delete(each)
    return session.changes


def count_reason(store: Store, need: str, reason: Reason, *, counts: bool) -> Changes:
    """Let a reason count for a demand, or set it aside; ProblemError when the demand is no more."""
    values = {"need": _names(store, need)["need"], "reason": Label(reason.label)}
    title = (
        Title("Razón que cuenta otra vez para «{need}» ({reason})", values=values)
        if counts
        else Title("Razón que no cuenta para «{need}» ({reason})", values=values)
    )
    with store.operation(title) as session:
        before = read_aside(session.get_one(Need, need).set_aside)
        after = before - {reason} if counts else before | {reason}
        kept = ",".join(each.value for each in Reason if each in after)
        write_checked(session, Draft("need", need, {"set_aside": kept or None}))
    return session.changes


def begin_adoption(store: Store, need: str, experience: str, giver: Mapping[str, object] = NOBODY) -> Changes:
    """Begin the adoption of an experience by the city of a demand, with the steps of its route, none of them done.

    `giver` is the `giver_id` of a city or the `giver_name` of one without a record, or neither. One operation, the
    steps in the language of the store. Raises ProblemError when one of the two is no more, and when that city has
    begun to adopt the experience already.
    """
    names = _names(store, need, experience)
    with store.reading() as session:
        city = session.get_one(Need, need).municipality_id
        called = read_titles(session, "municipality", [city])[city]
        stages = stages_of(session, "adoption")
    values = {"experience": names["experience"], "city": Name(called)}
    with store.operation(Title("Adopción de «{experience}» en {city}", values=values)) as session:
        under_way = select(Adoption.id).where(
            Adoption.experience_id == experience, Adoption.municipality_id == city, Adoption.dropped_on.is_(None)
        )
        if session.scalars(under_way).first() is not None:
            raise ProblemError(Problem(mark("Esa ciudad ya empezó a adoptar esa experiencia.")))
        said = {"experience_id": experience, "municipality_id": city, "need_id": need, **giver}
        made = write_checked(session, Draft("adoption", None, said))
        begin_steps(session, RecordKey("adoption", made.id), stages, store.today())
    return session.changes


def _kept(session: FileSession, need: str, experience: str) -> str | None:
    """Return the row that says something of the two, the first of what older versions let in twice."""
    found = select(Match.id).where(Match.need_id == need, Match.experience_id == experience).order_by(Match.id)
    return session.scalars(found).first()


def _names(store: Store, need: str, experience: str = "") -> dict[str, Name]:
    """Return what the demand and the experience are called; ProblemError when one of them is no more."""
    with store.reading() as session:
        asked = read_titles(session, "need", [need]).get(need)
        found = read_titles(session, "experience", [experience]).get(experience) if experience else ""
    if asked is None:
        raise ProblemError(Problem(mark("La demanda ya no existe."), WHERE_DELETED))
    if found is None:
        raise ProblemError(Problem(mark("La experiencia ya no existe."), WHERE_DELETED))
    return {"need": Name(asked), "experience": Name(found)}
