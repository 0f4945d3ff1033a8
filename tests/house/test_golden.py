"""The kept documents: a difference is shown, and only an explicit wish accepts it."""

from pathlib import Path

import pytest

from tests.golden.kept import Kept


def test_a_difference_fails_and_keeps_the_old_document(tmp_path: Path) -> None:
    Kept(accept=True, folder=tmp_path).check("x.txt", "uno\ndos\n")
    with pytest.raises(AssertionError):
        Kept(accept=False, folder=tmp_path).check("x.txt", "uno\ntres\n")
    assert (tmp_path / "x.txt").read_text(encoding="utf-8") == "uno\ndos\n"


def test_a_document_that_is_not_kept_yet_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="make golden"):
        Kept(accept=False, folder=tmp_path).check("x.txt", "uno\n")
