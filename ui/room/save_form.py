"""Saves what is written in a form in one operation, or says beside its fields why it cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from app.records.changes import Changes
from app.records.conflicts import ConflictError
from app.records.editing import Rows, Saved, save_record
from app.words.problems import ProblemError
from ui.form.form import Form
from ui.work.workspace import Workspace

NO_PARTS: Mapping[str, Rows] = MappingProxyType({})


def save_form(
    form: Form, workspace: Workspace, written: Callable[[], object], parts: Mapping[str, Rows] = NO_PARTS
) -> Saved | None:
    """Return what was saved; None when something is wrong, which then stands beside its field.

    `written` is called once it is in the file, before anybody hears of it. `parts` go with what the form holds.
    """
    if not form.check():
        return None
    found: list[Saved] = []
    draft = form.draft()
    draft = replace(draft, parts={**draft.parts, **parts})

    def work() -> Changes:
        found.append(save_record(workspace.store, draft))
        return found[0].changes

    try:
        workspace.write(work, written=written)
    except ConflictError as error:
        form.show_conflicts(error.conflicts)
        return None
    except ProblemError as error:
        form.show_problems(error.problems)
        return None
    return found[0]
