"""What leads to the place where something that the file still lacks is written."""

from typing import assert_never

from app.network.beginning import Step, Way
from ui.work.workspace import Workspace


def take_step(workspace: Workspace, step: Step) -> None:
    """Begin what is to be done next, where it is done."""
    match step.way:
        case Way.NEW:
            workspace.new_wanted.emit(step.entity, dict(step.values))
        case Way.EDIT:
            workspace.edit_wanted.emit(step.entity, step.id, step.name)
        case Way.IMPORT:
            workspace.import_wanted.emit(step.entity)
        case _:
            assert_never(step.way)
