"""Spreadsheets of earlier versions: what their columns and choices were called is read still."""

import pytest

from app.sheets.importing.match import match_columns
from app.sheets.importing.plan import targets_of
from app.sheets.importing.targets import KEY
from app.words.folding import fold
from app.words.values import read_value
from app.words.words import LANGUAGES, Words
from tests.make import CATALOG

FORMER_LABELS = {
    "municipality.government_kind": ("Kind of government",),
    "membership.evidence": ("Comprovação", "Evidence"),
    "period.name": ("Term of office",),
    "period.municipality_id": ("City in charge",),
    "organisation.kind": ("Kind",),
    "contact_point.kind": ("Kind",),
    "contact_point.value": ("Dato", "Dado", "Detail"),
    "contact_point.label": ("Note",),
    "body.kind": ("Kind",),
    "body.parent_id": ("Part of",),
    "seat.role": ("Rol",),
    "seat.act": ("Acta de designación", "Ata de designação", "Minutes of appointment"),
    "meeting.period_id": ("Term of office",),
    "meeting.state": ("Estado",),
    "meeting.convened_on": ("Summoned on",),
    "agenda_item.name": ("Topic",),
    "agenda_item.duration": ("Minutos", "Minutes"),
    "resolution.municipality_id": ("City responsible",),
    "resolution.body_id": ("Body responsible",),
    "resolution.person_id": ("Person responsible",),
    "resolution.state": ("Estado",),
    "resolution.closed_on": ("Fulfilled on",),
    "theme.name": ("Topic",),
    "theme.plan_line": ("Línea del plan", "Linha do plano", "Line of the plan"),
    "experience.modality": ("Modality",),
    "experience.steps": ("Etapas",),
    "experience.partners": ("Socios",),
    "experience.state": ("Estado",),
    "experience.themes": ("Topics",),
}
"""The labels of 0.1 that were given another word since, in whatever language."""

FORMER_CHOICES = {
    ("membership.state", "withdrawn"): ("Retirada",),
    ("post.role", "head_of_government"): ("Head of government",),
    ("attendance.state", "excused"): ("Con aviso", "Excused"),
    ("resolution.state", "done"): ("Fulfilled",),
    ("resolution.state", "dropped"): ("Void",),
    ("experience.permission", "not_asked"): ("No consultado",),
    ("experience.permission", "granted"): ("Autorizada",),
    ("experience.permission", "refused"): ("No autorizada", "Não autorizada"),
}
"""The choices of 0.1 that were given another word since, by the field and what is stored."""


@pytest.mark.parametrize(("field", "title"), [(name, each) for name, found in FORMER_LABELS.items() for each in found])
def test_a_field_is_known_by_what_it_was_called(field: str, title: str) -> None:
    entity, name = field.split(".")
    declared = CATALOG[entity].field(name).field
    labels = {fold(Words(language)(declared.label)) for language in LANGUAGES}
    assert fold(title) in {fold(alias) for alias in declared.aliases} - labels
    if entity in CATALOG.stored:
        assert [each.target for each in match_columns([title], targets_of(CATALOG, entity)).columns] == [name]


@pytest.mark.parametrize(("title", "target"), [("Evidence", "evidence"), ("Comprovação", "evidence")])
def test_what_a_city_is_imported_with_is_known_by_what_it_was_called(title: str, target: str) -> None:
    assert match_columns([title], targets_of(CATALOG, "municipality")).columns[0].target == target


@pytest.mark.parametrize("entity", CATALOG.stored)
@pytest.mark.parametrize("title", ["Clave de Enlace", "Chave do Enlace", "Enlace key"])
def test_the_column_of_keys_is_known_by_what_it_was_called(entity: str, title: str) -> None:
    assert match_columns([title], targets_of(CATALOG, entity)).columns[0].target == KEY


@pytest.mark.parametrize(
    ("field", "stored", "label"),
    [(field, stored, each) for (field, stored), found in FORMER_CHOICES.items() for each in found],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_is_read_by_what_it_was_called(field: str, stored: str, label: str, language: str) -> None:
    entity, name = field.split(".")
    assert read_value(CATALOG[entity].field(name).field, label, Words(language)) == stored
