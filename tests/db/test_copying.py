"""A copy is relied upon only when it is whole, and what fails leaves the old file as it was."""

import errno
import os
import shutil
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from db import copying
from db.checking import check
from db.failures import Reason, StoreFailure
from db.store import Store
from tests.db.writing import made_city, write
from tests.make import everything, open_store


@pytest.fixture
def full(store: Store) -> Store:
    """Return a file of several pages of cities."""
    write(store, *(made_city(f"c{number}", f"Ciudad {number}", notes="x" * 400) for number in range(60)))
    return store


def damage(path: Path) -> None:
    """Spoil a page of a file that says nothing of it in its header."""
    data = bytearray(path.read_bytes())
    page = data.index(b"Ciudad 30") // 4096
    data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    path.write_bytes(bytes(data))


def failing(reason: Reason, action: Callable[[], object]) -> None:
    """Expect an action to fail for a reason."""
    with pytest.raises(StoreFailure) as caught:
        action()
    assert caught.value.reason is reason


def test_a_copy_that_is_damaged_is_refused_and_leaves_nothing(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "buena.enlace").write_bytes(b"la de ayer")
    whole = shutil.copy

    def spoil(source: Path, target: Path) -> None:
        whole(source, target)
        damage(target)

    monkeypatch.setattr("db.copying.shutil.copy", spoil)
    failing(Reason.DAMAGED, lambda: full.copy_to(tmp_path / "copia.enlace"))
    failing(Reason.DAMAGED, lambda: full.copy_to(tmp_path / "buena.enlace"))
    assert (tmp_path / "buena.enlace").read_bytes() == b"la de ayer"
    assert {each.name for each in tmp_path.iterdir() if not each.name.endswith(".lock")} == {
        "buena.enlace",
        full.path.name,
    }


def test_a_damaged_file_is_named_and_not_its_copy(full: Store, tmp_path: Path) -> None:
    full.close()
    damage(full.path)
    with pytest.raises(StoreFailure) as caught:
        copying.keep_copy(full.path, tmp_path / "red - v5.enlace", None)
    assert (caught.value.reason, caught.value.detail) == (Reason.DAMAGED, str(full.path))


def test_a_copy_that_is_cut_short_is_refused(full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-4096])

    monkeypatch.setattr("db.copying.shutil.copy", cut)
    failing(Reason.DAMAGED, lambda: full.copy_to(tmp_path / "copia.enlace"))
    assert not (tmp_path / "copia.enlace").exists()


def test_a_copy_under_another_passphrase_is_no_copy(tmp_path: Path) -> None:
    with Store.create(tmp_path / "red.enlace", "clave"):
        pass
    failing(Reason.DAMAGED, lambda: copying.verify(tmp_path / "red.enlace", "otra"))
    copying.verify(tmp_path / "red.enlace", "clave")


def test_a_copy_stands_in_its_place_only_when_it_is_on_the_disk(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copia.enlace"
    done: list[str] = []
    settle, check_copy, replace = os.fsync, copying.verify, Path.replace

    def synced(handle: int) -> None:
        assert not target.exists()
        done.append("fsync")
        settle(handle)

    def verified(path: Path, passphrase: str | None) -> None:
        assert not target.exists()
        done.append("verify")
        check_copy(path, passphrase)

    def replaced(path: Path, to: Path) -> Path:
        done.append("replace")
        return replace(path, to)

    monkeypatch.setattr("db.copying.os.fsync", synced)
    monkeypatch.setattr("db.copying.verify", verified)
    monkeypatch.setattr(Path, "replace", replaced)
    full.copy_to(target)
    assert done == ["fsync", "verify", "replace"]
    target.unlink()
    done.clear()
    copying.export(full.path, target, None, "clave")
    assert done == ["fsync", "verify", "replace"]


@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("failing_step", ["db.copying.os.fsync", "db.copying.Path.replace"])
def test_what_the_disk_refuses_leaves_the_old_file(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, failing_step: str
) -> None:
    before = full.path.read_bytes()
    rows = everything(full)
    (tmp_path / "copia.enlace").write_bytes(b"la de ayer")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    reason = {errno.ENOSPC: Reason.DISK_FULL, errno.EACCES: Reason.READ_ONLY}.get(number, Reason.DISK_ERROR)
    with monkeypatch.context() as patched:
        patched.setattr(failing_step, refuse)
        failing(reason, lambda: full.copy_to(tmp_path / "copia.enlace"))
        failing(reason, lambda: full.set_passphrase("clave"))
    assert full.path.read_bytes() == before
    assert (tmp_path / "copia.enlace").read_bytes() == b"la de ayer"
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".tmp"] == []
    assert not full.encrypted
    assert everything(full) == rows


def test_a_file_under_another_passphrase_replaces_the_old_one_only_when_it_is_whole(
    full: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = full.path.read_bytes()
    settle = copying._settle  # noqa: SLF001 - the last step before the file is verified

    def spoil(path: Path) -> None:
        settle(path)
        data = bytearray(path.read_bytes())
        data[4096 * 5 : 4096 * 5 + 64] = b"\xff" * 64
        path.write_bytes(bytes(data))

    with monkeypatch.context() as patched:
        patched.setattr("db.copying._settle", spoil)
        failing(Reason.DAMAGED, lambda: full.set_passphrase("clave"))
    assert full.path.read_bytes() == before
    assert not full.opens_with("clave")
    write(full, made_city())
    assert check(full) == []


def test_a_file_keeps_the_rights_that_it_had(full: Store) -> None:
    full.path.chmod(0o640)
    full.set_passphrase("clave")
    assert stat.S_IMODE(full.path.stat().st_mode) == 0o640
    full.copy_to(full.path.with_name("copia.enlace"))
    assert stat.S_IMODE(full.path.with_name("copia.enlace").stat().st_mode) == 0o640


def test_a_copy_that_is_there_already_is_the_copy(full: Store, tmp_path: Path) -> None:
    source = full.path
    full.close()
    target = tmp_path / "red - v5.enlace"
    assert copying.keep_copy(source, target, None) == target
    assert copying.keep_copy(source, target, None) == target
    assert [each.name for each in tmp_path.iterdir() if each != source] == [target.name]
    assert target.read_bytes() == source.read_bytes()


def test_a_copy_never_takes_the_name_of_another(full: Store, tmp_path: Path) -> None:
    source = full.path
    full.close()
    target = tmp_path / "red - v5.enlace"
    same_size = bytes(len(source.read_bytes()))
    target.write_bytes(same_size)
    shutil.copystat(source, target)
    second = copying.keep_copy(source, target, None)
    assert second.name == "red - v5 (2).enlace"
    second.write_bytes(b"otra")
    assert copying.keep_copy(source, target, None).name == "red - v5 (3).enlace"
    assert (target.read_bytes(), second.read_bytes()) == (same_size, b"otra")


@pytest.mark.parametrize("step", ["copy_verified", "export"])
def test_a_copy_waits_for_the_change_that_is_under_way(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    begun, go_on, copying_began = threading.Event(), threading.Event(), threading.Event()
    carry_out = getattr(copying, step)

    def watched(*given: object) -> None:
        copying_began.set()
        carry_out(*given)

    def change() -> None:
        with full._writing:  # noqa: SLF001 - a change that takes its time
            begun.set()
            assert go_on.wait(20)
            write(full, made_city())

    monkeypatch.setattr(copying, step, watched)
    target = tmp_path / "copia.enlace"
    keep = (lambda: full.copy_to(target)) if step == "copy_verified" else (lambda: full.set_passphrase("clave"))
    changing, copy = threading.Thread(target=change), threading.Thread(target=keep)
    changing.start()
    assert begun.wait(20)
    copy.start()
    assert not copying_began.wait(0.3)
    go_on.set()
    changing.join()
    copy.join()
    assert copying_began.is_set()
    if step == "copy_verified":
        with open_store(target) as copied:
            assert "'city'" in repr(everything(copied)["municipality"])


def test_a_place_where_nothing_can_be_written_is_told(full: Store, tmp_path: Path) -> None:
    failing(Reason.READ_ONLY, lambda: full.copy_to(tmp_path / "nada" / "copia.enlace"))
