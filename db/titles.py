"""What an operation is called: Spanish source words and their values apart, so that each reads it in their language."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from db.nulls import refuse_null
from db.words import Label, mark

PLACEHOLDER = re.compile(r"\{(\w+)\}")
COUNT = "count"
"""The placeholder of the number that decides between singular and plural."""


class Name(str):
    """A value that names a person or a record: kept apart from the words, so that erasing can forget it."""

    __slots__ = ()


FORGOTTEN = Name(mark("(nombre borrado)"))
"""What stands for a name that was forgotten."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title as history keeps it: `text` (`plural` for a `count` that asks for it) with named placeholders.

    `values` fill them: a plain text, a `Label` to be translated, a `Name` that can be forgotten; `{count}` is `count`.
    """

    text: str
    plural: str = ""
    count: int | None = None
    values: Mapping[str, str] = field(default_factory=dict)

    def stored(self) -> tuple[str, str | None]:
        """Return the title without its names and the names alone, as JSON; equal titles give equal texts.

        Raises StoreFailure for a U+0000, which JSON would hide from whoever looks at the text.
        """
        refuse_null((self.text, self.plural, *self.values, *self.values.values()))
        kinds: dict[type[str], dict[str, str]] = {str: {}, Label: {}, Name: {}}
        for placeholder, value in self.values.items():
            if value is not FORGOTTEN:
                kinds[_kind(value)][placeholder] = str(value)
        said = {
            "text": self.text,
            "plural": self.plural,
            "count": self.count,
            "texts": kinds[str],
            "labels": kinds[Label],
        }
        names = kinds[Name]
        return _written({key: value for key, value in said.items() if value not in ("", None, {})}), (
            _written(names) if names else None
        )

    @classmethod
    def read(cls, title: str, names: str | None) -> "Title":
        """Read what `stored` gave; a placeholder whose name was taken out of `names` since holds FORGOTTEN."""
        found = json.loads(title)
        text, plural = found.get("text", ""), found.get("plural", "")
        kept: Mapping[str, str | None] = json.loads(names) if names else {}
        values: dict[str, str] = dict(found.get("texts", {}))
        values |= {placeholder: Label(value) for placeholder, value in found.get("labels", {}).items()}
        values |= {placeholder: Name(value) for placeholder, value in kept.items() if value is not None}
        for placeholder in PLACEHOLDER.findall(text + plural):
            if placeholder != COUNT:
                values.setdefault(placeholder, FORGOTTEN)
        return cls(text, plural, found.get("count"), values)


NO_TITLE = Title("")
"""What is called nothing."""


def _kind(value: str) -> type[str]:
    return Label if isinstance(value, Label) else Name if isinstance(value, Name) else str


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
