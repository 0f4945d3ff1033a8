"""The schema of a file: its version, and the way from an older one to the present."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from db import journal, search
from db.failures import Reason, StoreFailure

FOLDER = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _steps() -> list[str]:
    """Give the names of all steps, the first one first."""
    return [step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()][::-1]


def version(connection: Connection) -> int:
    """Give the number of steps that the file has taken; 0 for an empty database.

    Raises StoreFailure(NEWER) when the file is of a version of the program that knows more steps.
    """
    at = MigrationContext.configure(connection).get_current_revision()
    if at is None:
        return 0
    steps = _steps()
    if at not in steps:
        raise StoreFailure(Reason.NEWER, at)
    return steps.index(at) + 1


def latest_version() -> int:
    """Give the number of steps that this program knows."""
    return len(_steps())


def upgrade(connection: Connection) -> None:
    """Take the steps that are missing, in the transaction of `connection`, and make the triggers anew."""
    command.upgrade(_config(connection), "head")
    journal.install(connection)
    search.install(connection)
    search.rebuild(connection)
