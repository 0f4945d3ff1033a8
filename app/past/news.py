"""What an operation did, said as news once it has ended."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from app.records.going_words import say_deleted
from app.words.titles import say_values, say_within
from app.words.words import Words
from db.catalog import Catalog
from db.changes import Changes
from db.words import mark, mark_plural

NEWS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "Abandono de {count} adopción": mark_plural(
            "Se abandonó {count} adopción.", "Se abandonaron {count} adopciones."
        ),
        "Abandono de «{name}»": (mark("Se abandonó «{name}»."), ""),
        "Acta de «{name}» en corrección": (mark("El acta de «{name}» pasó a corrección."), ""),
        "Aprobación del acta de «{name}»": (mark("Se aprobó el acta de «{name}», que queda entre sus archivos."), ""),
        "Reapertura del acta de «{name}»": (mark("Se reabrió el acta de «{name}»."), ""),
        "Adopción de «{experience}» en {city}": (mark("Empezó la adopción de «{experience}» en {city}."), ""),
        "Alta de {what} «{name}»": (mark("Se agregó «{name}»."), ""),
        "Asistencia de {name} ({state})": (mark("Se marcó la asistencia de {name} ({state})."), ""),
        "Cambio en el orden de los archivos": (mark("Se cambió el orden de los archivos."), ""),
        "Cambio en {count} {what}": (mark("Se guardó el cambio en {count} {what}."), ""),
        "Cambio en {what} «{name}»": (mark("Se guardó «{name}»."), ""),
        "Cita comprobada de «{name}»": (mark("Se comprobó la cita de «{name}»."), ""),
        "Convocatoria de la reunión «{name}»": (mark("Se convocó la reunión «{name}»."), ""),
        "Cumplimiento de {count} pendiente": mark_plural(
            "Se marcó {count} pendiente como cumplido.", "Se marcaron {count} pendientes como cumplidos."
        ),
        "Cumplimiento de «{name}»": (mark("Se marcó como cumplido: «{name}»."), ""),
        "Difusión «{name}» de {count} {what}": (mark("Se anotó la difusión «{name}» de {count} {what}."), ""),
        "Entrega de {count} estudio": mark_plural(
            "Se marcó la entrega de {count} estudio.", "Se marcó la entrega de {count} estudios."
        ),
        "Entrega de «{name}»": (mark("Se marcó la entrega de «{name}»."), ""),
        "Evidencia de «{name}»": (mark("Se vinculó como evidencia de «{name}»."), ""),
        "Informe de «{name}» pedido a {count} unidad": mark_plural(
            "Se pidió el informe de «{name}» a {count} unidad.", "Se pidió el informe de «{name}» a {count} unidades."
        ),
        "Informe de «{name}» recibido": (mark("Se marcó como recibido el informe de «{name}»."), ""),
        "Logo de «{name}»": (mark("Se eligió el logo de «{name}»."), ""),
        "Logo quitado a «{name}»": (mark("Se quitó el logo de «{name}»."), ""),
        "Pasos de «{name}»": (mark("Se empezaron los pasos de «{name}»."), ""),
        "Paso «{name}» hecho": (mark("Se hizo el paso «{name}»."), ""),
        "Plan de trabajo de «{name}»": (mark("Se empezó el plan de trabajo de «{name}»."), ""),
        "Razón que cuenta otra vez para «{need}» ({reason})": (
            mark("La razón cuenta otra vez para «{need}»: {reason}."),
            "",
        ),
        "Razón que no cuenta para «{need}» ({reason})": (mark("La razón ya no cuenta para «{need}»: {reason}."), ""),
        "Recuperación de {what} «{name}»": (mark("Se recuperó «{name}»."), ""),
        "Renovación de {count} convenio": mark_plural("Se renovó {count} convenio.", "Se renovaron {count} convenios."),
        "Renovación de «{name}»": (mark("Se renovó «{name}»."), ""),
        "Unión de {what} «{gone}» con «{keep}»": (mark("Se unió «{gone}» con «{keep}»."), ""),
        "Valoración de «{experience}» para «{need}» ({verdict})": (
            mark("Se marcó «{experience}» para «{need}»: {verdict}."),
            "",
        ),
        "Valoración quitada a «{experience}» para «{need}»": (
            mark("Se quitó la valoración de «{experience}» para «{need}»."),
            "",
        ),
        "{count} ciudad en la red «{name}»": mark_plural(
            "Se agregó {count} ciudad a «{name}».", "Se agregaron {count} ciudades a «{name}»."
        ),
        "{count} asistencia ({state})": mark_plural(
            "Se marcó {count} asistencia ({state}).", "Se marcaron {count} asistencias ({state})."
        ),
    }
)
"""What is said of the operations with each title, for one and for several; the second empty where it is not counted."""

DELETED = frozenset({"Baja de {what} «{name}»", "Baja de {count} {what}"})
ATTACHED = "Archivos adjuntados ({names})"


def say_news(changes: Changes, catalog: Catalog, words: Words, *, name: str = "") -> str:
    """Return what an operation did: "Se agregó «Azul».", "Se eliminó Azul, con 2 documentos.".

    `name` is what the record is called now, where its title, which was made before, may have another.
    """
    title = changes.title
    if title.text in DELETED:
        return say_deleted(catalog, changes, words)
    if title.text == ATTACHED:
        count = len(changes.touched.get("document", ()))
        names = title.values.get("names", "")
        return words.plural("Se adjuntó «{names}».", "Se adjuntaron {count} archivos.", count, names=names)
    if title.text not in NEWS:
        return words("Se hizo: {what}", what=say_within(title, words))
    now = replace(title, values={**title.values, "name": name}) if name else title
    return say_values(now, NEWS[title.text], words)
