"""Commands that show the program: a sample file, and a picture of the window."""

import os
from pathlib import Path

from app.commands.command import PASSPHRASE_VARIABLE, Call, Command, declare_file
from app.commands.parser import Parser
from app.file.files import new_file
from app.words.words import mark
from db.failures import Reason, StoreFailure


def _sample(call: Call) -> int:
    from app.sample import build_sample

    if call.file.exists():
        raise StoreFailure(Reason.EXISTS, str(call.file))
    beside = call.file.with_name(f".{call.file.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with new_file(beside, os.environ.get(PASSPHRASE_VARIABLE), author=call.author) as store:
            build_sample(store, store.today())
        beside.replace(call.file)
    finally:
        beside.unlink(missing_ok=True)
    call.console.say(call.words("Se creó {file}.", file=call.file))
    return 0


def _declare_picture(parser: Parser) -> None:
    declare_file(parser)
    parser.needed.add_argument(
        "--out", metavar="PATH", type=Path, required=True, help=parser.words("Dónde: un archivo .png.")
    )


def _picture(call: Call) -> int:
    target: Path = call.arguments.out
    call.window.picture(call.open, target)
    call.console.say(call.words("Se escribió {file}.", file=target))
    return 0


COMMANDS = (
    Command("sample", mark("Crea un archivo de ejemplo."), declare_file, _sample),
    Command("picture", mark("Dibuja la ventana sin pantalla."), _declare_picture, _picture),
)
