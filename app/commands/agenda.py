"""The command that writes the agenda as a file of a calendar."""

from datetime import date
from pathlib import Path

from app.commands.command import Command, Invocation, declare_file
from app.commands.parser import Parser
from app.words.problems import Problem, ProblemError
from app.words.words import Words, mark
from db.fields import Field, Kind

_DAY = Field(mark("Fecha"), Kind.DATE)


def _declare_calendar(parser: Parser) -> None:
    declare_file(parser)
    words = parser.words
    parser.needed.add_argument(
        "--out", metavar=words("DESTINO"), type=Path, required=True, help=words("Dónde: un archivo .ics.")
    )
    parser.optional.add_argument(
        "--from", dest="starts", metavar=words("FECHA"), default="", help=words("Desde qué día: 01/03/2027.")
    )
    parser.optional.add_argument(
        "--until", dest="ends", metavar=words("FECHA"), default="", help=words("Hasta qué día.")
    )
    parser.optional.add_argument(
        "--meetings",
        action="store_true",
        help=words("También las reuniones: las de esos días o, sin días, las de la gestión de hoy."),
    )


def _calendar(invocation: Invocation) -> int:
    from app.agenda.exporting import export_calendar, wanted_between

    arguments, words = invocation.arguments, invocation.words
    starts, ends = _read_day(arguments.starts, words), _read_day(arguments.ends, words)
    if starts is not None and ends is not None and ends < starts:
        raise ProblemError(Problem(mark("Termina antes de empezar."), mark("Revise --from y --until.")))
    with invocation.open() as store:
        wanted = wanted_between(store, starts, ends, meetings=arguments.meetings)
        written = export_calendar(store, wanted, arguments.out, words)
    invocation.console.complain_of(*written.notices)
    said = words.plural("{count} evento en {file}", "{count} eventos en {file}", written.count, file=arguments.out)
    invocation.console.say(said)
    return 0


def _read_day(text: str, words: Words) -> date | None:
    """Return the day that an option gives; ProblemError for what is no whole date."""
    from app.words.values import read_value

    found = read_value(_DAY, text, words) if text else None
    return found if isinstance(found, date) else None


COMMANDS = (Command("calendar", mark("Guarda la agenda como calendario (.ics)."), _declare_calendar, _calendar),)
"""What else is exported is a sheet (`app/commands/sheets.py`)."""
