"""What can be done to the records of one kind alone, as a norm has its citation checked, or to what is owed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.records.delivering import deliver
from ui.look.menus import own_of
from ui.look.opening import open_dialog
from ui.work.workspace import Workspace

ActedOn = Callable[[], Sequence[str]]


def own_commands(
    workspace: Workspace, entity: str, acted_on: ActedOn, view: QWidget
) -> Mapping[str, Callable[[], object]]:
    """Return what the commands of a kind alone do to the records that a command acts on."""
    done: dict[str, Callable[[], object]] = {
        "check_citation": partial(_check_citation, workspace, acted_on, view),
        "deliver": partial(_deliver, workspace, acted_on),
        "fulfil": lambda: ask_fulfilled(workspace, entity, acted_on(), view),
        "leave": partial(_leave, workspace, acted_on, view),
        "renew": partial(_renew, workspace, acted_on, view),
        "begin_project": partial(_begin_project, workspace, entity, acted_on),
        "management_report": partial(_print, workspace, "management", acted_on, view),
        "add_cities": partial(_add_cities, workspace, acted_on, view),
        "choose_logo": partial(_choose_logo, workspace, acted_on, view),
        "remove_logo": partial(_remove_logo, workspace, acted_on),
    }
    return {name: done[name] for name in own_of(entity)}


def _check_citation(workspace: Workspace, acted_on: ActedOn, view: QWidget) -> None:
    """Ask for the official citation of the first of the norms."""
    from app.norms import read_citation_facts
    from ui.norms.citation_dialog import CitationDialog

    facts = next((read_citation_facts(workspace.store, key) for key in acted_on()), None)
    if facts is not None:
        open_dialog(CitationDialog(workspace, facts, view.window()))


def _deliver(workspace: Workspace, acted_on: ActedOn) -> None:
    workspace.do(lambda: deliver(workspace.store, acted_on()))


def ask_fulfilled(workspace: Workspace, entity: str, ids: Sequence[str], view: QWidget) -> None:
    """Ask on which day what is left to do of some records was done, or say that nothing is."""
    from app.records.fulfilling import NOTHING_LEFT, left_to_do
    from ui.room.fulfil_dialog import FulfilDialog

    left = left_to_do(workspace.store, entity, ids)
    if left.count:
        open_dialog(FulfilDialog(workspace, (entity, ids), left, view.window()))
    elif ids:
        workspace.tell_refused(NOTHING_LEFT.say(workspace.words))


def _leave(workspace: Workspace, acted_on: ActedOn, view: QWidget) -> None:
    """Ask when and why adoptions were dropped, or say that none goes on."""
    from app.experiences.leaving import NOTHING_GOES_ON, going_on
    from ui.experiences.leave_dialog import LeaveDialog

    chosen = acted_on()
    found = going_on(workspace.store, chosen)
    if found.keys:
        open_dialog(LeaveDialog(workspace, chosen, found, view.window()))
    elif chosen:
        workspace.tell_refused(NOTHING_GOES_ON.say(workspace.words))


def _renew(workspace: Workspace, acted_on: ActedOn, view: QWidget) -> None:
    """Ask until when agreements are renewed; what cannot be is said."""
    from app.agreements import renew, renewals_of
    from ui.agreements.renew_dialog import RenewDialog

    chosen = acted_on()
    found = renewals_of(workspace.store, chosen)
    if not found:
        workspace.do(lambda: renew(workspace.store, found, workspace.words))
        return
    open_dialog(RenewDialog(workspace, found, view.window(), left_out=len(chosen) - len(found)))


def _begin_project(workspace: Workspace, entity: str, acted_on: ActedOn) -> None:
    """Begin a project of the first of the calls or agreements."""
    key = next(iter(acted_on()), None)
    if key is not None:
        workspace.new_wanted.emit("project", {f"{entity}_id": key})


def _print(workspace: Workspace, report: str, acted_on: ActedOn, view: QWidget) -> None:
    """Show a report of the first of the records, page by page."""
    from ui.paper.report_dialog import ReportDialog

    key = next(iter(acted_on()), None)
    if key is not None:
        open_dialog(ReportDialog(workspace, report, view.window(), record_id=key))


def _add_cities(workspace: Workspace, acted_on: ActedOn, view: QWidget) -> None:
    """Ask which cities to put into the first of the organisations."""
    from ui.other_networks.add_dialog import ask_for_cities

    key = next(iter(acted_on()), None)
    if key is not None:
        ask_for_cities(workspace, key, view.window())


def _choose_logo(workspace: Workspace, acted_on: ActedOn, view: QWidget) -> None:
    """Ask for the picture that becomes the logo of the first of the offices; one that may not is told why."""
    from app.offices import choose_logo
    from ui.look.saving import ask_picture

    key = next(iter(acted_on()), None)
    path = ask_picture(workspace, view) if key is not None else None
    if key is not None and path is not None:
        workspace.do(lambda: choose_logo(workspace.store, key, path))


def _remove_logo(workspace: Workspace, acted_on: ActedOn) -> None:
    from app.offices import remove_logo

    key = next(iter(acted_on()), None)
    if key is not None:
        workspace.do(lambda: remove_logo(workspace.store, key))
