"""A file of schema 5 is opened with all that it held and all that was done to it, told field by field."""

import gzip
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from app.records import history
from app.records.reading import search
from db.checking import check
from db.keys import key_of
from db.store import Store
from tests.db.writing import ask, held, written
from tests.make import open_store, said

PACKED = Path(__file__).parents[2] / "old_files" / "v5-enlace-0.1.0.enlace.gz"
AT = "2026-11-23 10:00:00.000000"


class Old:
    """A file as version 0.1 left it, in which that version's own triggers write the journal."""

    def __init__(self, path: Path) -> None:
        """Unpack the file."""
        self.path = path
        with gzip.open(PACKED) as source, path.open("wb") as target:
            shutil.copyfileobj(source, target)

    @contextmanager
    def connection(self) -> Iterator[Any]:
        """Return a connection to it."""
        connection = driver.connect(str(self.path), isolation_level=None)
        yield connection
        connection.close()

    def ask(self, statement: str) -> list[tuple[Any, ...]]:
        """Return the rows that a statement finds."""
        with self.connection() as connection:
            return [tuple(row) for row in connection.execute(statement)]

    def run(self, *statements: str) -> None:
        """Carry out statements behind the back of the journal."""
        with self.connection() as connection:
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f'DROP TRIGGER "{name}"')
            for statement in statements:
                connection.execute(statement)

    def write(self, *statements: str, direction: str = "do", reverses: int | None = None, at: str = AT) -> int:
        """Carry out statements in one operation and give its number."""
        columns = "id, direction, state, reverses, title, author, made_at"
        with self.connection() as connection:
            cursor = connection.execute(
                f"INSERT INTO journal_operation ({columns}) VALUES (lower(hex(randomblob(16))), ?, ?, ?, ?, ?, ?)",
                (direction, "done", reverses, "Editar Ciudad: Azul", "Ana", at),
            )
            number = int(cursor.lastrowid)
            connection.execute("INSERT INTO journal_open VALUES (?)", (number,))
            for statement in statements:
                connection.execute(statement)
            connection.execute("DELETE FROM journal_open")
        return number


@pytest.fixture
def old(tmp_path: Path) -> Old:
    """Return an old file."""
    return Old(tmp_path / "vieja.enlace")


MOMENTS = "'2026-11-23 10:00:00.000000', '2026-11-23 10:00:00.000000'"
CITY = (
    "INSERT INTO municipality (id, created_at, changed_at, short_name, country, population, population_year) "
    f"VALUES ('azul', {MOMENTS}, 'Azul', 'AR', 900, 2001)"
)
RENAMED = "UPDATE municipality SET short_name = 'Verde', changed_at = '2026-11-24' WHERE id = 'azul'"


def operations(store: Store) -> list[tuple[Any, ...]]:
    """Return number, kind and what is taken back of the operations, by their ids."""
    found = ask(store, "SELECT number, id, kind, reverses FROM journal_operation ORDER BY number")
    numbers = {key: number for number, key, _, _ in found}
    return [(number, kind, [numbers[key] for key in json.loads(back or "[]")]) for number, _, kind, back in found]


def test_every_row_is_as_it_was(old: Old) -> None:
    cities = old.ask("SELECT id, short_name, population, latitude, notes FROM municipality ORDER BY id")
    links = old.ask("SELECT experience_id, theme_id FROM experience_theme ORDER BY 1, 2")
    with open_store(old.path) as store:
        assert ask(store, "SELECT id, short_name, population, latitude, notes FROM municipality ORDER BY id") == cities
        assert ask(store, "SELECT experience_id, theme_id FROM experience_theme ORDER BY 1, 2") == links
        assert check(store) == []
        assert search(store, str(cities[0][1]))


def test_operations_keep_their_ids_moments_and_titles(old: Old) -> None:
    old.write(CITY)
    before = old.ask("SELECT number, id, author, made_at, title FROM journal_operation ORDER BY number")
    with open_store(old.path) as store:
        after = ask(store, "SELECT number, id, author, made_at FROM journal_operation ORDER BY number")
        assert after == [row[:4] for row in before]
        assert [said(each.title) for each in reversed(history.operations(store))] == [row[4] for row in before]
        titles = ask(store, "SELECT DISTINCT title FROM journal_operation")
        assert titles == [('{"text":"{title}"}',)], "the title stands among the names, where it can be forgotten"


def test_images_become_what_changed(old: Old) -> None:
    made, renamed, went = old.write(CITY), old.write(RENAMED), old.write("DELETE FROM municipality WHERE id = 'azul'")
    again = old.write(CITY.replace("900", "950"))
    with open_store(old.path) as store:
        [one] = written(store, made)
        assert (one.kind, one.before) == ("C", None)
        assert one.after == {"short_name": "Azul", "country": "AR", "population": 900, "population_year": 2001}
        [two] = written(store, renamed)
        assert (two.kind, two.before, two.after) == ("U", {"short_name": "Azul"}, {"short_name": "Verde"})
        [three] = written(store, went)
        assert (three.kind, three.before, three.after) == ("D", {**one.after, "short_name": "Verde"}, None)
        [four] = written(store, again)
        assert (four.kind, four.row_id) == ("R", "azul")
        assert four.before == {
            "short_name": "Verde",
            "population": 900,
            "population_year": 2001,
            "population_source": None,
        }
        assert four.after == {
            "short_name": "Azul",
            "population": 950,
            "population_year": 2001,
            "population_source": None,
        }
        assert check(store) == []


def test_several_changes_of_a_row_in_one_operation_become_one(old: Old) -> None:
    number = old.write(CITY, RENAMED)
    nothing = old.write(CITY.replace("azul", "otra"), "DELETE FROM municipality WHERE id = 'otra'")
    touched = old.write("UPDATE municipality SET changed_at = '2026-11-25' WHERE id = 'azul'")
    with open_store(old.path) as store:
        [entry] = written(store, number)
        assert (entry.kind, (entry.after or {})["short_name"]) == ("C", "Verde")
        assert written(store, nothing) == written(store, touched) == []
        assert check(store) == []


def test_links_have_the_key_that_both_sides_give(old: Old) -> None:
    [(experience, theme)] = old.ask("SELECT experience_id, theme_id FROM experience_theme LIMIT 1")
    one = f"experience_id = '{experience}' AND theme_id = '{theme}'"
    cut = old.write(f"DELETE FROM experience_theme WHERE {one}")
    columns = "id, experience_id, theme_id"
    again = old.write(f"INSERT INTO experience_theme ({columns}) VALUES ('{'e' * 32}', '{experience}', '{theme}')")
    key = key_of("experience_theme", experience, theme)
    with open_store(old.path) as store:
        for row_id, *pair in ask(store, f"SELECT {columns} FROM experience_theme"):
            assert row_id == key_of("experience_theme", *pair)
        assert [(each.kind, each.row_id) for each in (*written(store, cut), *written(store, again))] == [
            ("D", key),
            ("R", key),
        ]
        assert check(store) == []


def test_rows_in_an_order_stand_far_apart_in_that_order(old: Old) -> None:
    before = dict(old.ask("SELECT id, position FROM contact_point"))
    assert len(set(before.values())) > 1
    with open_store(old.path) as store:
        after = dict(ask(store, "SELECT id, position FROM contact_point"))
        assert after == {key: (place + 1) * 2**20 for key, place in before.items()}
        entry = json.loads(ask(store, "SELECT after FROM journal_entry WHERE entity = 'contact_point' LIMIT 1")[0][0])
        assert entry["position"] in after.values()


def test_a_redo_becomes_the_undo_of_an_undo(old: Old) -> None:
    made = old.write(CITY)
    went = "DELETE FROM municipality WHERE id = 'azul'"
    undone = old.write(went, direction="undo", reverses=made)
    redone = old.write(CITY, direction="redo", reverses=made)
    last = old.write(went, direction="undo", reverses=made)
    with open_store(old.path) as store:
        expected = [(made, "do", []), (undone, "undo", [made]), (redone, "undo", [undone]), (last, "undo", [made])]
        assert operations(store)[-4:] == expected
        assert said(history.redo_title(store)) == "Editar Ciudad: Azul"
        history.redo(store)
        assert held(store, "municipality", "azul") is not None
        history.undo(store)
        assert held(store, "municipality", "azul") is None
        assert check(store) == []


def test_what_was_settled_stays_out_of_the_reach_of_undo(old: Old) -> None:
    old.run("UPDATE journal_operation SET state = 'settled'")
    with open_store(old.path) as store:
        assert {kind for _, kind, _ in operations(store)} == {"start"}
        assert history.undo_title(store) is None


def test_rows_that_the_old_journal_does_not_know_go_into_a_first_operation(old: Old) -> None:
    themes = {row[0] for row in old.ask("SELECT id FROM theme")}
    links = old.ask("SELECT count(*) FROM experience_theme")[0][0]
    old.run("DELETE FROM journal_entry WHERE entity IN ('theme', 'experience_theme')")
    with open_store(old.path) as store:
        assert operations(store)[0] == (0, "start", [])
        first = written(store, 0)
        assert {each.row_id for each in first if each.entity == "theme"} == themes
        assert len([each for each in first if each.entity == "experience_theme"]) == links
        assert {each.kind for each in first} == {"C"}
        assert check(store) == []


def test_a_row_that_differs_from_the_old_journal_is_told_in_a_last_operation(old: Old) -> None:
    old.write(CITY)
    old.run(
        "UPDATE municipality SET short_name = 'Verde' WHERE id = 'azul'",
        "DELETE FROM experience_theme",
    )
    count = len(old.ask("SELECT 1 FROM journal_operation"))
    with open_store(old.path) as store:
        assert len(operations(store)) == count + 1
        number, kind, _ = operations(store)[-1]
        assert kind == "start"
        last = written(store, number)
        [city] = [each for each in last if each.entity == "municipality"]
        assert (city.kind, city.before, city.after) == ("U", {"short_name": "Azul"}, {"short_name": "Verde"})
        assert {each.kind for each in last if each.entity == "experience_theme"} == {"D"}
        assert said(history.undo_title(store)) == "Editar Ciudad: Azul"
        assert check(store) == []


def test_two_copies_of_one_file_become_alike(old: Old, tmp_path: Path) -> None:
    old.run("DELETE FROM journal_entry WHERE entity = 'theme'", "UPDATE municipality SET notes = 'a escondidas'")
    shutil.copy(old.path, tmp_path / "copia.enlace")
    with open_store(old.path) as one, open_store(tmp_path / "copia.enlace") as other:
        for table in ("journal_operation", "journal_entry", "journal_head", "journal_about"):
            assert ask(one, f"SELECT * FROM {table}") == ask(other, f"SELECT * FROM {table}")
        mine, theirs = (ask(each, "SELECT network, device, mark FROM journal_file")[0] for each in (one, other))
        assert mine[0] == theirs[0]
        assert len({*mine[1:], *theirs[1:]}) == 4
        assert ask(one, "SELECT DISTINCT device FROM journal_operation") == [("0" * 32,)]


def test_operations_are_chained_and_later_than_those_before(old: Old) -> None:
    old.write(CITY, at="2008-06-18 00:00:00.000000")
    with open_store(old.path) as store:
        found = ask(store, "SELECT id, stamp, parents FROM journal_operation ORDER BY number")
        assert [json.loads(parents) for _, _, parents in found] == [[], *([key] for key, _, _ in found[:-1])]
        rising = [stamp for _, stamp, _ in found]
        assert rising == sorted(set(rising))
        assert ask(store, "SELECT operation FROM journal_head") == [(operations(store)[-1][0],)]


def test_the_history_of_a_part_is_under_each_record_that_it_belonged_to(old: Old) -> None:
    columns = "id, created_at, changed_at, municipality_id, position, kind, value"
    old.write(CITY, CITY.replace("azul", "otra").replace("Azul", "Otra"))
    old.write(f"INSERT INTO contact_point ({columns}) VALUES ('phone', {MOMENTS}, 'azul', 0, 'phone', '4711')")
    old.write("UPDATE contact_point SET municipality_id = 'otra' WHERE id = 'phone'")
    old.write("UPDATE contact_point SET value = '4712' WHERE id = 'phone'")
    with open_store(old.path) as store:
        assert len(history.record_history(store, "municipality", "azul")) == 3
        assert len(history.record_history(store, "municipality", "otra")) == 3


def test_an_old_file_without_history_has_one_afterwards(old: Old) -> None:
    old.run("DELETE FROM journal_entry", "DELETE FROM journal_operation")
    with open_store(old.path) as store:
        assert operations(store) == [(0, "start", [])]
        assert check(store) == []


def test_only_foreign_keys_that_lead_somewhere_are_let_through(old: Old) -> None:
    old.run("PRAGMA foreign_keys = OFF", "UPDATE experience_theme SET theme_id = 'nadie' WHERE rowid = 1")
    before = old.path.read_bytes()
    with pytest.raises(Exception, match="damaged"):
        open_store(old.path)
    assert old.path.read_bytes() == before
