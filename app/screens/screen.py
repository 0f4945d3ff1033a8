"""A room as the rail lists it: its lists, and what is said by hand of each list and its record."""

from dataclasses import dataclass

from app.screens.layout import FormLayout
from db.asking import Filter, Order


@dataclass(frozen=True, slots=True)
class Linked:
    """Records linked to the one shown.

    `path` leads from them to it, as `entity.field` steps: ("tenure.post_id", "post.municipality_id") are the tenures
    of the posts of the city. A step may be a field that refers to a record of any kind. `opens` is the field whose
    record is opened, none for the linked record itself. `adds` is the field that a new one is begun with, none where
    it is made elsewhere. `also` are other fields by which a linked record, of a `path` of one step, leads here.
    `filled` is a field that those which are listed have: attendances are of a meeting or of an activity.
    Of what relates two records of one kind `beside` are the two fields: the column of the second, which leads to the
    linked record, shows the one that is not the record shown.
    """

    title: str
    path: tuple[str, ...]
    columns: tuple[str, ...]
    opens: str = ""
    adds: str = ""
    order: tuple[Order, ...] = ()
    also: tuple[str, ...] = ()
    filled: str = ""
    beside: tuple[str, str] | None = None

    @property
    def name(self) -> str:
        """What tells it from all else that is shown of the record."""
        return "/".join(filter(None, (*self.path, self.filled)))

    @property
    def entity(self) -> str:
        """The entity of the linked records."""
        return self.path[0].partition(".")[0]


@dataclass(frozen=True, slots=True)
class ReadyView:
    """A view of a list that each person has without saving it: its name in Spanish source words, and its filters."""

    title: str
    filters: tuple[Filter, ...]


@dataclass(frozen=True, slots=True)
class ListPaper:
    """The report of all the records of a list: its name, and in Spanish source words what the way to it says.

    `parts` are those of the report that tell of these records, none for all. `ticks` say which box of the report a
    filter of the list ticks: the field, the value that it asks for, and the option.
    """

    report: str
    text: str
    parts: tuple[str, ...] = ()
    ticks: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RoomLayout:
    """A list and its record.

    `order` and `filters` are those that the list begins with; `hidden` are fields that no column shows; `begin` names a
    new record, and `another` one more after it; `called` is the title of the list where it is not that of its kind;
    `on_paper` is what a room made by hand shows in its own way, and a sheet as it shows what is linked.
    `head` are the few facts that matter, by the names of fields, of parts (their rows in force), of one role of a part
    (`seats.chair`) or of the posts there (`post.liaison`); `route.next` is what comes next on its route.
    `views` stand among those that a person has saved. `in_term` is the field of a new record that begins with the term
    that runs. `paper` is the report of all that the list may hold.
    """

    form: FormLayout
    linked: tuple[Linked, ...] = ()
    order: tuple[Order, ...] = ()
    filters: tuple[Filter, ...] = ()
    hidden: tuple[str, ...] = ()
    without_files: bool = False
    begin: str = ""
    another: str = ""
    called: str = ""
    on_paper: tuple[Linked, ...] = ()
    head: tuple[str, ...] = ()
    views: tuple[ReadyView, ...] = ()
    in_term: str = ""
    paper: ListPaper | None = None

    @property
    def entity(self) -> str:
        """The entity of the room."""
        return self.form.entity


@dataclass(frozen=True, slots=True)
class Screen:
    """A room: `title` and `group` in Spanish source words, and the lists that it has; the window makes it of these.

    `holds` are entities whose records are shown inside those of the room.
    `tabs` are the names of the pages and lists that have a tab, in its order: the others are seen only once something
    leads to them. Where none are named all have one, the pages first.
    """

    name: str
    title: str
    icon: str
    group: str
    layouts: tuple[RoomLayout, ...] = ()
    holds: tuple[str, ...] = ()
    tabs: tuple[str, ...] = ()

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities whose records the room shows."""
        return (*(layout.entity for layout in self.layouts), *self.holds)
