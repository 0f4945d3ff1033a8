"""Every text of the style sheet can be read on every ground that it stands on, and every edge seen, light and dark."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

import resources
from tests.ui.look.contrast import contrast
from ui.look.palette import DARK, LIGHT, Palette

GROUNDS = ("window", "base", "raised")
"""What stands below whatever has no ground of its own."""
AA, EDGE = 4.5, 3.0
"""The contrast of text (WCAG 2.2, 1.4.3) and of what shows where something can be used (1.4.11)."""
QUIET_EDGES = ("hairline",)
"""Lines that carry no meaning by themselves."""
ON_SELECTION = "selection"
both = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@dataclass(frozen=True, slots=True)
class Rule:
    """A selector of the style sheet and what it says, with what the same thing says in its usual state."""

    selector: str
    said: Mapping[str, str]

    def colour(self, name: str) -> str:
        """Return the name in the palette of the colour of `name`, empty for none or for one that is no colour of it."""
        found = re.search(r"\$(\w+)", self.said.get(name, ""))
        return found[1] if found and found[1] in LIGHT.as_mapping() else ""


def rules() -> Iterator[Rule]:
    """Read the style sheet; each state and each role inherits from what it is a state or a role of."""
    text = re.sub(r"/\*.*?\*/", "", resources.path("style/enlace.qss").read_text(encoding="utf-8"), flags=re.DOTALL)
    known: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", text):
        said = {name.strip(): value.strip() for name, value in re.findall(r"([\w-]+)\s*:\s*([^;]+);", body)}
        for selector in (each.strip() for each in selectors.split(",")):
            role = re.sub(r"(?<!:):[\w-]+", "", selector)
            kind = re.sub(r"\[[^\]]*\]", "", role)
            inherited = known.get(kind, {}) | known.get(role, {}) | known.get(selector, {})
            known[selector] = inherited | said
    return (Rule(selector, said) for selector, said in known.items())


def texts() -> Iterator[tuple[str, str, str]]:
    """Return what has a text, with its ink and each ground that this stands on."""
    for rule in rules():
        if ":disabled" in rule.selector or rule.colour("color") == "disabled":
            continue  # WCAG asks nothing of what cannot be used
        own = rule.colour("background")
        inherited = (ON_SELECTION,) if f'[role="{ON_SELECTION}"] ' in rule.selector else GROUNDS
        for ink, grounds in (
            (rule.colour("color"), (own,) if own else inherited),
            (rule.colour("selection-color"), (rule.colour("selection-background-color"),)),
            (rule.colour("placeholder-text-color"), (own,) if own else inherited),
        ):
            yield from ((rule.selector, ink, ground) for ground in grounds if ink and ground)


@both
def test_every_text_is_read_on_every_ground_that_it_stands_on(palette: Palette) -> None:
    pairs = list(texts())
    assert len(pairs) > 60
    colours = palette.as_mapping()
    pale = {
        f"{selector}: {ink} on {ground}, {contrast(colours[ink], colours[ground]):.2f}"
        for selector, ink, ground in pairs
        if contrast(colours[ink], colours[ground]) < AA
    }
    assert not pale


@both
def test_the_edge_of_what_can_be_used_is_seen(palette: Palette) -> None:
    colours = palette.as_mapping()
    pale = set()
    for rule in rules():
        edge = rule.colour("border") if ":disabled" not in rule.selector else ""
        for ground in GROUNDS[:2] if edge and edge not in QUIET_EDGES else ():
            if contrast(colours[edge], colours[ground]) < EDGE:
                pale.add(f"{rule.selector}: {edge} on {ground}")
    assert not pale


@both
@pytest.mark.parametrize("ink", ["on_selection", "text", "quiet", "accent", "error", "caution", "good"])
def test_a_selected_row_is_read_whatever_its_cells_say(palette: Palette, ink: str) -> None:
    assert contrast(palette.as_mapping()[ink], palette.selection) >= AA
