"""What the forms of the observatories ask of an experience, each thing once, and by what of the file it is answered.

Each form bears the address of its source (domain, 3.3). What no field answers is said to be judged by people: it has no
piece and counts in nothing. Left out rather than guessed are the texts of the three questions of 2018 and the bands of
population beyond the first two, which the sources do not record; and what is of the call and not of the experience: the
three languages of 2018 and the dates of 2014.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Table, and_, case, cast, exists, false, literal, or_
from sqlalchemy.orm import aliased

from db.base import entity_of
from db.spans import ended_before, today
from db.words import mark

FILES = "document"
"""The name under which the page of a record has its files."""
TOLD = "dissemination.record"
"""The name under which it has what was published of it."""

ANSWERS_OF_2018 = (100, 300, 150)
"""How many words each of the three answers of 2018 has at the most, in their order."""
PAGES_OF_2014 = 2
"""How many pages the summary of 2014 has at the most."""
WORDS_OF_A_PAGE = 500
"""Our reckoning, since a file has no pages: no source says it."""
BANDS = (50_000, 250_000)
"""Up to how many inhabitants the first two types of territory go; the form has further ones."""

Experiences = Any
"""The class of the experiences, whose derived field counts: it is declared above this module."""
Condition = Callable[[Experiences], ColumnElement[bool]]
"""Makes a condition of the class of the experiences, or of another that is named."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is asked and that the file answers, or lacks.

    `field` is the field, the part or the list of an experience where that is mended; empty where it is mended
    elsewhere. `lacking` says, in Spanish source words, what was looked at and not found. `answered` makes of the class
    of the experiences the condition that it is there.
    """

    name: str
    field: str
    lacking: str
    answered: Condition


@dataclass(frozen=True, slots=True)
class Ask:
    """What a form calls what it asks, in Spanish source words; without a piece people judge it, and `note` says how."""

    label: str
    piece: Piece | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its title and what else it says, in Spanish source words, the address that it is known by, its asks."""

    name: str
    title: str
    source: str
    asks: tuple[Ask, ...]
    note: str = ""


@cache
def missing_count(experience: Experiences) -> ColumnElement[int]:
    """Return of how many pieces an experience has none; each is counted once, in however many forms it stands.

    Made once: it is long, and a list that keeps those that lack something and orders by it asks for it several times.
    """
    lacking = (case((piece.answered(experience), 0), else_=1) for piece in PIECES)
    return cast(sum(lacking, literal(0)), Integer)


def _filled(name: str) -> Condition:
    def answered(experience: Experiences) -> ColumnElement[bool]:
        column = getattr(experience, name)
        return and_(column.is_not(None), column != "")

    return answered


def _linked(name: str, kind: str = "") -> Condition:
    """Tell whether an experience is linked to a record of `name`, of a `kind` where one is asked for."""

    def answered(experience: Experiences) -> ColumnElement[bool]:
        link, other = _table(f"experience_{name}"), _named(name)
        found = exists().where(link.c.experience_id == experience.id, link.c[f"{name}_id"] == other.id)
        return (found.where(other.kind == kind) if kind else found).correlate(experience)

    return answered


def _has_agreement(experience: Experiences) -> ColumnElement[bool]:
    """Tell whether an agreement of the file is between one of its cities and one of its organisations."""
    city, organisation = _table("experience_municipality"), _table("experience_organisation")
    with_city, with_organisation = _table("agreement_municipality"), _table("agreement_organisation")
    same = with_city.c.agreement_id == with_organisation.c.agreement_id
    of_city = and_(city.c.experience_id == experience.id, city.c.municipality_id == with_city.c.municipality_id)
    of_other = and_(
        organisation.c.experience_id == experience.id,
        organisation.c.organisation_id == with_organisation.c.organisation_id,
    )
    return exists().where(of_city, of_other, same).correlate(experience)


def _has_material(experience: Experiences) -> ColumnElement[bool]:
    return or_(_belongs("dissemination", experience), _belongs(FILES, experience))


def _has_photographs(experience: Experiences) -> ColumnElement[bool]:
    return _belongs(FILES, experience, lambda file: file.media_type.like("image/%"))


def _belongs(kind: str, experience: Experiences, which: Condition | None = None) -> ColumnElement[bool]:
    made: Any = entity_of(kind)
    rows = made.__table__.columns
    found = exists().where(rows.record_entity == experience.__tablename__, rows.record_id == experience.id)
    return (found.where(which(made)) if which is not None else found).correlate(experience)


def _is_current(experience: Experiences) -> ColumnElement[bool]:
    """Tell whether its person holds a post today that somebody made sure of, as `Tenure.tenure_state` counts it."""
    tenure: Any = entity_of("tenure")
    holds = tenure.tenure_state == "current"
    return exists().where(tenure.person_id == experience.person_id, holds).correlate(experience)


def _is_over(experience: Experiences) -> ColumnElement[bool]:
    """Tell whether it has ended, or has a result with its value."""
    ended = ended_before(experience.ends, today())
    stopped = and_(experience.running.is_not(None), experience.running == false())
    return or_(ended, stopped, _has_result(experience, "value"))


def _has_result(experience: Experiences, name: str = "name") -> ColumnElement[bool]:
    result = _table("experience_result").c
    filled = and_(result[name].is_not(None), result[name] != "")
    return exists().where(result.experience_id == experience.id, filled).correlate(experience)


def _has_band(experience: Experiences) -> ColumnElement[bool]:
    """Tell whether it has a city, and each of its cities its population."""
    link, city = _table("experience_municipality").c, _named("municipality")
    its = link.experience_id == experience.id, link.municipality_id == city.id
    unknown = exists().where(*its, city.population.is_(None)).correlate(experience)
    return and_(exists().where(*its).correlate(experience), ~unknown)


def _named(kind: str) -> Any:  # noqa: ANN401  a class that stands above this module
    return aliased(entity_of(kind))


def _table(name: str) -> Table:
    return entity_of("experience").metadata.tables[name]


UNIVERSITY = Piece(
    "university",
    "organisations",
    mark("ninguno de sus organismos es una universidad o centro de estudios"),
    _linked("organisation", "university"),
)
CITY = Piece("city", "municipalities", mark("no tiene ninguna ciudad"), _linked("municipality"))
AGREEMENT = Piece(
    "agreement",
    "",
    mark("ningún convenio del archivo es de una de sus ciudades con uno de sus organismos; los adjuntos no se leen"),
    _has_agreement,
)
MATERIAL = Piece("material", FILES, mark("no tiene difusión registrada ni archivos adjuntos"), _has_material)
CURRENT = Piece(
    "current",
    "person_id",
    mark("no tiene una persona de contacto con mandato vigente, ni vencido ni a verificar"),
    _is_current,
)
OVER = Piece("over", "results", mark("no figura terminada ni tiene un resultado con su valor"), _is_over)
PROBLEM = Piece("problem", "problem", mark("no dice a qué problema responde"), _filled("problem"))
INNOVATION = Piece("innovation", "innovation", mark("no dice qué tiene de nuevo"), _filled("innovation"))
RESULTS = Piece("results", "results", mark("no tiene resultados"), _has_result)
REPLICATION = Piece(
    "replication", "replication", mark("no dice qué hace falta para replicarla"), _filled("replication")
)
INDICATORS = Piece(
    "indicators",
    "results",
    mark("ningún resultado tiene indicador"),
    lambda experience: _has_result(experience, "indicator"),
)
CONTACT = Piece("contact", "person_id", mark("no tiene persona de contacto"), _filled("person_id"))
CATEGORY = Piece("category", "themes", mark("no tiene temas"), _linked("theme"))
BAND = Piece("band", "municipalities", mark("no tiene ciudades, o falta la población de alguna"), _has_band)
DESCRIPTION = Piece("description", "summary", mark("no tiene resumen"), _filled("summary"))
PHOTOGRAPHS = Piece("photographs", FILES, mark("ninguno de sus archivos es una imagen"), _has_photographs)

OBSERVATORY = Form(
    "observatory",
    mark("Observatorio AUGM–Mercociudades"),
    "http://obc.grupomontevideo.org/postular-practicas/",
    (
        Ask(mark("Universidad"), UNIVERSITY),
        Ask(mark("Gobierno local"), CITY),
        Ask(mark("Convenio formal"), AGREEMENT),
        Ask(mark("Material de difusión"), MATERIAL),
        Ask(mark("Contacto al día de los responsables"), CURRENT),
        Ask(mark("Terminada o con resultados evaluados"), OVER),
    ),
)
CRITERIA = Form(
    "criteria",
    mark("Criterios de las buenas prácticas"),
    "https://universidadesyciudades.encuentro.unc.edu.ar/buenas-practicas",
    (
        Ask(mark("Pertinente"), PROBLEM),
        Ask(mark("Innovadora"), INNOVATION),
        Ask(mark("Efectiva"), RESULTS),
        Ask(mark("Replicable"), REPLICATION),
        Ask(mark("Evaluable"), INDICATORS),
        Ask(mark("Democrática"), note=mark("ningún dato de la ficha la responde")),
        Ask(mark("Sostenible"), note=mark("ningún dato de la ficha la responde")),
    ),
    mark("Se mira si la ficha tiene con qué juzgar cada criterio; si lo cumple lo juzgan las personas."),
)
DISTINCTION = Form(
    "distinction",
    mark("Distinción del OIDP"),
    "https://oidp.net/distinction/es/form.php",
    (
        Ask(mark("Persona de contacto, que no se publica"), CONTACT),
        Ask(mark("Categoría"), CATEGORY),
        Ask(mark("Tipo de territorio, por población"), BAND),
        Ask(mark("Descripción"), DESCRIPTION),
    ),
    mark("Las categorías del formulario no están registradas: se miran los temas."),
)
AWARD_2018 = Form(
    "award_2018",
    mark("Premio del OIDP 2018"),
    "https://uclg-cisdp.org/en/news/latest-news/call-2018-iopd-award-now-open",
    (),
    mark("Tres respuestas de hasta 100, 300 y 150 palabras, cuyas preguntas no están registradas."),
)
CALL_2014 = Form(
    "call_2014",
    mark("Convocatoria del OIDP 2014, por Mercociudades"),
    "http://portal.mercociudades.net/pt-br/node/5075",
    (
        Ask(mark("Resumen de hasta dos páginas"), DESCRIPTION),
        Ask(mark("Fotografías"), PHOTOGRAPHS),
        Ask(mark("Formulario"), note=mark("se llena aparte; entre los archivos no se lo reconoce")),
        Ask(mark("Documentos optativos"), note=mark("nada falta sin ellos")),
    ),
)

FORMS = (OBSERVATORY, CRITERIA, DISTINCTION, AWARD_2018, CALL_2014)
PIECES = tuple({ask.piece.name: ask.piece for form in FORMS for ask in form.asks if ask.piece is not None}.values())
"""All that is asked and that the file can answer, each once."""
