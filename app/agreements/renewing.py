"""Agreements are renewed: their end moves, and the log keeps until when they lasted before."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.records.drafts import Draft
from app.records.editing import write_checked
from app.words.problems import Place, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.entities.agreement import Agreement
from db.store import Store
from db.titles import Name, Title
from db.values import PartialDate, RecordKey


@dataclass(frozen=True, slots=True)
class Renewal:
    """An agreement that is renewed: until when it lasts, None where that is not recorded, and until when it will."""

    id: str
    name: str
    ends: PartialDate | None
    until: PartialDate


def renewals_of(store: Store, ids: Sequence[str]) -> tuple[Renewal, ...]:
    """Return what is proposed for agreements: their end and the months by which they renew; without either, none."""
    wanted = select(Agreement.id, Agreement.name, Agreement.ends, Agreement.renewed_until)
    wanted = wanted.where(Agreement.id.in_(ids)).order_by(Agreement.ends, Agreement.name_key, Agreement.id)
    with store.reading() as session:
        rows = session.execute(wanted).all()
    return tuple(Renewal(key, name, ends, until) for key, name, ends, until in rows if until is not None)


def renew(store: Store, renewals: Sequence[Renewal], words: Words) -> Changes:
    """Write the new ends and a note about each in the log, in the language of `words`, as one operation.

    Raises ProblemError when there is nothing to renew, for an end that is not after the present one, and for what a
    rule refuses.
    """
    if not renewals:
        text = mark("Nada de lo elegido se renueva por meses desde una fecha de vencimiento.")
        raise ProblemError(Problem(text, mark("Anote cuándo vence y por cuántos meses se renueva.")))
    one = Title("Renovación de «{name}»", values={"name": Name(renewals[0].name)})
    several = Title("Renovación de {count} convenio", "Renovación de {count} convenios", len(renewals))
    with store.operation(one if len(renewals) == 1 else several) as session:
        for each in renewals:
            if each.ends is not None and each.until.last_day <= each.ends.last_day:
                text = mark("No es posterior al vencimiento de ahora ({day}).")
                raise ProblemError(Problem(text, place=Place(field="ends"), values={"day": each.ends}))
            write_checked(session, Draft("agreement", each.id, {"ends": each.until}))
            note = {"day": store.today(), "subject": RecordKey("agreement", each.id), "text": _said(each, words)}
            write_checked(session, Draft("interaction", None, note))
    return session.changes


def _said(each: Renewal, words: Words) -> str:
    until = words.date(each.until)
    if each.ends is None:
        return words("Renovado hasta el {until}.", until=until)
    return words("Renovado hasta el {until}; antes vencía el {ends}.", until=until, ends=words.date(each.ends))
