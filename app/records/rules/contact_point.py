"""The rules of a contact point."""

from app.records.contact_points import FEWEST_DIGITS, PHONES
from app.records.rules.one_alone import filled
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.contact_point import ContactKind
from db.session import FileSession


def has_one_owner(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a way to reach nobody, or several of a person, a city and an organisation at once."""
    owners = filled(row, ("person_id", "municipality_id", "organisation_id"))
    if len(owners) == 1:
        return []
    text = mark("La vía de contacto es de una persona, de una ciudad o de un organismo, de uno solo.")
    return [Problem(text, place=Place(field=owners[1] if owners else "person_id"))]


def value_is_readable(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an e-mail that no mail program could send to, and a phone that is none."""
    value, kind = str(getattr(row, "value", "") or ""), getattr(row, "kind", None)
    if kind in PHONES and ("@" in value or sum(each.isdigit() for each in value) < FEWEST_DIGITS):
        text, hint = mark("«{value}» no es un teléfono."), mark("Escríbalo con el código del país: +598 2901 2345.")
        return [Problem(text, hint, Place(field="value"), {"value": value})]
    if kind != ContactKind.EMAIL.value:
        return []
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(value, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        text = mark("«{value}» no es un correo electrónico.")
        return [Problem(text, mark("Se escribe como nombre@ciudad.gob.ar."), Place(field="value"), {"value": value})]
    return []
