"""Commands about the file itself: made new, looked into, checked."""

from app.commands.command import Command, Invocation, declare_file
from app.commands.parser import Parser
from app.file.files import new_file
from app.file.inspection import faults, inspect
from app.words.words import mark


def _declare_new(parser: Parser) -> None:
    declare_file(parser)
    parser.optional.add_argument(
        "--no-passphrase", action="store_true", help=parser.words("No protege el archivo con contraseña.")
    )


def _new(invocation: Invocation) -> int:
    passphrase = None if invocation.arguments.no_passphrase else invocation.new_passphrase()
    language = invocation.words.language
    new_file(invocation.file, passphrase, author=invocation.author, language=language).close()
    invocation.console.say(invocation.words("Se creó {file}.", file=invocation.file))
    return 0


def _declare_info(parser: Parser) -> None:
    declare_file(parser)
    declare_json(parser)


def declare_json(parser: Parser) -> None:
    """Declare the option that asks for an answer that a script can read."""
    parser.optional.add_argument("--json", action="store_true", help=parser.words("Responde en JSON."))


def _info(invocation: Invocation) -> int:
    with invocation.open() as store:
        found, catalog = inspect(store), store.catalog
    words, console = invocation.words, invocation.console
    if invocation.arguments.json:
        console.say_json(
            {"schema_version": found.schema_version, "encrypted": found.encrypted, "records": dict(found.records)}
        )
        return 0
    console.say(words("Versión del archivo: {version}", version=found.schema_version))
    console.say(words("Protegido con contraseña") if found.encrypted else words("Sin contraseña"))
    for name, count in found.records.items():
        console.say(f"{words(catalog[name].many)}: {words.number(count)}")
    return 0


def _check(invocation: Invocation) -> int:
    with invocation.open() as store:
        found = faults(store, invocation.console.progress)
    if not found:
        invocation.console.say(invocation.words("El archivo está sano."))
        return 0
    invocation.console.complain_of(*found)
    return 1


COMMANDS = (
    Command("new", mark("Crea un archivo nuevo."), _declare_new, _new),
    Command("info", mark("Muestra qué hay en el archivo."), _declare_info, _info),
    Command("check", mark("Comprueba que el archivo esté sano."), declare_file, _check),
)
