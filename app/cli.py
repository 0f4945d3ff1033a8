"""The command line: finds the command, runs it, and says in words whatever went wrong."""

import errno
import locale
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from sqlalchemy.exc import DBAPIError

from app.commands import COMMANDS
from app.commands.command import PASSPHRASE_VARIABLE, Command, Invocation, Window
from app.commands.console import Console
from app.commands.parser import Parser, UsageError
from app.file.fault_report import write_report
from app.file.files import ENDING
from app.file.settings import load_settings
from app.file.store_problems import problem_of
from app.words.nulls import null_problem
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.failures import Reason, StoreFailure, reason_of

FAILED, MISUSED, BROKEN, INTERRUPTED = 1, 2, 3, 130
"""The exit codes: the world did not let us, the line was not understood, a fault of ours, and Ctrl+C."""

_BY_NAME: Mapping[str, Command] = MappingProxyType({command.name: command for command in COMMANDS})


def main(arguments: Sequence[str], window: Window) -> int:
    """Run the command that `arguments` ask for, or the window when they ask for none; give the exit code."""
    settings = load_settings(system_locale=_system_locale()).settings
    console = Console(Words(settings.language))
    try:
        code = _run(arguments, window, console, settings.author)
        console.flush()
    except UsageError as error:
        console.complain(f"{error.text}\n{error.usage.strip()}")
        return MISUSED
    except (KeyboardInterrupt, EOFError):
        console.complain(console.words("Interrumpido. Lo que estaba a medias no se guardó."))
        return INTERRUPTED
    except BrokenPipeError:
        console.fall_silent()  # whoever read our output has left; there is nobody to tell
        return FAILED
    except Exception as error:  # noqa: BLE001 - whatever it is, a person gets words and never a traceback
        return _explain(error, console)
    else:
        return code


def _run(arguments: Sequence[str], window: Window, console: Console, author: str) -> int:
    if not arguments:
        return window.run(None)
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


def _explain(error: Exception, console: Console) -> int:
    """Say an exception in words: a problem of the world, or a fault of ours with the place of its report."""
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        console.fall_silent()
        error = StoreFailure(Reason.DISK_FULL)
    if isinstance(error, ProblemError):
        console.complain_of(*error.problems)
        return FAILED
    problem = problem_of(_failure_within(error))
    if problem is not None:
        console.complain_of(problem)
        return FAILED
    report = write_report(error)
    text = mark("Enlace falló por un error propio; no se cambió nada. Los detalles están en {path}.")
    console.complain_of(Problem(text, values={"path": report or "—"}))
    return BROKEN


def _failure_within(error: Exception) -> Exception:
    """Return the failure of the world that a database error stands for, or the error itself."""
    reason = reason_of(error) if isinstance(error, DBAPIError) else None
    return StoreFailure(reason) if reason else error


def _system_locale() -> str:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in named if name), None) or locale.getlocale()[0] or ""
