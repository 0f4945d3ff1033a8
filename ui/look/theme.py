"""The looks of the window: Fusion with our palette, fonts and style sheet, light or dark as the system."""

from collections.abc import Mapping
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

import resources
from ui.look.icons import load_icon_font
from ui.look.palette import DARK, LIGHT, Palette, qt_palette
from ui.look.spoken import hear_as, hear_as_itself, hear_heading, speak_roles

FAMILY = "Source Sans Pro"
FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
GRID = 8
"""Every distance is a multiple or the half of this many pixels, at a text scale of 100 %."""
LARGEST_SCALE = 200
# Source Sans is drawn smaller than the fonts of the systems at the same size.
EXTRA_POINTS = 1.5
IN_FUSION = ("enlace", "-style", "Fusion")
"""What the application begins with. What sets a style later hands it over, and PySide makes eleven enums of that."""
SCROLL_BAR = 12
"""Pixels across a scroll bar."""


class Scheme(Enum):
    """Which palette the window wears."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Role(Enum):
    """What a widget is for, when that changes its looks; the style sheet knows each one."""

    BODY = ""
    TITLE = "title"
    HEADING = "heading"
    QUIET = "quiet"
    ERROR = "error"
    PROBLEM = "problem"
    CAUTION = "caution"
    GOOD = "good"
    PRIMARY = "primary"
    LINK = "link"
    BARE_LINK = "bare_link"
    TOOL = "tool"
    CHIP = "chip"
    RAIL = "rail"
    BAR = "bar"
    CARD = "card"
    ROW = "row"
    SELECTION = "selection"
    DROP = "drop"
    DOOR = "door"
    NUMBER = "number"
    HAIRLINE = "hairline"


HEADING_LEVELS: Mapping[Role, int] = MappingProxyType({Role.TITLE: 1, Role.HEADING: 2})
"""What is heard as a heading because it looks like one, and on which level."""
HEARD = frozenset(role.value for role in (*HEADING_LEVELS, Role.BARE_LINK))
"""What is heard as what it looks like."""


class Theme(QObject):
    """Dresses the whole application, again whenever the system's scheme, the choice or the text scale changes."""

    changed = Signal()

    def __init__(self, application: QApplication, *, scheme: Scheme = Scheme.SYSTEM, scale: int = 100) -> None:
        """Dress `application`, begun with `IN_FUSION`; `scale` is the size of text in percent, from 100 to 200."""
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._scale = _within(scale)
        self._system_points = application.font().pointSizeF()
        load_fonts()
        load_icon_font()
        speak_roles()
        application.styleHints().colorSchemeChanged.connect(self._dress)
        self._dress()

    @property
    def palette(self) -> Palette:
        """The palette worn now."""
        if self._scheme is Scheme.SYSTEM:
            return DARK if self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme is Scheme.DARK else LIGHT

    @property
    def scale(self) -> int:
        """The size of text in percent."""
        return self._scale

    def choose_scheme(self, scheme: Scheme) -> None:
        """Wear `scheme` from now on."""
        self._scheme = scheme
        self._dress()

    def choose_scale(self, percent: int) -> None:
        """Write at `percent` of the usual size, kept from 100 to 200."""
        scale = _within(percent)
        if scale != self._scale:  # to dress all the windows anew takes seconds
            self._scale = scale
            self._dress()

    def _dress(self) -> None:
        font = QFont(FAMILY)
        font.setPointSizeF((self._system_points + EXTRA_POINTS) * self._scale / 100)
        self._application.setFont(font)
        self._application.setPalette(qt_palette(self.palette))
        self._application.setStyleSheet(style_sheet(self.palette, font.pointSizeF(), self._scale))
        self.changed.emit()


def style_sheet(palette: Palette, points: float, scale: int) -> str:
    """Return the style sheet with its colours, sizes of text (`points` is the body's) and distances filled in."""
    template = Template(resources.path("style/enlace.qss").read_text(encoding="utf-8"))
    sizes = {"title": points * 1.6, "heading": points * 1.15, "number": points * 2, "small": points * 0.92}
    distances = {f"px{each}": f"{round(each * scale / 100)}px" for each in (2, 4, 6, 8, 12, 16, 20, 24, 32)}
    # An edge of two pixels instead of one takes its second from the padding, or the text would move.
    distances["scroll_bar"] = f"{SCROLL_BAR}px"
    distances["mark_in_focus"] = f"{round(12 * scale / 100) - 2}px"  # its edge is thicker by one pixel on each side
    distances["round_mark"] = f"{(round(12 * scale / 100) + 2) // 2}px"  # more than half of it would leave it square
    distances |= {f"in{each}": f"{round(each * scale / 100) - 1}px" for each in (2, 4, 6, 16)}
    written = {f"{name}_size": f"{size:.1f}pt" for name, size in sizes.items()}
    check = resources.path("style/check_dark.svg" if palette is DARK else "style/check_light.svg").as_posix()
    return template.substitute(palette.as_mapping(), check=check, **distances, **written)


LEADING = frozenset({Role.LINK, Role.BARE_LINK, Role.DOOR})
"""What leads somewhere: the mouse shows a hand over it."""


def dress(widget: QWidget, role: Role) -> None:
    """Return `widget` the looks of `role`, at once if it is already shown; it is heard as what it looks like."""
    _hear(widget, role)
    set_property(widget, "role", role.value)
    if role in LEADING:
        widget.setCursor(Qt.CursorShape.PointingHandCursor)


def _hear(widget: QWidget, role: Role) -> None:
    if role in HEADING_LEVELS:
        hear_heading(widget, HEADING_LEVELS[role])
    elif role is Role.BARE_LINK:
        hear_as(widget, QAccessible.Role.Link)
    elif widget.property("role") in HEARD:
        hear_as_itself(widget)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property on which the style sheet decides, and let `widget` wear it: at once where it was seen already."""
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # Qt dresses it before it is first seen or measured; a style that is asked for makes 11 enums
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def distance(units: float, widget: QWidget) -> int:
    """Return `units` of the 8 px grid in pixels, grown with the text of `widget`."""
    return round(units * GRID * max(1.0, widget.fontMetrics().height() / 18))


def load_fonts() -> None:
    """Make the faces of Source Sans Pro known to Qt; FileNotFoundError when they were not packed."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(FAMILY)
    folder = Path(spec.submodule_search_locations[0]) / "files"
    for face in FACES:
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{face}.ttf"))


def _within(percent: int) -> int:
    return min(max(percent, 100), LARGEST_SCALE)
