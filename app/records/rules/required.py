"""What a record cannot be without."""

from app.words.problems import Label, Place, Problem
from app.words.words import mark
from db.catalog import FieldInfo


def missing(each: FieldInfo) -> Problem:
    """Return what is said when nothing says the field `each`, which a record needs."""
    text, hint = mark("Falta «{label}»."), mark("Es un dato obligatorio.")
    return Problem(text, hint, Place(field=each.name), {"label": Label(each.field.label)})
