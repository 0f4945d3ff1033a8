"""What is typed as a way to reach somebody tells of which kind it is, and how it is kept."""

import pytest

from app.records.contact_points import guess_kind, keep_contact, show_contact
from app.words.words import Words


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ana@example.org", "email"),
        ("ana@", "email"),
        ("@mercociudades", "social"),
        ("+598 2901 2345", "phone"),
        ("(0341) 480-2000", "phone"),
        ("2901 2345 int. 102", "phone"),
        ("2901 2345 ramal", "phone"),
        ("099", "phone"),
        ("18", None),
        ("18 de Julio 1234", None),
        ("Luis Piera 1994", None),
        ("", None),
    ],
)
def test_a_kind_is_guessed_from_what_is_typed(text: str, kind: str | None) -> None:
    assert guess_kind(text) == kind


def test_a_phone_is_kept_in_one_form_whatever_way_it_was_written(words: Words) -> None:
    for text in ("2901 2345", "+598 2901-2345", "(02) 901 2345", "00598 29012345"):
        stored = keep_contact("phone", text, words, "UY")
        assert (stored, show_contact("phone", stored, words)) == ("+59829012345", "+598 2901 2345")
    assert keep_contact("mobile", "2901 2345 int. 102", words, "UY") == "+59829012345;ext=102"


def test_what_is_no_whole_phone_stays_as_it_was_typed(words: Words) -> None:
    assert keep_contact("phone", "2901 2345", words, "") == "2901 2345"
    assert keep_contact("phone", "911", words, "UY") == "911"
    assert keep_contact("address", "2901 2345", words, "UY") == "2901 2345"
