"""What the world did to a file, said to a person."""

from collections.abc import Mapping
from pathlib import Path

from app.words.nulls import NULL_HINT, NULL_SAID
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark
from db.failures import Reason, SealedError, StoreFailure

_SAID: Mapping[Reason, tuple[str, str]] = {
    Reason.MISSING: (
        mark("No existe el archivo {detail}, o no existe su carpeta."),
        mark("Compruebe el nombre y que el disco o la memoria USB esté conectado."),
    ),
    Reason.EXISTS: (
        mark("Ya hay un archivo con ese nombre: {detail}."),
        mark("Elija otro nombre o ábralo en lugar de crearlo."),
    ),
    Reason.NOT_OURS: (
        mark("El archivo {detail} no es de Enlace."),
        mark("Es de otro programa o está vacío. Elija un archivo terminado en .enlace."),
    ),
    Reason.WRONG_PASSPHRASE: (
        mark("La contraseña no abre el archivo {detail}."),
        mark("Escríbala otra vez, con sus mayúsculas y acentos. Si es la correcta, el archivo está dañado."),
    ),
    Reason.PASSPHRASE_NEEDED: (
        mark("El archivo {detail} está protegido con contraseña."),
        mark("Hace falta la contraseña para abrirlo."),
    ),
    Reason.DAMAGED: (
        mark("El archivo {detail} está dañado o incompleto."),
        mark("No se cambió nada en él. Abra la última copia verificada."),
    ),
    Reason.NEWER: (
        mark("El archivo fue hecho con una versión más nueva de Enlace."),
        mark("Instale la versión nueva del programa para abrirlo."),
    ),
    Reason.IN_USE: (
        mark("El archivo {detail} está abierto en otra ventana de Enlace."),
        mark("Ciérrelo allí, o use la ventana que ya lo tiene abierto."),
    ),
    Reason.BUSY: (
        mark("El archivo {detail} está ocupado por otra tarea u otro programa."),
        mark("Lo último no se guardó. Espere a que termine, por ejemplo una exportación, y hágalo otra vez."),
    ),
    Reason.READ_ONLY: (
        mark("No se puede guardar en {detail}."),
        mark("Está en un lugar de solo lectura. Cópielo a una carpeta propia, por ejemplo Documentos, y ábralo allí."),
    ),
    Reason.DISK_FULL: (
        mark("No hay lugar en el disco."),
        mark("Lo último no se guardó y el archivo quedó como estaba. Libere espacio y hágalo otra vez."),
    ),
    Reason.DISK_ERROR: (
        mark("El disco no respondió al leer o guardar {detail}."),
        mark("El archivo quedó como estaba. Compruebe el disco o la memoria USB."),
    ),
    Reason.TOO_LARGE: (
        mark("El archivo {detail} es demasiado grande."),
        mark("Se pueden adjuntar archivos de hasta 50 MB."),
    ),
    Reason.NULL_CHARACTER: (NULL_SAID, NULL_HINT),
    Reason.CONFLICT: (
        mark("No se puede deshacer: un dato cambió después ({detail})."),
        mark("Mire el historial de esa ficha; no se cambió nada."),
    ),
    Reason.ALTERED: (
        mark("El acta de «{detail}» no vuelve a estar aprobada: lo que dice se cambió después."),
        mark("Para aprobarla, use «Aprobar…» en la pestaña «Acta» de la reunión; no se cambió nada."),
    ),
    Reason.NOTHING_TO_UNDO: (mark("No hay nada que deshacer."), ""),
    Reason.NOTHING_TO_REDO: (mark("No hay nada que rehacer."), ""),
}

_SAID_OF_CREATING: Mapping[Reason, tuple[str, str]] = {
    Reason.MISSING: (
        mark("No existe la carpeta {folder}."),
        mark("Elija otra, o compruebe que el disco o la memoria USB esté conectado."),
    ),
    Reason.IN_USE: (
        mark("Ya hay un archivo con ese nombre, abierto en otra ventana de Enlace: {detail}."),
        mark("Elija otro nombre."),
    ),
    Reason.READ_ONLY: (
        mark("No se puede crear un archivo en {folder}."),
        mark("La carpeta no deja guardar, o el nombre es demasiado largo. Elija una propia, por ejemplo Documentos."),
    ),
    Reason.DISK_FULL: (
        mark("No hay lugar en el disco."),
        mark("El archivo no se creó. Libere espacio o elija otro disco."),
    ),
    Reason.DISK_ERROR: (
        mark("El disco no respondió al crear {detail}."),
        mark("El archivo no se creó. Compruebe el disco o la memoria USB."),
    ),
}


def problem_of_sealed(failure: SealedError, *, whole: bool = True) -> Problem:
    """Return what kept an operation from changing what an approved acta says, or whether it is approved.

    Of a `whole` operation nothing was written; else that is left unsaid, as of one row of an import.
    """
    sealed = failure.sealed
    values = {"number": sealed.number, "name": sealed.name}
    if failure.state:
        text = mark("La reunión «{name}» pasa a «Acta aprobada», o deja de estarlo, en su pestaña «Acta».")
        hint = mark("Use allí «Aprobar…» o «Reabrir…»; no se cambió nada.")
        return Problem(text, hint if whole else mark("Use allí «Aprobar…» o «Reabrir…»."), Place(field="state"), values)
    hint = mark("Para corregirla, use «Reabrir…» en la pestaña «Acta» de la reunión; no se cambió nada.")
    if not whole:
        hint = mark("Para corregirla, use «Reabrir…» en la pestaña «Acta» de la reunión.")
    if sealed.number:
        text = mark("El acta Nº {number} de «{name}» está aprobada: lo que dice no se cambia.")
        return Problem(text, hint, values=values)
    return Problem(mark("El acta de «{name}» está aprobada: lo que dice no se cambia."), hint, values=values)


def problem_of(error: BaseException) -> Problem | None:
    """Return the problem that `error` means for a person; None when it is a fault of the program."""
    if isinstance(error, ProblemError):
        return error.problems[0]
    if isinstance(error, SealedError):
        return problem_of_sealed(error)
    if isinstance(error, StoreFailure):
        text, hint = _SAID[error.reason]
        return Problem(text, hint, Place(), {"detail": error.detail})
    if isinstance(error, PermissionError):
        text, hint = _SAID[Reason.READ_ONLY]
        return Problem(text, hint, Place(), {"detail": str(error.filename or "")})
    return None


def problem_of_creating(failure: StoreFailure) -> Problem | None:
    """Return what kept a new file from being made; None where the words for any file say it as well."""
    said = _SAID_OF_CREATING.get(failure.reason)
    if said is None:
        return None
    text, hint = said
    return Problem(text, hint, Place(), {"detail": failure.detail, "folder": str(Path(failure.detail).parent)})


__all__ = ["Reason", "StoreFailure", "problem_of", "problem_of_creating"]
