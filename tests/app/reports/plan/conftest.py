"""What tests of the plan on paper may ask for."""

import pytest

from app.document import Document
from tests.app.reports.example import Network
from tests.app.reports.plan.reading import plan_of


@pytest.fixture
def whole(network: Network) -> Document:
    """Return the plan of the term of the small network."""
    return plan_of(network.store, period=network.keys["term"])
