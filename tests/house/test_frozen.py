"""Frozen: what released migrations do, and what they are made of, stays as it was."""

import hashlib
from collections.abc import Mapping

import pytest

from tests.house.sources import ROOT

FOLDER = ROOT / "db" / "migrations"
FROZEN: Mapping[str, str] = {
    "columns.py": "a08d18e494fdd514b9a95926da4194ce7d58149e7cf2fb84197b6d5ba262488f",
    "entries_by_field.py": "d0e63cb0fba1e4d3dee4a22686f3168d01d8a91ef362c91c84548f471bf2256f",
    "versions/0001_network.py": "e500b984b11d853a84aa858c6037d1f51d2bd6320cd95329e4458e6cb663ffd4",
    "versions/0002_bodies.py": "f7454d49e057c8fea4e5e89fef30862a6c0b7b882e867e0692f2edc68aa7240c",
    "versions/0003_meetings.py": "f9e721c4d6b1e9adfb65ffae0342b6f7e06520121a17c8f0faefaa96851f1ee8",
    "versions/0004_exchange.py": "4b202cfc28825ebbc2459be1e313023d99f294674b22ffeb020a27c8d186f505",
    "versions/0005_journal.py": "64bda3fbb256981df34aaab7a1ddbc5b6f791561826adb5f02ca9e238b81256b",
    "versions/0006_entries_by_field.py": "11d17d1152ec3ad7502b0413a32548ec33dd9bd257a5e48a5bbe32214d5dfe0d",
}
"""SHA-256 by file of the folder; a migration comes in when a version that has it is released."""

WHAT_TO_DO = """db/migrations/{path} makes files that people have, and a file must become for ever what it became first.
Put it back as it was. What is to be otherwise from now on is a migration of its own (make migration); and when new
migrations are to be made of other columns, a new module beside db/migrations/columns.py that they import."""


@pytest.mark.parametrize("path", FROZEN)
def test_what_released_migrations_do_stays_as_it_was(path: str) -> None:
    found = hashlib.sha256((FOLDER / path).read_bytes()).hexdigest()
    assert found == FROZEN[path], WHAT_TO_DO.format(path=path)
