"""Words are said in each language as its readers write, numbers and their nouns too."""

import pytest

from app.figures import OVERDUE
from app.words.words import Words, mark


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "0 plazos vencidos"), ("pt", "0 prazos vencidos"), ("en", "0 due dates passed")],
)
def test_nothing_is_counted_in_the_plural(language: str, said: str) -> None:
    words = Words(language)
    assert OVERDUE.counted(0, words) == said
    assert OVERDUE.counted(1, words) != OVERDUE.counted(2, words)


@pytest.mark.parametrize("language", ["pt", "en"])
def test_the_address_of_a_page_is_no_name_of_the_program(language: str) -> None:
    words = Words(language)
    assert words("Enlace") == "Link"
    assert words(mark("Enlace", "program")) == "Enlace"
