"""The sheet of a city as a document of one page."""

from collections.abc import Iterator, Sequence

from app.document import (
    NOT_RECORDED,
    Block,
    Cell,
    Column,
    DescriptionList,
    Document,
    Heading,
    MapPoint,
    Paragraph,
    PointMap,
    Section,
    Start,
    Table,
    Tone,
    Value,
)
from app.reports.city import CityPost
from app.reports.municipality_sheet.reading import CityData, CitySheet
from app.words.values.countries import show_subdivision
from app.words.values.languages import show_languages
from app.words.words import Words
from db.entities.attendance import CAME
from db.entities.contact_point import ContactKind
from db.entities.tenure import TenureState

MEETINGS = 6
"""How many meetings the sheet lists, the latest first; the others are counted."""

MAP_HEIGHT = 62.0
"""Height of the map in millimetres: enough to see where the city is, and all the rest stays on the page."""


def compose(sheet: CitySheet, words: Words) -> Document:
    """Compose the sheet in the language of `words`."""
    city = sheet.city
    blocks: list[Block] = [
        DescriptionList(tuple(_place_pairs(sheet, words))),
        Heading(words("En la red")),
        *_membership(sheet, words),
        Heading(words("Autoridades y contactos")),
        _posts(city.posts, words),
        Heading(words("Instancias que integra")),
        _seats(sheet, words),
        Heading(words("Experiencias")),
        _experiences(sheet, words),
        Heading(words("Asistencia a reuniones")),
        *_meetings(sheet, words),
        *_map(sheet, words),
    ]
    return Document(
        title=words("Ficha de {city}", city=city.name),
        language=words.language,
        sections=(Section(city.name, tuple(blocks), sheet=words("Ficha"), start=Start.BELOW),),
        footer=words("Al {day}", day=words.date(sheet.today)),
        author=words("Red de Mercociudades"),
        created=sheet.today,
        single_page=True,
    )


def _place_pairs(sheet: CitySheet, words: Words) -> Iterator[tuple[str, Value]]:
    city, facts = sheet.city, sheet.facts
    yield words("Nombre oficial"), city.official_name
    yield words("Tipo de gobierno"), words(facts.kind.label) if facts.kind else None
    place = words.country(city.country)
    if city.subdivision:
        place = words("{subdivision}, {country}", subdivision=show_subdivision(city.subdivision), country=place)
    yield words("Lugar"), place
    yield words("Población"), _say_population(facts, words)
    if facts.official_code:
        yield words("Código oficial"), facts.official_code
    if facts.languages:
        yield words("Idiomas"), show_languages(facts.languages, words)
    yield words("Sitio web"), city.web
    yield from city.said_others(words)
    for kind in ContactKind:
        reached = city.reached(words, kind)
        if reached:
            yield words(kind.label), reached


def _say_population(facts: CityData, words: Words) -> str:
    if facts.population is None:
        return ""
    known = (str(facts.population_year or ""), facts.population_source)
    source = ", ".join(text for text in known if text)
    number = words.number(facts.population)
    return words("{number} ({source})", number=number, source=source) if source else number


def _membership(sheet: CitySheet, words: Words) -> Iterator[Block]:
    state = sheet.city.state
    now = words(state.label) if state else words("sin situación registrada a la fecha")
    yield DescriptionList(((words("Situación al {day}", day=words.date(sheet.today)), now),))
    columns = (
        Column(words("Situación"), 2),
        Column(words("Desde"), 1.2),
        Column(words("Hasta"), 1.2),
        Column(words("Acta que la aprobó"), 4),
    )
    rows = tuple(
        (words(each.state.label), each.starts or NOT_RECORDED, each.ends, each.act or NOT_RECORDED)
        for each in sheet.memberships
    )
    if rows:
        yield Table(columns, rows)


def _posts(posts: Sequence[CityPost], words: Words) -> Table:
    columns = (
        Column(words("Cargo"), 2.4),
        Column(words("Persona"), 2.4),
        Column(words("Mandato"), 1.6),
        Column(words("Teléfono"), 1.9),
        Column(words("Correo"), 3),
    )
    rows = tuple(
        (
            post.name,
            "\n".join(holder.title for holder in post.holders) or Cell(words("vacante"), Tone.MUTED),
            _say_states(post, words),
            post.phones(words) or None,
            post.emails(words) or None,
        )
        for post in posts
    )
    return Table(columns, rows, empty=words("No hay autoridades ni contactos registrados."))


def _say_states(post: CityPost, words: Words) -> Cell | None:
    if not post.holders:
        return None
    ended = all(holder.state is TenureState.ENDED for holder in post.holders)
    said = "\n".join(words(holder.state.label) for holder in post.holders)
    return Cell(said, Tone.WARNING if ended else Tone.PLAIN)


def _seats(sheet: CitySheet, words: Words) -> Table:
    columns = (
        Column(words("Instancia"), 5),
        Column(words("Función"), 2),
        Column(words("Desde"), 1.2),
        Column(words("Hasta"), 1.2),
    )
    rows = tuple(
        (
            Cell(seat.body, tone),
            Cell(words(seat.role.label), tone),
            Cell(seat.starts, tone),
            Cell(seat.ends, tone),
        )
        for seat in sheet.seats
        for tone in (Tone.MUTED if seat.ended else Tone.PLAIN,)
    )
    return Table(columns, rows, empty=words("No integra ninguna instancia registrada."))


def _experiences(sheet: CitySheet, words: Words) -> Table:
    columns = (
        Column(words("Título"), 4.6),
        Column(words("Temas"), 3),
        Column(words("Comienzo"), 1),
        Column(words("Situación"), 1.2),
    )
    rows = tuple(
        (
            each.name,
            "; ".join(each.themes) or NOT_RECORDED,
            each.starts or NOT_RECORDED,
            words(each.state.label),
        )
        for each in sheet.experiences
    )
    return Table(columns, rows, empty=words("No hay experiencias registradas."))


def _meetings(sheet: CitySheet, words: Words) -> Iterator[Block]:
    total = len(sheet.meetings)
    columns = (
        Column(words("Fecha"), 1.2),
        Column(words("Reunión"), 5),
        Column(words("Persona"), 2.4),
        Column(words("Asistencia"), 1.5),
    )
    rows = tuple(
        (each.day, each.name, each.person or NOT_RECORDED, words(each.state.label))
        for each in sheet.meetings[:MEETINGS]
    )
    yield Table(columns, rows, empty=words("No fue convocada a ninguna reunión que se haya realizado."))
    if total:
        came = sum(each.state.value in CAME for each in sheet.meetings)
        said = words.plural(
            "Presente o representada en {came} de {count} reunión realizada a la que fue convocada.",
            "Presente o representada en {came} de {count} reuniones realizadas a las que fue convocada.",
            total,
            came=words.number(came),
        )
        yield Paragraph(said, Tone.MUTED)


def _map(sheet: CitySheet, words: Words) -> Iterator[Block]:
    facts, city = sheet.facts, sheet.city
    if facts.latitude is None or facts.longitude is None:
        yield Paragraph(words("Las coordenadas de la ciudad no están registradas."), Tone.MUTED)
    else:
        point = MapPoint(city.name, facts.latitude, facts.longitude, city.country)
        yield PointMap(words("Dónde queda"), (point,), height=MAP_HEIGHT)
