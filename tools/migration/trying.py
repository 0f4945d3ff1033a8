"""A migration tried: on an empty file and on a copy of each old one, what it makes must be what is declared."""

import gzip
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import MetaData

from db import sqlite
from db.checking import check
from db.schema import Schema, upgrade
from db.store import Store
from tools.migration.plan import Unanswered, make_plan
from tools.migration.shapes import SchemaShape, read_shape, scratch


def faults(schema: Schema, metadata: MetaData, packed: Iterable[Path]) -> Iterator[str]:
    """Return what the migrations of `schema` leave otherwise than `metadata` declares it, in words.

    They are tried on an empty file and on copies of the `packed` ones. What a migration raises is not caught.
    """
    with scratch() as connection:
        upgrade(connection, schema)
        yield from (f"an empty file: {line}" for line in differences(read_shape(connection), metadata))
    for path in packed:
        yield from (f"{path.name}: {line}" for line in _faults_of(path, schema, metadata))


def differences(shape: SchemaShape, metadata: MetaData) -> list[str]:
    """Return what is still to be changed in a schema for it to be the declared one."""
    try:
        return make_plan(shape, metadata).lines()
    except Unanswered as asked:
        return str(asked).splitlines()


def unpack(packed: Path, folder: Path) -> Path:
    """Write an old file, packed as tests/old_files keeps it, into `folder`, and return its path."""
    path = folder / packed.name.removesuffix(".gz")
    with gzip.open(packed) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    return path


def _faults_of(packed: Path, schema: Schema, metadata: MetaData) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = unpack(packed, Path(folder))
        with Store.open(path, made_for=schema) as store:
            yield from (str(each) for each in check(store))
        engine = sqlite.make_engine(path, None)
        with engine.connect() as connection:
            yield from differences(read_shape(connection), metadata)
        engine.dispose()
