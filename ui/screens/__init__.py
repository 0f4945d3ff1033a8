"""The rooms of the window, one per file; SCREENS lists them in the order of the rail."""

from ui.room.screen import Screen
from ui.screens import experiences, inicio, meetings, municipalities, organisations, people, reports, resolutions

SCREENS: tuple[Screen, ...] = (
    inicio.SCREEN,
    municipalities.SCREEN,
    people.SCREEN,
    organisations.SCREEN,
    experiences.SCREEN,
    meetings.SCREEN,
    resolutions.SCREEN,
    reports.SCREEN,
)


def screen_of(entity: str) -> Screen | None:
    """Return the room that shows records of `entity`; None for parts, which are shown within their record."""
    return next((screen for screen in SCREENS if entity in screen.entities), None)
