"""Commands that take spreadsheets in and give them out."""

from pathlib import Path

from app.catalog import ENTITY_NAMES
from app.commands.command import Call, Command, declare_file
from app.commands.parser import Parser
from app.exporting import export_entity
from app.words import mark


def _declare_export(parser: Parser) -> None:
    declare_file(parser)
    words = parser.words
    parser.needed.add_argument(
        "entity", metavar="ENTITY", choices=ENTITY_NAMES, help=words("Qué: {names}.", names=", ".join(ENTITY_NAMES))
    )
    parser.needed.add_argument(
        "--out", metavar="PATH", type=Path, required=True, help=words("Dónde: un archivo .xlsx o .csv.")
    )


def _export(call: Call) -> int:
    target: Path = call.arguments.out
    with call.open() as store:
        written = export_entity(store, call.arguments.entity, target, call.words)
    call.console.complain_of(*written.notices)
    said = call.words.plural("{count} registro en {file}", "{count} registros en {file}", written.count, file=target)
    call.console.say(said)
    return 0


COMMANDS = (Command("export", mark("Exporta los registros de una entidad a una planilla."), _declare_export, _export),)
