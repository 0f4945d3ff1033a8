"""The check finds what is wrong in a file, whatever it is, and says where."""

import pytest
from sqlalchemy import Connection

from app.records.attachments import attach
from db.checking import check
from db.store import Store
from tests.db.writing import changed, gone, made, made_city, made_experience, made_file, made_link, write
from tests.make import open_store


@pytest.fixture
def filled(store: Store) -> Store:
    """Return a file in which all is well."""
    write(store, made("person", "luz", name="Luz Modelo"), made_city("azul", "Ázul"), made_city("tigre", "Tigre"))
    write(store, made_experience(person_id="luz"), made_link("huerta", "azul"))
    write(store, changed("municipality", "azul", web="azul.example"))
    write(store, gone("municipality", "tigre"))
    assert check(store) == []
    return store


def behind(store: Store, *statements: str) -> None:
    """Write into a file past the journal, the keys and the index."""
    with store._connection(writes=True) as connection:  # noqa: SLF001 - what no session can do
        _without_triggers(connection)
        for statement in statements:
            connection.exec_driver_sql(statement)


def _without_triggers(connection: Connection) -> None:
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


INDEXED = "(SELECT number FROM search_key WHERE row_id = 'azul')"
CITY = "INSERT INTO municipality (id, short_name, short_name_key, country) VALUES"
THREE = f"{CITY} ('0', 'Antes', 'antes', 'AR'), ('m', 'Medio', 'medio', 'AR'), ('zz', 'Último', 'ultimo', 'AR')"


@pytest.mark.parametrize(
    ("statements", "found"),
    [
        (["UPDATE municipality SET notes = 'a escondidas'"], ["journal: municipality, 1"]),
        (["UPDATE municipality SET web = NULL"], ["journal: municipality, 1"]),
        (["UPDATE experience SET person_id = NULL"], ["journal: experience, 1"]),
        (["DELETE FROM experience_municipality"], ["journal: experience_municipality, 1"]),
        (["UPDATE municipality SET short_name_key = 'otra'"], ["search index: 1"]),
        (["UPDATE municipality SET short_name_key = NULL"], ["search index: 1"]),
        ([f"DELETE FROM search_index WHERE rowid = {INDEXED}"], ["search index: 1"]),
        (["DELETE FROM search_key WHERE row_id = 'azul'"], ["search index: 1"]),
        ([made_file("acta", "municipality", "azul")], ["journal: document, 1", "search index: 1", "attached files: 1"]),
        ([THREE], ["journal: municipality, 3", "search index: 3"]),
        ([f"{CITY} ('tigre', 'Tigre', 'tigre', 'AR')"], ["journal: municipality, 1", "search index: 1"]),
    ],
)
def test_what_another_hand_did_is_found(filled: Store, statements: list[str], found: list[str]) -> None:
    behind(filled, *statements)
    assert check(filled) == found


def test_a_row_that_the_journal_knows_and_no_table_has_is_found(filled: Store) -> None:
    write(filled, made("theme", "theme", name="Agua", position=0))
    behind(
        filled,
        "DELETE FROM theme",
        "DELETE FROM search_index WHERE title = 'Agua'",
        "DELETE FROM search_key WHERE source_id = 'theme'",
    )
    assert check(filled) == ["journal: theme, 1"]


def test_a_reference_that_leads_nowhere_is_found(filled: Store) -> None:
    filled.close()
    with open_store(filled.path) as store:
        connection = store._engine.raw_connection()  # noqa: SLF001 - keys are put out of force below a session
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute("INSERT INTO journal_open (operation) VALUES (1)")
        cursor.execute("UPDATE experience SET person_id = 'nadie'")
        cursor.execute("DELETE FROM journal_open")
        connection.close()
        assert "foreign key: experience 1 -> person" in check(store)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE search_index_content SET c0 = 'Otra' WHERE c0 LIKE 'Ázul%'", "fts5: checksum mismatch"),
        ("UPDATE search_index_data SET block = zeroblob(3)", "malformed inverted index"),
    ],
)
def test_an_index_that_does_not_hold_what_it_was_given_is_found_beside_the_rest(
    filled: Store, statement: str, said: str
) -> None:
    behind(filled, "UPDATE municipality SET notes = 'a escondidas'", statement)
    index, *others = check(filled)
    assert said in index
    assert others == ["journal: municipality, 1"]


def test_a_file_whose_contents_are_lost_is_told(filled: Store) -> None:
    note = filled.path.with_name("nota.txt")
    note.write_bytes(b"hola")
    attach(filled, "municipality", "azul", [note])
    assert check(filled) == []
    behind(filled, "DELETE FROM content")
    assert check(filled) == ["attached files: 1"]


def test_the_check_tells_how_much_is_done(filled: Store) -> None:
    told: list[float] = []
    assert check(filled, told.append) == []
    assert told == sorted(told)
    assert (told[0] > 0, told[-1]) == (True, 1)


def test_a_check_changes_nothing(filled: Store) -> None:
    before = filled.path.read_bytes()
    assert check(filled) == []
    assert filled.path.read_bytes() == before


def test_whoever_stops_a_check_may_start_it_again(filled: Store) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check(filled, stop)
    assert check(filled) == []
