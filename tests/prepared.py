"""New files in tests of something else than their making: copies of an empty one, which takes all the migrations once.

The tests of `db/` make theirs as the program does where the making is what they are of.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import db.store
from db.copying import export

MAKE = "_make"
"""What makes an empty file at a path, in half a second or more."""


def lay(template: Path, path: Path, passphrase: str | None = None) -> None:
    """Lay an empty file at `path`, locked with a passphrase or with none; OSError where none can be written."""
    shutil.copyfile(template, path)
    if passphrase:
        export(path, path, None, passphrase)


@pytest.fixture(autouse=True)
def prepared(template: Path) -> Iterator[None]:
    """Let a new file be a copy of the empty one; where none can be written it is made, which says why.

    What it changes it takes back by itself: the `monkeypatch` of the test would be begun before what looks for windows
    that are left behind, and hold them until after that.
    """
    make: Callable[[Path, str | None], None] = getattr(db.store, MAKE)

    def copy(path: Path, passphrase: str | None) -> None:
        try:
            lay(template, path, passphrase)
        except OSError:
            path.unlink(missing_ok=True)
            make(path, passphrase)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.store, MAKE, copy)
        yield
