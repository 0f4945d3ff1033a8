"""New files in tests of something else than their making: copies of an empty one, which takes all the migrations once.

The tests of `db/` make theirs as the program does, and so does whoever asks for a passphrase.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import db.store

MAKE = "_make"
"""What makes an empty file at a path, in half a second or more."""


@pytest.fixture(autouse=True)
def prepared(template: Path) -> Iterator[None]:
    """Let a new file be a copy of the empty one; where none can be written it is made, which says why.

    What it changes it takes back by itself: the `monkeypatch` of the test would be begun before what looks for windows
    that are left behind, and hold them until after that.
    """
    make: Callable[[Path, str | None], None] = getattr(db.store, MAKE)

    def copy(path: Path, passphrase: str | None) -> None:
        if passphrase is None:
            try:
                shutil.copyfile(template, path)
            except OSError:
                path.unlink(missing_ok=True)
            else:
                return
        make(path, passphrase)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(db.store, MAKE, copy)
        yield
