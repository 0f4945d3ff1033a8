"""The directory of cities: their authorities, posts and contacts, by country and subdivision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, true

from app.document import Block, Cell, Column, Document, Heading, KeyFigures, Paragraph, Section, Start, Table, Tone
from app.figures import COUNTRIES
from app.records.catalog import FieldInfo
from app.reports.city import City, CityPost, read_cities
from app.reports.report import Report
from app.words.folding import fold
from app.words.values.countries import show_subdivision
from app.words.words import Words, mark
from db.entities.contact_point import ContactKind
from db.entities.membership import is_member_on
from db.entities.municipality import Municipality
from db.entities.tenure import TenureState
from db.fields import Field, Kind
from db.store import Store

Row = tuple[Cell | str | None, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """Which cities: of one country (ISO 3166-1) or of all, members alone or all; as of `day`, today when None."""

    country: str | None = None
    members_only: bool = True
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Directory:
    """The cities of a directory, by name, and the day for which it holds."""

    options: Options
    day: date
    today: date
    cities: tuple[City, ...]


def default_options(_: Store) -> Options:
    """Return the directory of all the members of today."""
    return Options()


def gather(store: Store, options: Options) -> Directory:
    """Read the cities with their posts and contacts."""
    today = store.today()
    day = options.day or today
    wanted = and_(
        is_member_on(Municipality.id, day) if options.members_only else true(),
        Municipality.country == options.country if options.country else true(),
    )
    with store.reading() as session:
        return Directory(options, day, today, read_cities(session, wanted, day, today))


def compose(directory: Directory, words: Words) -> Document:
    """Compose the directory: a summary, then a section for each country with a table for each subdivision."""
    title = (
        words("Directorio de ciudades miembro") if directory.options.members_only else words("Directorio de ciudades")
    )
    countries = sorted({city.country for city in directory.cities}, key=lambda code: fold(words.country(code)))
    return Document(
        title=title,
        language=words.language,
        sections=(
            _summary(directory, title, words),
            *(_country([city for city in directory.cities if city.country == code], code, words) for code in countries),
        ),
        contents=len(countries) > 1,
        footer=words("Al {day}", day=words.date(directory.day)),
        author=words("Red de Mercociudades"),
        created=directory.today,
    )


def _summary(directory: Directory, title: str, words: Words) -> Section:
    cities = directory.cities
    if not cities:
        said = words("No hay ciudades registradas que mostrar.")
        return Section(title, (Paragraph(said),), sheet=words("Resumen"))
    count, countries = len(cities), len({city.country for city in cities})
    headless = sum(not any(_is_held(post) for post in city.posts) for city in cities)
    figures = KeyFigures(
        (
            (count, words.plural("ciudad", "ciudades", count)),
            (countries, COUNTRIES.say(countries, words)),
            (
                headless,
                words.plural("sin ninguna autoridad vigente", "sin ninguna autoridad vigente", headless),
            ),
        ),
    )
    said = words(
        "Datos registrados al {day}. Un mandato vencido o sin confirmar lleva su aviso junto al nombre.",
        day=words.date(directory.today),
    )
    return Section(title, (figures, Paragraph(said, Tone.MUTED)), sheet=words("Resumen"), landscape=True)


def _is_held(post: CityPost) -> bool:
    return any(holder.state is not TenureState.ENDED for holder in post.holders)


def _country(cities: Sequence[City], code: str, words: Words) -> Section:
    by_place = sorted(cities, key=lambda city: (not city.subdivision, fold(show_subdivision(city.subdivision))))
    blocks: list[Block] = []
    for subdivision in dict.fromkeys(city.subdivision for city in by_place):
        inside = [city for city in by_place if city.subdivision == subdivision]
        name = show_subdivision(subdivision) if subdivision else words("Sin provincia, estado o departamento")
        blocks += [Heading(name, 3), _table(inside, words)]
    name = words.country(code)
    return Section(name, tuple(blocks), sheet=name, start=Start.BELOW, landscape=True)


def _table(cities: Sequence[City], words: Words) -> Table:
    columns = (
        Column(words("Ciudad"), 2),
        Column(words("Cargo"), 2.6),
        Column(words("Persona o dirección"), 3),
        Column(words("Teléfono"), 2),
        Column(words("Correo o sitio web"), 3.4),
    )
    return Table(columns, tuple(row for city in cities for row in _rows(city, words)))


def _rows(city: City, words: Words) -> Iterator[Row]:
    """Return the rows of a city: its own contacts, then a row for each post; its name is strong in the first."""
    rows = [*_own_row(city, words), *(_post_row(post, words) for post in city.posts)]
    if not rows:
        rows = [(Cell(words("Sin autoridades ni contactos registrados"), Tone.MUTED), None, None, None)]
    for number, row in enumerate(rows):
        yield Cell(city.name, Tone.MUTED if number else Tone.STRONG), *row


def _own_row(city: City, words: Words) -> Iterator[Row]:
    address = city.reached(words, ContactKind.ADDRESS)
    phones = city.reached(words, ContactKind.PHONE, ContactKind.MOBILE, ContactKind.FAX)
    written = "\n".join(text for text in (city.reached(words, ContactKind.EMAIL, ContactKind.SOCIAL), city.web) if text)
    others = (words("{label}: {value}", label=label, value=value) for label, value in city.said_others(words))
    about = "\n".join(filter(None, (address, *others)))
    if about or phones or written:
        yield city.official_name or words("Gobierno local"), about or None, phones or None, written or None


def _post_row(post: CityPost, words: Words) -> Row:
    people = "\n".join(_say_holder(holder.title, holder.state, words) for holder in post.holders)
    held = (
        Cell(people, Tone.PLAIN if _is_held(post) else Tone.WARNING) if people else Cell(words("vacante"), Tone.MUTED)
    )
    return post.name, held, post.phones(words) or None, post.emails(words) or None


def _say_holder(name: str, state: TenureState, words: Words) -> str:
    if state is TenureState.CURRENT:
        return name
    return words("{name} ({state})", name=name, state=words(state.label).lower())


REPORT = Report(
    "directory",
    mark("Directorio de ciudades"),
    mark("Las ciudades por país y provincia, con sus autoridades, cargos y vías de contacto."),
    icon="address-book",
    options=Options,
    defaults=default_options,
    gather=gather,
    compose=compose,
    asks=(
        FieldInfo("country", Field(mark("País"), Kind.COUNTRY, help=mark("Vacío: todos los países."))),
        FieldInfo("day", Field(mark("En la fecha"), Kind.DATE)),
        FieldInfo("members_only", Field(mark("Solo las ciudades miembro"), Kind.BOOLEAN)),
    ),
)
