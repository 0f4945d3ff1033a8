"""A room as the rail lists it, and what is said by hand about the rooms that are a list with its record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.records.catalog import Order
from ui.form.layout import FormLayout
from ui.work.room_page import RoomPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.room.record import RecordPane
    from ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Screen:
    """A room: `title` and `group` in Spanish source words, and the entities whose records it shows.

    `build` makes the room when it is first shown, and imports then what it needs.
    """

    name: str
    title: str
    icon: str
    group: str
    build: "Callable[[Workspace], RoomPage]"
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """Records linked to the one shown.

    `path` leads from them to it, as `entity.field` steps: ("tenure.post_id", "post.municipality_id") are the tenures
    of the posts of the city. `opens` is the field whose record is opened, none for the linked record itself. `adds`
    is the field that a new one is begun with, none where it is made elsewhere.
    """

    title: str
    path: tuple[str, ...]
    columns: tuple[str, ...]
    opens: str = ""
    adds: str = ""
    order: tuple[Order, ...] = ()

    @property
    def entity(self) -> str:
        """The entity of the linked records."""
        return self.path[0].partition(".")[0]


@dataclass(frozen=True, slots=True)
class RoomLayout:
    """A list and its record.

    `hidden` are fields that no column shows; `helper` stands above the form of a new one, which `begin` names; `paper`
    is the report that puts one record on paper, given it by the name of its entity.
    """

    form: FormLayout
    linked: tuple[Linked, ...] = ()
    order: tuple[Order, ...] = ()
    hidden: tuple[str, ...] = ()
    helper: "Callable[[RecordPane], QWidget] | None" = None
    without_files: bool = False
    begin: str = ""
    paper: str = ""

    @property
    def entity(self) -> str:
        """The entity of the room."""
        return self.form.entity
