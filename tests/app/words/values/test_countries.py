"""Countries and provinces are known by the names that people write."""

import pytest

from db.fields import Kind
from tests.app.words.values.reading import read, refusal, show


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("uy", "UY"),
        ("URY", "UY"),
        ("Brasil", "BR"),
        ("brazil", "BR"),
        ("BRASIL ", "BR"),
        ("República Oriental del Uruguay", "UY"),
        ("Bolivia (Estado Plurinacional de)", "BO"),
        ("Perú", "PE"),
        ("Países Baixos", "NL"),
        ("EE. UU.", "US"),
        ("Germany", "DE"),
        ("UK", "GB"),
    ],
)
def test_a_country_is_read_by_code_or_name(raw: str, code: str) -> None:
    assert read(Kind.COUNTRY, raw) == code


@pytest.mark.parametrize("raw", ["Mercosur", "ZZ", "Unión Europea", "12"])
def test_what_is_no_country_is_refused(raw: str) -> None:
    assert "no es un país conocido" in refusal(Kind.COUNTRY, raw)


@pytest.mark.parametrize(
    ("raw", "country", "code"),
    [
        ("AR-B", "", "AR-B"),
        ("ar-b", "AR", "AR-B"),
        ("Buenos Aires", "AR", "AR-B"),
        ("Provincia de Buenos Aires", "AR", "AR-B"),
        ("CABA", "AR", "AR-C"),
        ("SP", "BR", "BR-SP"),
        ("Estado de São Paulo", "BR", "BR-SP"),
        ("rio grande do sul", "", "BR-RS"),
        ("Córdoba", "AR", "AR-X"),
        ("Región de Valparaíso", "CL", "CL-VS"),
        ("Municipalidad Metropolitana de Lima", "PE", "PE-LMA"),
        ("Departamento de Canelones", "UY", "UY-CA"),
        ("Montevidéu", "UY", "UY-MO"),
        ("Trinta e Três", "UY", "UY-TT"),
        ("Missões", "AR", "AR-N"),
        ("Província de Missões", "AR", "AR-N"),
        ("Terra do Fogo", "AR", "AR-V"),
        ("Cidade Autônoma de Buenos Aires", "AR", "AR-C"),
        ("Assunção", "PY", "PY-ASU"),
        ("Magalhães", "CL", "CL-MA"),
        ("ES-CT", "ES", "ES-CT"),
    ],
)
def test_a_subdivision_is_read_within_its_country(raw: str, country: str, code: str) -> None:
    assert read(Kind.SUBDIVISION, raw, country) == code


def test_a_subdivision_of_several_countries_asks_for_the_country() -> None:
    assert "existe en varios países" in refusal(Kind.SUBDIVISION, "Misiones")


def test_a_subdivision_of_another_country_is_refused() -> None:
    assert "«Buenos Aires» no pertenece a Uruguay" in refusal(Kind.SUBDIVISION, "AR-B", "UY")
    assert "no es una provincia" in refusal(Kind.SUBDIVISION, "Tandilia", "AR")


def test_a_place_is_shown_in_the_language_of_the_reader() -> None:
    assert [show(Kind.COUNTRY, "BR", language) for language in ("es", "pt", "en")] == ["Brasil", "Brasil", "Brazil"]
    assert show(Kind.SUBDIVISION, "CL-AI") == "Aysén"
    assert show(Kind.SUBDIVISION, "ES-CT") == "ES-CT"


@pytest.mark.parametrize(
    ("raw", "country", "code"),
    [("29", "BR", "BR-BA"), (29, "BR", "BR-BA"), ("2", "AR", "AR-C"), ("05", "CO", "CO-ANT")],
)
def test_the_digits_of_a_statistics_office_name_a_province_where_the_country_is_known(
    raw: object, country: str, code: str
) -> None:
    assert read(Kind.SUBDIVISION, raw, country) == code


@pytest.mark.parametrize("country", ["", "UY", "CL"])
def test_digits_alone_name_no_province_where_no_office_gives_them(country: str) -> None:
    assert "no es una provincia" in refusal(Kind.SUBDIVISION, "29", country)
