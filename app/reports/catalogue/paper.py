"""The catalogue of experiences on paper: the entries, and the document."""

from typing import Any

from app.document import (
    Block,
    DescriptionList,
    Document,
    FileTitle,
    Heading,
    KeyFigures,
    Paragraph,
    Section,
    Sheet,
    Tone,
    Value,
)
from app.records.catalog import FieldInfo
from app.reports.board_pack.experiences import NOT_ALLOWED
from app.reports.catalogue.indexes import BETWEEN, by_cities, by_odm, by_theme
from app.reports.catalogue.reading import Catalogue, Entry, Options, read_catalogue
from app.reports.catalogue.rows import entries_table, say_results
from app.reports.of_parts import NETWORK, Paper, compose_parts, gather_paper
from app.reports.report import Report, ReportPart, gather_nothing
from app.words.words import Words, mark
from db.entities.experience import PublicationPermission
from db.fields import Field, Kind
from db.store import Store


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
    sheet = words("Experiencias")
    rows = Sheet(sheet, entries_table(found.entries, words), _say_which(found.options, words))
    return Section(title, tuple(blocks), sheet=sheet, rows=(rows,))


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
    pairs: tuple[tuple[str, Value], ...] = (
        cities,
        (words("Temas"), "; ".join(each.themes)),
        (words("ODM"), BETWEEN.join(map(str, each.odm))),
        (words("Años"), _say_years(each, words)),
        (words("Resultados"), say_results(each, words)),
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


def _say_years(each: Entry, words: Words) -> str:
    ends = words.date(each.ends) or (words("sigue en marcha") if each.running else "")
    return " – ".join(filter(None, (words.date(each.starts), ends)))


def _say_cities(each: Entry, words: Words) -> str:
    return "; ".join(words("{name} ({state})", name=name, state=words.country(code)) for _, name, code in each.cities)


PARTS: tuple[ReportPart[Catalogue, Any], ...] = (
    ReportPart("entries", mark("Experiencias"), gather_nothing, _entries),
    ReportPart("by-theme", mark("Índice por tema"), gather_nothing, by_theme),
    ReportPart("by-odm", mark("Índice por ODM"), gather_nothing, by_odm),
    ReportPart("by-city", mark("Índice por ciudad"), gather_nothing, by_cities),
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
