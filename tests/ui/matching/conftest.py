"""A demand in the open file, with an experience that may serve it."""

import pytest

from tests.app.matching.filed import make_need
from tests.make import add
from tests.ui.seeing import workspace_of
from ui.frame.window import Window


@pytest.fixture
def made(opened: Window) -> tuple[str, str]:
    """Return the keys of a demand and of an experience in the open file."""
    store = workspace_of(opened).store
    for name in ("Preguntada", "Visitada"):
        add(store, "stage", name=name, route="adoption")
    return make_need(store)
