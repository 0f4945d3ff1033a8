"""The exchange of experiences as a grid: a row for each theme, as the tree that they are, and one for those on none."""

from app.document import Tone
from app.experiences import questions
from app.experiences.facts import Facts, OnTheme
from app.line import Line
from app.records.catalog import Query
from app.units.grid import Cell, Grid, Head
from app.words.words import Words
from db.values import RecordKey

MOST_NAMED = 2
"""How many cities of a theme are named; the list of its experiences has all."""
DEEPER = "\u00a0" * 4
"""What stands before the name of a theme for each theme that it lies within."""


def compose_themes(facts: Facts, words: Words) -> Grid:
    """Compose a row for each theme in the order of `facts`, and the experiences without a theme last."""
    columns = (
        Head(words("Experiencias"), width=2, figures=True),
        Head(words("Publicadas"), width=2, figures=True),
        Head(words("Con permiso"), width=2, figures=True),
        Head(words("Siguen en marcha"), width=2, figures=True),
        Head(words("Ciudades"), width=5),
        Head(words("Países"), width=2, figures=True),
        Head(words("Demandas abiertas"), width=2, figures=True),
        Head(words("Adopciones en uso"), width=2, figures=True),
    )
    rows = (*(Head(say_name(each), record=RecordKey("theme", each.id)) for each in facts.themes), _last(words))
    cells = tuple(_row(each, words) for each in (*facts.themes, facts.without))
    return Grid(words("Experiencias por tema"), words("Tema"), columns, rows, cells)


def say_name(theme: OnTheme) -> str:
    """Write what a theme is called, with its number among the ODM, as far in as it stands."""
    number = f"{theme.odm}. " if theme.odm is not None else ""
    return f"{DEEPER * theme.level}{number}{theme.name}"


def _last(words: Words) -> Head:
    return Head(words("Sin tema"), sums=True)


def _row(each: OnTheme, words: Words) -> tuple[Cell, ...]:
    counts = each.counts
    return (
        _count(len(counts.experiences), questions.experiences_on(each), words),
        _count(counts.published, questions.published_on(each), words),
        _count(counts.granted, questions.granted_on(each), words),
        _count(counts.running, questions.running_on(each), words),
        _cities(each, words),
        Cell(
            (Line(words.number(len(counts.countries))),) if counts.countries else (),
            tip=", ".join(words.country(country) for country in counts.countries),
        ),
        _count(counts.needs, questions.needs_on(each), words),
        _count(counts.used, questions.used_on(each), words),
    )


def _count(count: int, asked: Query, words: Words) -> Cell:
    return Cell((Line(words.number(count), asked),)) if count else Cell()


def _cities(each: OnTheme, words: Words) -> Cell:
    cities = each.counts.cities
    if not each.counts.experiences:
        said = words("ninguna experiencia todavía") if each.id else ""
        return Cell((Line(said, tone=Tone.MUTED),)) if said else Cell()
    lines = [Line(name, record=record) for record, name in cities[:MOST_NAMED]]
    rest = len(cities) - len(lines)
    if rest:
        more = words.plural("y {count} ciudad más", "y {count} ciudades más", rest)
        lines.append(Line(more, questions.experiences_on(each)))
    return Cell(tuple(lines), tip=", ".join(name for _, name in cities) if rest else "")
