"""The studies in the dossier: those still to be delivered, those delivered in the term, what they recommend."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select

from app.document import NOT_RECORDED, Cell, Column, Paragraph, Reference, Section, Several, Table, Tone
from app.records.namesakes import titles_apart
from app.reports.board_pack.meeting import Basis
from app.reports.board_pack.rows import Listed, Row, listing, only_says, read_listed
from app.reports.board_pack.standing import as_it_stands
from app.reports.report import ReportPart
from app.words.words import Words, mark
from db.entities.recommendation import Recommendation
from db.entities.study import Study, StudyKind
from db.session import FileSession
from db.spans import may_be_between

TITLE = mark("Estudios")
_READ = ("name", "kind", "author", "ordered_on", "due_on", "delivered_on", "is_overdue")


@dataclass(frozen=True, slots=True)
class Studies:
    """Studies, those delivered only from the day `since` to `until`, and by their keys what they recommend."""

    since: date
    until: date
    listed: Listed
    recommended: Mapping[str, Sequence[Reference]]


def _gather(session: FileSession, basis: Basis) -> Studies:
    """Read those that are owed by when they are due, then those delivered, the latest first."""
    starts = basis.meeting.term.starts if basis.meeting.term is not None else None
    first = basis.since.after + timedelta(days=1)
    since = min(first, starts.first_day) if starts is not None else first
    until = basis.since.until
    delivered = may_be_between(Study.delivered_on, since - timedelta(days=1), until)
    wanted = select(Study.id).where(or_(Study.delivered_on.is_(None), delivered))
    order = Study.delivered_on.is_not(None), Study.delivered_on.desc(), Study.due_on.is_(None), Study.due_on
    keys = list(session.scalars(wanted.order_by(*order, Study.name_key, Study.id)))
    listed = read_listed(session, basis.store, "study", _READ, keys)
    return Studies(since, until, listed, _recommended(session, basis, [key for key, _ in listed.rows]))


def _recommended(session: FileSession, basis: Basis, studies: Sequence[str]) -> Mapping[str, Sequence[Reference]]:
    asked = select(Recommendation.study_id, Recommendation.id).where(Recommendation.study_id.in_(studies))
    found = session.execute(asked.order_by(Recommendation.day, Recommendation.id)).all()
    names = titles_apart(session, basis.store, "recommendation", [key for _, key in found])
    recommended = defaultdict[str, list[Reference]](list)
    for study, key in found:
        recommended[str(study)].append(Reference(names[key], "recommendation", key))
    return recommended


def _compose(_: Basis, found: Studies, words: Words) -> Section:
    title, first, last = words(TITLE), words.date(found.since), words.date(found.until)
    if not found.listed.rows:
        none = words(
            "No hay estudios por entregar, ni entregados entre el {first} y el {last}.", first=first, last=last
        )
        return only_says(title, none)
    columns = (
        Column(words("Estudio"), 4.5),
        Column(words("Tipo"), 1.8),
        Column(words("Autoría"), 2.6),
        Column(words("Encargado el"), 1.3),
        Column(words("Se entrega el"), 1.3),
        Column(words("Entregado el"), 1.3),
        Column(words("Recomendaciones"), 4),
    )
    which = words("Por entregar, y entregados entre el {first} y el {last}.", first=first, last=last)
    said = Paragraph(which, Tone.MUTED, with_next=True)
    rows = tuple(_row(key, row, found.recommended.get(key, ()), words) for key, row in found.listed.rows)
    return listing(title, Table(columns, rows), found.listed.more, words, above=(said,))


def _row(key: str, row: tuple[Any, ...], recommended: Sequence[Reference], words: Words) -> Row:
    name, kind, author, ordered_on, due_on, delivered_on, overdue = row
    return (
        Reference(name, "study", key),
        words(StudyKind.of(kind).label) if kind else None,
        author or NOT_RECORDED,
        ordered_on,
        Cell(due_on, Tone.LATE if overdue else Tone.PLAIN),
        delivered_on or Cell(words("atrasado") if overdue else words("por entregar"), _tone(overdue=overdue)),
        Several(tuple(recommended)) if recommended else None,
    )


def _tone(*, overdue: bool) -> Tone:
    return Tone.LATE if overdue else Tone.MUTED


STUDIES = as_it_stands(ReportPart("studies", TITLE, _gather, _compose, is_usual=False))
