"""E-mails and web addresses come out of crowded cells whole, and nothing of the cell is lost."""

import pytest

from app.words.values import split_emails
from db.fields import Kind
from tests.app.words.values.reading import read, refusal


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        (" Ana.Ejemplo@Example.ORG ", "Ana.Ejemplo@example.org"),
        ("mailto:ana@example.org", "ana@example.org"),
        ("Ana Ejemplo <ana@example.org>", "ana@example.org"),
        ("ana @ example.org.", "ana@example.org"),
    ],
)
def test_an_email_is_read_without_asking_the_network(raw: str, stored: str) -> None:
    assert read(Kind.EMAIL, raw) == stored


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("ana(at)example.org", "no es una dirección de correo"),
        ("ana@", "no es una dirección de correo"),
        ("ana@example.org; eva@example.org", "hay más de una dirección"),
    ],
)
def test_a_refused_email_says_why(raw: str, said: str) -> None:
    assert said in refusal(Kind.EMAIL, raw)


def test_several_emails_of_a_cell_are_parted_and_the_rest_is_kept() -> None:
    found = split_emails("ana@example.org / Eva Prueba <eva@example.org>; no tiene y luz@example.org")
    assert [one.address for one in found] == ["ana@example.org", "eva@example.org", "", "luz@example.org"]
    assert found[2].text == "no tiene"


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("www.example.org", "https://www.example.org"),
        ("http://example.org/a?b=c", "http://example.org/a?b=c"),
        ("HTTPS://Example.org", "HTTPS://Example.org"),
        ("município.example.org", "https://município.example.org"),
        ("example.org:8080/a", "https://example.org:8080/a"),
    ],
)
def test_a_web_address_gets_its_scheme(raw: str, stored: str) -> None:
    assert read(Kind.WEB, raw) == stored


@pytest.mark.parametrize(
    "raw", ["no tiene", "ejemplo", "ftp://example.org", "javascript:alert(1)", "http://", "a..b", "http://[::1"]
)
def test_what_is_no_web_address_is_refused(raw: str) -> None:
    assert "no es una dirección de internet" in refusal(Kind.WEB, raw)
