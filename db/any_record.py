"""A field that refers to a record of any kind: one value for whoever reads or writes it, columns with an index on disk.

A row either is *owned* by the record, as a file is: it goes, comes back and is joined with it. Or it stays when the
record is deleted, and keeps what that was called.
"""

from typing import Any, cast

from sqlalchemy import String, Text
from sqlalchemy.orm import Composite, Mapped, MappedColumn, mapped_column

from db.fields import Field
from db.keys import KEY_LENGTH
from db.values import RecordKey

_NAME_LENGTH = 40


class _RecordColumns(Composite[RecordKey]):
    """The composite of a record of any kind, which names its columns by the attribute that it is declared as."""

    inherit_cache = True
    owned = True
    required = False

    def __set_name__(self, owner: type, name: str) -> None:
        """Declare `<name>_entity` and `<name>_id`, and `<name>_called` where it stays; they are one for the journal."""
        entity, key, called = f"{name}_entity", f"{name}_id", f"{name}_called"
        facts = {"entity": entity} if self.owned else {"entity": entity, "called": called}
        columns: list[MappedColumn[Any]] = [
            mapped_column(entity, String(_NAME_LENGTH), nullable=not self.required, info={"together": name}),
            mapped_column(key, String(KEY_LENGTH), nullable=not self.required, info={"together": name, **facts}),
        ]
        if not self.owned:
            columns.append(mapped_column(called, Text, nullable=True, info={"together": name}))
        self.attrs = tuple(columns)


def any_record(field: Field, *, owned: bool) -> Mapped[Any]:
    """Declare a reference to a record of any kind and its facts.

    What is `owned` belongs to that record: it is deleted, brought back and joined with it and is in its history. What
    is not stays when the record is deleted, and `called` of its value says then what that was called.
    """
    # The mapper takes what makes the value to give one always; it is asked for none as well.
    made = _RecordColumns(cast("type[RecordKey]", RecordKey.of), info={"field": field, "owned": owned})
    made.owned, made.required = owned, field.required
    return cast("Mapped[Any]", made)
