"""What a file is called that holds something with a title."""

import re
from datetime import date

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""
LONGEST = 120
"""Letters of a title in a name; Windows takes 260 for a whole path."""
MOST_BYTES = 200
"""Bytes of a title in a name: a system of files takes 255 for all of it, and a letter may be four."""


def file_name(title: str, ending: str, day: date | None = None) -> str:
    """Return a name that every system takes for a file called `title`, of `day`; `ending` has its dot."""
    plain = " ".join(_FORBIDDEN.sub(" ", title).split()).strip(". ")[:LONGEST]
    plain = plain.encode()[:MOST_BYTES].decode(errors="ignore").strip(". ") or "Enlace"
    if day is not None:
        return f"{plain} - {day:%Y-%m-%d}{ending}"
    return f"{plain}_{ending}" if _RESERVED.fullmatch(plain) else f"{plain}{ending}"
