"""What can be done with the steps of a record on its page: begun from the stages of its route, and ticked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.records.reading import read_record
from app.steps import NextStep, begin_route, route_of, state_that_follows, take_step
from app.words.fields import RecordKey
from ui.look.buttons import text_button
from ui.look.opening import open_dialog
from ui.look.plain import set_tip
from ui.look.theme import Role
from ui.work.workspace import Workspace


class StepActions:
    """Does to the steps of one record what the person asks."""

    def __init__(self, workspace: Workspace, view: QWidget) -> None:
        """Write in the file of `workspace`, and ask over `view`."""
        self.workspace = workspace
        self.view = view

    def buttons(self, record: RecordKey, coming: NextStep | None, *, has_steps: bool) -> Sequence[QWidget]:
        """Return the button that ticks the step that comes next, or that begins with the stages of the route."""
        words, store = self.workspace.words, self.workspace.store
        if coming is not None:
            said = words("Hecho hoy: {step}", step=coming.name)
            tick = partial(self._tick, coming.id)
            asked = text_button(
                words("Con fecha y resultado…"), "calendar-check", partial(self._ask, coming.id), Role.LINK
            )
            asked.setAccessibleName(words("Con fecha y resultado: {step}", step=coming.name))
            return [text_button(said, "check-circle", tick, Role.LINK), asked]
        route = route_of(record.entity)
        if has_steps or route is None:
            return []
        begin = partial(begin_route, store.speaking(words.language), record)
        button = text_button(words("Empezar los pasos"), "list-bullets", partial(self.workspace.do, begin), Role.LINK)
        said = words("Empezar los pasos: {route}", route=words(route.label))
        button.setAccessibleName(said)
        set_tip(button, said)
        return [button]

    def _tick(self, key: str) -> None:
        """Tick a step as done today; where the state of a project or demand follows from that, ask for it first."""
        store = self.workspace.store
        if state_that_follows(store, key) is not None:
            self._ask(key)
        else:
            self.workspace.do(partial(take_step, store, key))

    def _ask(self, key: str) -> None:
        """Ask on which day a step was done, and what came of it."""
        from ui.reading.step_dialog import StepDialog

        step = read_record(self.workspace.store, "step", key)
        if step is not None:
            open_dialog(StepDialog(self.workspace, step, self.view.window()))
