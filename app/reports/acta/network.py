"""The acta in the form of the network's units (domain, 2.1)."""

from app.document import Block, Heading, Paragraph, Section
from app.reports.acta.blocks import (
    agenda,
    delegations_of,
    documents,
    next_meeting_of,
    not_held,
    opening_of,
    participants,
    state_of,
)
from app.reports.acta.reading import Acta
from app.reports.board_pack.minutes import adopted_table, minutes_of
from app.words.words import Words


def title_of(acta: Acta, words: Words) -> str:
    """Return what the acta is called: ACTA Nº 03/2011."""
    return words("ACTA Nº {number}", number=acta.number) if acta.number else words("ACTA sin número registrado")


def sections_of(acta: Acta, words: Words) -> tuple[Section, ...]:
    """Compose the acta and its annexes."""
    blocks: list[Block] = [
        Heading(acta.meeting.body),
        Heading(title_of(acta, words)),
        state_of(acta, words),
        *opening_of(acta, words),
        Heading(words("Delegaciones"), 3),
        delegations_of(acta, words),
        next_meeting_of(acta, words),
        Heading(words("Orden del día")),
        _short_agenda(acta, words),
        Heading(words("Memoria de la reunión")),
    ]
    for item in acta.items:
        blocks += [Heading(item.title, 3), minutes_of(item.minutes, words)]
    if not acta.items:
        blocks.append(minutes_of("", words))
    blocks += [
        Heading(words("Resoluciones")),
        adopted_table([each for _, each in acta.adopted], words, with_state=False, none=not_held(acta, words)),
    ]
    if acta.meeting.closing:
        blocks += [Heading(words("Cierre")), Paragraph(acta.meeting.closing)]
    annexes = (participants(acta, "I", words), agenda(acta, "II", words), documents(acta, "III", words))
    main = Section(words("MERCOCIUDADES"), tuple(blocks), sheet=words("Acta"))
    return (main, *(each for each in annexes if each is not None))


def _short_agenda(acta: Acta, words: Words) -> Paragraph:
    return Paragraph("\n".join(item.title for item in acta.items) or words("El orden del día está vacío."))
