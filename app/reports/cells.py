"""Cells that several reports say alike."""

from app.document import Cell, Tone
from app.words.words import Words


def unrecorded(words: Words) -> Cell:
    """Return the cell of something that is not recorded."""
    return Cell(words("sin registrar"), Tone.MUTED)
