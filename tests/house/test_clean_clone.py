"""The trial of a clean clone: what it takes along, and what it reads from the words of make and apt."""

import pytest

from tools.try_clean_clone import TRUSTED, TrialError, environment, line_to_type, mirror_of

SAID = """
The system lacks libraries that Enlace needs. Type this line, then the same make again:

    sudo apt-get install python3.11-venv libegl1

make: *** [Makefile:126: .venv/.stamp-python-3.11] Error 1
"""


def test_the_line_to_type_is_taken_as_make_says_it() -> None:
    assert line_to_type(SAID) == "sudo apt-get install python3.11-venv libegl1"


@pytest.mark.parametrize("said", ["make: *** Error 1", SAID + SAID], ids=["none", "two"])
def test_a_newcomer_is_told_one_line(said: str) -> None:
    with pytest.raises(TrialError, match="lines to type"):
        line_to_type(said)


def test_debian_comes_from_where_apt_finds_it() -> None:
    targets = "Others http://others.example.org/\nDebian-Security http://a.example.org/\nDebian http://b.example.org/\n"
    assert mirror_of(targets) == "http://b.example.org/"
    with pytest.raises(TrialError, match="--mirror"):
        mirror_of("Ubuntu http://c.example.org/\n")


def test_a_newcomer_gets_the_way_to_the_network_and_nothing_else() -> None:
    outer = {"PIP_FIND_LINKS": "wheels", "VIRTUAL_ENV": "x", "https_proxy": "p", "SSL_CERT_FILE": "own.crt"}
    inner = environment("ana", outer)
    assert inner.keys() == {"PATH", "HOME", "LANG", "https_proxy", "PIP_CERT", "SSL_CERT_FILE"}
    assert inner["SSL_CERT_FILE"] == f"/{TRUSTED}"
    assert environment("root", {}).keys() == {"PATH", "HOME", "LANG"}
