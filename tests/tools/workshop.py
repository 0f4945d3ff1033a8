"""A folder of migrations to come, and made-up declarations beside the present ones."""

import importlib.util
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table, text
from sqlalchemy.schema import SchemaItem

from db.base import Base, EntityFacts, PartialDateColumn
from db.journal.shape import journaled
from db.schema import Schema, configuration, present
from db.sqlite import make_engine
from db.store import Store
from db.translations import Translation
from tests.make import TODAY
from tools.make_migration import TRANSLATIONS, Place, write_migration
from tools.migration.plan import Answers, Plan, make_plan
from tools.migration.shapes import SchemaShape, read_shape

Declares = Callable[[MetaData], Table]
"""What declares a table among others."""


@dataclass(frozen=True)
class Workshop:
    """Where migrations are written, and what is declared."""

    place: Place
    schema: Schema
    metadata: MetaData

    def declare(self, *tables: Declares) -> "Workshop":
        """Return the workshop when these tables are declared beside the present ones."""
        metadata = declared(*tables)
        return replace(self, metadata=metadata, schema=replace(self.schema, tables=journaled(metadata)))

    def plan(self, answers: Answers | None = None) -> Plan:
        """Return what is to be changed."""
        return make_plan(self._shape(), self.metadata, answers or Answers())

    def _shape(self) -> SchemaShape:
        """Return what the migrations make: those to come, in a file that has taken those that there are."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "begun.enlace"
            path.write_bytes(_begun())
            engine = make_engine(path, None, foreign_keys=False)
            with engine.connect().execution_options(writes=True) as connection, connection.begin():
                command.upgrade(configuration(connection, self.schema), "head")
                shape = read_shape(connection)
            engine.dispose()
        return shape

    def migrate(self, answers: Answers | None = None) -> "Workshop":
        """Return the workshop when the migration of the changes is written."""
        _, schema = write_migration("pacts", self.plan(answers), self.schema, self.place)
        return replace(self, schema=schema)

    def text(self) -> str:
        """Return the last migration that was written."""
        return max(self.place.versions.glob("[0-9]*.py")).read_text(encoding="utf-8")

    def translations(self) -> list[Translation]:
        """Return the translations that were added to those there are, loaded from the file: of its own classes."""
        spec = importlib.util.spec_from_file_location("made_translations", self.place.translations)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return list(module.TRANSLATIONS[len(present().translations) :])

    def open(self, path: Path) -> Store:
        """Open a file, and bring it to what is declared."""
        return Store.open(path, clock=lambda: TODAY, author="Ana", made_for=self.schema)


def empty_workshop(folder: Path) -> Workshop:
    """Return a workshop in which the present declarations are declared."""
    versions, translations = folder / "versions", folder / "translations.py"
    versions.mkdir()
    shutil.copy(TRANSLATIONS, translations)
    schema = replace(present(), folders=(*present().folders, versions))
    return Workshop(Place(versions, translations), schema, _declared())


@lru_cache
def _begun() -> bytes:
    """Return a file that has taken the migrations that there are, made once: every test begins with them."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "begun.enlace"
        engine = make_engine(path, None, foreign_keys=False)
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            command.upgrade(configuration(connection, present()), "head")
        engine.dispose()
        return path.read_bytes()


@lru_cache
def _declared() -> MetaData:
    """Return the present declarations alone, which nobody changes."""
    return declared()


def declared(*tables: Declares) -> MetaData:
    """Return the present declarations and more tables."""
    metadata = MetaData(naming_convention=Base.metadata.naming_convention)
    for table in Base.metadata.sorted_tables:
        table.to_metadata(metadata).info.update(table.info)
    for declare in tables:
        made = declare(metadata)
        for column in made.columns:
            if column.info.get("filled"):
                Index(None, column, sqlite_where=column.is_not(None))
    return metadata


def pact(*more: SchemaItem, name: str = "pact", title: str = "title") -> Declares:
    """Return what declares pacts: a title that is folded, references, a date, a place, a check, and `more`."""

    def declare(metadata: MetaData) -> Table:
        return Table(
            name,
            metadata,
            _key(),
            Column(title, String(300), nullable=False),
            Column(f"{title}_key", String(300), info={"sorts": title}),
            Column("kind", String(20), nullable=False, index=True),
            Column("starts", PartialDateColumn),
            reference("meeting_id", "meeting", required=True),
            reference("period_id", "period"),
            Column("position", Integer, nullable=False),
            CheckConstraint("position >= 0", name="position"),
            Index(None, f"{title}_key", "id"),
            Index(f"ix_{name}_open", "kind", sqlite_where=text("starts IS NULL")),
            *more,
            info={"facts": EntityFacts(one="Convenio", many="Convenios", named_by=(title,))},
        )

    return declare


def links(owner: str, target: str, *, role: str = "") -> Declares:
    """Return what declares the links between two kinds of record; `role` is what a target is where both are one."""

    def declare(metadata: MetaData) -> Table:
        sides = reference(f"{owner}_id", owner, required=True), reference(f"{role or target}_id", target, required=True)
        return Table(f"{owner}_{role or target}", metadata, _key(), *sides, info={"link": True})

    return declare


def reference(name: str, target: str, *, required: bool = False) -> Column[str]:
    """Return a reference as entities declare it."""
    to = ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")
    return Column(name, String(32), to, nullable=not required, index=required, info={"filled": not required})


def _key() -> Column[str]:
    return Column("id", String(32), primary_key=True)
