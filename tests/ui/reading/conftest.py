"""The network of the reports and a workspace on it, as tests of the page ask for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.words.words import Words
from tests.app.reports.conftest import network
from tests.app.reports.example import Network
from ui.look.theme import Theme
from ui.work.preferences import Preferences
from ui.work.workspace import Workspace


@pytest.fixture
def workspace(network: Network, theme: Theme, tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace on the network, whose tests only read it."""

    def present(error: Exception) -> None:
        raise error

    made = Workspace(network.store, Words("es"), Preferences(tmp_path, system_locale="es"), present)
    yield made
    made.runner.close()
    made.deleteLater()


__all__ = ["network", "workspace"]
