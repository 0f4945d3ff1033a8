"""The rules of agreements, calls, projects and their partners."""

from collections import Counter

from sqlalchemy import select

from app.records.parts_wanted import rows_of
from app.records.rules.one_alone import filled
from app.words.problems import Place, Problem
from app.words.words import mark
from db.base import Entity
from db.entities.agreement import Agreement
from db.entities.call import Call
from db.entities.project import Project
from db.entities.project_partner import ProjectPartner
from db.session import FileSession

_PARTNERS = ("municipality_id", "organisation_id", "name")
_PROJECT = "project_id"


def has_one_partner(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a partner that is no one, or several of a city, an organisation and a name at once."""
    partners = filled(row, _PARTNERS)
    if len(partners) == 1:
        return []
    text = mark("La contraparte es una ciudad, un organismo u otra que se nombra, una sola.")
    return [Problem(text, place=Place(field=partners[1] if partners else _PARTNERS[0]))]


def is_signed_before_it_ends(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse an agreement that is signed when it is over."""
    if not isinstance(row, Agreement) or row.signed_on is None or row.ends is None:
        return []
    if row.ends.last_day >= row.signed_on.first_day:
        return []
    text = mark("Se firma cuando ya venció.")
    return [Problem(text, mark("Revise las dos fechas."), Place(field="signed_on"))]


def closes_after_it_opens(_: FileSession, row: Entity) -> list[Problem]:
    """Refuse a call that closes before it opens."""
    if not isinstance(row, Call) or row.opens is None or row.closes is None:
        return []
    if row.closes.last_day >= row.opens.first_day:
        return []
    return [Problem(mark("Cierra antes de abrir."), mark("Revise las dos fechas."), Place(field="closes"))]


def partners_are_others(session: FileSession, row: Entity) -> list[Problem]:
    """Refuse a partner that is the city which coordinates, and one that takes part twice."""
    if not isinstance(row, Project):
        return []
    seen = Counter[tuple[str, str]]()
    problems = []
    for each in rows_of(session, row, "partners", ProjectPartner):
        for name in filled(each, _PARTNERS):
            who = _who(each, name)
            seen[who] += 1
            place = Place(field=f"partners.{each.id}.{name}")
            if each.municipality_id and each.municipality_id == row.municipality_id:
                problems.append(
                    Problem(mark("Es la ciudad que coordina: no se anota también como socia."), place=place)
                )
            elif seen[who] > 1:
                problems.append(Problem(mark("Ya está entre las contrapartes del proyecto."), place=place))
    return problems


def drop_double_partners(session: FileSession, entity: str, key: str) -> None:
    """Take away partners that stand twice in a project, or beside it as its city, since two records became one.

    The record of `entity` that stays is a city or an organisation that takes part, or the project itself.
    """
    name = f"{entity}_id"
    if name not in (_PROJECT, *_PARTNERS):
        return
    found = (
        select(ProjectPartner, Project.municipality_id)
        .join(Project, Project.id == ProjectPartner.project_id)
        .where(getattr(ProjectPartner, name) == key)
        .order_by(ProjectPartner.id)
    )
    seen = set[tuple[str, str, str]]()
    for each, coordinates in session.execute(found).all():
        who = (each.project_id, *_who(each, filled(each, _PARTNERS)[0]))
        if who in seen or (each.municipality_id and each.municipality_id == coordinates):
            session.delete(each)
        seen.add(who)
    session.flush()


def _who(partner: ProjectPartner, name: str) -> tuple[str, str]:
    """Return by what a partner that the field `name` says is the same as another one."""
    return name, str(getattr(partner, name)).strip().casefold()
