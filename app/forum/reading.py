"""The forums of MERCOSUR read of the file: meetings and routes at once, who sits on a body with a question for each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from app.forum.facts import Facts, ForumBody, Held, Presidency
from app.forum.routes import read_norms, read_proposals, read_recommendations
from app.meetings.sitting import sittings_by_body
from app.records.namesakes import read_rows, titles_apart
from db.entities.body import Body, BodyKind
from db.entities.meeting import AHEAD, Meeting, MeetingState
from db.entities.pro_tempore import ProTempore
from db.reach import watched
from db.session import FileSession
from db.spans import holds_on, on
from db.store import Store

_OF_MEETING = (
    "name",
    "series",
    "code",
    "starts_on",
    "ends_on",
    "place",
    "municipality_id",
    "state",
    "presidency",
    "presiding_country",
)


def read_facts(store: Store) -> Facts:
    """Read the forums as they are today, names in the language of the store."""
    with store.reading() as session:
        return facts_within(session, store)


def facts_within(session: FileSession, store: Store) -> Facts:
    """Read the same within a session, whose other reading sees the same file."""
    with watched(session.connection()) as seen:
        tree = _tree(session, store.today())
        meetings = _meetings(session, store, [key for key, _ in tree])
        return Facts(
            store.today(),
            _presidency(session, store.today()),
            _bodies(session, store, tree, meetings),
            meetings,
            read_recommendations(session, store),
            read_proposals(session, store),
            read_norms(session, store),
            seen.reach,
        )


def _presidency(session: FileSession, today: date) -> Presidency | None:
    in_force = ProTempore.in_force(ProTempore, on(today))
    one = session.scalar(select(ProTempore).where(*in_force).order_by(ProTempore.starts, ProTempore.id).limit(1))
    return Presidency(one.id, one.name, one.country, one.starts, one.ends) if one is not None else None


def _tree(session: FileSession, today: date) -> list[tuple[str, int]]:
    """Return the keys of the forums that exist and of what hangs from them, each with its level, in the order read."""
    rows = session.execute(
        select(Body.id, Body.kind, Body.parent_id)
        .where(holds_on(Body.starts, Body.ends, on(today)))
        .order_by(Body.title_key(), Body.id),
        session.reader,
    ).all()
    below = defaultdict[str | None, list[str]](list)
    for key, _, parent in rows:
        below[parent].append(key)
    above = {key: parent for key, _, parent in rows}
    forums = [key for key, kind, _ in rows if kind == BodyKind.FORUM.value]
    outer = [key for key in forums if not any(each in forums for each in _above(key, above))]
    return [each for key in outer for each in _walk(key, 0, below)]


def _above(key: str, above: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the keys of the bodies from which one hangs, the nearest first; of a circle each once, and not itself."""
    seen, parent = {key}, above.get(key)
    while parent is not None and parent not in seen:
        yield parent
        seen.add(parent)
        parent = above.get(parent)


def _walk(
    key: str, level: int, below: Mapping[str | None, Sequence[str]], passed: frozenset[str] = frozenset()
) -> Iterator[tuple[str, int]]:
    yield key, level
    for child in below.get(key, ()):
        if child not in passed and child != key:
            yield from _walk(child, level + 1, below, passed | {key})


def _bodies(
    session: FileSession, store: Store, tree: Sequence[tuple[str, int]], meetings: Sequence[Held]
) -> tuple[ForumBody, ...]:
    keys = [key for key, _ in tree]
    names = titles_apart(session, store, "body", keys)
    acronyms = {
        key: acronym or "" for key, acronym in session.execute(select(Body.id, Body.acronym).where(Body.id.in_(keys)))
    }
    sittings = sittings_by_body(session, keys, store.today())
    return tuple(
        ForumBody(
            key,
            names[key],
            acronyms[key],
            level,
            sittings.get(key, ()),
            *_beside_today([each for each in meetings if each.body_id == key], store.today()),
        )
        for key, level in tree
    )


def _beside_today(meetings: Sequence[Held], today: date) -> tuple[Held | None, Held | None]:
    """Return the last meeting of `meetings`, newest first, that was begun by today, and the next that is to be held."""
    own = [each for each in meetings if not each.is_off and each.first is not None]
    ahead = [each for each in own if each.state in AHEAD and (each.last or each.first or today) >= today]
    past = [each for each in own if each not in ahead and each.first is not None and each.first <= today]
    return (past[0] if past else None), (ahead[-1] if ahead else None)


def _meetings(session: FileSession, store: Store, bodies: Sequence[str]) -> tuple[Held, ...]:
    """Return the meetings of bodies, the newest first, those without day before all others."""
    found = session.execute(
        select(Meeting.id, Meeting.body_id, Meeting.parent_id)
        .where(Meeting.body_id.in_(bodies))
        .order_by(Meeting.starts_on.desc().nulls_first(), Meeting.id.desc())
    ).all()
    keys = [row.id for row in found]
    inside = set(keys)
    rows: Sequence[tuple[Any, ...]] = read_rows(session, store, "meeting", _OF_MEETING, keys)
    return tuple(
        _held(key, body, parent if parent in inside else None, row)
        for (key, body, parent), row in zip(found, rows, strict=True)
    )


def _held(key: str, body: str, parent: str | None, row: tuple[Any, ...]) -> Held:
    name, series, code, first, last, place, city, state, presidency, country = row
    return Held(
        key,
        body,
        name=name,
        series=series or "",
        code=code or "",
        first=first,
        last=last,
        place=place or "",
        city=city or "",
        state=MeetingState.of(state),
        presidency=presidency or "",
        country=country or "",
        within=parent,
    )
