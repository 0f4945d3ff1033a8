"""Keeps a file of the present schema in tests/old_files: `make migration` runs it for each schema that it makes."""

import gzip
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from app.records.catalog import Query
from app.records.editing import Draft, delete_records, edit_many, save_record
from app.records.history import redo, undo
from app.records.reading import list_ids
from app.sample import build_sample
from db.store import Store
from tools.migration.old_files import KEPT

DAY = date(2026, 11, 22)


def work(store: Store) -> None:
    """Do what an office does, so that the file has a history to be kept: edits, a deletion, undo and redo."""
    cities, people, experiences = (
        list_ids(store, Query(entity)) for entity in ("municipality", "person", "experience")
    )
    edit_many(store, "municipality", cities[:3], {"notes": "Comprobado por teléfono."})
    edit_many(store, "municipality", cities[:1], {"population": 100_000, "population_year": 2001})
    delete_records(store, "experience", experiences[5:7])  # which no adoption needs
    undo(store)
    redo(store)
    undo(store)
    save_record(store, Draft("person", None, {"name": "Luz Modelo"}))
    edit_many(store, "person", people[:2], {"treatment": "Dra."})


def make(release: str) -> Path:
    """Write the sample of `release` ("0.1.0") as this schema stores it, packed; give its path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "muestra.enlace"
        with Store.create(path, clock=lambda: DAY, author="Lucía Ejemplo") as store:
            build_sample(store, DAY)
            work(store)
            version = store.schema_version()
        target = KEPT / f"v{version}-enlace-{release}.enlace.gz"
        with path.open("rb") as source, gzip.GzipFile(target, "wb", mtime=0) as packed:
            shutil.copyfileobj(source, packed)
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{make(sys.argv[1])}\n")
