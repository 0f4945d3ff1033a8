"""From section to section of a form with the keyboard, out of long texts, lists and rows alike."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.screens.layout import FormLayout, PartSection
from ui.form.field_box import FieldBox
from ui.form.form import Form
from ui.form.parts import PartsGrid


def turn_section(form: Form, layout: FormLayout, step: int) -> None:
    """Go to the first field of the section that stands `step` after the one with the keyboard, round and round.

    From elsewhere that is the first section of `layout`, or going back the last one.
    """
    sections = [(parts, stop) for parts in _sections(form, layout) if (stop := _first_stop(parts)) is not None]
    focus = form.focusWidget()
    within = [at for at, (parts, _) in enumerate(sections) if any(_holds(each, focus) for each in parts)]
    if sections:
        at = within[0] + step if within else min(step, 0)
        form.go_to(sections[at % len(sections)][1])


def _sections(form: Form, layout: FormLayout) -> Iterator[Sequence[FieldBox | PartsGrid]]:
    """Return of each section what stands in it: a list of rows, or fields."""
    for section in layout.sections:
        if isinstance(section, PartSection):
            yield [form.parts[section.part]]
        else:
            yield [form.boxes[name] for name in section.names()]


def _first_stop(parts: Sequence[FieldBox | PartsGrid]) -> QWidget | None:
    """Return where the keyboard comes into a section: the first field that it can come to."""
    stops = (each.first_stop() if isinstance(each, PartsGrid) else each.editor.input() for each in parts)
    return next((each for each in stops if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus), None)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
