"""Commands that show the program: a sample file, and a picture of the window."""

import os
from pathlib import Path

from app.commands.command import PASSPHRASE_VARIABLE, Command, Invocation, declare_file
from app.commands.parser import Parser
from app.file.files import new_file
from app.words.words import mark
from db.failures import Reason, StoreFailure


def _sample(invocation: Invocation) -> int:
    from app.sample import build_sample

    if invocation.file.exists():
        raise StoreFailure(Reason.EXISTS, str(invocation.file))
    beside = invocation.file.with_name(f".{invocation.file.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with new_file(beside, os.environ.get(PASSPHRASE_VARIABLE), author=invocation.author) as store:
            build_sample(store, store.today())
        beside.replace(invocation.file)
    finally:
        beside.unlink(missing_ok=True)
    invocation.console.say(invocation.words("Se creó {file}.", file=invocation.file))
    return 0


def _declare_picture(parser: Parser) -> None:
    declare_file(parser)
    parser.needed.add_argument(
        "--out", metavar=parser.words("DESTINO"), type=Path, required=True, help=parser.words("Dónde: un archivo .png.")
    )


def _picture(invocation: Invocation) -> int:
    target: Path = invocation.arguments.out
    invocation.window.picture(invocation.open, target)
    invocation.console.say(invocation.words("Se guardó {file}.", file=target))
    return 0


COMMANDS = (
    Command("sample", mark("Crea un archivo de ejemplo."), declare_file, _sample),
    Command("picture", mark("Dibuja la ventana sin pantalla."), _declare_picture, _picture),
)
