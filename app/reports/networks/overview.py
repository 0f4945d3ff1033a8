"""The networks on paper, a row each, in the order in which they want a call."""

from app.document import Block, Cell, Column, KeyFigures, Reference, Section, Several, Table, Tone, Value
from app.other_networks.facts import Facts, Network
from app.other_networks.overview import say_silence, say_since
from app.reports.report import ReportPart, gather_nothing
from app.words.words import Words, mark
from db.entities.organisation import OrganisationKind

Row = tuple[Value | Cell, ...]


def _compose(facts: Facts, _: None, words: Words) -> Section:
    found, silent = facts.networks, len(facts.silent)
    cities = len({city.id for each in found for city in each.cities})
    figures = (
        (len(found), words.plural("red o asociación", "redes o asociaciones", len(found))),
        (silent, words.plural("sin contacto hace tiempo", "sin contacto hace tiempo", silent)),
        (cities, words.plural("ciudad miembro en otra red", "ciudades miembro en otras redes", cities)),
    )
    columns = (
        Column(words("Red"), 3.2),
        Column(words("Tipo"), 1.8),
        Column(words("Nuestro contacto"), 3),
        Column(words("Último contacto"), 1.4),
        Column(words("Sin contacto"), 1.8),
        Column(words("Ciudades miembro"), 1.2),
        Column(words("Actividades"), 1.4),
        Column(words("Acciones del plan"), 1.2),
        Column(words("Convenios vigentes"), 1.3),
        Column(words("Proyectos"), 1.3),
    )
    rows = tuple(_row(each, words) for each in found)
    table = Table(columns, rows, empty=words("Todavía no hay redes ni asociaciones."))
    blocks: tuple[Block, ...] = (KeyFigures(figures), table) if found else (table,)
    return Section(words("Otras redes"), blocks, sheet=words("Redes"), landscape=True)


def _row(network: Network, words: Words) -> Row:
    joint, acronym = network.joint, network.acronym if network.acronym != network.name else ""
    name = f"{network.name} ({acronym})" if acronym else network.name
    return (
        Reference(name, "organisation", network.id),
        words(OrganisationKind.of(network.kind).label) if network.kind else None,
        _contacts(network, words),
        network.last_contact,
        Cell(say_silence(network, words) or None, Tone.LATE if network.wants_a_call else Tone.MUTED),
        len(network.cities) or None,
        joint.activities or None,
        joint.actions or None,
        joint.agreements or None,
        joint.projects or None,
    )


def _contacts(network: Network, words: Words) -> Value:
    said: list[Reference | str] = []
    for each in network.contacts:
        said += [Reference(each.name, "person", each.id), say_since(each, words)]
    return Several(tuple(said)) if said else None


OVERVIEW = ReportPart("networks", mark("Otras redes"), gather_nothing, _compose)
