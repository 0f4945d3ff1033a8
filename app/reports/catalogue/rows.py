"""The experiences of the catalogue as the rows of a workbook: all that is told of each, in columns to filter by."""

from collections.abc import Sequence

from app.document import Cell, Column, Reference, Table, Value
from app.reports.board_pack.experiences import Result
from app.reports.catalogue.reading import Entry
from app.words.words import Words

Row = tuple[Value | Cell, ...]


def entries_table(entries: Sequence[Entry], words: Words) -> Table:
    """Compose a row for each entry; of one that its city does not let publish the title and the cities alone."""
    titles = (
        *(words("N.º"), words("Título"), words("Ciudades"), words("Países"), words("Temas"), words("ODM")),
        *(words("Comienzo"), words("Fin"), words("Sigue en marcha"), words("Resumen"), words("Resultados")),
        *(words("A quién consultar"), words("Fuente"), words("Permiso de publicación"), words("Situación")),
    )
    rows = tuple(_row(each, words) for each in entries)
    return Table(tuple(map(Column, titles)), rows, empty=words("Ninguna experiencia."))


def _row(each: Entry, words: Words) -> Row:
    countries = dict.fromkeys(words.country(code) for *_, code in each.cities)
    first: Row = (
        each.number,
        Reference(each.name, "experience", each.id),
        "; ".join(name for _, name, _ in each.cities),
        "; ".join(countries),
    )
    last: Row = words(each.permission.label), words(each.state.label)
    if not each.may_be_told:
        return *first, *(None,) * 9, *last
    return (
        *first,
        "; ".join(each.themes),
        "; ".join(map(str, each.odm)),
        each.starts,
        each.ends,
        each.running,
        each.summary,
        say_results(each, words),
        "\n".join(each.contacts),
        each.source,
        *last,
    )


def say_results(each: Entry, words: Words) -> str:
    """Write what an experience came to, a line for each result."""
    return "\n".join(_say_result(result, words) for result in each.results)


def _say_result(result: Result, words: Words) -> str:
    name = words("{name} ({state})", name=result.name, state=result.indicator) if result.indicator else result.name
    return words("{label}: {value}", label=name, value=result.value) if result.value else name
