"""Commands that make something to look at: the sample file, the reports, a picture of the window."""

from collections.abc import Mapping
from pathlib import Path

from app.commands.command import Call, Command, declare_file
from app.commands.parser import Parser
from app.files import new_file
from app.problems import Problem, ProblemError
from app.words import LANGUAGES, Words, mark

REPORTED: Mapping[str, str] = {"board-pack": "meeting", "directory": "country", "municipality": "municipality"}
"""The reports of the command line, and the option that says what each one is of."""

FORMATS = ("pdf", "xlsx", "html")


def _sample(call: Call) -> int:
    from app.sample import build_sample

    with new_file(call.file, None, call.words, author=call.author) as store:
        build_sample(store, store.today(), call.words)
    call.console.say(call.words("Se creó {file} con los datos de ejemplo.", file=call.file))
    return 0


def _declare_report(parser: Parser) -> None:
    declare_file(parser)
    words = parser.words
    parser.needed.add_argument("report", choices=tuple(REPORTED), help=words("Qué informe."))
    parser.needed.add_argument(
        "--out", metavar="PATH", type=Path, required=True, help=words("El archivo que se escribe.")
    )
    parser.optional.add_argument("--language", choices=tuple(LANGUAGES), help=words("El idioma del informe."))
    parser.optional.add_argument(
        "--format", choices=FORMATS, help=words("El formato; si no se dice, el de la terminación del archivo.")
    )
    parser.optional.add_argument("--meeting", help=words("La reunión del dossier; si no se dice, la próxima."))
    parser.optional.add_argument("--municipality", help=words("La ciudad de la ficha."))
    parser.optional.add_argument("--country", help=words("El país del directorio; si no se dice, todos."))


def _report(call: Call) -> int:
    from app.rendering import render
    from app.reports.report import find_report

    arguments = call.arguments
    format_name = arguments.format or _format_of(arguments.out)
    words = Words(arguments.language or call.words.language)
    report = find_report(arguments.report)
    named = getattr(arguments, REPORTED[arguments.report])
    with call.open() as store:
        options = report.options_for(store, named) if named and report.options_for else None
        document = report.make(store, options, words)
    rendered = render(document, format_name, arguments.out, words)
    call.console.complain_of(*rendered.problems)
    call.console.say(call.words("Se escribió {file}.", file=arguments.out))
    return 0


def _format_of(path: Path) -> str:
    ending = path.suffix.removeprefix(".").lower()
    if ending not in FORMATS:
        text = mark("No se sabe en qué formato escribir {file}.")
        hint = mark("Use un nombre terminado en .pdf, .xlsx o .html, o diga --format.")
        raise ProblemError(Problem(text, hint, values={"file": path}))
    return ending


def _declare_picture(parser: Parser) -> None:
    declare_file(parser)
    parser.needed.add_argument(
        "--out", metavar="PATH.png", type=Path, required=True, help=parser.words("La imagen que se escribe.")
    )


def _picture(call: Call) -> int:
    call.window.picture(call.file, call.arguments.out)
    call.console.say(call.words("Se escribió {file}.", file=call.arguments.out))
    return 0


COMMANDS = (
    Command("sample", mark("Crea un archivo con datos de ejemplo."), declare_file, _sample),
    Command("report", mark("Escribe un informe en PDF, Excel o HTML."), _declare_report, _report),
    Command("picture", mark("Dibuja la ventana en una imagen, sin pantalla."), _declare_picture, _picture),
)
