"""The wizard that the tests of this folder go through."""

from collections.abc import Iterator

import pytest

from ui.frame.window import Window
from ui.importing.wizard import ImportWizard


@pytest.fixture
def wizard(opened: Window) -> Iterator[ImportWizard]:
    """Begin an import of cities into a file with a few."""
    assert opened.workspace is not None
    made = ImportWizard(opened.workspace, "municipality", opened)
    made.show()
    yield made
    made.done(0)
    made.deleteLater()
