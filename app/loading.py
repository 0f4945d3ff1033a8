"""Loading of many modules at once, without looking for garbage among what stays until the end."""

import builtins
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

COLLECTED_AFTER = 50_000
"""Objects made, and not yet let go of, after which the collector looks for garbage; Python's own number is 700."""

_IMPORT = builtins.__import__
"""What imports when nothing has put itself before it: this module is loaded before all others."""


@contextmanager
def loading() -> Iterator[None]:
    """Collect no garbage within, and count what was loaded as never garbage; let nothing look into what is imported.

    The collector would look through every new class and function again and again, an eighth of the time of a start.
    Once Qt is loaded it reads the source of each module that is imported, to offer it a spelling of Qt's names that we
    do not use: a fifth of the time that the engine takes.
    """
    known = len(sys.modules)
    put_before = builtins.__import__
    builtins.__import__ = _IMPORT
    gc.disable()
    try:
        yield
    finally:
        if len(sys.modules) > known:
            gc.freeze()
        gc.enable()
        if builtins.__import__ is _IMPORT:
            builtins.__import__ = put_before


def collect_rarely() -> None:
    """Let the collector look for garbage every 50,000 objects: a page of widgets or a list of records makes that many.

    Hardly any of them is garbage of the kind that only the collector finds, and it looked through them all 70 times as
    often.
    """
    gc.set_threshold(COLLECTED_AFTER)
