"""What a command of the command line is, and what it is given to work with."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.commands.console import Console
from app.commands.parser import Parser
from app.file.files import Store, open_file
from app.file.settings import keep_device
from app.file.writing import ENDING
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.failures import Reason, StoreFailure

PASSPHRASE_VARIABLE = "ENLACE_PASSPHRASE"  # noqa: S105 - the name of a variable of the environment


class Window(Protocol):
    """The window, as the composition root hands it to the command line."""

    def run(self, path: Path | None) -> int:
        """Open the window, on a file when one is given, and give the exit code when it closes."""

    def picture(self, opener: Callable[[], Store], target: Path) -> None:
        """Write a picture of the window, on the file that `opener` opens, to `target`, without a display."""


@dataclass(frozen=True, slots=True)
class Invocation:
    """One call of a command: its arguments, the language and name of the person, where to speak, and the window."""

    arguments: argparse.Namespace
    words: Words
    console: Console
    author: str
    window: Window

    @property
    def file(self) -> Path:
        """The Enlace file that the command is about."""
        path: Path = self.arguments.file
        return path

    def open(self) -> Store:
        """Open the file, with the passphrase of the environment or of a prompt; StoreFailure when it cannot be."""
        store = self._open()
        store.device_of = keep_device
        return store

    def _open(self) -> Store:
        given = os.environ.get(PASSPHRASE_VARIABLE)
        try:
            return open_file(self.file, given, author=self.author)
        except StoreFailure as failure:
            if failure.reason is not Reason.PASSPHRASE_NEEDED or not sys.stdin.isatty():
                raise
        return open_file(self.file, self._ask(self.words("Contraseña: ")), author=self.author)

    def new_passphrase(self) -> str | None:
        """Return the passphrase for a new file: from the environment, or asked twice; ProblemError for none."""
        given = os.environ.get(PASSPHRASE_VARIABLE)
        if given:
            return given
        if not sys.stdin.isatty():
            raise ProblemError(
                Problem(
                    mark("Falta la contraseña del archivo nuevo."),
                    mark("Póngala en la variable {variable}, o escriba --no-passphrase para no usar ninguna."),
                    values={"variable": PASSPHRASE_VARIABLE},
                )
            )
        first = self._ask(self.words("Contraseña del archivo nuevo (vacía para no usar ninguna): "))
        if first != self._ask(self.words("Otra vez: ")):
            raise ProblemError(Problem(mark("Las dos contraseñas no son iguales."), mark("Empiece otra vez.")))
        return first or None

    @staticmethod
    def _ask(prompt: str) -> str:
        return getpass.getpass(prompt)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, what it does (Spanish source words), its arguments, and the function that does it."""

    name: str
    help: str
    declare: Callable[[Parser], None]
    run: Callable[[Invocation], int]


def declare_file(parser: Parser) -> None:
    """Declare the argument that every command has: the Enlace file."""
    words = parser.words
    metavar = f"{words('ARCHIVO')}{ENDING}"
    parser.needed.add_argument("file", metavar=metavar, type=Path, help=words("El archivo de Enlace."))
