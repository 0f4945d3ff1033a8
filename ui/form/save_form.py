"""Saves what is written in a form in one operation, or says all that keeps it from being saved."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from app.records.changes import Changes
from app.records.conflicts import ConflictError
from app.records.editing import Rows, Saved, save_record
from app.words.problems import ProblemError
from ui.form.form import Form
from ui.work.workspace import Busy, Workspace


def save_form(
    form: Form,
    workspace: Workspace,
    written: Callable[[Saved], object] | None = None,
    *,
    more: Mapping[str, object] = MappingProxyType({}),
    parts: Mapping[str, Rows] = MappingProxyType({}),
) -> Saved | None:
    """Return what was saved; None when something is wrong, which then stands beside its field, all of it at once.

    `written` is given it once it is in the file, before anybody hears of it; `more` are values that the form has not,
    and `parts` rows that go with those it holds.
    """
    found: list[Saved] = []
    draft, typed = form.draft(), form.typed_problems()
    draft = replace(draft, values={**draft.values, **more}, parts={**draft.parts, **parts})

    def work() -> Changes:
        found.append(save_record(workspace.store, draft, known=typed))
        return found[0].changes

    try:
        workspace.write(work, written=(lambda: written(found[0])) if written is not None else None)
    except ConflictError as error:
        form.show_conflicts(error.conflicts)
    except Busy as error:
        form.show_problems((*typed, *error.problems))
    except ProblemError as error:
        form.show_problems(error.problems)
    return found[0] if found else None
