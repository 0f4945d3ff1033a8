"""The schema of a file: its version, and the way from an older one to the present.

Alembic is imported only when a migration is to be run: opening a file of today does without it, and starts sooner.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, inspect, text

from db import search, sorting
from db.failures import Reason, StoreFailure
from db.journal import triggers
from db.journal.settling import mismatches
from db.journal.shape import Journaled, Shape, present_tables
from db.translations import TRANSLATIONS, Translation

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"


@dataclass(frozen=True)
class Schema:
    """A schema: its tables, the folders of its migrations, and how the journal reads what earlier ones wrote."""

    tables: tuple[Journaled, ...]
    folders: tuple[Path, ...] = (MIGRATIONS / "versions",)
    translations: tuple[Translation, ...] = field(default=TRANSLATIONS)

    @cached_property
    def shape(self) -> Shape:
        """The schema as the journal needs it, asked for by all that reads or writes: made once."""
        return Shape(self.latest_version(), self.tables, self.translations)

    @property
    def plain_tables(self) -> Sequence[Table]:
        """Its tables, what is referred to first."""
        return [each.table for each in self.tables]

    def migrations(self) -> list[str]:
        """Return the names of its migrations, the first one first: the number that begins each file."""
        return sorted(path.stem.partition("_")[0] for folder in self.folders for path in folder.glob("[0-9]*.py"))

    def latest_version(self) -> int:
        """Return the number of its migrations."""
        return len(self.migrations())


@lru_cache
def present() -> Schema:
    """Return the schema of this version of the program."""
    return Schema(present_tables())


def version(connection: Connection, schema: Schema) -> int:
    """Return the number of migrations that the file has taken; 0 for an empty database.

    Raises StoreFailure(NEWER) when the file is of a version of the program that knows more of them.
    """
    if not inspect(connection).has_table("alembic_version"):
        return 0
    at = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    migrations = schema.migrations()
    if at not in migrations:
        raise StoreFailure(Reason.NEWER, at)
    return migrations.index(at) + 1


def configuration(connection: Connection, schema: Schema) -> "Config":
    """Return what Alembic needs to run the migrations on `connection`, in its transaction."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("version_locations", os.pathsep.join(map(str, schema.folders)).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection, schema: Schema) -> None:
    """Take the migrations that are missing, in the transaction of `connection`, and make the triggers anew.

    The foreign keys of `connection` are off, since a table that is made anew is dropped first; none may lead nowhere
    when all is done, and the operations must say what the tables hold. Raises StoreFailure(DAMAGED) when they do not.
    """
    from alembic import command

    _drop_triggers(connection)
    command.upgrade(configuration(connection, schema), "head")
    triggers.install(connection, schema.tables)
    sorting.install(connection, schema.plain_tables)
    search.install(connection, schema.plain_tables)
    sorting.fill(connection, schema.plain_tables)
    search.rebuild(connection, schema.plain_tables)
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if lost is not None:
        raise StoreFailure(Reason.DAMAGED, f"{lost[0]} -> {lost[2]}")
    wrong = next(mismatches(connection, schema.shape), None)
    if wrong is not None:
        raise StoreFailure(Reason.DAMAGED, f"{wrong.entity}/{wrong.row_id}")


def _drop_triggers(connection: Connection) -> None:
    """Put the triggers away: a migration writes nothing to the journal."""
    found = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    for name in found:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
