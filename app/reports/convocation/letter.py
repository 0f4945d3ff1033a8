"""One letter of a convocation, as a section of its own: nothing stands in it that is not recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.document import Block, DescriptionList, Heading, Letterhead, Paragraph, Section, Start, Tone
from app.reports.board_pack.annexes import Annexed
from app.reports.board_pack.items import Item
from app.reports.board_pack.meeting import MeetingData, say_date, say_places
from app.reports.convocation.addressees import Addressee
from app.reports.convocation.salutation import greet
from app.words.words import Words

ROOM_TO_SIGN = "\u00a0\n\u00a0"
"""Lines above a name, for the signature."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the letters in one language tell: the meeting as that language calls it, its agenda and its annexes.

    Before the day `confirm_by` whoever comes is asked to say so; None asks nothing.
    """

    meeting: MeetingData
    items: tuple[Item, ...]
    annexes: tuple[Annexed, ...]
    confirm_by: date | None = None


def write_letter(
    addressee: Addressee, occasion: Occasion, letterhead: Letterhead | None, day: date, words: Words
) -> Section:
    """Write the letter of `day` to an addressee in the language of `words`."""
    blocks = (
        Paragraph(_say_dated(occasion.meeting, day, words)),
        *_address(addressee, words),
        Paragraph(greet(addressee.treatment, addressee.person, words)),
        Paragraph(words("Por la presente invitamos a participar en la reunión que se indica a continuación.")),
        DescriptionList(tuple(_facts(occasion.meeting, words))),
        *_agenda(occasion, words),
        *_annexes(occasion, words),
        *_confirm(occasion, words),
        Paragraph(words("Saludamos atentamente."), with_next=True),
        *_signature(letterhead),
    )
    name = addressee.person or addressee.city or addressee.organisation
    return Section(
        words("Convocatoria - {name}", name=name),
        blocks,
        sheet=name,
        start=Start.NEW_PAGE,
        heading=words("Convocatoria"),
        language=words.language,
    )


def _say_dated(meeting: MeetingData, day: date, words: Words) -> str:
    said = words.long_date(day)
    city = meeting.term.city if meeting.term else ""
    return words("{city}, {date}", city=city, date=said) if city else said


def _address(addressee: Addressee, words: Words) -> Iterator[Block]:
    """Yield to whom it goes: the person in one line, below it the post and the place; else the place alone."""
    city = addressee.city
    if city and addressee.country:
        city = words("{city} ({country})", city=city, country=words.country(addressee.country))
    place = city or addressee.organisation
    if addressee.person:
        yield Paragraph(f"{addressee.treatment} {addressee.person}".strip(), Tone.STRONG, with_next=True)
        lines = [line for line in (addressee.post, place) if line]
        if lines:
            yield Paragraph("\n".join(lines))
    elif city:
        yield Paragraph(words("A la ciudad de {city}", city=city), Tone.STRONG)
    else:
        yield Paragraph(words("Para: {name}", name=place), Tone.STRONG)


def _facts(meeting: MeetingData, words: Words) -> Iterator[tuple[str, str]]:
    place, city = say_places(meeting, words)
    pairs = (
        (words("Reunión"), meeting.title),
        (words("Instancia"), meeting.body),
        (words("Fecha"), say_date(meeting, words)),
        (words("Hora de inicio"), words.time(meeting.starts_at) if meeting.starts_at else ""),
        (words("Lugar"), place),
        (words("Ciudad sede"), city),
    )
    yield from ((label, said) for label, said in pairs if said)


def _agenda(occasion: Occasion, words: Words) -> Iterator[Block]:
    if occasion.items:
        yield Heading(words("Orden del día"), 3)
        yield Paragraph("\n".join(item.title for item in occasion.items))


def _annexes(occasion: Occasion, words: Words) -> Iterator[Block]:
    if occasion.annexes:
        yield Heading(words("Anexos"), 3)
        said = (words("Anexo {number} · {title}", number=each.number, title=each.title) for each in occasion.annexes)
        yield Paragraph("\n".join(said))


def _confirm(occasion: Occasion, words: Words) -> Iterator[Block]:
    if occasion.confirm_by is not None:
        day = words.long_date(occasion.confirm_by)
        yield Paragraph(words("Se ruega confirmar la asistencia antes del {day}.", day=day))


def _signature(letterhead: Letterhead | None) -> Iterator[Block]:
    if letterhead is None or not letterhead.signer:
        return
    yield Paragraph(ROOM_TO_SIGN, with_next=True)
    yield Paragraph(letterhead.signer, Tone.STRONG, with_next=bool(letterhead.role))
    if letterhead.role:
        yield Paragraph(letterhead.role)
