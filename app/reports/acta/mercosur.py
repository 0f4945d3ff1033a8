"""The acta in the style of MERCOSUR, which its Foro and its committees use (domain, 2.2)."""

from collections.abc import Iterable, Iterator

from app.document import Block, Heading, Paragraph, Section, Tone
from app.reports.acta.blocks import (
    agenda,
    delegations_of,
    documents,
    opening_of,
    participants,
    resolution_of,
    state_of,
    summary,
)
from app.reports.acta.reading import Acta, Delegate, by_country
from app.reports.board_pack.minutes import minutes_of
from app.words.names import BETWEEN_NAMES
from app.words.words import Words
from db.entities.attendance import AttendanceState

_MARK = "MERCOSUR/"


def title_of(acta: Acta, words: Words) -> str:
    """Return the code of the acta: MERCOSUR/FCCR/ACTA Nº 03/11; the code of the meeting where that is one already."""
    if acta.meeting.code.startswith(_MARK):
        return acta.meeting.code
    organ = acta.organ.upper()
    if not acta.number:
        return words("MERCOSUR/{organ}/ACTA sin número registrado", organ=organ)
    return words("MERCOSUR/{organ}/ACTA Nº {number}", organ=organ, number=_short(acta.number))


def _short(number: str) -> str:
    """Return a number with two figures of its year."""
    first, between, year = number.rpartition("/")
    return f"{first}{between}{year[-2:]}" if between and year.strip().isdecimal() else number


def sections_of(acta: Acta, words: Words) -> tuple[Section, ...]:
    """Compose the acta and its annexes."""
    blocks: list[Block] = [
        Paragraph(acta.meeting.body, Tone.STRONG),
        state_of(acta, words),
        *opening_of(acta, words),
        Heading(words("Delegaciones")),
        delegations_of(acta, words),
        *_ad_referendum(acta, words),
        Heading(words("Temas tratados")),
        *_themes(acta, words),
        Heading(words("Próxima reunión")),
        _next_meeting(acta, words),
    ]
    if acta.meeting.closing:
        blocks += [Heading(words("Cierre")), Paragraph(acta.meeting.closing)]
    annexes = (
        participants(acta, "I", words),
        agenda(acta, "II", words),
        summary(acta, "III", words),
        documents(acta, "IV", words),
    )
    main = Section(title_of(acta, words), tuple(blocks), sheet=words("Acta"))
    return (main, *(each for each in annexes if each is not None))


def _next_meeting(acta: Acta, words: Words) -> Paragraph:
    said = acta.meeting.next_meeting
    return Paragraph(said) if said else Paragraph(words("No registrada."), Tone.MUTED)


def _themes(acta: Acta, words: Words) -> Iterator[Block]:
    """Compose each item with what was said of it and resolved on it; what was resolved on none stands at the end."""
    known = {item.id for item in acta.items}
    for item in acta.items:
        yield Heading(item.title, 3)
        yield minutes_of(item.minutes, words)
        yield from (resolution_of(each, words) for of_item, each in acta.adopted if of_item == item.id)
    rest = [each for of_item, each in acta.adopted if of_item not in known]
    if rest:
        yield Heading(words("Otras resoluciones") if acta.items else words("Resoluciones"), 3)
        yield from (resolution_of(each, words) for each in rest)
    if not acta.items and not rest:
        yield minutes_of("", words)


def _ad_referendum(acta: Acta, words: Words) -> Iterator[Paragraph]:
    """Say of which delegations, convened and not there, the acta awaits the word; and of which nothing is recorded."""
    if not acta.is_marked:
        return
    countries = by_country([each for each in acta.delegates if each.country], words)
    missing = [country for country, here in countries.items() if _is_absent(here)]
    unknown = [country for country, here in countries.items() if not _came(here) and not _is_absent(here)]
    if missing:
        names = BETWEEN_NAMES.join(missing)
        said = words("Acta ad referendum de las delegaciones convocadas que no asistieron: {names}.", names=names)
        yield Paragraph(said)
    if unknown:
        names = BETWEEN_NAMES.join(unknown)
        yield Paragraph(words("No está registrado si asistieron: {names}.", names=names), Tone.MUTED)


def _came(here: Iterable[Delegate]) -> bool:
    return any(each.came for each in here)


def _is_absent(here: Iterable[Delegate]) -> bool:
    """Tell whether it is recorded of all who were convened for a country that they did not come."""
    return all(not each.came and each.state is not AttendanceState.CONVENED for each in here)
