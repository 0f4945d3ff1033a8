"""What a person should know of how a spreadsheet was read, though nothing stood in the way."""

from collections.abc import Sequence

from app.sheets.reading.refusals import SAVE_AS_XLSX
from app.sheets.reading.workbook import column_letter
from app.words.problems import Place, Problem
from app.words.words import mark


def formulas_without_value(file: str, sheet: str, cells: Sequence[tuple[int, int]]) -> Problem:
    """Say that formulas were saved without their value, and where the first of `cells` (row, column from 0) is."""
    row, column = cells[0]
    return Problem(
        mark("Hay fórmulas guardadas sin su resultado ({number}); esas celdas se leen vacías."),
        SAVE_AS_XLSX,
        Place(file, sheet, row, column_letter(column)),
        {"number": len(cells)},
    )


def web_page(file: str) -> Problem:
    """Say that the file is a web page whatever its ending, and that its largest table was read."""
    return Problem(
        mark("El archivo es una página web; se leyó su tabla más grande."),
        mark("Compruebe que es la tabla que busca."),
        Place(file),
    )


def mended_xml(file: str, line: int) -> Problem:
    """Say that the XML of the file has faults, the first in this line, and was read around them."""
    return Problem(
        mark("El archivo tiene errores de formato (el primero en la línea {line}) y se leyó lo que se pudo."),
        mark("Compruebe que no falte nada."),
        Place(file),
        {"line": line},
    )


def guessed_letters(file: str, encoding: str) -> Problem:
    """Say that the file does not tell its encoding and which one was taken."""
    return Problem(
        mark("El archivo no indica cómo están escritos los acentos; se leyó como {encoding}."),
        mark("Si ve letras extrañas, guárdelo como CSV UTF-8 y elija esa copia."),
        Place(file),
        {"encoding": encoding},
    )


def damaged_letters(file: str, row: int, number: int) -> Problem:
    """Say that some letters are damaged and shown as �, first near this row."""
    return Problem(
        mark("El archivo tiene letras dañadas ({number}); se ven como «�»."),
        mark("Corríjalas en el archivo o después de importarlo."),
        Place(file, row=row),
        {"number": number},
    )


def loose_quotes(file: str, row: int) -> Problem:
    """Say that quotation marks, first in this row, do not enclose their cell whole and were read as letters."""
    return Problem(
        mark("Hay comillas sueltas; se leyeron como parte del texto."),
        mark("Compruebe esa fila y las que siguen."),
        Place(file, row=row),
    )
