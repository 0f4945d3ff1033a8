"""Cities that share their name, told apart by their province, state or department."""

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import func, select, tuple_

from app.words.values.countries import show_subdivision
from db.entities.municipality import Municipality
from db.session import FileSession


def homonyms(session: FileSession, *, country_is_said: bool = True) -> Mapping[str, str]:
    """Give, by key, what to call each city whose name another one has: Avellaneda (Santa Fe).

    Where the country is said beside the name, it is another one of its country that counts.
    """
    key = (Municipality.short_name_key, *((Municipality.country,) if country_is_said else ()))
    shared = select(*key).group_by(*key).having(func.count() > 1)
    found = session.execute(
        select(Municipality.id, Municipality.short_name, Municipality.subdivision)
        .where(tuple_(*key).in_(shared))
        .where(Municipality.subdivision.is_not(None)),
    ).all()
    names = {row.id: f"{row.short_name} ({show_subdivision(row.subdivision)})" for row in found}
    counted = Counter(names.values())
    return {key: name for key, name in names.items() if counted[name] == 1}
