"""The schema of a file: its version, and the way from an older one to the present.

Alembic is imported only when a step is to be taken: opening a file of today does without it, and starts sooner.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from db import journal, search
from db.failures import Reason, StoreFailure

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).parent / "migrations"


def _steps() -> list[str]:
    """Give the names of all steps, the first one first: the number that begins each file of `versions`."""
    return sorted(path.stem.partition("_")[0] for path in FOLDER.glob("versions/[0-9]*.py"))


def version(connection: Connection) -> int:
    """Give the number of steps that the file has taken; 0 for an empty database.

    Raises StoreFailure(NEWER) when the file is of a version of the program that knows more steps.
    """
    if not inspect(connection).has_table("alembic_version"):
        return 0
    at = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    steps = _steps()
    if at not in steps:
        raise StoreFailure(Reason.NEWER, at)
    return steps.index(at) + 1


def latest_version() -> int:
    """Give the number of steps that this program knows."""
    return len(_steps())


def configuration(connection: Connection) -> "Config":
    """Give what Alembic needs to run the steps on `connection`, in its transaction."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Take the steps that are missing, in the transaction of `connection`, and make the triggers anew."""
    from alembic import command

    command.upgrade(configuration(connection), "head")
    journal.install(connection)
    search.install(connection)
    search.rebuild(connection)
