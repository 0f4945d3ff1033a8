"""The columns of a sheet are known by their titles in three languages, and a person can correct each."""

import pytest

from app.sheets.importing.match import Matching, match_columns
from app.sheets.importing.plan import targets_of
from tests.make import CATALOG


def matched(titles: tuple[str, ...], entity: str) -> dict[str, str]:
    """Return what each title is taken for; those that are taken for nothing are left out."""
    return {
        column.title: column.target
        for column in match_columns(titles, targets_of(CATALOG, entity)).columns
        if column.target
    }


def test_the_columns_of_the_list_of_members_are_known() -> None:
    titles = (
        "city",
        "country",
        "subdivision",
        "subdivision_iso",
        "government_level",
        "year_joined",
        "first_evidence_year",
        "last_evidence_year",
        "population",
        "population_source",
        "geonameid",
        "admin2_code",
        "confidence",
        "evidence",
        "source",
        "note",
    )
    assert matched(titles, "municipality") == {
        "city": "short_name",
        "country": "country",
        "subdivision": "subdivision",
        "subdivision_iso": "subdivision",
        "government_level": "government_kind",
        "year_joined": "member_since",
        "population": "population",
        "population_source": "population_source",
        "geonameid": "geonames_id",
        "admin2_code": "official_code",
        "evidence": "evidence",
        "source": "evidence",
        "note": "notes",
    }


@pytest.mark.parametrize(
    "titles",
    [
        ("Nombre y apellido", "Cargo", "Ciudad", "País", "Teléfono", "Correo electrónico"),
        ("Nome", "Função", "Cidade", "País", "Telefone", "E-mail"),
        ("Full name", "Position", "City", "Country", "Phone", "Email"),
        ("nombre_alcalde", "CARGO ", "municipio", "pais", "telefono_alcalde", "email_alcalde"),
        ("Nombre", "Cargo:", "Ciudade", "Pais", "Telefóno", "Correo electronico"),
    ],
)
def test_a_list_of_contacts_is_known_in_any_language(titles: tuple[str, ...]) -> None:
    wanted = ("name", "post", "municipality", "country", "phones", "emails")
    assert tuple(matched(titles, "person").values()) == wanted


def test_two_columns_are_never_the_same_thing() -> None:
    found = matched(("Población", "Population", "Habitantes"), "municipality")
    assert found == {"Población": "population"}


def test_several_columns_can_be_phones_and_emails() -> None:
    titles = ("Nombre", "Teléfono", "Teléfono (2)", "Correo", "Correo alternativo")
    assert list(matched(titles, "person").values()) == ["name", "phones", "phones", "emails", "emails"]


def test_the_label_is_surer_than_an_alias_and_an_alias_than_a_likeness() -> None:
    columns = match_columns(("Nombre y apellido", "Nombre"), targets_of(CATALOG, "person")).columns
    assert [(column.target, column.score) for column in columns] == [("name", 100), (None, 0)]
    assert match_columns(("Nombre",), targets_of(CATALOG, "person")).columns[0].score == 99
    assert match_columns(("Telefno",), targets_of(CATALOG, "person")).columns[0].score < 99


@pytest.mark.parametrize("title", ["Idade", "", "VAR01", "2023", "x", "Observatorio"])
def test_what_is_no_title_of_ours_is_taken_for_nothing(title: str) -> None:
    assert matched((title,), "municipality") == {}


def test_titles_joined_without_blanks_are_parted() -> None:
    found = matched(("NomeMunic", "Codigo_Municipio", "Populacao2013"), "municipality")
    assert found == {"NomeMunic": "short_name", "Codigo_Municipio": "official_code", "Populacao2013": "population"}


def taken_for(matching: Matching) -> list[str | None]:
    """Return what each column is taken for."""
    return [column.target for column in matching.columns]


def test_a_person_moves_a_column_to_another_thing() -> None:
    matching = match_columns(("Nombre", "Persona"), targets_of(CATALOG, "person"))
    assert taken_for(matching) == ["name", None]
    assert taken_for(matching.with_choice(1, "name")) == [None, "name"]
    assert taken_for(matching.with_choice(0, None)) == [None, None]
    assert taken_for(matching.with_choice(0, "phones").with_choice(1, "phones")) == ["phones", "phones"]
    with pytest.raises(KeyError):
        matching.with_choice(0, "no such thing")


def test_the_columns_that_are_not_imported_are_named() -> None:
    matching = match_columns(("Ciudad", "Confianza", ""), targets_of(CATALOG, "municipality"))
    assert [column.title for column in matching.unmatched] == ["Confianza"]
