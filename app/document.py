"""A document as blocks of typed values, before it is paper, a workbook or a page of HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Final, Literal

from db import values


class Absent(Enum):
    """What stands for a value that is not recorded, where that is said."""

    NOT_RECORDED = "not recorded"


NOT_RECORDED: Final = Absent.NOT_RECORDED
"""Printed in the words for it; a page that is read on the screen leaves it out with its label."""


class Way(Enum):
    """The ways to reach somebody, and a site on the web."""

    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    WEB = "web"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a record is called, and which one it is."""

    text: str
    entity: str
    id: str


@dataclass(frozen=True, slots=True)
class Address:
    """An e-mail, a phone, a web or a postal address as people read it; `target` is what a program needs to go there."""

    text: str
    way: Way
    target: str


@dataclass(frozen=True, slots=True)
class Several:
    """Several values of one cell, which paper parts by `between`."""

    values: "tuple[values.Value | Reference | Address, ...]"
    between: str = "\n"


Value = values.Value | Reference | Address | Several | Literal[Absent.NOT_RECORDED]
"""What a cell or a fact holds."""


class Tone(Enum):
    """How a cell or paragraph is said; never by colour alone: a renderer adds a sign or a weight."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    WARNING = "warning"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Cell:
    """A typed value with a tone; a bare value in a row means a plain cell."""

    value: Value
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, already in the language of the document, and its relative width.

    One of `figures` stands under its last digit where it is empty too; any other that holds nothing else does as well.
    """

    title: str
    width: float = 1.0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the section's title; level 2 or 3, both in the bookmarks.

    `name` is that of what stands below it in the layout of the record: a field, a part, what is linked; else empty.
    """

    text: str
    level: int = 2
    name: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line breaks are kept. `with_next` keeps it on the page where the next block begins."""

    text: str
    tone: Tone = Tone.PLAIN
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class DescriptionList:
    """Pairs of label and value, set as a definition list; an empty value is printed as not recorded.

    `with_next` keeps them whole on the page where the next block begins, when one page holds them. `names` are those
    of the fields of a record, one for each pair; none where the pairs are of no record's form. `wanting` are the places
    of the pairs that say what is missing: a page puts beside them the way to fill that in.
    """

    pairs: tuple[tuple[str, Value], ...]
    with_next: bool = False
    names: tuple[str, ...] = field(default=(), compare=False)
    wanting: frozenset[int] = field(default=frozenset(), compare=False)

    def marked(self) -> Iterator[tuple[str, Value]]:
        """Return the pairs, what is not recorded marked as that."""
        yield from ((label, NOT_RECORDED if value in (None, "") else value) for label, value in self.pairs)


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few large figures, each with what it counts."""

    figures: tuple[tuple[Value, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of typed cells under repeated headings; `empty` is printed instead when there is no row.

    `row_height` in millimetres, when given, makes room to write by hand (an attendance sheet).
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value | Cell, ...], ...]
    caption: str = ""
    empty: str = ""
    row_height: float | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, longest first as given: label and count; `whole` is what the longest bar possible stands for.

    Without it the largest count is as long as there is room; of percentages it is 100.
    """

    title: str
    bars: tuple[tuple[str, int], ...]
    whole: int | None = None


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A day of a row that is marked: what is due then (PLAIN), is over (MUTED) or is overdue (LATE)."""

    day: date
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """What lasts from one day through another, either may be unknown, with its marks; `said` says them in words.

    It has not begun (PLAIN), is under way (STRONG), is over (MUTED) or is overdue (LATE). One that `leads` is the
    heading of the rows after it, up to the next that does.
    """

    label: str
    starts: date | None = None
    ends: date | None = None
    marks: tuple[TimelineMark, ...] = ()
    tone: Tone = Tone.PLAIN
    said: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True)
class TimelineKey:
    """What the tones of bars and of marks mean, and what the line of today is called, in words."""

    bars: tuple[tuple[Tone, str], ...] = ()
    marks: tuple[tuple[Tone, str], ...] = ()
    today: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Months across, each by its first day, and below them a bar for each row; `label` is what a row is called."""

    title: str
    label: str
    months: tuple[date, ...]
    rows: tuple[TimelineRow, ...]
    today: date | None = None
    key: TimelineKey = TimelineKey()


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A labelled place on the map; microdegrees, north and east positive."""

    label: str
    latitude: int
    longitude: int
    country: str = ""


@dataclass(frozen=True, slots=True)
class PointMap:
    """A map of South America with points; countries (ISO 3166-1) of the points are tinted.

    `height` in millimetres, legend included, when it has to be small; else as high as the page gives.
    """

    title: str
    points: tuple[MapPoint, ...]
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A file that goes whole into the paper; `content` is its bytes, `media_type` as stored."""

    number: int
    title: str
    file_name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a new page."""


Drawn = BarChart | Timeline | PointMap
"""The blocks that are drawn where something can be."""

Block = Heading | Paragraph | DescriptionList | KeyFigures | Table | Drawn | Annex | PageBreak


class Start(Enum):
    """Where a section begins on paper."""

    NEW_PAGE = "new page"
    SHARED = "shared"
    """On a new page, but for a short one that fits under the section before it, and for what follows a few of these."""
    BELOW = "below"
    """Under the section before it, however long the two are."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a workbook, a row for each record, and above it in a line of what these are, or nothing.

    What is not recorded is an empty cell: a word for it would stand among the dates that a person filters.
    """

    title: str
    table: Table
    said: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document: is one sheet of the workbook, is in the contents, begins on paper as `start` says.

    One with a `heading` prints that over its blocks: its title is then what it is called in lists and as a file. One
    with a `language` is in that, and not in the one of the document. One with `rows` has these sheets in the workbook
    in place of its blocks, which paper lays out to be read and not to be filtered.
    """

    title: str
    blocks: tuple[Block, ...]
    sheet: str = ""
    start: Start = Start.SHARED
    landscape: bool = False
    heading: str = ""
    language: str = ""
    rows: tuple[Sheet, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office that issues a paper: its name, its line of address, who signs and as what; empty for what is not said.

    `logo` are the bytes of a PNG or an SVG, as `media_type` says, with its `sides` in pixels; none where there is no
    logo. `dots` is the logo as PNG where it was drawn when it was read: once, on however many papers it then stands.
    """

    name: str
    address: str = ""
    signer: str = ""
    role: str = ""
    logo: bytes = field(default=b"", repr=False)
    media_type: str = ""
    sides: tuple[float, float] = (0.0, 0.0)
    dots: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: lines above and below the title, and what is printed small at its foot."""

    over: str
    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    foot: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of what is in a document, after its cover: its lines and their pages are the renderers' to find."""


@dataclass(frozen=True, slots=True)
class FileTitle:
    """What the file of a document is called, and the day that its name ends with; None for a name without one."""

    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language; without a cover it starts at once, without contents none are made.

    Without a `file_title` its file is called by the title and the day of its making. The sections of one whose papers
    are `each_apart` are papers of their own, as letters are: each has the letterhead and numbers its pages.
    """

    title: str
    language: str
    sections: tuple[Section, ...]
    cover: Cover | None = None
    contents: bool = False
    footer: str = ""
    author: str = ""
    created: date | None = None
    single_page: bool = False
    file_title: FileTitle | None = None
    letterhead: Letterhead | None = None
    each_apart: bool = False

    def filed_as(self) -> FileTitle:
        """Return what its file is called."""
        return self.file_title or FileTitle(self.title, self.created)
