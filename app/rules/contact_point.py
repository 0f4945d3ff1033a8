"""The rules of a contact point."""

from sqlalchemy.orm import Session

from app.problems import Place, Problem
from app.words import mark
from db.base import Entity
from db.entities.contact_point import ContactKind


def value_is_readable(_: Session, row: Entity) -> list[Problem]:
    """Refuse an e-mail that no mail program could send to."""
    value = str(getattr(row, "value", "") or "")
    if getattr(row, "kind", None) != ContactKind.EMAIL.value:
        return []
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        text = mark("«{value}» no es un correo electrónico.")
        return [Problem(text, mark("Se escribe como nombre@ciudad.gob.ar."), Place(field="value"), {"value": value})]
    return []
