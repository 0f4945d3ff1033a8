"""The command line: hands it to its command or to the window, and says in words whatever went wrong."""

import errno
import locale
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.console import Console
from app.commands.usage import UsageError
from app.file.settings import load_settings
from app.file.store_problems import problem_of
from app.file.writing import ENDING
from app.loading import loading
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.failures import Reason, StoreFailure, reason_of
from db.nulls import text_with_null

if TYPE_CHECKING:
    from app.commands.command import Window

FAILED, MISUSED, BROKEN, INTERRUPTED = 1, 2, 3, 130
"""The exit codes: the world did not let us, the line was not understood, a fault of ours, and Ctrl+C."""


def main(arguments: Sequence[str], window: "Window") -> int:
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


def _run(arguments: Sequence[str], window: "Window", console: Console, author: str) -> int:
    if not arguments:
        return window.run(None)
    if _names_a_file(arguments):
        return window.run(Path(arguments[0]))
    with loading():
        from app.commands.running import run_command  # the window does without commands, which know the engine

    return run_command(arguments, window, console, author)


def _names_a_file(arguments: Sequence[str]) -> bool:
    """Tell whether the line is plainly one Enlace file for the window to open, as a double click gives it."""
    (only, *others) = arguments
    plainly = only.endswith(ENDING) and not only.startswith("-") and text_with_null(only) is None
    return plainly and not others


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
    from app.file.fault_report import write_report

    report = write_report(error)
    text = mark("Enlace falló por un error propio; no se cambió nada. Los detalles están en {path}.")
    console.complain_of(Problem(text, values={"path": report or "—"}))
    return BROKEN


def _failure_within(error: Exception) -> Exception:
    """Return the failure of the world that a database error stands for, or the error itself."""
    from sqlalchemy.exc import DBAPIError

    reason = reason_of(error) if isinstance(error, DBAPIError) else None
    return StoreFailure(reason) if reason else error


def _system_locale() -> str:
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in named if name), None) or locale.getlocale()[0] or ""
