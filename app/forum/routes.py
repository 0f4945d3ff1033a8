"""What goes a route from a forum to those who decide: recommendations and proposals with their steps, and norms."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select

from app.forum.facts import Cited, Proposed, Recommended, Route, Stop
from app.records.namesakes import read_rows
from db.entities.focem_proposal import FocemProposal
from db.entities.norm import Norm
from db.entities.recommendation import Recommendation
from db.entities.stage import Stage
from db.entities.step import Step, StepState
from db.referring import refers_to
from db.session import FileSession
from db.store import Store

_OF_STEP = ("name", "state", "done_on", "due_on", "responsible", "result")


def read_recommendations(session: FileSession, store: Store) -> tuple[Recommended, ...]:
    """Return all recommendations, the newest first, those without day last."""
    order = Recommendation.day.desc().nulls_last(), Recommendation.title_key(), Recommendation.id
    keys = list(session.scalars(select(Recommendation.id).order_by(*order), session.reader))
    columns = ("name", "number", "day", "addressee", "result", "answered_on", "waiting_days", "is_late")
    routes, made = _stops(session, store, "recommendation", keys), []
    for key, row in zip(keys, _rows(session, store, "recommendation", columns, keys), strict=True):
        name, number, day, addressee, result, answered, waiting, late = row
        route = Route(routes.get(key, ()), waiting, late)
        made.append(Recommended(key, name, number or "", day, addressee or "", result or "", answered, route))
    return tuple(made)


def read_proposals(session: FileSession, store: Store) -> tuple[Proposed, ...]:
    """Return all proposals to the FOCEM by their names."""
    keys = list(session.scalars(select(FocemProposal.id).order_by(FocemProposal.name_key, FocemProposal.id)))
    columns = ("name", "programme", "municipalities", "amount", "share", "waiting_days", "is_late")
    routes, made = _stops(session, store, "focem_proposal", keys), []
    for key, row in zip(keys, _rows(session, store, "focem_proposal", columns, keys), strict=True):
        name, programme, cities, amount, share, waiting, late = row
        route = Route(routes.get(key, ()), waiting, late)
        made.append(Proposed(key, name, programme or "", cities or "", amount, share, route))
    return tuple(made)


def read_norms(session: FileSession, store: Store) -> tuple[Cited, ...]:
    """Return all norms by their years, then as they are cited."""
    keys = list(session.scalars(select(Norm.id).order_by(Norm.year, Norm.cited_as, Norm.id)))
    columns = ("cited_as", "name", "organisation_id", "verified_as", "verified_by", "verified_on", "compliance")
    made = []
    for key, row in zip(keys, _rows(session, store, "norm", columns, keys), strict=True):
        cited_as, name, organ, verified_as, verified_by, verified_on, compliance = row
        said = (cited_as, name or "", organ or "", verified_as or "", verified_by or "")
        made.append(Cited(key, *said, verified_on, compliance or ""))
    return tuple(made)


def _stops(session: FileSession, store: Store, entity: str, keys: Sequence[str]) -> Mapping[str, Sequence[Stop]]:
    """Return the steps of records of `entity`, by their keys, in their order."""
    belongs = refers_to(Step, "record", entity, keys)
    found = session.scalars(select(Step).where(belongs).order_by(Step.position, Step.id)).all()
    ids, called = [each.id for each in found], _names_of_stages(session)
    routes = defaultdict[str, list[Stop]](list)
    for step, row in zip(found, _rows(session, store, "step", _OF_STEP, ids), strict=True):
        name, state, done_on, due_on, instance, result = row
        name = called.get((step.stage_id or "", name), name)
        routes[step.record.id].append(Stop(name, StepState.of(state), done_on, due_on, instance or "", result or ""))
    return routes


def _names_of_stages(session: FileSession) -> Mapping[tuple[str, str], str]:
    """Return what a step is called by the reader, by its stage and the name that it was given from there."""
    found = session.execute(select(Stage.id, Stage.title(), Stage.name, Stage.name_pt, Stage.name_en), session.reader)
    return {(key, name): title for key, title, *names in found for name in names if name}


def _rows(
    session: FileSession, store: Store, entity: str, columns: Sequence[str], keys: Sequence[str]
) -> Sequence[tuple[Any, ...]]:
    return read_rows(session, store, entity, columns, keys)
