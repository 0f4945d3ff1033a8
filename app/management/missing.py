"""What the informe de gestión of a term lacks: read once, and said on its last page and on the page of the term."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.agenda.records import keys_between
from app.document import Block, DescriptionList, Heading, Paragraph, Reference, Several, Tone, Value
from app.management.chapters import Unwritten
from app.management.facts import Facts, facts_within
from app.words.names import BETWEEN_NAMES
from app.words.words import Words, mark
from db.papers import ActaState
from db.session import FileSession
from db.store import Store

SECTION = "missing"
"""The name of the section that says it."""
TITLE = mark("Lo que falta para el informe")
CHAPTERS = "chapters"
"""The part of a term where its chapters are written."""
_MOST = 40
"""The most records that are named of one thing that is missing; the others are counted."""

_DERIVED: Mapping[str, str] = {
    "plan": mark("Plan de trabajo"),
    "meetings": mark("Reuniones realizadas"),
    "units": mark("Unidades Temáticas"),
    "adopted": mark("Declaraciones y recomendaciones"),
    "funds": mark("Fondos de proyectos"),
    "participants": mark("Participantes"),
    "activities": mark("Actividades"),
}
"""What is derived of the records of the term, by a name of ours: what has none is left out of the report."""


@dataclass(frozen=True, slots=True)
class Missing:
    """What is missing: `empty` are the names of what is derived and has no record; lines are no vacant ones.

    Of the acta of a meeting it is said which is not written, and which is not approved yet.
    """

    language: str
    unwritten: Sequence[Unwritten]
    empty: Sequence[str]
    unshown: Sequence[Reference]
    unmeasured: Sequence[Reference]
    without_acta: Sequence[Reference]
    unapproved: Sequence[Reference]
    unreported: Sequence[Reference]
    doubtful: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        lists = (self.unshown, self.unmeasured, self.without_acta, self.unapproved, self.unreported)
        return not (self.unwritten or self.empty or self.doubtful or any(lists))


def read_missing(session: FileSession, store: Store, period_id: str) -> Missing:
    """Read what is missing of the informe of a term in the language of the store."""
    return missing_of(session, facts_within(session, store, period_id))


def missing_of(session: FileSession, facts: Facts) -> Missing:
    """Return what is missing of what was read of a term."""
    language = facts.store.language or "es"
    lines = [line for line in facts.lines if not line.vacant]
    meetings = [(each, Reference(each.name, "meeting", each.id)) for each in facts.held]
    return Missing(
        language,
        facts.chapters.unwritten(language),
        _empty(session, facts),
        [_line(line.id, line.number, line.name) for line in lines if line.id not in facts.evidence],
        [_line(line.id, line.number, line.name) for line in lines if not line.measured],
        [called for each, called in meetings if each.acta is None],
        [called for each, called in meetings if each.acta not in (None, ActaState.APPROVED)],
        [
            Reference(unit.name, "body", unit.id)
            for unit in facts.units.units
            if not any(report.received for report in unit.reports)
        ],
        facts.doubtful,
    )


def _line(key: str, number: str, name: str) -> Reference:
    return Reference(BETWEEN_NAMES.join((number, name)), "plan_line", key)


def _empty(session: FileSession, facts: Facts) -> Sequence[str]:
    term = facts.term
    starts = term.starts.first_day if term.starts is not None else None
    ends = term.ends.last_day if term.ends is not None else None
    there = {
        "plan": facts.lines,
        "meetings": facts.held,
        "units": facts.active_units,
        "adopted": (*facts.declared, *facts.recommended),
        "funds": facts.amounts,
        "participants": facts.participants.cities,
        "activities": keys_between(session, "activity", starts, ends),
    }
    return [name for name in _DERIVED if not there[name]]


def missing_blocks(found: Missing, words: Words) -> Iterator[Block]:
    """Compose what is missing: the chapters first, then what has no record, then the records that lack something."""
    if found.is_whole:
        yield Paragraph(words("No falta nada de lo que el informe puede tener."), Tone.MUTED)
        return
    pairs = [*_chapters(found, words), *_others(found, words)]
    chapters = len(found.unwritten)
    names = tuple(CHAPTERS if at < chapters else "" for at in range(len(pairs)))
    yield DescriptionList(tuple(pairs), names=names, wanting=frozenset(range(chapters)))


def missing_section(found: Missing, words: Words) -> Iterator[Block]:
    """Compose the same under its heading, as the page of a term has it."""
    yield Heading(words(TITLE), name=SECTION)
    yield from missing_blocks(found, words)


def _chapters(found: Missing, words: Words) -> Iterator[tuple[str, Value]]:
    for each in found.unwritten:
        label = words("Capítulo: {name}", name=words(each.kind.label))
        if not each.written_in:
            yield label, words("sin escribir")
            continue
        names = ", ".join(words.language_name(code) for code in each.written_in)
        yield (
            label,
            words(
                "sin escribir en {language}; está en {languages}",
                language=words.language_name(found.language),
                languages=names,
            ),
        )


def _others(found: Missing, words: Words) -> Iterator[tuple[str, Value]]:
    if found.empty:
        names = "\n".join(words(_DERIVED[name]) for name in found.empty)
        yield words("Sin nada registrado en la gestión"), names
    lists = (
        (words("Líneas sin evidencia"), found.unshown),
        (words("Líneas sin acciones medidas"), found.unmeasured),
        (words("Reuniones sin acta"), found.without_acta),
        (words("Reuniones con el acta sin aprobar"), found.unapproved),
        (words("Unidades sin informe recibido"), found.unreported),
    )
    yield from ((label, _several(own, words)) for label, own in lists if own)
    if found.doubtful:
        said = words.plural(
            "{count} monto con fecha incompleta no se suma",
            "{count} montos con fecha incompleta no se suman",
            found.doubtful,
        )
        yield words("Fondos de proyectos"), said


def _several(own: Sequence[Reference], words: Words) -> Several:
    left = len(own) - _MOST
    more = (words.plural("y {count} más", "y {count} más", left),) if left > 0 else ()
    return Several((*own[:_MOST], *more))
