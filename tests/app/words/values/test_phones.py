"""Phones come out of crowded cells whole, with their country and extension, and nothing of the cell is lost."""

import pytest

from app.words.values import split_phones
from app.words.words import Words
from db.fields import Kind
from tests.app.words.values.reading import read, refusal, show


@pytest.mark.parametrize(
    ("raw", "country", "stored"),
    [
        ("2901 2345", "UY", "+59829012345"),
        ("2901-2345", "UY", "+59829012345"),
        ("+598 2901 2345 int. 102", "", "+59829012345;ext=102"),
        ("2901 2345 Ext 102", "UY", "+59829012345;ext=102"),
        ("(011) 4321-5678", "AR", "+541143215678"),
        ("Tel.: (11) 3333-4444 ramal 12", "BR", "+551133334444;ext=12"),
        ("(0xx11) 3333-4444", "BR", "+551133334444"),
        ("0055 11 3333 4444", "UY", "+551133334444"),
        ("+54 9 11 2345-6789", "UY", "+5491123456789"),
        (29012345, "UY", "+59829012345"),
        (29012345.0, "UY", "+59829012345"),
    ],
)
def test_a_phone_is_stored_with_its_country_and_extension(raw: object, country: str, stored: str) -> None:
    assert read(Kind.PHONE, raw, country) == stored


@pytest.mark.parametrize(
    ("raw", "country", "said"),
    [
        ("2901 2345", "", "le falta el código de país"),
        ("444 4144", "CO", "le falta el código de área"),
        ("12", "BR", "no es un teléfono posible"),
        ("pedir a la secretaría", "UY", "no es un teléfono"),
        ("2901 2345 / 2902 3456", "UY", "hay más de un teléfono"),
    ],
)
def test_a_refused_phone_says_why(raw: str, country: str, said: str) -> None:
    assert said in refusal(Kind.PHONE, raw, country)


def test_a_phone_is_shown_in_its_international_form() -> None:
    assert show(Kind.PHONE, "+59829012345") == "+598 2901 2345"
    assert show(Kind.PHONE, "+59829012345;ext=102") == "+598 2901 2345 int. 102"


@pytest.mark.parametrize(
    ("text", "country", "numbers"),
    [
        ("2901-2345 / 2902-3456", "UY", ["+59829012345", "+59829023456"]),
        ("2901 2345/46", "UY", ["+59829012345", "+59829012346"]),
        ("2901 2345 y 099 123 456", "UY", ["+59829012345", "+59899123456"]),
        ("(11) 3333-4444 e (11) 3333-4445", "BR", ["+551133334444", "+551133334445"]),
        ("6045208024-6045208025-6045208026", "CO", ["+576045208024", "+576045208025", "+576045208026"]),
        (
            "6048647384 Ext 102 - 6048647182-6048647004)",
            "CO",
            ["+576048647384;ext=102", "+576048647182", "+576048647004"],
        ),
        ("+598-2901-2345; +54-11-4321-5678", "", ["+59829012345", "+541143215678"]),
        ("Tel. 2901 2345, Fax: 2902 3456", "UY", ["+59829012345", "+59829023456"]),
    ],
)
def test_several_phones_of_a_cell_are_parted(text: str, country: str, numbers: list[str]) -> None:
    assert [one.number for one in split_phones(text, country)] == numbers


def test_phones_without_area_are_parted_and_kept_as_text() -> None:
    found = split_phones("8647611-8647384 Ext 102 - 8647182-866 0140)", "CO")
    assert [one.text for one in found] == ["8647611", "8647384 int. 102", "8647182", "866 0140"]
    said = [one.problem.say(Words("es")) for one in found if one.problem is not None]
    assert len(said) == 4
    assert all("código de área" in text for text in said)
