"""Loading of many modules at once, without looking for garbage among what stays until the end."""

import builtins
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

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
