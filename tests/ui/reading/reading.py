"""What a person sees, hears and presses on the page of a record."""

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.screens import layout_of
from ui.look.link import Link
from ui.reading.blocks import Section
from ui.reading.page import ReadingPage
from ui.work.workspace import Workspace

Shown = TypeVar("Shown", bound=QWidget)


def shown_page(workspace: Workspace, entity: str, key: str, qtbot: QtBot) -> ReadingPage:
    """Show the page of a record, and wait for all that belongs to it."""
    layout = layout_of(entity)
    assert layout is not None
    page = ReadingPage(workspace, layout)
    qtbot.addWidget(page)
    page.resize(840, 600)
    with qtbot.waitSignal(page.beside_shown, timeout=60_000):
        page.show_record(key)
        page.show()
    return page


def section_of(page: ReadingPage, name: str) -> Section:
    """Return the section that shows what is called `name`."""
    return next(each for each in page.sections if each.name == name)


def said_by(widget: QWidget) -> list[str]:
    """Return what a screen reader hears of the texts and links of a part of the page."""
    return [each.accessibleName() for each in widget.findChildren(QWidget) if isinstance(each, Link | QLabel)]


def shown_in(page: ReadingPage, kind: type[Shown]) -> list[Shown]:
    """Return what a page shows of a kind of widget: what it showed before may still be on its way out."""
    return [each for section in page.sections for each in section.findChildren(kind)]


def link_to(page: ReadingPage, said: str) -> Link:
    """Return the link that says that."""
    return next(each for each in shown_in(page, Link) if each.said.replace("\u00a0", " ") == said)
