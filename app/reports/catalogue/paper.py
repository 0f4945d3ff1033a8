"""The catalogue of experiences on paper: the entries, the indexes, and the document."""

from collections.abc import Sequence
from typing import Any

from app.document import (
    Block,
    Cell,
    Column,
    DescriptionList,
    Document,
    FileTitle,
    Heading,
    KeyFigures,
    Paragraph,
    Reference,
    Section,
    Start,
    Table,
    Tone,
    Value,
)
from app.experiences.overview import say_name
from app.records.catalog import FieldInfo
from app.reports.board_pack.experiences import NOT_ALLOWED, Result
from app.reports.catalogue.reading import Catalogue, Entry, Options, by_city, read_catalogue
from app.reports.of_parts import NETWORK, Paper, compose_parts, gather_paper
from app.reports.report import Report, ReportPart, gather_nothing
from app.words.words import Words, mark
from db.entities.experience import PublicationPermission
from db.fields import Field, Kind
from db.store import Store

Row = tuple[Value | Cell, ...]
BETWEEN = ", "
"""What stands between the numbers of an index."""


def gather(store: Store, options: Options) -> Paper[Catalogue]:
    """Read all that is printed."""
    with store.reading() as session:
        catalogue = read_catalogue(session, store, options, Words(store.language or "es"))
        return gather_paper(session, PARTS, options.parts, catalogue)


def compose(paper: Paper[Catalogue], words: Words) -> Document:
    """Compose the catalogue in the language of `words`."""
    title = words("Catálogo de experiencias")
    return Document(
        title=title,
        language=words.language,
        sections=compose_parts(paper, words).sections,
        footer=words("Al {day}", day=words.date(paper.basis.today)),
        author=words(NETWORK),
        created=paper.basis.today,
        file_title=FileTitle(title, paper.basis.today),
    )


def _entries(found: Catalogue, _: None, words: Words) -> Section:
    title = words("Catálogo de experiencias")
    cities = {city for each in found.entries for city in each.cities}
    countries = {country for *_, country in cities}
    granted = sum(each.permission is PublicationPermission.GRANTED for each in found.entries)
    figures = (
        (len(found.entries), words.plural("experiencia", "experiencias", len(found.entries))),
        (len(cities), words.plural("ciudad", "ciudades", len(cities))),
        (len(countries), words.plural("país", "países", len(countries))),
        (granted, words("con permiso de publicación")),
    )
    blocks: list[Block] = [Paragraph(_say_which(found.options, words), Tone.MUTED, with_next=True)]
    if found.entries:
        blocks.append(KeyFigures(figures))
    else:
        blocks.append(Paragraph(words("Ninguna experiencia.")))
    for each in found.entries:
        blocks += _entry(each, words)
    return Section(title, tuple(blocks), sheet=words("Experiencias"))


def _say_which(options: Options, words: Words) -> str:
    """Write which experiences are in the catalogue, and in which order."""
    match options.published, options.granted:
        case True, True:
            which = words("Las experiencias publicadas y con permiso de publicación.")
        case True, False:
            which = words("Las experiencias publicadas.")
        case False, True:
            which = words("Las experiencias con permiso de publicación.")
        case _:
            which = words("Todas las experiencias; de las que su ciudad no autoriza a publicar, solo el título.")
    order = words("En el orden de los temas.") if options.by_theme else words("Por título.")
    return f"{which} {order}"


def _entry(each: Entry, words: Words) -> list[Block]:
    heading = Heading(words("{number}. {title}", number=each.number, title=each.name))
    cities = (words("Ciudades"), _say_cities(each, words))
    if not each.may_be_told:
        return [heading, DescriptionList((cities,)), Paragraph(words(NOT_ALLOWED), Tone.MUTED)]
    blocks: list[Block] = [heading]
    if each.summary:
        blocks.append(Paragraph(each.summary, with_next=True))
    results = "\n".join(_say_result(result, words) for result in each.results)
    pairs: tuple[tuple[str, Value], ...] = (
        cities,
        (words("Temas"), "; ".join(each.themes)),
        (words("ODM"), BETWEEN.join(map(str, each.odm))),
        (words("Años"), _say_years(each, words)),
        (words("Resultados"), results),
        (words("A quién consultar"), "\n".join(each.contacts)),
        (words("Fuente"), each.source),
    )
    standing = " · ".join(
        (
            words("{label}: {value}", label=words("Permiso de publicación"), value=words(each.permission.label)),
            words("{label}: {value}", label=words("Situación"), value=words(each.state.label)),
        )
    )
    facts = DescriptionList(tuple(pair for pair in pairs if pair[1]), with_next=True)
    return [*blocks, facts, Paragraph(standing, Tone.MUTED)]


def _say_result(result: Result, words: Words) -> str:
    name = words("{name} ({state})", name=result.name, state=result.indicator) if result.indicator else result.name
    return words("{label}: {value}", label=name, value=result.value) if result.value else name


def _say_years(each: Entry, words: Words) -> str:
    ends = words.date(each.ends) or (words("sigue en marcha") if each.running else "")
    return " – ".join(filter(None, (words.date(each.starts), ends)))


def _say_cities(each: Entry, words: Words) -> str:
    return "; ".join(words("{name} ({state})", name=name, state=words.country(code)) for _, name, code in each.cities)


def _by_theme(found: Catalogue, _: None, words: Words) -> Section:
    """Compose the tree of those themes that entries are linked to, or that lie above such."""
    rows: list[Row] = []
    for theme in found.themes:
        own = [each.number for each in found.entries if theme.id in found.linked.get(each.id, ())]
        below = any(not found.linked.get(each.id, frozenset()).isdisjoint(theme.themes) for each in found.entries)
        if below:
            rows.append((Reference(say_name(theme), "theme", theme.id), _numbers(own)))
    without = [each.number for each in found.entries if not found.linked.get(each.id)]
    if without:
        rows.append((Cell(words("Sin tema"), Tone.STRONG), _numbers(without)))
    return _index(words("Índice por tema"), (Column(words("Tema"), 6),), rows, words)


def _by_odm(found: Catalogue, _: None, words: Words) -> Section:
    themes = sorted((each for each in found.themes if each.odm is not None), key=lambda each: each.odm or 0)
    rows: list[Row] = []
    for theme in themes:
        own = [each.number for each in found.entries if theme.odm in each.odm]
        if own:
            rows.append((theme.odm, Reference(theme.name, "theme", theme.id), _numbers(own)))
    columns = (Column(words("Número de ODM"), 1.2), Column(words("Objetivo"), 5))
    return _index(words("Índice por ODM"), columns, rows, words)


def _by_city(found: Catalogue, _: None, words: Words) -> Section:
    rows: list[Row] = [
        (Reference(name, "municipality", key), words.country(country), _numbers(numbers))
        for (key, name, country), numbers in by_city(found.entries)
    ]
    columns = (Column(words("Ciudad"), 3.5), Column(words("País"), 2.5))
    return _index(words("Índice por ciudad"), columns, rows, words)


def _numbers(numbers: Sequence[int]) -> Value:
    return BETWEEN.join(map(str, numbers)) or None


def _index(title: str, columns: tuple[Column, ...], rows: list[Row], words: Words) -> Section:
    table = Table(
        (*columns, Column(words("Números del catálogo"), 4)), tuple(rows), empty=words("Ninguna experiencia.")
    )
    return Section(title, (table,), sheet=title, start=Start.BELOW)


PARTS: tuple[ReportPart[Catalogue, Any], ...] = (
    ReportPart("entries", mark("Experiencias"), gather_nothing, _entries),
    ReportPart("by-theme", mark("Índice por tema"), gather_nothing, _by_theme),
    ReportPart("by-odm", mark("Índice por ODM"), gather_nothing, _by_odm),
    ReportPart("by-city", mark("Índice por ciudad"), gather_nothing, _by_city),
)
"""A new one is a ReportPart here."""

REPORT = Report(
    "catalogue",
    mark("Catálogo de experiencias"),
    mark("Una ficha breve de cada experiencia, con índices por tema, por ODM y por ciudad."),
    icon="books",
    options=Options,
    defaults=lambda _: Options(),
    gather=gather,
    compose=compose,
    asks=(
        FieldInfo("published", Field(mark("Solo las publicadas"), Kind.BOOLEAN)),
        FieldInfo("granted", Field(mark("Solo con permiso de publicación"), Kind.BOOLEAN)),
        FieldInfo("by_theme", Field(mark("En el orden de los temas"), Kind.BOOLEAN)),
    ),
    parts=PARTS,
)
