"""What asks for the list of just what is counted of the exchange of experiences: one question behind each count."""

from app.experiences.facts import OnTheme
from app.records.catalog import Filter, Operator, Order, Query
from app.screens.exchange import IN_USE, OPEN
from db.entities.experience import ExperienceState, PublicationPermission

_NAMED = (Order("name"),)


def experiences_on(theme: OnTheme, *more: Filter) -> Query:
    """Return what asks for the experiences on a theme and below it, or on none, of which `more` holds."""
    return Query("experience", filters=(_on(theme), *more), order=_NAMED)


def published_on(theme: OnTheme) -> Query:
    """Return what asks for those that are published."""
    return experiences_on(theme, Filter("state", Operator.EQUALS, ExperienceState.PUBLISHED.value))


def granted_on(theme: OnTheme) -> Query:
    """Return what asks for those whose city gave permission to publish."""
    return experiences_on(theme, Filter("permission", Operator.EQUALS, PublicationPermission.GRANTED.value))


def running_on(theme: OnTheme) -> Query:
    """Return what asks for those that still run."""
    return experiences_on(theme, Filter("running", Operator.EQUALS, value=True))


def needs_on(theme: OnTheme) -> Query:
    """Return what asks for the demands on it that wait for an answer."""
    return Query("need", filters=(_on(theme), *OPEN.filters), order=_NAMED)


def used_on(theme: OnTheme) -> Query:
    """Return what asks for the adoptions in use of its experiences."""
    keys = theme.counts.experiences
    of = Filter("experience_id", Operator.ONE_OF, keys) if len(keys) > 1 else _one("experience_id", keys)
    return Query("adoption", filters=(of, *IN_USE.filters), order=(Order("experience_id"), Order("municipality_id")))


def _on(theme: OnTheme) -> Filter:
    if not theme.themes:
        return Filter("themes", Operator.IS_EMPTY)
    return Filter("themes", Operator.ONE_OF, theme.themes) if len(theme.themes) > 1 else _one("themes", theme.themes)


def _one(field: str, keys: tuple[str, ...]) -> Filter:
    return Filter(field, Operator.EQUALS, *keys)
