"""The rule by which a text of ours in a CSV file is never taken for a formula, and comes back as it was.

A text that begins with = + - @, a tab or a carriage return, after any number of apostrophes, is
written with one apostrophe more before it; reading takes one apostrophe off exactly such texts. So
+54 341 480 2000 is written '+54 341 480 2000, which spreadsheet programs show as text, and every text that is written
is read back the same.
"""

import re

_LIKE_A_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    """Return `text` as it is written."""
    return f"'{text}" if _LIKE_A_FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Return a written text as it was."""
    return text[1:] if _GUARDED.match(text) else text
