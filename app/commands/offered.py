"""The commands of the command line; COMMANDS lists them all, in the order in which the help shows them."""

from app.commands import agenda, files, past, reports, sheets, showing
from app.commands.command import Command

COMMANDS: tuple[Command, ...] = (
    *files.COMMANDS,
    *showing.COMMANDS,
    *sheets.COMMANDS,
    *agenda.COMMANDS,
    *reports.COMMANDS,
    *past.COMMANDS,
)
