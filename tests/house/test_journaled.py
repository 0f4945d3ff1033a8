"""What the journal demands of each table, and what any SQLite from 3.34 on demands of the file."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, UniqueConstraint, insert

from app.file.files import new_file
from db.base import units
from db.journal.shape import Journaled, present_tables
from db.keys import key_of
from db.store import Store
from db.titles import Title
from tests.make import TODAY, add, add_city

TABLES = present_tables()
NAMES = [each.name for each in TABLES]

NESTED = 20
"""At so many `replace()` in one another every SQLite below 3.46 can still read a schema; at fifty none can."""

YOUNGER = {
    "-> and ->> (3.38)": r"->",
    "IS DISTINCT FROM (3.39)": r"\bIS\s+(?:NOT\s+)?DISTINCT\b",
    "RIGHT and FULL JOIN (3.39)": r"\b(?:RIGHT|FULL)\s+(?:OUTER\s+)?JOIN\b",
    "RETURNING (3.35)": r"\bRETURNING\b",
    "MATERIALIZED (3.35)": r"\bMATERIALIZED\b",
    "STRICT (3.37)": r"\)\s*(?:WITHOUT\s+ROWID\s*,\s*)?STRICT\b",
    "an order within an aggregate (3.44)": r"\b(?:group_concat|string_agg|json_group_\w+)\([^()]*\bORDER\s+BY\b",
    "digits parted by _ (3.46)": r"\b\d+_\d+\b",
    "DROP COLUMN in a trigger (3.35)": r"\bDROP\s+COLUMN\b",
}
"""What SQLite 3.34 cannot parse, each with the version that brought it (https://sqlite.org/changes.html)."""


@pytest.fixture(scope="module")
def statements(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """Return type and SQL of all that the schema of a new file holds."""
    path = tmp_path_factory.mktemp("schema") / "red.enlace"
    with new_file(path, None, clock=lambda: TODAY) as store, store.reading() as session:
        found = session.connection().exec_driver_sql("SELECT type, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return [(str(kind), str(sql)) for kind, sql in found]


def checks(table: Journaled) -> Iterator[tuple[str, set[str]]]:
    """Return the checks of a table by their names, each with the columns that it speaks of."""
    for each in table.table.constraints:
        if isinstance(each, CheckConstraint):
            yield str(each.name), set(re.findall(r"\w+", str(each.sqltext))) & set(table.table.columns.keys())


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_columns_that_one_check_compares_are_kept_together(table: Journaled) -> None:
    kept = [set(unit) for unit in units(table.table)]
    apart = {name: columns for name, columns in checks(table) if not any(columns <= unit for unit in kept)}
    assert apart == {}


def test_some_checks_compare_columns() -> None:
    assert sum(len(columns) > 1 for table in TABLES for _, columns in checks(table)) >= 4


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_nothing_but_the_key_is_unique(table: Journaled) -> None:
    assert [each.name for each in table.table.primary_key.columns] == ["id"]
    assert [each for each in table.table.constraints if isinstance(each, UniqueConstraint)] == []
    assert [each.name for each in table.table.indexes if each.unique] == []
    assert [each.name for each in table.table.columns if each.unique] == []


def test_the_key_of_a_link_derives_from_both_its_sides(store: Store, tmp_path: Path) -> None:
    links = [each for each in TABLES if each.is_link]
    assert links
    kinds = {reference.target for each in links for reference in each.references}
    made = {kind: (_made(store, kind, "Uno"), _made(store, kind, "Dos")) for kind in kinds}
    for each in links:
        one, other = each.references
        keys = set()
        for mine in made[one.target]:
            for theirs in made[other.target]:
                with store.operation(Title("Vincular")) as session:
                    values = {one.column: mine, other.column: theirs}
                    done = session.connection().execute(insert(each.table).values(values))
                key = done.inserted_primary_key[0] if done.inserted_primary_key else ""
                assert key == key_of(each.name, mine, theirs)
                keys.add(key)
        assert len(keys) == 4


OF_ANOTHER = {
    "meeting": ("body_id", "body"),
    "plan_action": ("line_id", "plan_line"),
    "need": ("municipality_id", "municipality"),
}
"""The kinds that are never without one of another kind: in which field, and of which kind."""


def _made(store: Store, kind: str, name: str) -> str:
    if kind == "municipality":
        return add_city(store, name)
    if kind == "interaction":
        return add(store, kind, text=name, day=date(2026, 3, 1))
    if kind in OF_ANOTHER:
        field, other = OF_ANOTHER[kind]
        return add(store, kind, name=name, **{field: _made(store, other, f"{name} de {kind}")})
    if kind == "plan_line":
        return add(store, kind, name=name, number=name)
    kinds = {"organisation": "network", "body": "thematic_unit"}
    return add(store, kind, name=name, **({"kind": kinds[kind]} if kind in kinds else {}))


def test_no_statement_of_the_schema_nests_too_deep(statements: list[tuple[str, str]]) -> None:
    assert [sql for _, sql in statements if sql.lower().count("replace(") > NESTED] == []


def test_no_statement_of_the_schema_is_beyond_the_oldest_engine(statements: list[tuple[str, str]]) -> None:
    assert {kind for kind, _ in statements} == {"table", "index", "trigger"}
    said = [re.compile(each, re.IGNORECASE) for each in YOUNGER.values()]
    found = [(each.pattern, sql) for _, sql in statements for each in said if each.search(sql)]
    assert found == []


def test_no_index_and_no_table_calls_a_function_of_ours(statements: list[tuple[str, str]]) -> None:
    """A trigger may: it is only run when a row is written. The others are read with the schema."""
    assert [sql for kind, sql in statements if kind != "trigger" and "enlace_" in sql] == []


@pytest.mark.parametrize("what", YOUNGER)
def test_what_is_beyond_the_oldest_engine_is_seen(what: str) -> None:
    samples = (
        "SELECT before ->> '$.name'",
        "SELECT a IS NOT DISTINCT FROM b",
        "SELECT 1 FROM a FULL OUTER JOIN b",
        "INSERT INTO a VALUES (1) RETURNING id",
        "WITH a AS MATERIALIZED (SELECT 1) SELECT 2",
        "CREATE TABLE a (id TEXT) STRICT",
        "SELECT group_concat(name ORDER BY id)",
        "SELECT 1_000",
        "ALTER TABLE a DROP COLUMN b",
    )
    assert sum(bool(re.search(YOUNGER[what], each, re.IGNORECASE)) for each in samples) == 1
