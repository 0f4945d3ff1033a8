"""How the records of each room are laid out, one room per file; SCREENS lists them in the order of the rail."""

from app.screens import (
    agenda,
    agreements,
    deadlines,
    experiences,
    forum,
    inicio,
    meetings,
    municipalities,
    organisations,
    people,
    plan,
    reports,
    resolutions,
    units,
)
from app.screens.screen import RoomLayout, Screen

SCREENS: tuple[Screen, ...] = (
    inicio.SCREEN,
    deadlines.SCREEN,
    municipalities.SCREEN,
    people.SCREEN,
    organisations.SCREEN,
    units.SCREEN,
    plan.SCREEN,
    agenda.SCREEN,
    meetings.SCREEN,
    resolutions.SCREEN,
    forum.SCREEN,
    agreements.SCREEN,
    experiences.SCREEN,
    reports.SCREEN,
)


def screen_of(entity: str) -> Screen | None:
    """Return the room that shows records of `entity`; None for parts, which are shown within their record."""
    return next((screen for screen in SCREENS if entity in screen.entities), None)


def layout_of(entity: str) -> RoomLayout | None:
    """Return how a record of `entity` is laid out; None for parts, which have no list of their own."""
    return next((layout for screen in SCREENS for layout in screen.layouts if layout.entity == entity), None)
