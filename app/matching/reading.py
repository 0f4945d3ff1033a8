"""The facts of demands and experiences read of the file, with as many statements however many there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from sqlalchemy import Column, select

from app.matching.facts import City, Demand, Facts, Practice, Said, Theme
from app.records.namesakes import titles_apart
from app.units.facts import UNIT_KINDS
from db.entities.adoption import Adoption
from db.entities.body import Body
from db.entities.experience import Experience, PublicationPermission, experience_municipality, experience_theme
from db.entities.match import Match
from db.entities.municipality import Municipality
from db.entities.need import Need, need_theme
from db.entities.seat import Seat
from db.entities.theme import Theme as ThemeRow
from db.exchange import NeedState, Reason, Verdict
from db.reach import watched
from db.session import FileSession
from db.spans import holds_on, parameters, today
from db.store import Store

Keys = Mapping[str, frozenset[str]]


def read_facts(store: Store) -> Facts:
    """Read the demands, the experiences and what speaks for each, names in the language of the store."""
    with store.reading() as session, watched(session.connection()) as seen:
        units = _units_of(session, store)
        held = _linked(session, experience_municipality.c.experience_id, experience_municipality.c.municipality_id)
        asked = session.scalars(select(Need.municipality_id)).all()
        cities = _cities(session, store, {*asked, *(city for keys in held.values() for city in keys)}, units)
        unit_names = titles_apart(session, store, "body", {unit for keys in units.values() for unit in keys})
        return Facts(
            demands=_demands(session, store, cities),
            practices=_practices(session, store, held, cities),
            themes=_themes(session, store),
            units=unit_names,
            said=_said(session),
            adoptions=_adoptions(session),
            reach=seen.reach,
        )


def _demands(session: FileSession, store: Store, cities: Mapping[str, City]) -> Mapping[str, Demand]:
    columns = Need.id, Need.municipality_id, Need.until, Need.state, Need.set_aside
    rows = session.execute(select(*columns)).all()
    names = titles_apart(session, store, "need", [row.id for row in rows])
    themes = _linked(session, need_theme.c.need_id, need_theme.c.theme_id)
    return {
        row.id: Demand(
            row.id,
            names[row.id],
            cities[row.municipality_id],
            themes.get(row.id, frozenset()),
            row.until,
            is_open=row.state == NeedState.OPEN.value,
            aside=read_aside(row.set_aside),
        )
        for row in rows
    }


def read_aside(value: str | None) -> frozenset[Reason]:
    """Return the reasons that a demand sets aside, as its field keeps them; words that are no reason are left out."""
    kept = {each.strip() for each in (value or "").split(",")}
    return frozenset(reason for reason in Reason if reason.value in kept)


def _practices(session: FileSession, store: Store, held: Keys, cities: Mapping[str, City]) -> Mapping[str, Practice]:
    rows = session.execute(select(Experience.id, Experience.running, Experience.permission)).all()
    names = titles_apart(session, store, "experience", [row.id for row in rows])
    themes = _linked(session, experience_theme.c.experience_id, experience_theme.c.theme_id)
    return {
        row.id: Practice(
            row.id,
            names[row.id],
            tuple(sorted((cities[key] for key in held.get(row.id, ())), key=lambda city: (city.name, city.id))),
            themes.get(row.id, frozenset()),
            running=bool(row.running),
            permitted=row.permission == PublicationPermission.GRANTED.value,
        )
        for row in rows
    }


def _cities(session: FileSession, store: Store, ids: Collection[str], units: Keys) -> Mapping[str, City]:
    columns = (
        Municipality.id,
        Municipality.population,
        Municipality.latitude,
        Municipality.longitude,
        Municipality.languages,
    )
    rows = session.execute(select(*columns).where(Municipality.id.in_(ids))).all()
    names = titles_apart(session, store, "municipality", ids)
    return {
        row.id: City(
            row.id,
            names[row.id],
            row.population,
            (row.latitude, row.longitude) if None not in (row.latitude, row.longitude) else None,
            _parted(row.languages),
            units.get(row.id, frozenset()),
        )
        for row in rows
    }


def _parted(codes: str | None) -> frozenset[str]:
    return frozenset(filter(None, (each.strip() for each in (codes or "").split(","))))


def _units_of(session: FileSession, store: Store) -> Keys:
    """Return the units on which each city sits today, in whatever role."""
    found = (
        select(Seat.municipality_id, Seat.body_id)
        .join(Body, Body.id == Seat.body_id)
        .where(Body.kind.in_(UNIT_KINDS), Seat.municipality_id.is_not(None), holds_on(Seat.starts, Seat.ends, today()))
    )
    return _grouped(session.execute(found, parameters(store.today())))


def _themes(session: FileSession, store: Store) -> Mapping[str, Theme]:
    rows = session.execute(select(ThemeRow.id, ThemeRow.parent_id)).all()
    names = titles_apart(session, store, "theme", [row.id for row in rows])
    return {row.id: Theme(row.id, names[row.id], row.parent_id) for row in rows}


def _said(session: FileSession) -> Mapping[tuple[str, str], Said]:
    """Return what was said of each pair: of what older versions let in twice, what was said first."""
    columns = Match.need_id, Match.experience_id, Match.id, Match.verdict, Match.reason
    rows = session.execute(select(*columns).order_by(Match.id.desc()))
    return {
        (need, experience): Said(key, Verdict.of(verdict), why or "") for need, experience, key, verdict, why in rows
    }


def _adoptions(session: FileSession) -> Mapping[tuple[str, str], str]:
    columns = Adoption.experience_id, Adoption.municipality_id, Adoption.id
    rows = session.execute(select(*columns).where(Adoption.dropped_on.is_(None)).order_by(Adoption.id.desc()))
    return {(experience, city): key for experience, city, key in rows}


def _linked(session: FileSession, owner: Column[str], other: Column[str]) -> Keys:
    return _grouped(session.execute(select(owner, other)))


def _grouped(rows: Iterable[tuple[str | None, str]]) -> Keys:
    found = defaultdict[str, set[str]](set)
    for key, other in rows:
        found[str(key)].add(other)
    return {key: frozenset(others) for key, others in found.items()}
