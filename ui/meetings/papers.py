"""The way from a tab of a meeting to its paper."""

from functools import partial
from typing import Protocol, runtime_checkable

from ui.look.buttons import icon_button
from ui.look.opening import open_dialog
from ui.look.plain import ToolButton
from ui.room.panel import Panel


@runtime_checkable
class WithPaper(Protocol):
    """A part of a meeting that has a paper of its own, which its button shows."""

    printing: ToolButton


def printing_button(panel: Panel, report: str, said: str = "") -> ToolButton:
    """Make the button that shows what `panel` holds as the pages of `report`, once what is being written is saved.

    It is called `said`, in the language of the window, or as every such button.
    """
    return icon_button(said or panel.words("Imprimir…"), "printer", partial(show_paper, panel, report))


def show_paper(panel: Panel, report: str) -> None:
    """Show the pages of `report` about the meeting of `panel`, once what is being written there is saved."""
    from ui.paper.report_dialog import ReportDialog

    if panel.owner is None or not panel.flush():
        return
    open_dialog(ReportDialog(panel.workspace, report, panel.window(), record_id=panel.owner.id))
