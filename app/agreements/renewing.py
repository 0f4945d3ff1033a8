"""Agreements are renewed: their end moves, and the log keeps until when they lasted before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from sqlalchemy import literal, select

from app.records.drafts import Draft
from app.records.editing import write_checked
from app.words.problems import Place, Problem, ProblemError
from app.words.words import Words, mark
from db.changes import Changes
from db.entities.agreement import Agreement
from db.months import MONTHS_OF_A_YEAR, months_after
from db.session import FileSession
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
    """Return what is proposed for agreements: their end and the months by which they renew; without either, none.

    One that ended longer ago is renewed by as many spans as bring its end to today or later.
    """
    wanted = select(Agreement.id, Agreement.name, Agreement.ends, Agreement.renews_by)
    wanted = wanted.where(Agreement.id.in_(ids)).order_by(Agreement.ends, Agreement.name_key, Agreement.id)
    with store.reading() as session:
        rows = session.execute(wanted).all()
        return tuple(
            Renewal(key, name, ends, _renewed(session, key, ends, months, store.today()))
            for key, name, ends, months in rows
            if ends is not None and months is not None
        )


def _renewed(session: FileSession, key: str, ends: PartialDate, months: int, today: date) -> PartialDate:
    """Return the first end of an agreement, whole spans of `months` after the present one, that is later and to come.

    Counted from the present end, so that one on the 31st of a month comes back to it after a shorter one.
    """
    least = max(today, ends.last_day + timedelta(days=1))
    passed = (least.year - ends.year) * MONTHS_OF_A_YEAR + least.month - (ends.month or MONTHS_OF_A_YEAR)
    spans = max(1, passed // months)
    while (until := _after(session, key, spans * months)).last_day < least:
        spans += 1
    return until


def _after(session: FileSession, key: str, months: int) -> PartialDate:
    until = months_after(Agreement.__table__, Agreement.ends.expression, literal(months))
    found = session.scalars(select(until).select_from(Agreement).where(Agreement.id == key)).one()
    return cast("PartialDate", found)  # null of null alone, and its end is there


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
                raise ProblemError(_no_later(each, each.ends, alone=len(renewals) == 1))
            write_checked(session, Draft("agreement", each.id, {"ends": each.until}))
            note = {"day": store.today(), "subject": RecordKey("agreement", each.id), "text": _said(each, words)}
            write_checked(session, Draft("interaction", None, note))
    return session.changes


def _no_later(each: Renewal, ends: PartialDate, *, alone: bool) -> Problem:
    """Say that an end is no later than the present one: beside its field, or of several with the name of which."""
    if alone:
        text = mark("No es posterior al vencimiento de ahora ({day}).")
        return Problem(text, place=Place(field="ends"), values={"day": ends})
    text = mark("«{name}»: el vencimiento nuevo no es posterior al de ahora ({day}).")
    return Problem(text, values={"name": Name(each.name), "day": ends})


def _said(each: Renewal, words: Words) -> str:
    until = words.date(each.until)
    if each.ends is None:
        return words("Renovado hasta el {until}.", until=until)
    return words("Renovado hasta el {until}; antes vencía el {ends}.", until=until, ends=words.date(each.ends))
