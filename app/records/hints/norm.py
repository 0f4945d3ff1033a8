"""What is said of a norm: that its number is of others too, and that two records hold one citation."""

from sqlalchemy import Select, or_, select

from app.norms.citation import read_citation, same_numbers
from app.records.namesakes import read_titles
from app.words.problems import Label, Named, Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.norm import Norm
from db.session import FileSession
from db.values import RecordKey

MOST_NAMED = 4
"""How many other norms are named at the most."""


def number_is_of_another(session: FileSession, row: Entity) -> list[Problem]:
    """Say which norms of another organ, or of another kind, have the same number: "Res. 41/04" is a case."""
    if not isinstance(row, Norm):
        return []
    said = read_citation(row.verified_as or row.cited_as or "")
    number = row.number or (said.number if said is not None else None)
    if not number:
        return []
    wanted = select(Norm).where(Norm.id != row.id, Norm.number.in_(same_numbers(number)))
    if row.organisation_id or row.kind:
        wanted = wanted.where(or_(Norm.organisation_id != row.organisation_id, Norm.kind != row.kind))
    if row.verified_as:
        wanted = wanted.where(or_(Norm.verified_as.is_(None), Norm.verified_as != row.verified_as))
    text = mark("Ese número es también de otra norma, de otro órgano o tipo: compruebe de cuál se trata.")
    return _naming(session, wanted, text, "verified_as")


def citation_is_held_twice(session: FileSession, row: Entity) -> list[Problem]:
    """Say which other records hold the same verified citation: two citations of one norm."""
    if not isinstance(row, Norm) or not row.verified_as:
        return []
    wanted = select(Norm).where(Norm.id != row.id, Norm.verified_as == row.verified_as)
    return _naming(
        session, wanted, mark("Otra ficha tiene la misma cita comprobada: son citas de una norma."), "verified_as"
    )


def _naming(session: FileSession, wanted: Select[Norm], text: str, field: str) -> list[Problem]:
    found = session.scalars(wanted.order_by(Norm.id).limit(MOST_NAMED)).all()
    titles = read_titles(session, "norm", [each.id for each in found])
    one = Label(Norm.facts.one)
    named = tuple(Named(RecordKey("norm", each.id), one, _said(each, titles[each.id])) for each in found)
    return [Problem(text, place=Place(field=field), named=named)] if found else []


def _said(norm: Norm, title: str) -> str:
    """Return how a norm is told from one of the same number: by what it is cited as, and what it is about."""
    cited = norm.cited_as if norm.cited_as != title else None
    return " · ".join(filter(None, (title, cited, norm.name)))
