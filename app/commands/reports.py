"""The command that makes paper: a report of a file, in a language and a format."""

from pathlib import Path

from app.commands.command import Command, Invocation, declare_file
from app.commands.parser import Parser
from app.words.problems import Problem, ProblemError
from app.words.words import LANGUAGES, Words, mark


def _declare_report(parser: Parser) -> None:
    from app.rendering import RENDERERS
    from app.reports.report import REPORTS

    declare_file(parser)
    words = parser.words
    names = tuple(report.name for report in REPORTS if report.name != "list")  # a list is what a window shows
    parser.needed.add_argument("report", metavar="REPORT", choices=names, help=", ".join(names))
    parser.needed.add_argument("--out", metavar="PATH", type=Path, required=True, help=words("Dónde se escribe."))
    formats = tuple(renderer.name for renderer in RENDERERS)
    parser.optional.add_argument("--language", choices=tuple(LANGUAGES), help=words("El idioma del informe."))
    parser.optional.add_argument(
        "--format", choices=formats, help=words("El formato; si no se dice, el de la terminación del archivo.")
    )
    parser.optional.add_argument(
        "--of", metavar="NAME", default="", help=words("De qué reunión, ciudad o país; si no se dice, lo elige Enlace.")
    )


def _report(invocation: Invocation) -> int:
    from app.rendering import render
    from app.reports.report import find_report

    arguments = invocation.arguments
    words = Words(arguments.language or invocation.words.language)
    wanted = find_report(arguments.report)
    with invocation.open() as store:
        options = wanted.options_for(store, arguments.of) if arguments.of and wanted.options_for else None
        document = wanted.make(store, options, words)
    rendered = render(document, arguments.format or _format_of(arguments.out), arguments.out, words)
    invocation.console.complain_of(*rendered.problems)
    invocation.console.say(invocation.words("Se escribió {file}.", file=arguments.out))
    return 0


def _format_of(path: Path) -> str:
    """Return the format that the ending of a file means; ProblemError when it means none."""
    from app.rendering import RENDERERS

    for renderer in RENDERERS:
        if renderer.ending == path.suffix.lower():
            return renderer.name
    text = mark("No se sabe en qué formato escribir {file}.")
    hint = mark("Use un nombre terminado en .pdf, .xlsx o .html, o diga --format.")
    raise ProblemError(Problem(text, hint, values={"file": path}))


COMMANDS = (Command("report", mark("Escribe un informe."), _declare_report, _report),)
