"""Names as people read them: several one after another, and those of files."""

import os
from pathlib import Path

BETWEEN_NAMES = " · "
"""What stands between the names of which the title of a record is made, or that answer for one thing."""


def file_name(path: Path) -> str:
    """Return the name of a file as a text that can be shown and stored; letters of another encoding become `�`."""
    return os.fsencode(path.name).decode("utf-8", "replace")
