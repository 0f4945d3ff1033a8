"""Columns that are declared as another kind of field while a test runs: a kind that no entity uses yet is tried so."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from db.base import Base
from db.catalog import present_catalog
from db.declared import declared_fields
from db.fields import Field


@contextmanager
def declaring(entity: str, fields: Mapping[str, Field]) -> Iterator[None]:
    """Declare `fields` by the columns of `entity` that hold them, for the catalogs that are made meanwhile."""
    columns = Base.metadata.tables[entity].columns
    with pytest.MonkeyPatch.context() as patch:
        for name, field in fields.items():
            patch.setitem(columns[name].info, "field", field)
        declared_fields.cache_clear()
        present_catalog.cache_clear()
        yield
    declared_fields.cache_clear()
    present_catalog.cache_clear()
