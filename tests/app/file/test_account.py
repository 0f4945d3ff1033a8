"""Who works is never nobody: the kept author, else what the system calls the account."""

import getpass
import platform
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.file import account
from app.file.account import LONGEST, account_name, full_name
from app.file.files import new_file, open_file
from app.records import history
from tests.make import add_city

Account = Callable[[str, str], None]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Account:
    """Let the system have an account with a short name and what it says of its person."""
    pwd = pytest.importorskip("pwd")

    def given(login: str, said: str) -> None:
        monkeypatch.setattr(getpass, "getuser", lambda: login)
        monkeypatch.setattr(pwd, "getpwuid", lambda _: SimpleNamespace(pw_gecos=said))

    return given


@pytest.mark.parametrize(
    ("login", "said", "full", "name"),
    [
        ("lucia", "Lucía Ejemplo,Oficina 3,,", "Lucía Ejemplo", "Lucía Ejemplo"),
        ("lucia", "  Lucía \n Ejemplo ", "Lucía Ejemplo", "Lucía Ejemplo"),
        ("lucia", "& Ejemplo", "Lucia Ejemplo", "Lucia Ejemplo"),
        ("lucia", "", "", "lucia"),
        ("root", "Root", "", "root"),
        ("lucia", "L" * 300, "L" * LONGEST, "L" * LONGEST),
    ],
)
def test_a_person_is_called_as_the_system_calls_them(
    system: Account, login: str, said: str, full: str, name: str
) -> None:
    system(login, said)
    assert (full_name(), account_name()) == (full, name)


def test_an_account_without_any_name_is_called_as_its_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> str:
        raise KeyError("no such account")

    monkeypatch.setattr(getpass, "getuser", nobody)
    monkeypatch.setattr(account, "_system_name", lambda _: "")
    monkeypatch.setattr(platform, "node", lambda: "oficina-3")
    assert account_name() == "oficina-3"
    monkeypatch.setattr(platform, "node", str)
    assert account_name() == "Enlace"


def test_no_operation_is_without_an_author(system: Account, tmp_path: Path) -> None:
    system("lucia", "Lucía Ejemplo")
    path = tmp_path / "red.enlace"
    with new_file(path, None) as store:
        add_city(store, "Azul")
    with open_file(path, None) as store:
        add_city(store, "Tigre")
    with open_file(path, None, author="Inés Prueba") as store:
        add_city(store, "Salto")
        history.undo(store)
        authors = [each.author for each in history.operations(store)]
    assert authors == ["Inés Prueba"] * 2 + ["Lucía Ejemplo"] * 3
