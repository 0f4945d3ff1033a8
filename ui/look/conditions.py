"""What must be so before a command acts, and why it does not where it is not so: in its tip, and told for its keys."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from app.words.words import mark


class Condition(Enum):
    """What must be so before a command makes sense."""

    FILE = "file"
    RECORD = "record"
    SELECTION = "selection"
    SEVERAL = "several"
    OWED = "owed"
    """Something of what is selected may be left to do."""
    LOGO = "logo"
    """An office of what is selected may have a logo."""
    CHANGES = "changes"
    READING = "reading"
    UNDO = "undo"
    REDO = "redo"
    LIST = "list"
    PREVIOUS = "previous"
    NEXT = "next"
    BESIDE = "beside"
    BACK = "back"
    FORWARD = "forward"


WHY: Mapping[Condition, str] = MappingProxyType(
    {
        Condition.FILE: mark("Abra antes un archivo."),
        Condition.LIST: mark("Aquí no hay una lista: vaya antes a una sección que la tenga."),
        Condition.RECORD: mark("Abra antes una ficha."),
        Condition.SELECTION: mark("Elija antes una fila de la lista."),
        Condition.SEVERAL: mark("No hay varias filas elegidas."),
        Condition.OWED: mark("Ya está anotado: no queda nada por marcar."),
        Condition.LOGO: mark("La oficina no tiene logo."),
        Condition.READING: mark("Abra antes una ficha para leerla."),
        Condition.CHANGES: mark("No hay cambios sin guardar."),
        Condition.UNDO: mark("No hay nada que deshacer."),
        Condition.REDO: mark("No hay nada que rehacer."),
        Condition.PREVIOUS: mark("No hay una ficha anterior en la lista."),
        Condition.NEXT: mark("No hay una ficha siguiente en la lista."),
        Condition.BESIDE: mark("No hay una ficha al lado de la lista."),
        Condition.BACK: mark("No se vio nada antes."),
        Condition.FORWARD: mark("No se vio nada después."),
    }
)
"""What is said when a condition is not met, in the order in which one would meet them."""
EVIDENT = frozenset(
    {
        *(Condition.PREVIOUS, Condition.NEXT, Condition.BESIDE, Condition.BACK, Condition.FORWARD),
        *(Condition.CHANGES, Condition.SEVERAL),
    }
)
"""Whoever goes on at an end, or saves twice, sees why nothing happens: no news takes the place of that which stands."""
BUSY = mark("Espere a que termine lo que se está escribiendo.")
NOT_OF_KIND: Mapping[str, str] = MappingProxyType(
    {
        "fulfil": mark(
            "Esta clase de ficha no se marca como cumplida. Se marcan los compromisos y los pasos, también los de la "
            "ficha, las resoluciones, las acciones del plan, las demandas y lo que sigue de una anotación."
        ),
        "verify": mark("Esta clase de ficha no se verifica: se verifican los contactos y los cargos."),
    }
)
"""What is said of a command that has keys and is not of the kind of record that is seen."""
OTHERWISE = mark("No vale para esta clase de ficha.")
NOT_HERE = mark("Aquí no se puede: vaya antes a una lista.")


def is_news(why: str) -> bool:
    """Tell whether a reason is told when the keys of its command are pressed, or is evident."""
    return bool(why) and why not in {WHY[each] for each in EVIDENT}
