"""Keeps a file of the present schema in tests/old_files: run once when a version with a new schema is released."""

import gzip
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

from app.sample import build_sample
from db.store import Store

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 22)


def make(release: str) -> Path:
    """Write the sample of `release` ("0.1.0") as this schema stores it, packed; give its path."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "muestra.enlace"
        with Store.create(path, clock=lambda: DAY) as store:
            build_sample(store, DAY)
            version = store.schema_version()
        target = ROOT / "tests" / "old_files" / f"v{version}-enlace-{release}.enlace.gz"
        with path.open("rb") as source, gzip.GzipFile(target, "wb", mtime=0) as packed:
            shutil.copyfileobj(source, packed)
    return target


if __name__ == "__main__":
    sys.stdout.write(f"{make(sys.argv[1])}\n")
