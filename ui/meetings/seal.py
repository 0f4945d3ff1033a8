"""The parts of a meeting that are only read while its acta is approved."""

from typing import Protocol, runtime_checkable

from ui.form.seal_line import SealLine


@runtime_checkable
class Sealing(Protocol):
    """A part of a meeting that is only read while its acta is approved, and says so."""

    sealing: SealLine


__all__ = ["SealLine", "Sealing"]
