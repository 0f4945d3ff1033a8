"""The meetings of the forums on paper: each series by itself, as it is counted, the newest first."""

from collections.abc import Mapping, Sequence

from app.document import Block, Cell, Column, Heading, Paragraph, Reference, Section, Table, Tone, Value
from app.forum.facts import Facts, Held
from app.forum.overview import say_place
from app.reports.report import ReportPart, gather_nothing
from app.words.folding import fold
from app.words.words import Words, mark

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    blocks: list[Block] = []
    names = {body.id: body.name for body in facts.bodies}
    titles = {each.id: each.name for each in facts.meetings}
    for series in by_series(facts.meetings).values():
        own = series[0].series
        holders = dict.fromkeys(names[each.body_id] for each in series)
        blocks.append(Heading(own or words("Sin serie")))
        blocks.append(Paragraph(", ".join(holders), Tone.MUTED, with_next=True))
        blocks.append(Table(_columns(words), tuple(_row(each, titles, words) for each in series)))
    if not blocks:
        blocks.append(Paragraph(words("Todavía no hay reuniones."), Tone.MUTED))
    title = words("Reuniones por serie")
    return Section(title, tuple(blocks), sheet=words("Reuniones"), landscape=True)


def by_series(meetings: Sequence[Held]) -> Mapping[tuple[str, str], Sequence[Held]]:
    """Return meetings by the body and the series in which they are counted, those of no series last."""
    found: dict[tuple[str, str], list[Held]] = {}
    for each in sorted(meetings, key=lambda each: not each.series):
        key = fold(each.series.strip())
        found.setdefault((each.body_id if key else "", key), []).append(each)
    return found


def _columns(words: Words) -> tuple[Column, ...]:
    return (
        Column(words("Código"), 1.2),
        Column(words("Reunión"), 4),
        Column(words("Fecha"), 1.5),
        Column(words("Último día"), 1.5),
        Column(words("Lugar"), 2.6),
        Column(words("Dentro de"), 2.6),
        Column(words("Preside"), 1.6),
        Column(words("Situación"), 1.6),
    )


def _row(each: Held, titles: Mapping[str, str], words: Words) -> Row:
    return (
        each.code or None,
        Cell(Reference(each.name, "meeting", each.id), Tone.MUTED if each.is_off else Tone.PLAIN),
        each.first,
        each.last if each.last != each.first else None,
        say_place(each) or None,
        titles.get(each.within or ""),
        words.country(each.country) if each.country else None,
        words(each.state.label),
    )


MEETINGS = ReportPart("meetings", mark("Reuniones por serie"), gather_nothing, _compose)
