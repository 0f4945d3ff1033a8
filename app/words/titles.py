"""Titles of operations: those that files may hold, and how each is said in the language of whoever reads it."""

from collections.abc import Mapping

from app.words.words import Words
from db.titles import COUNT, FORGOTTEN, PLACEHOLDER, Title
from db.words import Label, mark, mark_plural

RELEASED: tuple[tuple[str, str], ...] = (
    (mark("Adjuntar {names}"), ""),
    (mark("Agregar {what}: {name}"), ""),
    (mark("Asistencia de {name}: {state}"), ""),
    mark_plural("{count} asistencia: {state}", "{count} asistencias: {state}"),
    (mark("Cargar el ejemplo: ciudades, instancias y organismos"), ""),
    (mark("Cargar el ejemplo: contactos y cargos"), ""),
    (mark("Cargar el ejemplo: experiencias"), ""),
    (mark("Cargar el ejemplo: reuniones y resoluciones"), ""),
    (mark("Convocar la reunión: {name}"), ""),
    (mark("Editar {what}: {name}"), ""),
    (mark("Editar {count} {what}"), ""),
    (mark("Eliminar {what}: {name}"), ""),
    (mark("Eliminar {count} {what}"), ""),
    (mark("Empezar el archivo"), ""),
    (mark("Importar {count} {what} de {file}"), ""),
    mark_plural("Importar {count} ciudad de {file}", "Importar {count} ciudades de {file}"),
    mark_plural("Importar {count} contacto de {file}", "Importar {count} contactos de {file}"),
    mark_plural("Importar {count} experiencia de {file}", "Importar {count} experiencias de {file}"),
    mark_plural("Importar {count} organismo de {file}", "Importar {count} organismos de {file}"),
    (mark("Ordenar los archivos"), ""),
    (mark("Recuperar {what}: {name}"), ""),
    (mark("Unir {what}: {gone} con {keep}"), ""),
    (mark("Volver a como estaba el {moment}"), ""),
)
"""Each title for one and for several, the second empty where it is not counted.

What was released stays here when its code goes: the files that hold it are still read, in every language.
"""


def say_title(title: Title, words: Words) -> str:
    """Return `title` in the language of `words`: labels are translated, names and other texts stand as they were typed.

    After a number a label begins small, as within a sentence. What the words do not know stays as it stands: a file
    may come from a newer version.
    """
    if title.count is not None and title.plural:
        said = words.form(title.text, title.plural, title.count)
    else:
        said = words(title.text)
    values = {placeholder: _say(value, words, title.count) for placeholder, value in title.values.items()}
    if title.count is not None:
        values[COUNT] = words.number(title.count)
    return _filled(said, values)


def _say(value: str, words: Words, count: int | None) -> str:
    if value is FORGOTTEN:
        return words(FORGOTTEN)
    if not isinstance(value, Label):
        return value
    said = words(value)
    return said if count is None else said[:1].lower() + said[1:]


def _filled(said: str, values: Mapping[str, str]) -> str:
    """Put `values` in their placeholders and no more: a title comes out of a file, and is not trusted as a format."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), said)
