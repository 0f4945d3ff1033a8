"""The colours of the window, said once for the light scheme and once for the dark."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by their task, as #rrggbb. Text keeps WCAG AA (4.5:1) on every ground it stands on."""

    window: str
    """The paper around lists and records."""
    base: str
    """The ground of fields, lists and pages."""
    raised: str
    """Headers of tables, the rail, whatever is pressed or hovered."""
    text: str
    quiet: str
    """Secondary text: help, counts, placeholders."""
    disabled: str
    hairline: str
    """Separators, which carry no meaning by themselves."""
    border: str
    """The edge of what can be typed in or pressed (3:1, WCAG 1.4.11)."""
    accent: str
    """Deep teal: focus, links, the one main button."""
    on_accent: str
    selection: str
    on_selection: str
    error: str
    caution: str
    good: str

    def as_mapping(self) -> dict[str, str]:
        """Return the colours by name, as the style sheet asks for them."""
        return {each.name: getattr(self, each.name) for each in fields(self)}


LIGHT = Palette(
    window="#f7f5f0",
    base="#fffefb",
    raised="#eeebe3",
    text="#1e2524",
    quiet="#56605d",
    disabled="#8b918e",
    hairline="#dedad0",
    border="#858d89",
    accent="#0b5e63",
    on_accent="#ffffff",
    selection="#cfe5e3",
    on_selection="#0c2b2c",
    error="#a1261c",
    caution="#7d5000",
    good="#1d6a3a",
)

DARK = Palette(
    window="#1a1e1e",
    base="#212626",
    raised="#2b3131",
    text="#e9e6df",
    quiet="#a9b3af",
    disabled="#75807c",
    hairline="#363e3d",
    border="#7d8784",
    accent="#6cc5bf",
    on_accent="#0b2122",
    selection="#1c494a",
    on_selection="#eef7f6",
    error="#f4988f",
    caution="#e5ba62",
    good="#7fca9a",
)


def qt_palette(palette: Palette) -> QPalette:
    """Return `palette` as Qt's own, for the Fusion style and for what we paint ourselves."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, colour in {
        role.Window: palette.window,
        role.Base: palette.base,
        role.AlternateBase: palette.raised,
        role.Button: palette.raised,
        role.ToolTipBase: palette.base,
        role.Text: palette.text,
        role.WindowText: palette.text,
        role.ButtonText: palette.text,
        role.ToolTipText: palette.text,
        role.BrightText: palette.error,
        role.PlaceholderText: palette.quiet,
        role.Highlight: palette.selection,
        role.HighlightedText: palette.on_selection,
        role.Accent: palette.accent,
        role.Link: palette.accent,
        role.LinkVisited: palette.caution,  # Qt has no role for it, and draws no visited link
        role.Light: palette.base,
        role.Midlight: palette.raised,
        role.Mid: palette.hairline,
        role.Dark: palette.border,
        role.Shadow: palette.border,
    }.items():
        made.setColor(target, QColor(colour))
    for target in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(palette.disabled))
    return made
