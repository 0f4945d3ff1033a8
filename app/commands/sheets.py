"""Commands that take spreadsheets in and give them out."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.command import Command, Invocation, declare_file
from app.commands.files import declare_json
from app.commands.kinds import declare_kind, say_kinds
from app.commands.parser import Parser
from app.records.catalog import Catalog
from app.words.problems import Problem
from app.words.words import Words, mark
from db.fields import Field, Kind

if TYPE_CHECKING:
    from app.sheets.importing.importing import Counts, Options, Plan

REFUSED = 1
"""The exit code where rows were refused, as where the world did not let us (`app/cli.py`)."""
COUNTRY = Field(mark("País"), Kind.COUNTRY)


def _declare_import(parser: Parser) -> None:
    declare_file(parser)
    words = parser.words
    parser.needed.add_argument(
        "sheet",
        metavar=words("PLANILLA"),
        type=Path,
        help=words("La planilla (xlsx, xls, ods, csv) o el calendario (ics)."),
    )
    kinds = Catalog().stored
    said = words("Qué hay en cada fila: {names}.", names=say_kinds(kinds, words))
    declare_kind(parser, parser.needed, "--entity", kinds, required=True, help=said)
    parser.optional.add_argument(
        "--dry-run", action="store_true", help=words("Muestra qué pasaría con cada fila, sin cambiar nada.")
    )
    parser.optional.add_argument("--country", metavar="AR", default="", help=words("El país para las filas sin país."))
    declare_json(parser)


def _import(invocation: Invocation) -> int:
    from app.sheets.importing.importing import apply_plan, make_plan, prepare, read_file, targets_of

    arguments = invocation.arguments
    with invocation.open() as store:
        prepared = prepare(read_file(arguments.sheet), targets_of(store.catalog, arguments.entity))
        plan = make_plan(store, prepared.request(_options(invocation)), invocation.words)
        counts = plan.counts if arguments.dry_run else apply_plan(store, plan, invocation.words).counts
    problems = [*prepared.workbook.notices, *(problem for row in plan.rows for problem in row.reasons)]
    if arguments.json:
        invocation.console.say_json(
            {**asdict(counts), "problems": [_as_json(each, invocation.words) for each in problems]}
        )
        return _code(counts)
    invocation.console.complain_of(*problems)
    if prepared.matching.unmatched:
        titles = ", ".join(column.title for column in prepared.matching.unmatched)
        invocation.console.say(invocation.words("Columnas que no se importan: {titles}", titles=titles))
    invocation.console.say(_line(counts, plan, invocation.words))
    return _code(counts)


def _code(counts: "Counts") -> int:
    """Return the exit code of an import: that of a failure where a row was refused, though the others came in."""
    return REFUSED if counts.refused else 0


def _options(invocation: Invocation) -> "Options":
    """Return what the import takes for granted; ProblemError for a country that is none."""
    from app.sheets.importing.importing import Options
    from app.words.values import read_value

    named = invocation.arguments.country
    return Options(country=str(read_value(COUNTRY, named, invocation.words))) if named else Options()


def _as_json(problem: Problem, words: Words) -> dict[str, object]:
    place = problem.place
    said = Problem(problem.text, problem.hint, values=problem.values).say(words)
    return {"sheet": place.sheet, "row": place.row, "column": place.column, "text": said}


def _line(counts: "Counts", plan: "Plan", words: Words) -> str:
    rows = words.plural("{count} fila", "{count} filas", counts.rows)
    said = words(
        "{file}: {rows}; nuevas: {new}, con cambios: {changed}, iguales: {same}, "
        "a decidir: {doubtful}, rechazadas: {refused}.",
        file=plan.request.file,
        **{name: words.number(count) for name, count in asdict(counts).items()} | {"rows": rows},
    )
    nothing = words("No hay nada que cambiar.")
    return said if counts.new or counts.changed else f"{said} {nothing}"


def _declare_export(parser: Parser) -> None:
    declare_file(parser)
    words = parser.words
    kinds = tuple(Catalog())
    declare_kind(
        parser, parser.needed, "entity", kinds, help=words("Qué lista: {names}.", names=say_kinds(kinds, words))
    )
    parser.needed.add_argument(
        "--out", metavar=words("DESTINO"), type=Path, required=True, help=words("Dónde: un archivo .xlsx o .csv.")
    )


def _export(invocation: Invocation) -> int:
    from app.sheets.writing.exporting import export_entity

    target: Path = invocation.arguments.out
    with invocation.open() as store:
        written = export_entity(store, invocation.arguments.entity, target, invocation.words)
    invocation.console.complain_of(*written.notices)
    said = invocation.words.plural("{count} ficha en {file}", "{count} fichas en {file}", written.count, file=target)
    invocation.console.say(said)
    return 0


COMMANDS = (
    Command("import", mark("Importa una planilla; todo se deshace de una vez."), _declare_import, _import),
    Command("export", mark("Exporta una lista a una planilla."), _declare_export, _export),
)
