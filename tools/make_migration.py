"""Writes the migration from the schema that the present ones make to the declared one, tries it and keeps its old file.

Run by `make migration NAME=agreements`; `RENAMES`, `FILLS` and `DROPS` are answers that nothing else can give.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import MetaData

from db.entities import ENTITIES
from db.schema import MIGRATIONS, Schema, present
from tools.migration.old_files import ROOT, NotMade, is_kept, keep_left_behind, keep_present, kept_before
from tools.migration.plan import Answers, Plan, Unanswered, make_plan
from tools.migration.shapes import migrated_shape
from tools.migration.translating import translation_line, translations_of, with_translations
from tools.migration.trying import faults
from tools.migration.writing import Unwritable, migration_text

TRANSLATIONS = ROOT / "db" / "translations.py"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a migration is written: into which folder, and which file has the translations of the journal."""

    versions: Path = MIGRATIONS / "versions"
    translations: Path = TRANSLATIONS


def parse_answers(renames: str, fills: str, drops: str) -> Answers:
    """Return what "organisation.web=site agreement=accord", "meeting.kind=ordinary" and "person.fax" say.

    Raises ValueError that names the words which say nothing.
    """
    tables, columns = {}, {}
    for old, new in map(_parted, renames.split()):
        table, _, column = old.partition(".")
        if column:
            columns[table, column] = new.removeprefix(f"{table}.")
        else:
            tables[table] = new
    filled = {_column(place): value for place, value in map(_parted, fills.split(";") if fills.strip() else ())}
    dropped = frozenset((table, name) for table, _, name in (each.partition(".") for each in drops.split()))
    return Answers(tables, columns, filled, dropped)


def _parted(word: str) -> tuple[str, str]:
    place, equals, value = word.strip().partition("=")
    if not (place and equals and value):
        raise ValueError(f"{word} should be like table.column=value")
    return place, value


def _column(place: str) -> tuple[str, str]:
    table, _, name = place.partition(".")
    return table, name


def write_migration(name: str, plan: Plan, schema: Schema, place: Place) -> tuple[Path, Schema]:
    """Write the migration that does `plan`, and its translations; return its file, and `schema` with the translations.

    `schema` has the declared tables and the migrations there are. Raises Unanswered or Unwritable before anything is
    written.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise Unanswered("NAME says what the migration is for, in small letters: make migration NAME=agreements")
    migrations = schema.migrations()
    number = len(migrations) + 1
    revision = f"{number:04}"
    text = migration_text(plan, schema.tables, name=name, revision=revision, before=migrations[-1])
    translations = translations_of(plan, schema.tables, number)
    path = place.versions / f"{revision}_{name}.py"
    path.write_text(text, encoding="utf-8")
    if translations:
        source = place.translations.read_text(encoding="utf-8")
        place.translations.write_text(with_translations(source, translations), encoding="utf-8")
    _format(path, place.translations)
    _say(f"{path.name}:", *(f"  {line}" for line in plan.lines()))
    _say(*(f"{place.translations.name}: {translation_line(each)}" for each in translations))
    return path, replace(schema, translations=(*schema.translations, *translations))


def _format(*paths: Path) -> None:
    command = [sys.executable, "-m", "ruff", "format", "--quiet", "--config", str(ROOT / "pyproject.toml")]
    subprocess.run([*command, *map(str, paths)], check=True)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; return 0 when nothing is left to be done."""
    parser = argparse.ArgumentParser(prog="make migration", description=__doc__)
    parser.add_argument("name")
    for option in ("renames", "fills", "drops"):
        parser.add_argument(f"--{option}", default="")
    said = parser.parse_args(arguments)
    try:
        return _run(said.name, parse_answers(said.renames, said.fills, said.drops))
    except (ValueError, NotImplementedError, Unanswered, Unwritable, NotMade) as error:
        _say(str(error))
        return 1


def _run(name: str, answers: Answers) -> int:
    schema, metadata = present(), ENTITIES[0].metadata
    number = schema.latest_version()
    plan = make_plan(migrated_shape(schema), metadata, answers)
    if not plan.lines() and is_kept(number):
        _say("Nothing to migrate: the migrations make what is declared.")
        return 0
    if plan.lines():
        if not is_kept(number):
            _say(f"kept {keep_left_behind(number).name}")
        _, schema = write_migration(name, plan, schema, Place())
    if plan.by_hand():
        _say("SQLite's ALTER cannot do what is left by hand: write it where the migration raises, then run this again.")
        return 1
    return _finish(schema, metadata)


def _finish(schema: Schema, metadata: MetaData) -> int:
    """Try the last migration, and keep a file of what it makes."""
    older = kept_before(schema.latest_version())
    if found := list(faults(schema, metadata, older)):
        _say("What the migrations make is not what is declared:", *(f"  {line}" for line in found))
        return 1
    _say(f"tried on an empty file and on copies of the {len(older)} older ones")
    _say(f"kept {keep_present().name}")
    return 0


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
