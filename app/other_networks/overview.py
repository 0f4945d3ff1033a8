"""The other networks as two grids: who they are to us, and the experiences on each theme of the exchange."""

from collections.abc import Sequence
from datetime import date

from app.document import Tone
from app.line import Line
from app.other_networks import questions
from app.other_networks.facts import Contact, Exchange, Facts, Network
from app.records.catalog import Query
from app.screens.contacted import SILENT_MONTHS
from app.units.grid import Cell, Grid, Head
from app.words.words import Words
from db.values import RecordKey

MOST_NAMED = 3
"""How many cities of a theme are named; the list of its experiences has all."""


def compose_networks(facts: Facts, words: Words) -> Grid:
    """Compose a row for each network, in the order of `facts`."""
    columns = (
        Head(words("Nuestro contacto"), width=4),
        Head(words("Último contacto"), width=3),
        Head(words("Ciudades miembro"), width=2),
        Head(words("Actividades"), width=2),
        Head(words("Acciones del plan"), width=2),
        Head(words("Convenios vigentes"), width=2),
        Head(words("Proyectos"), width=2),
    )
    rows = tuple(_head(each) for each in facts.networks)
    cells = tuple(_row(each, words) for each in facts.networks)
    return Grid(words("Otras redes"), words("Red"), columns, rows, cells)


def compose_exchanges(facts: Facts, words: Words) -> Grid:
    """Compose a row for each theme of the line."""
    columns = (
        Head(words("Experiencias"), width=2),
        Head(words("Ciudades"), width=6),
        Head(words("Último año"), width=2),
    )
    rows = tuple(Head(each.name, record=RecordKey("theme", each.id)) for each in facts.exchanges)
    cells = tuple(_exchange(each, words) for each in facts.exchanges)
    return Grid(words("Intercambio de experiencias"), words("Tema"), columns, rows, cells)


def say_silence(network: Network, words: Words) -> str:
    """Write for how long nobody has spoken with a network; nothing where somebody has lately."""
    if network.silent_months is None:
        return words("sin ninguna anotación")
    if network.silent_months < SILENT_MONTHS:
        return ""
    return words.plural("sin contacto hace {count} mes", "sin contacto hace {count} meses", network.silent_months)


def say_since(contact: Contact, words: Words) -> str:
    """Write the post of a contact, and since when as far as that is known."""
    since = words("desde {day}", day=words.date(contact.since)) if contact.since is not None else ""
    return ", ".join(filter(None, (contact.post, since)))


def _head(network: Network) -> Head:
    acronym = network.acronym if network.acronym != network.name else ""
    return Head(network.name, acronym, record=RecordKey("organisation", network.id))


def _row(network: Network, words: Words) -> tuple[Cell, ...]:
    key, joint = network.id, network.joint
    return (
        Cell(tuple(_contacts(network.contacts, words))),
        Cell(_last(network.last_contact, network, words)),
        _count(len(network.cities), questions.cities_in(key), words),
        _count(joint.activities, questions.activities_with(key), words),
        _count(joint.actions, questions.actions_with(key), words),
        _count(joint.agreements, questions.agreements_with(key), words),
        _count(joint.projects, questions.projects_with(key), words),
    )


def _contacts(contacts: Sequence[Contact], words: Words) -> Sequence[Line]:
    if not contacts:
        return (Line(words("sin contacto registrado"), tone=Tone.MUTED),)
    said = []
    for each in contacts:
        said += [Line(each.name, record=RecordKey("person", each.id)), Line(say_since(each, words), tone=Tone.MUTED)]
    return said


def _last(day: date | None, network: Network, words: Words) -> tuple[Line, ...]:
    silence = say_silence(network, words)
    tone = Tone.LATE if network.wants_a_call else Tone.MUTED
    known = (Line(words.date(day)),) if day is not None else ()
    return (*known, *((Line(silence, tone=tone),) if silence else ()))


def _count(count: int, asked: Query, words: Words) -> Cell:
    return Cell((Line(words.number(count), asked),)) if count else Cell()


def _exchange(each: Exchange, words: Words) -> tuple[Cell, ...]:
    if not each.experiences:
        return Cell((Line(words("ninguna todavía"), tone=Tone.LATE),)), Cell(), Cell()
    asked = questions.experiences_on(each.themes)
    lines = [Line(name, record=record) for record, name in each.cities[:MOST_NAMED]]
    rest = len(each.cities) - len(lines)
    if rest:
        lines.append(Line(words.plural("y {count} ciudad más", "y {count} ciudades más", rest), asked))
    year = (Line(str(each.last_year)),) if each.last_year is not None else ()
    return Cell((Line(words.number(each.experiences), asked),)), Cell(tuple(lines)), Cell(year)
