"""Words are said in each language as its readers write, numbers and their nouns too."""

import pytest

from app.figures import OVERDUE
from app.words.words import Words


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "0 plazos vencidos"), ("pt", "0 prazos vencidos"), ("en", "0 due dates passed")],
)
def test_nothing_is_counted_in_the_plural(language: str, said: str) -> None:
    words = Words(language)
    assert OVERDUE.counted(0, words) == said
    assert OVERDUE.counted(1, words) != OVERDUE.counted(2, words)
