"""The member cities that are in other networks today, on paper: under each network, with their role and since when."""

from app.document import Column, Reference, Section, Table
from app.other_networks.facts import Facts
from app.reports.report import ReportPart, gather_nothing
from app.words.folding import fold
from app.words.words import Words, mark


def _compose(facts: Facts, _: None, words: Words) -> Section:
    title = words("Ciudades en otras redes")
    columns = (
        Column(words("Red"), 3.4),
        Column(words("Ciudad"), 2.4),
        Column(words("Función"), 2),
        Column(words("Desde"), 1.4),
    )
    rows = tuple(
        (
            Reference(network.name, "organisation", network.id),
            Reference(city.name, "municipality", city.id),
            city.role or None,
            city.since,
        )
        for network in sorted(facts.networks, key=lambda each: fold(each.name))
        for city in network.cities
    )
    empty = words("No está registrada la participación de ninguna ciudad miembro en otras redes.")
    return Section(title, (Table(columns, rows, empty=empty),), sheet=title)


CITIES = ReportPart("cities", mark("Ciudades en otras redes"), gather_nothing, _compose)
