"""Watches the window: it reads nothing while it paints or while a write is under way, and its thread writes nothing."""

import threading
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from traceback import walk_stack
from types import CodeType
from typing import TypeVar

import pytest
import shiboken6

from db.session import FileSession
from db.store import Store
from ui.work.workspace import Workspace

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
WRITING = ("operation", "undo", "redo", "undo_operations", "bring_back")
"""What writes into an open file."""
PAINTING = frozenset({"paintEvent", "paint", "data", "headerData", "sizeHint"})
"""What Qt calls of ours while it paints."""


def watch_reading(patch: pytest.MonkeyPatch) -> list[str]:
    """Return a list to which each reading is added that the window should not have done."""
    found: list[str] = []
    open_files: list[Workspace] = []
    make, read = Workspace.__init__, Store.reading

    def begin(workspace: Workspace, *given: object, **named: object) -> None:
        make(workspace, *given, **named)  # type: ignore[arg-type]  # handed on as they are
        open_files.append(workspace)

    def reading(store: Store) -> AbstractContextManager[FileSession]:
        if threading.current_thread() is threading.main_thread():
            frames = [frame.f_code for frame, _ in walk_stack(None)][1:]
            path = [code.co_name for code in frames]
            said = " < ".join(path[:8])
            if not _asked_by_window(frames):
                return read(store)
            if not PAINTING.isdisjoint(path):
                found.append(f"read while painting: {said}")
            if any(shiboken6.isValid(each) and each.writing and each.store is store for each in open_files):
                found.append(f"read while writing: {said}")
        return read(store)

    patch.setattr(Workspace, "__init__", begin)
    patch.setattr(Store, "reading", reading)
    for name in WRITING:
        patch.setattr(Store, name, _watched(getattr(Store, name), found))
    return found


def _watched(write: Callable[..., T], found: list[str]) -> Callable[..., T]:
    def watched(*given: object, **named: object) -> T:
        if threading.current_thread() is threading.main_thread():
            frames = [frame.f_code for frame, _ in walk_stack(None)][1:]
            if _asked_by_window(frames):
                found.append(f"written in the thread of the window: {' < '.join(code.co_name for code in frames[:8])}")
        return write(*given, **named)

    return watched


def _asked_by_window(frames: Iterable[CodeType]) -> bool:
    """Tell whether it is the window that looks into the file, and not the test itself."""
    return next(filter(None, (_folder(code.co_filename) for code in frames)), "") == "ui"


@cache  # asked of each call on the way to each reading, always of the same few hundred files
def _folder(file: str) -> str:
    """Return the folder of ours that code of the window or of a test is in, empty for what they call."""
    path = Path(file)
    first = path.relative_to(ROOT).parts[0] if path.is_relative_to(ROOT) else ""
    return first if first in {"ui", "tests"} else ""
