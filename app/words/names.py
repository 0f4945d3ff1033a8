"""Names as people read them: those that officers typed in several languages, and those of files."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.words.words import Words

BETWEEN_NAMES = " · "
"""What stands between the names of which the title of a record is made."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it was typed; it is never translated, but its own form in a language is used where there is one."""

    text: str
    portuguese: str = ""
    english: str = ""

    def said(self, words: Words) -> str:
        """Return the name for a reader of the language of `words`."""
        return {"pt": self.portuguese, "en": self.english}.get(words.language) or self.text


def say_names(names: Iterable[Name], words: Words) -> str:
    """Write several names one after another, for a reader of the language of `words`."""
    return " · ".join(name.said(words) for name in names)


def file_name(path: Path) -> str:
    """Return the name of a file as a text that can be shown and stored; letters of another encoding become `�`."""
    return os.fsencode(path.name).decode("utf-8", "replace")
