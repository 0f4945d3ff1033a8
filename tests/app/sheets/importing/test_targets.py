"""What a column of an import can be: fields of the record and what is kept beside it, known in three languages."""

import pytest

from app.sheets.importing.plan import targets_of
from app.words.fields import Kind
from app.words.folding import fold
from app.words.words import LANGUAGES, Words
from db.store import Store
from tests.app.sheets.importing.plans import plan_of, reasons, verdicts
from tests.make import CATALOG


@pytest.mark.parametrize("entity", CATALOG.stored)
def test_every_target_has_its_name_and_an_export_is_known_by_its_key(entity: str) -> None:
    found = targets_of(CATALOG, entity)
    assert [each.name for each in found.values()] == list(found)
    assert list(found)[-1] == "key"
    assert fold("Clave de Enlace") in found.known_titles


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("entity", CATALOG.stored)
def test_every_target_is_known_by_its_label_in_each_language(entity: str, language: str) -> None:
    words, found = Words(language), targets_of(CATALOG, entity)
    labels = {each.name: fold(words(each.field.label)) for each in found.values() if not each.currency_of}
    assert {name: label for name, label in labels.items() if label not in found.titles[name]} == {}


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("emails", ("Correo electrónico", "E-mail", "Email", "mail", "endereço eletrônico")),
        ("phones", ("Teléfono", "Telefone", "Phone", "fono")),
        ("municipality", ("Ciudad", "Cidade", "City", "prefeitura", "alcaldía")),
        ("surname", ("Apellido", "Sobrenome", "Surname")),
        ("verified_on", ("Verificado el",)),
    ],
)
def test_a_contact_is_known_by_the_titles_that_offices_write(name: str, titles: tuple[str, ...]) -> None:
    assert {fold(title) for title in titles} <= set(targets_of(CATALOG, "person").titles[name])


def test_a_cost_and_its_currency_are_two_columns_of_an_export() -> None:
    assert targets_of(CATALOG, "experience")["cost"].field.kind is Kind.MONEY
    assert targets_of(CATALOG, "experience")["cost_currency"].field.kind is Kind.CURRENCY
    assert fold("Costo (moneda)") in targets_of(CATALOG, "experience").titles["cost_currency"]


def test_phones_and_e_mails_may_fill_several_columns_and_a_name_one() -> None:
    several = {each.name for each in targets_of(CATALOG, "person").values() if each.several}
    assert {"phones", "mobiles", "faxes", "emails", "addresses", "subdivision"} <= several
    assert "name" not in several


def test_what_is_borrowed_from_another_record_is_not_asked_for() -> None:
    assert targets_of(CATALOG, "municipality")["short_name"].field.required
    assert not targets_of(CATALOG, "person")["municipality"].field.required
    assert not targets_of(CATALOG, "person")["country"].field.required


def test_a_text_longer_than_its_column_is_refused_where_it_stands(store: Store) -> None:
    longest = targets_of(CATALOG, "municipality")["web"].field.bounds.longest
    assert longest == 300
    rows = [("Ciudad", "País", "Sitio web"), ("Azul", "AR", "https://azul.example.org/" + "a" * longest)]
    plan = plan_of(store, "municipality", rows)
    assert verdicts(plan) == ["refused"]
    assert "columna C" in reasons(plan)[0]


def test_what_is_no_kind_of_record_has_no_targets() -> None:
    with pytest.raises(KeyError):
        targets_of(CATALOG, "nothing")
