"""Titles of operations: those that files may hold, and how each is said in the language of whoever reads it."""

from collections.abc import Mapping
from types import MappingProxyType

from app.words.words import Words
from db.titles import COUNT, FORGOTTEN, PLACEHOLDER, Title
from db.words import Label, mark, mark_plural

RELEASED: tuple[tuple[str, str], ...] = (
    (mark("Abandono de «{name}»"), ""),
    (mark("Acta de «{name}» en corrección"), ""),
    (mark("Aprobación del acta de «{name}»"), ""),
    (mark("Reapertura del acta de «{name}»"), ""),
    (mark("Adopción de «{experience}» en {city}"), ""),
    (mark("Alta de {what} «{name}»"), ""),
    (mark("Archivos adjuntados ({names})"), ""),
    (mark("Asistencia de {name} ({state})"), ""),
    (mark("Baja de {count} {what}"), ""),
    (mark("Baja de {what} «{name}»"), ""),
    (mark("Cambio en el orden de los archivos"), ""),
    (mark("Cambio en {count} {what}"), ""),
    (mark("Cambio en {what} «{name}»"), ""),
    (mark("Carga del ejemplo (demandas y adopciones)"), ""),
    (mark("Carga del ejemplo (agenda y difusión)"), ""),
    (mark("Carga del ejemplo (ciudades, instancias y organismos)"), ""),
    (mark("Carga del ejemplo (contactos y cargos)"), ""),
    (mark("Carga del ejemplo (convenios, llamados y proyectos)"), ""),
    (mark("Carga del ejemplo (experiencias)"), ""),
    (mark("Carga del ejemplo (foro, normas, declaraciones y estudios)"), ""),
    (mark("Carga del ejemplo (oficina e informe de gestión)"), ""),
    (mark("Carga del ejemplo (plan de trabajo y bitácora)"), ""),
    (mark("Carga del ejemplo (reuniones y resoluciones)"), ""),
    (mark("Cita comprobada de «{name}»"), ""),
    (mark("Comienzo del archivo"), ""),
    (mark("Convocatoria de la reunión «{name}»"), ""),
    (mark("Cumplimiento de «{name}»"), ""),
    (mark("Difusión «{name}» de {count} {what}"), ""),
    (mark("Entrega de «{name}»"), ""),
    (mark("Evidencia de «{name}»"), ""),
    (mark("Importación de {count} {what} de {file}"), ""),
    (mark("Informe de «{name}» recibido"), ""),
    (mark("Logo de «{name}»"), ""),
    (mark("Logo quitado a «{name}»"), ""),
    (mark("Paso «{name}» hecho"), ""),
    (mark("Pasos de «{name}»"), ""),
    (mark("Plan de trabajo de «{name}»"), ""),
    (mark("Razón que cuenta otra vez para «{need}» ({reason})"), ""),
    (mark("Razón que no cuenta para «{need}» ({reason})"), ""),
    (mark("Recuperación de {what} «{name}»"), ""),
    (mark("Regreso a como estaba el {moment}"), ""),
    (mark("Renovación de «{name}»"), ""),
    (mark("Unión de {what} «{gone}» con «{keep}»"), ""),
    (mark("Valoración de «{experience}» para «{need}» ({verdict})"), ""),
    (mark("Valoración quitada a «{experience}» para «{need}»"), ""),
    (mark("Verificación de {count} {what}"), ""),
    (mark("Verificación de {what} «{name}»"), ""),
    mark_plural("Abandono de {count} adopción", "Abandono de {count} adopciones"),
    mark_plural("Cumplimiento de {count} pendiente", "Cumplimiento de {count} pendientes"),
    mark_plural("Entrega de {count} estudio", "Entrega de {count} estudios"),
    mark_plural("Importación de {count} ciudad de {file}", "Importación de {count} ciudades de {file}"),
    mark_plural("Importación de {count} contacto de {file}", "Importación de {count} contactos de {file}"),
    mark_plural("Importación de {count} experiencia de {file}", "Importación de {count} experiencias de {file}"),
    mark_plural("Importación de {count} organismo de {file}", "Importación de {count} organismos de {file}"),
    mark_plural("Informe de «{name}» pedido a {count} unidad", "Informe de «{name}» pedido a {count} unidades"),
    mark_plural("Renovación de {count} convenio", "Renovación de {count} convenios"),
    mark_plural("{count} ciudad en la red «{name}»", "{count} ciudades en la red «{name}»"),
    mark_plural("{count} asistencia ({state})", "{count} asistencias ({state})"),
)
"""Each title for one and for several, the second empty where it is not counted.

What was released stays when its code goes: here, or in FORMER when it is called otherwise now.
"""

FORMER: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Adjuntar {names}": ("Archivos adjuntados ({names})", ""),
        "Agregar {what}: {name}": ("Alta de {what} «{name}»", ""),
        "Asistencia de {name}: {state}": ("Asistencia de {name} ({state})", ""),
        "{count} asistencia: {state}": ("{count} asistencia ({state})", "{count} asistencias ({state})"),
        "Cargar el ejemplo: ciudades, instancias y organismos": (
            "Carga del ejemplo (ciudades, instancias y organismos)",
            "",
        ),
        "Cargar el ejemplo: contactos y cargos": ("Carga del ejemplo (contactos y cargos)", ""),
        "Cargar el ejemplo: experiencias": ("Carga del ejemplo (experiencias)", ""),
        "Cargar el ejemplo: reuniones y resoluciones": ("Carga del ejemplo (reuniones y resoluciones)", ""),
        "Convocar la reunión: {name}": ("Convocatoria de la reunión «{name}»", ""),
        "Editar {what}: {name}": ("Cambio en {what} «{name}»", ""),
        "Editar {count} {what}": ("Cambio en {count} {what}", ""),
        "Eliminar {what}: {name}": ("Baja de {what} «{name}»", ""),
        "Eliminar {count} {what}": ("Baja de {count} {what}", ""),
        "Empezar el archivo": ("Comienzo del archivo", ""),
        "Importar {count} {what} de {file}": ("Importación de {count} {what} de {file}", ""),
        "Importar {count} ciudad de {file}": (
            "Importación de {count} ciudad de {file}",
            "Importación de {count} ciudades de {file}",
        ),
        "Importar {count} contacto de {file}": (
            "Importación de {count} contacto de {file}",
            "Importación de {count} contactos de {file}",
        ),
        "Importar {count} experiencia de {file}": (
            "Importación de {count} experiencia de {file}",
            "Importación de {count} experiencias de {file}",
        ),
        "Importar {count} organismo de {file}": (
            "Importación de {count} organismo de {file}",
            "Importación de {count} organismos de {file}",
        ),
        "Ordenar los archivos": ("Cambio en el orden de los archivos", ""),
        "Recuperar {what}: {name}": ("Recuperación de {what} «{name}»", ""),
        "Unir {what}: {gone} con {keep}": ("Unión de {what} «{gone}» con «{keep}»", ""),
        "Volver a como estaba el {moment}": ("Regreso a como estaba el {moment}", ""),
    }
)
"""What earlier versions wrote into files, by its form for one, and the title that says it today: none is taken out."""


def say_title(title: Title, words: Words) -> str:
    """Return `title` in the language of `words`, names and other texts as they were typed.

    Labels are translated and begin small, as within a sentence. What the words do not know stays as it stands: a file
    may come from a newer version.
    """
    return say_values(title, FORMER.get(title.text, (title.text, title.plural)), words)


def say_values(title: Title, source: tuple[str, str], words: Words) -> str:
    """Return Spanish source words, for one and for several, in the language of `words`, with the values of `title`."""
    one, many = source
    said = words.form(one, many, title.count) if title.count is not None and many else words(one)
    values = {placeholder: _say(value, words) for placeholder, value in title.values.items()}
    if title.count is not None:
        values[COUNT] = words.number(title.count)
    return _filled(said, values)


def say_within(title: Title, words: Words) -> str:
    """Return `title` as it stands within a sentence or after a colon, with a small first letter."""
    return begun_small(say_title(title, words))


def _say(value: str, words: Words) -> str:
    if value is FORGOTTEN:
        return words(FORGOTTEN)
    return begun_small(words(value)) if isinstance(value, Label) else value


def begun_small(text: str) -> str:
    """Return `text` with a small first letter, unless it begins with an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _filled(said: str, values: Mapping[str, str]) -> str:
    """Put `values` in their placeholders and no more: a title comes out of a file, and is not trusted as a format."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), said)
