"""Timelines that the tests of renderers draw: a small one, and the calendar of a long plan."""

from datetime import date, timedelta

from app.document import Block, Document, Section, Timeline, TimelineKey, TimelineMark, TimelineRow, Tone
from app.months import months_between

TODAY = date(2009, 3, 2)
KEY = TimelineKey(
    ((Tone.PLAIN, "Prevista"), (Tone.STRONG, "En curso"), (Tone.MUTED, "Cumplida"), (Tone.LATE, "Atrasada")),
    ((Tone.PLAIN, "Compromiso"), (Tone.MUTED, "Compromiso cumplido"), (Tone.LATE, "Compromiso atrasado")),
    "Hoy, 02/03/2009",
)
_TONES = (Tone.PLAIN, Tone.STRONG, Tone.MUTED, Tone.LATE)


def small() -> Timeline:
    """Return four months with two lines, the second of them vacant, and an action of each tone."""
    marks = (
        TimelineMark(date(2009, 1, 10), Tone.MUTED),
        TimelineMark(date(2009, 2, 10), Tone.LATE),
        TimelineMark(date(2009, 3, 20)),
    )
    rows = (
        TimelineRow("1. Redes", leads=True),
        TimelineRow("Por empezar", date(2009, 3, 1), date(2009, 4, 30), said="del 01/03/2009 al 30/04/2009"),
        TimelineRow("En marcha", date(2009, 2, 1), date(2009, 3, 31), marks, Tone.STRONG, said="con compromisos"),
        TimelineRow("Hecha", None, date(2009, 1, 15), (), Tone.MUTED, said="hasta el 15/01/2009"),
        TimelineRow("Tarde", date(2009, 1, 1), date(2009, 1, 31), (), Tone.LATE, said="atrasada"),
        TimelineRow("8. Punto que falta", said="Vacante", leads=True),
    )
    months = months_between(date(2009, 1, 1), date(2009, 4, 30))
    return Timeline("De 01/2009 a 04/2009", "Acción", months, rows, TODAY, KEY)


def long(lines: int = 10, actions: int = 6) -> Timeline:
    """Return fifteen months with `lines` of `actions` each."""
    rows = [row for line in range(1, lines + 1) for row in _line(line, actions)]
    months = months_between(date(2008, 6, 1), date(2009, 8, 1))
    return Timeline("De 06/2008 a 08/2009", "Acción", months, tuple(rows), TODAY, KEY)


def _line(line: int, actions: int) -> list[TimelineRow]:
    rows = [TimelineRow(f"{line}. Línea {line} del plan", leads=True)]
    for number in range(actions):
        starts = date(2008, 6, 1) + timedelta(30 * ((line * 3 + number * 2) % 11))
        name = f"A{line:02d}-{number:02d} reunir a las Unidades Temáticas" + " y preparar el documento" * (number % 4)
        ends = starts + timedelta(40 + 25 * (number % 5))
        marks = (TimelineMark(starts + timedelta(15)),)
        said = f"Canelones · del {starts:%d/%m/%Y} al {ends:%d/%m/%Y}; compromiso: enviar la lista"
        rows.append(TimelineRow(name, starts, ends, marks, _TONES[(line + number) % 4], said))
    return rows


def document_of(*blocks: Block, landscape: bool = True) -> Document:
    """Return a document of one section, on its side, with these blocks."""
    return Document("Plan de trabajo", "es", (Section("Calendario", blocks, landscape=landscape),))
