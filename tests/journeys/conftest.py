"""Journeys go through the real window, with the same hygiene and stillness as its tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app.words.words import Words
from tests.make import open_store
from tests.prepared import prepared
from tests.ui.conftest import meeting_file, network_file, opened, qt_hygiene, stillness, template, theme, window
from tests.ui.longest import LONGEST, Longest
from tests.ui.walking import sample_file, show_window
from ui.frame.window import Window
from ui.look.theme import Theme


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the sample, once."""
    return sample_file(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def look(
    theme: Theme, sample: Path, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    """Show a window on the sample, in the language and the size of letters that the test asks for.

    In the longest words dates and numbers are those of Portuguese.
    """
    language, scale = request.param
    if language == LONGEST:
        monkeypatch.setattr(Words, "_catalogue", Longest())
        language = "pt"
    theme.choose_scale(scale)
    window = show_window(theme, tmp_path, language)
    path = tmp_path / "Red de ciudades.enlace"
    path.write_bytes(sample.read_bytes())
    window.take_store(open_store(path), "inicio")
    yield window
    window.close_file(remember=False)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # or all that it holds is dressed once more
    theme.choose_scale(100)


__all__ = [
    "look",
    "meeting_file",
    "network_file",
    "opened",
    "prepared",
    "qt_hygiene",
    "sample",
    "stillness",
    "template",
    "theme",
    "window",
]
