"""What can be wrong with a spreadsheet as a whole, in words that say what to do."""

from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark

MAX_BYTES = 200_000_000
"""The largest file, packed or unpacked, that is read: 200 MB."""

MAX_ROWS = 200_000
MAX_COLUMNS = 512
MAX_CELLS = 6_000_000
"""Rows times columns of a sheet; a reader that lays out the whole rectangle needs some 30 bytes for each."""

SAVE_AS_XLSX = mark("Ábralo con su programa de planillas, guárdelo como planilla de Excel (.xlsx) y elija esa copia.")

CHOOSE_ANOTHER = mark(
    "Elija un archivo de Excel (.xlsx o .xls), de LibreOffice (.ods), de texto (.csv) o de calendario (.ics)."
)


def no_such_file(file: str) -> ProblemError:
    """Say that the file is not where it was looked for."""
    return ProblemError(
        Problem(mark("El archivo no existe."), mark("Compruebe el nombre y la carpeta."), Place(file)),
    )


def not_a_file(file: str) -> ProblemError:
    """Say that a folder, or something else that cannot be read as a file, was chosen."""
    return ProblemError(Problem(mark("No es un archivo."), mark("Elija un archivo, no una carpeta."), Place(file)))


def unreadable(file: str) -> ProblemError:
    """Say that the system does not let the file be read."""
    return ProblemError(
        Problem(
            mark("El archivo no se puede leer."),
            mark("Ciérrelo si está abierto en otro programa y compruebe que usted tiene permiso para leerlo."),
            Place(file),
        )
    )


def empty(file: str) -> ProblemError:
    """Say that the file has no bytes at all."""
    return ProblemError(
        Problem(mark("El archivo está vacío."), mark("Pida que se lo envíen de nuevo o elija otro."), Place(file))
    )


def no_cells(file: str) -> ProblemError:
    """Say that no sheet of the file has any cell written."""
    return ProblemError(
        Problem(
            mark("El archivo no tiene ninguna celda escrita."),
            mark("Compruebe que eligió el archivo correcto."),
            Place(file),
        )
    )


def locked(file: str) -> ProblemError:
    """Say that the file asks for a password."""
    return ProblemError(
        Problem(
            mark("El archivo está protegido con contraseña."),
            mark("Ábralo con su programa de planillas, quítele la contraseña y elija esa copia."),
            Place(file),
        )
    )


def damaged(file: str) -> ProblemError:
    """Say that the file begins as a spreadsheet and is then broken or cut short."""
    return ProblemError(
        Problem(
            mark("El archivo está dañado o incompleto."),
            mark("Pida que se lo envíen de nuevo o, si su programa de planillas lo abre, guárdelo otra vez."),
            Place(file),
        )
    )


def too_large(file: str) -> ProblemError:
    """Say that the file is larger, or unpacks to more, than is read."""
    return ProblemError(
        Problem(
            mark("El archivo es demasiado grande: ocuparía más de {limit} MB."),
            mark("Guarde en una planilla nueva solo las hojas que necesita."),
            Place(file),
            {"limit": MAX_BYTES // 1_000_000},
        )
    )


def suspicious(file: str) -> ProblemError:
    """Say that the file unpacks to absurdly more than it is, as harmful files do."""
    return ProblemError(
        Problem(
            mark("El archivo se expande de manera anormal y podría ser dañino, así que no se abrió."),
            mark("Pregunte a quien se lo envió de dónde viene."),
            Place(file),
        )
    )


def too_many_rows(file: str, sheet: str) -> ProblemError:
    """Say that a sheet has a cell below the last row that is read."""
    return ProblemError(
        Problem(
            mark("La hoja tiene celdas escritas después de la fila {limit}."),
            mark("Divídala en varias hojas o borre las filas que sobran."),
            Place(file, sheet),
            {"limit": MAX_ROWS},
        )
    )


def too_many_columns(file: str, sheet: str) -> ProblemError:
    """Say that a sheet has a cell to the right of the last column that is read."""
    return ProblemError(
        Problem(
            mark("La hoja tiene celdas escritas después de la columna {limit}."),
            mark("Borre las columnas que sobran y guárdela otra vez."),
            Place(file, sheet),
            {"limit": MAX_COLUMNS},
        )
    )


def too_many_cells(file: str, sheet: str, rows: int, columns: int) -> ProblemError:
    """Say that a sheet of so many rows has too many columns."""
    return ProblemError(
        Problem(
            mark("La hoja es demasiado grande: llega a la fila {rows} y a la columna {columns}."),
            mark("Divídala en varias hojas o borre las filas y columnas que sobran."),
            Place(file, sheet),
            {"rows": rows, "columns": columns},
        )
    )


def unsupported(file: str, text: str, hint: str = CHOOSE_ANOTHER) -> ProblemError:
    """Say with `text`, marked where it is written, that the file is something else than a spreadsheet that is read."""
    return ProblemError(Problem(text, hint, Place(file)))
