"""The command that makes paper: a report of a file, in a language and a format."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.command import Command, Invocation, declare_file
from app.commands.kinds import declare_kind, say_kinds
from app.commands.parser import Parser
from app.words.problems import Label, Problem, ProblemError
from app.words.words import LANGUAGES, Words, mark
from db.catalog import Catalog, FieldInfo
from db.store import Store

if TYPE_CHECKING:
    from app.document import Document
    from app.rendering.rendered import Rendered
    from app.reports.report import Report

_DAYS = (
    ("--from", "starts", mark("Desde qué día, donde el informe es de unas fechas: 01/03/2027.")),
    ("--until", "ends", mark("Hasta qué día.")),
    ("--confirm-by", "confirm_by", mark("Antes de qué día se pide confirmar la asistencia, en la convocatoria.")),
)
"""The options that are days, with the names of what they set of a report that asks for it."""


def _declare_report(parser: Parser) -> None:
    from app.rendering import RENDERERS
    from app.reports.offered import REPORTS
    from app.reports.report import ALL_TERMS, WITHOUT_TERM
    from app.screens import SCREENS

    declare_file(parser)
    words = parser.words
    names = tuple(report.name for report in REPORTS)
    parser.needed.add_argument("report", metavar=words("INFORME"), choices=names, help=", ".join(names))
    parser.needed.add_argument(
        "--out", metavar=words("DESTINO"), type=Path, required=True, help=words("Dónde se guarda.")
    )
    formats = tuple(renderer.name for renderer in RENDERERS)
    parser.optional.add_argument("--language", choices=tuple(LANGUAGES), help=words("El idioma del informe."))
    parser.optional.add_argument(
        "--format", choices=formats, help=words("El formato; sin esta opción, el de la terminación del archivo.")
    )
    parser.optional.add_argument(
        "--of",
        metavar=words("NOMBRE"),
        default="",
        help=words(
            "De qué ficha o país; «{none}» para el plan de ninguna, «{every}» para los registros y la participación. "
            "Sin esta opción, lo elige Enlace donde puede.",
            none=words(WITHOUT_TERM),
            every=words(ALL_TERMS),
        ),
    )
    kinds = tuple(layout.entity for screen in SCREENS for layout in screen.layouts)
    of_any = ", ".join(report.name for report in REPORTS if report.begun_in_a_room)
    said = words("La clase de ficha, para {reports}: {kinds}.", reports=of_any, kinds=say_kinds(kinds, words))
    declare_kind(parser, parser.optional, "--entity", kinds, help=said)
    for option, name, text in _DAYS:
        parser.optional.add_argument(option, dest=name, metavar=words("FECHA"), default="", help=words(text))
    _declare_apart(parser)
    _declare_choices(parser)


def _declare_choices(parser: Parser) -> None:
    """Declare what is chosen of a report: the boxes that are ticked, and the parts."""
    from app.reports.offered import REPORTS
    from app.reports.report import ticked

    words = parser.words
    ticks = ", ".join(dict.fromkeys(each.name for report in REPORTS for each in ticked(report.asks)))
    parser.optional.add_argument(
        "--tick",
        metavar=words("OPCIÓN,OPCIÓN"),
        default="",
        help=words("Qué casillas se marcan, separadas por comas; las otras quedan sin marcar: {ticks}.", ticks=ticks),
    )
    parts = ", ".join(dict.fromkeys(part.name for report in REPORTS for part in report.parts))
    parser.optional.add_argument(
        "--parts",
        metavar=words("PARTE,PARTE"),
        default="",
        help=words(
            "Qué partes, separadas por comas: {parts}. Sin esta opción, todas; de {report}, todas menos {others}. "
            "Lo que se marca en la ventana no cuenta aquí.",
            parts=parts,
            report=", ".join(report.name for report in REPORTS if not all(part.is_usual for part in report.parts)),
            others=", ".join(part.name for report in REPORTS for part in report.parts if not part.is_usual),
        ),
    )


def _declare_apart(parser: Parser) -> None:
    from app.reports.offered import REPORTS

    words = parser.words
    apart = ", ".join(report.name for report in REPORTS if report.each_apart)
    parser.optional.add_argument(
        "--each",
        action="store_true",
        help=words("Una carta por archivo, de {reports}: DESTINO es la carpeta. Pide --format.", reports=apart),
    )
    dated = ", ".join(report.name for report in REPORTS if report.appointment is not None)
    parser.optional.add_argument(
        "--without-appointment",
        action="store_true",
        help=words("Sin la cita para el calendario (.ics) que se guarda al lado, de {reports}.", reports=dated),
    )


def _report(invocation: Invocation) -> int:
    from app.agenda.beside import write_beside
    from app.records.lacking_letters import lacking_letters

    arguments = invocation.arguments
    words = Words(arguments.language or invocation.words.language)
    wanted = _find_report(arguments.report, arguments.entity)
    if arguments.each and not (wanted.each_apart and arguments.format):
        text = mark("Falta --format.") if wanted.each_apart else mark("«{report}» no lleva --each.")
        raise ProblemError(Problem(text, mark("Vea enlace report --help."), values={"report": wanted.name}))
    with invocation.open() as store:
        options = _options(store, wanted, arguments)
        chosen = wanted.defaults(store) if options is None else options
        said, made, paper = _write(wanted.make(store, chosen, words), invocation, words)
        letters = lacking_letters(store, [each for one in made for each in one.lacking])
        beside = None
        if wanted.appointment is not None and not arguments.without_appointment:
            beside = write_beside(store, wanted.appointment(chosen), paper, words)
    invocation.console.complain_of(*(each for one in made for each in one.problems), *letters)
    invocation.console.say(said)
    if beside is not None:
        invocation.console.say(invocation.words("Se guardó {file}.", file=beside))
    return 0


def _write(document: "Document", invocation: Invocation, words: Words) -> tuple[str, tuple["Rendered", ...], Path]:
    """Write the paper, or each that it is of; give what is said of it, what it came to, and by which name it goes."""
    from app.rendering import render
    from app.rendering.apart import paper_in, render_apart

    arguments, out = invocation.arguments, invocation.arguments.out
    if not arguments.each:
        made = render(document, arguments.format or _format_of(out), out, words)
        return invocation.words("Se guardó {file}.", file=out), (made,), out
    paths, each = render_apart(document, arguments.format, out)
    said = invocation.words.plural(
        "Se guardó {count} archivo en {folder}.", "Se guardaron {count} archivos en {folder}.", len(paths), folder=out
    )
    return said, each, paper_in(document, out)


def _find_report(name: str, entity: str) -> "Report[Any, Any]":
    """Return the report of that name, of a sheet that of its kind; ProblemError when a kind is missing, or too much."""
    from app.reports.offered import find_report, sheet_of

    report = find_report(name)
    if report.begun_in_a_room != bool(entity):
        text = mark("Falta indicar de qué clase de ficha.") if not entity else mark("«{report}» no lleva --entity.")
        raise ProblemError(Problem(text, mark("Vea enlace report --help."), values={"report": name}))
    if report.is_sheet and entity and Catalog()[entity].read_only:
        text = mark("Las fichas de esta lista son de otras clases: pida la ficha de la suya.")
        raise ProblemError(Problem(text, mark("Vea enlace report --help.")))
    return sheet_of(entity) if report.is_sheet and entity else report


def _options(store: Store, report: "Report[Any, Any]", arguments: Namespace) -> object | None:
    """Return the options that the arguments ask for, None for the usual ones. ProblemError for what is not there."""
    from app.reports.report import read_option

    given: dict[str, object] = {}
    if arguments.entity and report.begun_in_a_room:
        given["entity"] = arguments.entity
    if arguments.parts:
        given["parts"] = _read_parts(report, arguments.parts)
    if arguments.tick:
        given |= _read_ticks(report, arguments.tick)
    asked = report.asked(store.catalog, arguments.entity)
    if arguments.of and not asked:
        raise ProblemError(Problem(mark("«{report}» no lleva --of."), values={"report": report.name}))
    given |= _read_days(store, asked, report, arguments)
    if arguments.of:
        given[asked[0].name] = read_option(store, asked[0], arguments.of, report.none_called)
    if not given:
        return None
    is_whole = arguments.of or not report.about
    made: object = report.options(**given) if is_whole else replace(report.defaults(store), **given)
    return made


def _read_days(
    store: Store, asked: Sequence[FieldInfo], report: "Report[Any, Any]", arguments: Namespace
) -> dict[str, object]:
    """Return the days that are given of what a report asks; ProblemError for one that it does not ask."""
    from app.reports.report import read_option

    known = {each.name: each for each in asked}
    given: dict[str, object] = {}
    for option, name, _ in _DAYS:
        text = getattr(arguments, name)
        if text and name not in known:
            said = mark("«{report}» no lleva {option}.")
            raise ProblemError(Problem(said, values={"report": report.name, "option": option}))
        if text:
            given[name] = read_option(store, known[name], text)
    return given


def _read_ticks(report: "Report[Any, Any]", text: str) -> dict[str, object]:
    """Return which boxes of a report are ticked; ProblemError when it has none called so."""
    from app.reports.report import ticked

    names = {name.strip() for name in text.split(",") if name.strip()}
    known = [each.name for each in ticked(report.asks)]
    unknown = ", ".join(sorted(names - set(known)))
    if unknown:
        said = mark("«{report}» no tiene estas casillas: {unknown}.")
        raise ProblemError(Problem(said, values={"unknown": unknown, "report": Label(report.label)}))
    return {name: name in names for name in known}


def _read_parts(report: "Report[Any, Any]", text: str) -> frozenset[str]:
    """Return the names of the parts in `text`; ProblemError when the report has none called so."""
    names = frozenset(name.strip() for name in text.split(",") if name.strip())
    known = [part.name for part in report.parts]
    unknown = ", ".join(sorted(names - set(known)))
    if unknown:
        values = {"unknown": unknown, "known": ", ".join(known), "report": Label(report.label)}
        said = mark("«{report}» no tiene estas partes: {unknown}.")
        hint = mark("Las que tiene: {known}.") if known else mark("No tiene partes que se puedan dejar fuera.")
        raise ProblemError(Problem(said, hint, values=values))
    return names


def _format_of(path: Path) -> str:
    """Return the format that the ending of a file means; ProblemError when it means none."""
    from app.rendering import RENDERERS

    for renderer in RENDERERS:
        if renderer.ending == path.suffix.lower():
            return renderer.name
    text = mark("El nombre {file} no indica en qué formato guardar.")
    hint = mark("Use un nombre terminado en .pdf, .docx, .xlsx o .html, o indique --format.")
    raise ProblemError(Problem(text, hint, values={"file": path}))


COMMANDS = (Command("report", mark("Guarda un informe."), _declare_report, _report),)
