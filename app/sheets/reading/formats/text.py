"""Reads tables of text: csv, tsv and their like, in any of the encodings and delimiters in use."""

from app.sheets.reading.delimiter import UnclosedQuoteError, find_delimiter, split
from app.sheets.reading.encoding import decode
from app.sheets.reading.grid import Grid
from app.sheets.reading.notices import loose_quotes
from app.sheets.reading.source import Reader, Reading, Source
from app.sheets.writing.formula_guard import unguard
from app.words.problems import Place, Problem, ProblemError
from app.words.words import mark

_DECLARATION = "sep="


def recognises(_content: bytes) -> bool:
    """Say yes: this reader stands last in the list, after the one that refuses what is no text."""
    return True


def read(source: Source) -> Reading:
    """Return the table as a sheet without name, all its cells texts; rows are counted as spreadsheet programs do."""
    text, notices = decode(source)
    source.progress(0.2)
    text, delimiter = _without_declaration(text)
    try:
        table = split(text, delimiter or find_delimiter(text))
    except UnclosedQuoteError as failure:
        raise _unclosed_quote(source, failure.row) from failure
    if table.loose_quotes is not None:
        notices = (*notices, loose_quotes(source.file, table.loose_quotes))
    grid = Grid(source, "")
    for row in table.rows:
        grid.add([unguard(cell) if cell.startswith("'") else cell for cell in row])
    sheet = grid.sheet()
    return Reading((sheet,) if sheet else (), notices)


def _without_declaration(text: str) -> tuple[str, str]:
    """Take off the line by which Excel is told the delimiter and does not show; give the delimiter with the rest."""
    line, _end, rest = text.partition("\n")
    declared = line.rstrip("\r")
    if declared.lower().startswith(_DECLARATION) and len(declared) == len(_DECLARATION) + 1:
        return rest, declared[-1]
    return text, ""


def _unclosed_quote(source: Source, row: int) -> ProblemError:
    return ProblemError(
        Problem(
            mark("Hay comillas que se abren y no se cierran, o una celda demasiado larga."),
            mark("Corrija esa fila en el archivo, o guárdelo de nuevo desde su programa de planillas."),
            Place(source.file, row=row),
        )
    )


READER = Reader(recognises, read)
