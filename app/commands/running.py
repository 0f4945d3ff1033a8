"""Finds the command that the command line asks for, and runs it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from app.commands.command import PASSPHRASE_VARIABLE, Command, Invocation, Window
from app.commands.console import Console
from app.commands.offered import COMMANDS
from app.commands.parser import Parser
from app.commands.usage import UsageError
from app.file.writing import ENDING
from app.words.nulls import null_problem
from app.words.words import Words

_BY_NAME: Mapping[str, Command] = MappingProxyType({command.name: command for command in COMMANDS})


def run_command(arguments: Sequence[str], window: Window, console: Console, author: str) -> int:
    """Run the command that `arguments` ask for, or the window on the file that they name, and give the exit code.

    Raises UsageError when they cannot be understood.
    """
    problem = null_problem(arguments)
    if problem is not None:
        raise UsageError(problem.say(console.words), _parser(console.words).format_usage())
    first = arguments[0]
    if first not in _BY_NAME and not first.startswith("-"):
        return window.run(_file_to_open(arguments, console.words))
    try:
        found = _parser(console.words).parse_args(arguments)
    except SystemExit as asked_for_help:
        return int(asked_for_help.code or 0)
    return _BY_NAME[found.command].run(Invocation(found, console.words, console, author, window))


def _file_to_open(arguments: Sequence[str], words: Words) -> Path:
    """Return the one file that is named alone, for the window to open; UsageError when it is no file."""
    path = Path(arguments[0])
    if len(arguments) > 1 or not (path.suffix == ENDING or path.exists()):
        text = words("«{name}» no es un comando ni un archivo de Enlace.", name=arguments[0])
        raise UsageError(text, _parser(words).format_usage())
    return path


def _parser(words: Words) -> Parser:
    parser = Parser(
        words,
        prog="enlace",
        description=words("Sin comando abre la ventana, con el archivo que se le nombre: enlace [ARCHIVO.enlace]"),
        epilog=words(
            "La contraseña de un archivo se pregunta, o se toma de la variable {variable}; nunca va en el comando.",
            variable=PASSPHRASE_VARIABLE,
        ),
    )
    listed = parser.add_subparsers(
        title=words("Comandos"), dest="command", required=True, metavar=words("COMANDO"), parser_class=Parser
    )
    for command in COMMANDS:
        said = words(command.help)
        command.declare(listed.add_parser(command.name, words=words, help=said, description=said))
    return parser
