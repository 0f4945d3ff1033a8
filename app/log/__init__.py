"""The log of what was said: a note written in one line, and what is understood of it."""

from app.log.understanding import Doubt, Named, Understood, understand
from app.log.writing import values_of, write_note
from db.entities.interaction import InteractionKind

__all__ = ["Doubt", "InteractionKind", "Named", "Understood", "understand", "values_of", "write_note"]
