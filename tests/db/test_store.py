"""A file is opened, locked, refused and copied as its person expects."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from db.checking import check
from db.entities.municipality import Municipality
from db.failures import Reason, StoreFailure
from db.sqlite import make_engine
from db.store import Store
from db.titles import Title
from tests.make import add_city, everything, open_store
from tests.prepared import lay

ROOT = Path(__file__).parents[2]
NOBODY = 65534


def digest(path: Path) -> str:
    """Return what tells whether a file is as it was."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def reason_for(action: Callable[[], object]) -> Reason:
    """Return the reason for which an action fails."""
    with pytest.raises(StoreFailure) as caught:
        action()
    return caught.value.reason


def begin(template: Path, path: Path, passphrase: str | None = None) -> Store:
    """Lay an empty file at `path` and open it: how the program makes one is asked where it says so."""
    lay(template, path, passphrase)
    return open_store(path, passphrase)


def test_a_file_gives_back_what_was_written(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    with Store.create(path) as store:
        add_city(store, "São Leopoldo", "BR")
    with open_store(path) as store:
        assert "São Leopoldo" in repr(everything(store)["municipality"])


def test_a_file_with_a_passphrase_shows_nothing_to_whoever_reads_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    with Store.create(path, "tres palabras sueltas") as store:
        add_city(store, "Canelones", "UY")
    assert b"Canelones" not in path.read_bytes()
    assert b"SQLite" not in path.read_bytes()


def test_an_existing_file_is_never_made_again(store: Store) -> None:
    path = store.path
    add_city(store)
    before = digest(path)
    store.close()
    assert reason_for(lambda: Store.create(path)) is Reason.EXISTS
    assert digest(path) == before


def test_a_file_stands_in_its_place_only_when_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "red.enlace"

    def stop(*_: object) -> None:
        assert not path.exists()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("db.store.schema.upgrade", stop)
        with pytest.raises(KeyboardInterrupt):
            Store.create(path)
    assert list(tmp_path.iterdir()) == []
    Store.create(path).close()
    with open_store(path) as opened:
        assert check(opened) == []


def test_a_wrong_passphrase_is_told_and_changes_nothing(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    begin(template, path, "la buena").close()
    before = digest(path)
    assert reason_for(lambda: open_store(path, "la mala")) is Reason.WRONG_PASSPHRASE
    assert reason_for(lambda: open_store(path)) is Reason.PASSPHRASE_NEEDED
    assert digest(path) == before


@pytest.mark.parametrize("first", [None, "una"])
@pytest.mark.parametrize("second", [None, "otra ' con comilla"])
def test_a_passphrase_is_set_changed_and_removed(
    template: Path, tmp_path: Path, first: str | None, second: str | None
) -> None:
    path = tmp_path / "red.enlace"
    with begin(template, path, first) as store:
        add_city(store)
        before = everything(store)
        store.set_passphrase(second)
        assert everything(store) == before
    with open_store(path, second) as store:
        assert everything(store) == before
        assert check(store) == []
    assert list(tmp_path.iterdir()) == [path]


def test_a_passphrase_opens_in_either_form_of_its_accents(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    begin(template, path, "cami\u00f3n").close()
    with open_store(path, "camio\u0301n") as store:
        assert store.opens_with("cami\u00f3n")
        store.set_passphrase("n\u0303and\u00fa")
    open_store(path, "\u00f1andu\u0301").close()


def test_an_empty_passphrase_is_none(template: Path, tmp_path: Path) -> None:
    with begin(template, tmp_path / "red.enlace", "") as store:
        store.set_passphrase("clave")
        store.set_passphrase("")
        assert not store.encrypted


@pytest.mark.skipif(sys.platform == "win32", reason="the size of files is limited by POSIX")
def test_a_full_disk_leaves_the_old_passphrase(store: Store, tmp_path: Path) -> None:
    path = store.path
    add_city(store, "Rosario")
    store.close()
    before = digest(path)
    path.chmod(0o666)
    tmp_path.chmod(0o777)
    let_others_through(tmp_path)

    resource = pytest.importorskip("resource")

    def change() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2,) * 2)
        with open_store(path) as opened:
            assert reason_for(lambda: opened.set_passphrase("clave")) in (Reason.DISK_FULL, Reason.DISK_ERROR)
            assert reason_for(lambda: opened.copy_to(tmp_path / "copia.enlace")) is Reason.DISK_ERROR

    assert in_child(change) == 0
    assert [(one.name, digest(one)) for one in tmp_path.iterdir()] == [(path.name, before)]


@pytest.mark.parametrize("keep", [0, 50, 4096, 9000, -1])
@pytest.mark.parametrize("passphrase", [None, "clave"])
def test_a_truncated_file_is_refused_and_left_as_it_is(
    template: Path, tmp_path: Path, keep: int, passphrase: str | None
) -> None:
    path = tmp_path / "red.enlace"
    begin(template, path, passphrase).close()
    path.write_bytes(path.read_bytes()[:keep])
    before = digest(path)
    assert reason_for(lambda: open_store(path, passphrase)) in (
        Reason.DAMAGED,
        Reason.NOT_OURS,
        Reason.WRONG_PASSPHRASE,
    )
    assert digest(path) == before


def test_a_file_cut_short_is_not_taken_for_a_wrong_passphrase(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "red.enlace"
    begin(template, path, "clave").close()
    path.write_bytes(path.read_bytes()[: 4096 * 20])
    assert reason_for(lambda: open_store(path, "clave")) is Reason.DAMAGED
    assert reason_for(lambda: open_store(path, "otra")) is Reason.WRONG_PASSPHRASE


def test_a_change_waits_for_a_reading_and_then_says_what_keeps_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.sqlite._PRAGMAS", ("journal_mode = DELETE", "foreign_keys = ON", "busy_timeout = 50"))
    with store.reading() as session:
        session.execute(text("SELECT * FROM municipality")).all()
        assert reason_for(lambda: add_city(store)) is Reason.BUSY
    add_city(store)
    assert check(store) == []


def test_a_damaged_page_is_found_when_the_file_is_checked(store: Store) -> None:
    path = store.path
    for number in range(200):
        add_city(store, f"Ciudad {number}")
    store.close()
    data = bytearray(path.read_bytes())
    page = data.index(b"Ciudad 150") // 4096
    data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))
    opened = open_store(path)
    try:
        found = check(opened)
    except StoreFailure as failure:
        found = [failure.reason.value]
    finally:
        opened.close()
    assert found


@pytest.mark.parametrize("content", [b"%PDF-1.7 ...", b"PK\x03\x04" + b"\0" * 5000, b"hola;mundo\n" * 100])
def test_a_file_of_another_program_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ajeno.enlace"
    path.write_bytes(content)
    assert reason_for(lambda: open_store(path)) is Reason.NOT_OURS
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ajeno.enlace"
    engine = make_engine(path, None)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE songs (title TEXT)"))
    engine.dispose()
    before = digest(path)
    assert reason_for(lambda: open_store(path)) is Reason.NOT_OURS
    assert digest(path) == before


def test_a_file_of_a_newer_version_is_refused(store: Store) -> None:
    path = store.path
    store.close()
    engine = make_engine(path, None)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = digest(path)
    assert reason_for(lambda: open_store(path)) is Reason.NEWER
    assert digest(path) == before


def test_a_file_in_use_is_not_opened_twice(store: Store) -> None:
    assert reason_for(lambda: open_store(store.path)) is Reason.IN_USE
    add_city(store)


def test_a_file_reached_by_a_link_is_the_same_file(store: Store, tmp_path: Path) -> None:
    link = tmp_path / "acceso.enlace"
    link.symlink_to(store.path.name)
    assert reason_for(lambda: open_store(link)) is Reason.IN_USE
    store.close()
    with open_store(link) as opened:
        opened.set_passphrase("tres palabras sueltas")
    assert link.is_symlink()
    assert reason_for(lambda: open_store(store.path)) is Reason.PASSPHRASE_NEEDED


def test_an_error_of_the_database_does_not_repeat_what_the_file_holds(store: Store) -> None:
    insert = text("INSERT INTO person (id, name) VALUES ('1', :name)")
    with pytest.raises(DBAPIError) as caught, store.reading() as session:
        session.execute(insert, {"name": "Luz Modelo"})
    assert "Luz Modelo" not in str(caught.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert reason_for(lambda: open_store(tmp_path / "nada.enlace")) is Reason.MISSING
    assert list(tmp_path.iterdir()) == []


def let_others_through(folder: Path) -> None:
    """Let whoever has no rights of root reach `folder` through the folders that pytest made for itself."""
    for above in folder.parents:
        if not above.name.startswith(("pytest-", "popen-")):
            break  # the folder of all temporary files is not ours
        above.chmod(0o755)


def in_child(action: Callable[[], None]) -> int:
    """Run `action` in a forked process without the rights of root, and give its exit code."""
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setegid(NOBODY)
                os.seteuid(NOBODY)
            action()
        except BaseException:  # noqa: BLE001 - the code is what the parent reads
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are told by POSIX modes")
def test_a_file_in_a_read_only_place_is_refused(store: Store, tmp_path: Path) -> None:
    path = store.path
    store.close()
    let_others_through(tmp_path)
    tmp_path.chmod(0o555)

    def refused() -> None:
        assert reason_for(lambda: open_store(path)) is Reason.READ_ONLY

    assert in_child(refused) == 0
    tmp_path.chmod(0o755)
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are told by POSIX modes")
def test_a_file_that_may_only_be_read_is_refused(store: Store, tmp_path: Path) -> None:
    path = store.path
    store.close()
    let_others_through(tmp_path)
    tmp_path.chmod(0o777)
    path.chmod(0o444)

    def refused() -> None:
        assert reason_for(lambda: open_store(path)) is Reason.READ_ONLY

    assert in_child(refused) == 0
    path.chmod(0o644)
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_full_disk_loses_only_the_operation_under_way(store: Store) -> None:
    add_city(store, "Rosario")
    before = everything(store)
    connection = store._engine.raw_connection()  # noqa: SLF001 - a small disk is made inside the engine
    pages = connection.cursor().execute("PRAGMA page_count").fetchone()[0]
    connection.cursor().execute(f"PRAGMA max_page_count = {pages + 2}")
    connection.close()
    with pytest.raises(StoreFailure) as caught, store.operation(Title("Demasiado")) as session:
        session.execute(
            text("INSERT INTO content (digest, data) VALUES ('x', zeroblob(1000000))"),
        )
    assert caught.value.reason is Reason.DISK_FULL
    assert everything(store) == before
    assert check(store) == []


def test_a_program_killed_in_the_middle_loses_only_that_operation(store: Store, tmp_path: Path) -> None:
    path = store.path
    add_city(store, "Rosario")
    before = everything(store)
    store.close()
    script = f"""
import sys, time
from tests.make import open_store
from db.titles import Title
from db.entities.municipality import Municipality
store = open_store(__import__('pathlib').Path({str(path)!r}))
with store.operation(Title("A medias")) as session:
    for number in range(3000):
        session.add(Municipality(short_name=f"Ciudad {{number}}", country="AR"))
    session.flush()
    sys.stdout.write("written\\n"); sys.stdout.flush()
    time.sleep(60)
"""
    child = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == b"written"
    time.sleep(0.05)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    with open_store(path) as opened:
        assert everything(opened) == before
        assert check(opened) == []


def test_a_file_left_in_the_middle_of_its_writing_is_put_back(store: Store) -> None:
    path = store.path
    add_city(store, "Rosario")
    before = everything(store)
    connection = store._engine.raw_connection()  # noqa: SLF001 - the engine is made to write before the operation ends
    for pragma in ("cache_spill = 5", "cache_size = 5", "synchronous = OFF"):
        connection.cursor().execute(f"PRAGMA {pragma}")
    connection.close()
    with store.operation(Title("A medias")) as session:
        for number in range(200):
            session.add(Municipality(short_name=f"Ciudad {number}", country="AR"))
        session.flush()
        left = path.read_bytes()
        journal = path.with_name(f"{path.name}-journal").read_bytes()
        stopped = path.with_name("cortado.enlace")
        # The header says already how long the file was to be, and the last pages were not written yet.
        longer = (len(left) // 4096 + 50).to_bytes(4)
        stopped.write_bytes(left[:28] + longer + left[32:])
        stopped.with_name("cortado.enlace-journal").write_bytes(journal)
    with open_store(stopped) as opened:
        assert everything(opened) == before
        assert check(opened) == []


def test_a_copy_is_whole_and_under_the_same_passphrase(template: Path, tmp_path: Path) -> None:
    with begin(template, tmp_path / "red.enlace", "clave") as store:
        add_city(store)
        store.copy_to(tmp_path / "copia.enlace")
        before = everything(store)
    with open_store(tmp_path / "copia.enlace", "clave") as copy:
        assert everything(copy) == before
