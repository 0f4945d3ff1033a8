"""The forums on paper: who presides, the bodies, and who sits on each, by country."""

from collections.abc import Iterator, Sequence

from app.document import (
    NOT_RECORDED,
    Block,
    Cell,
    Column,
    DescriptionList,
    Heading,
    Paragraph,
    Reference,
    Section,
    Table,
    Tone,
    Value,
)
from app.forum.facts import Facts, ForumBody
from app.forum.overview import say_day, say_presidency, sitters
from app.meetings.country_seats import say_role
from app.meetings.sitting import Sitting
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    presides = say_presidency(facts.presidency, words)
    blocks: list[Block] = [DescriptionList(((words("Presidencia pro tempore"), presides),))]
    for body in facts.bodies:
        blocks += _body(body, words)
    if not facts.bodies:
        blocks.append(Paragraph(words("El archivo no tiene ningún foro."), Tone.MUTED))
    title = words("Foro e integrantes")
    return Section(title, tuple(blocks), sheet=words("Integrantes"))


def _body(body: ForumBody, words: Words) -> Iterator[Block]:
    name = f"{body.name} ({body.acronym})" if body.acronym and body.acronym != body.name else body.name
    yield Heading(name, level=2 if body.level == 0 else 3)
    met = ((words("Última reunión"), body.last), (words("Próxima reunión"), body.next))
    pairs = tuple((said, f"{each.name} ({say_day(each, words)})") for said, each in met if each is not None)
    if pairs:
        yield DescriptionList(pairs, with_next=bool(body.sittings))
    if not body.sittings:
        yield Paragraph(words("Sin integrantes hoy."), Tone.MUTED)
        return
    columns: tuple[Column, ...] = (
        Column(words("País"), 1.4),
        Column(words("Ciudad u organismo"), 2),
        Column(words("Función"), 1.8),
        Column(words("Persona"), 2.4),
    )
    if all(not each.place_id for each in body.sittings):
        columns = (columns[0], *columns[2:])
    rows = [row for sitting, alternates in sitters(body) for row in _rows(sitting, alternates, words)]
    yield Table(columns, tuple(row if len(columns) == len(row) else (row[0], *row[2:]) for row in rows))


def _rows(sitting: Sitting, alternates: Sequence[Sitting], words: Words) -> Iterator[Row]:
    for each in (sitting, *alternates):
        titular = sitting.person if each is not sitting else ""
        person = Reference(each.person, "person", each.person_id) if each.person_id else NOT_RECORDED
        country = words.country(each.country) if each.country else None
        yield country, each.name if each.place_id else None, say_role(each.role, titular, words), person


BODIES = ReportPart("bodies", mark("Foro e integrantes"), gather_nothing, _compose)
