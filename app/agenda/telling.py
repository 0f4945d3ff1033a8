"""What was published of several records at once: one thing, of each of them."""

from collections.abc import Mapping, Sequence

from app.records.about_each import Said, say_of_each
from app.records.checking import problems_of
from app.records.drafts import Draft
from app.records.namesakes import read_titles
from app.words.problems import WHERE_DELETED, Problem, ProblemError
from app.words.words import mark
from db.changes import Changes
from db.store import Store
from db.titles import Name, Title
from db.words import Label

_SAME = ("name", "medium", "day", "web")
"""By what two rows tell of one publication."""


def tell_of_each(store: Store, entity: str, ids: Sequence[str], published: Mapping[str, object]) -> Changes:
    """Note of each record of `entity` that something was published: the fields of a dissemination without its record.

    One operation; records of which it is noted already are left as they are, those that are no more left out. Raises
    ProblemError, each with its field, and when none of them is any more.
    """
    with store.reading() as session:
        problems = problems_of(session, Draft("dissemination", None, published))
        count = len(read_titles(session, entity, ids))
    if problems or not count:
        raise ProblemError(*(problems or [Problem(mark("Lo elegido ya no existe."), WHERE_DELETED)]))
    facts = store.catalog[entity]
    values = {"name": Name(str(published["name"])), "what": Label(facts.one if count == 1 else facts.many)}
    said = Said(
        "dissemination",
        {name: published.get(name) for name in _SAME},
        {name: value for name, value in published.items() if name not in _SAME},
    )
    with store.operation(Title("Difusión «{name}» de {count} {what}", count=count, values=values)) as session:
        say_of_each(session, said, entity, ids)
    return session.changes
