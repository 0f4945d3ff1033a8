"""Letters and lines: where plain text breaks, and that nothing of it is lost."""

from hypothesis import given
from hypothesis import strategies as st

from app.rendering.pdf.fonts import Typesetter
from app.rendering.pdf.style import BODY, COVER_TITLE

TEXTS = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), max_size=200)


@given(TEXTS, st.floats(20, 400))
def test_lines_are_no_wider_than_asked_and_lose_no_letter(text: str, width: float) -> None:
    typesetter = Typesetter()
    lines = typesetter.lines(text, BODY, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(typesetter.width(line, BODY) <= width + 0.1 for line in lines)


def test_line_breaks_are_kept() -> None:
    assert Typesetter().lines("uno\n\ndos", BODY, 300) == ("uno", "", "dos")


def test_a_title_is_broken_into_lines_of_like_length() -> None:
    lines = Typesetter().balanced("Dossier de la Comisión Directiva", COVER_TITLE, 476)
    assert lines == ("Dossier de la", "Comisión Directiva")
