"""The indexes of the catalogue: by theme, by ODM and by city, where paper names the numbers of the entries.

A workbook has a row for each entry under what it is found by, so that it can be filtered without counting commas.
"""

from collections.abc import Iterable, Sequence

from app.document import Cell, Column, Reference, Section, Sheet, Start, Table, Tone, Value
from app.experiences.overview import say_name
from app.reports.catalogue.reading import Catalogue, Entry, by_city
from app.words.words import Words

Row = tuple[Value | Cell, ...]
BETWEEN = ", "
"""What stands between the numbers of an index."""
_Found = tuple[Row, Row, Sequence[int]]
"""What entries are found by, as paper says it and as a row of a workbook does, and the numbers of the entries."""


def by_theme(found: Catalogue, _: None, words: Words) -> Section:
    """Compose the tree of those themes that entries are linked to, or that lie above such."""
    groups: list[_Found] = []
    for theme in found.themes:
        own = [each.number for each in found.entries if theme.id in found.linked.get(each.id, ())]
        below = any(not found.linked.get(each.id, frozenset()).isdisjoint(theme.themes) for each in found.entries)
        if below:
            said = Reference(say_name(theme), "theme", theme.id), Reference(theme.name, "theme", theme.id)
            groups.append(((said[0],), (said[1],), own))
    without = [each.number for each in found.entries if not found.linked.get(each.id)]
    if without:
        label = words("Sin tema")
        groups.append(((Cell(label, Tone.STRONG),), (label,), without))
    return _index(words("Índice por tema"), (Column(words("Tema"), 6),), groups, found.entries, words)


def by_odm(found: Catalogue, _: None, words: Words) -> Section:
    """Compose the goals that entries serve, by their numbers."""
    themes = sorted((each for each in found.themes if each.odm is not None), key=lambda each: each.odm or 0)
    groups: list[_Found] = []
    for theme in themes:
        own = [each.number for each in found.entries if theme.odm in each.odm]
        said = theme.odm, Reference(theme.name, "theme", theme.id)
        if own:
            groups.append((said, said, own))
    columns = (Column(words("Número de ODM"), 1.2), Column(words("Objetivo"), 5))
    return _index(words("Índice por ODM"), columns, groups, found.entries, words)


def by_cities(found: Catalogue, _: None, words: Words) -> Section:
    """Compose the cities of the entries, by their names."""
    groups: list[_Found] = []
    for (key, name, country), numbers in by_city(found.entries):
        said = Reference(name, "municipality", key), words.country(country)
        groups.append((said, said, numbers))
    columns = (Column(words("Ciudad"), 3.5), Column(words("País"), 2.5))
    return _index(words("Índice por ciudad"), columns, groups, found.entries, words)


def _index(
    title: str, columns: tuple[Column, ...], groups: Iterable[_Found], entries: Sequence[Entry], words: Words
) -> Section:
    numbered = {each.number: each for each in entries}
    rows: list[Row] = []
    parted: list[Row] = []
    for said, plain, numbers in groups:
        rows.append((*said, BETWEEN.join(map(str, numbers)) or None))
        parted += [
            (*plain, number, Reference(numbered[number].name, "experience", numbered[number].id)) for number in numbers
        ]
    none = words("Ninguna experiencia.")
    table = Table((*columns, Column(words("Números del catálogo"), 4)), tuple(rows), empty=none)
    each = Table((*columns, Column(words("N.º")), Column(words("Experiencia"))), tuple(parted), empty=none)
    return Section(title, (table,), sheet=title, start=Start.BELOW, rows=(Sheet(title, each),))
