"""A U+0000 is refused in words wherever a text comes in, with the place where it stands."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.file.files import new_file
from app.file.settings import FILE_NAME, SavedView, Settings, load_settings, save_settings
from app.file.store_problems import problem_of
from app.file.writing import write_atomically
from app.records.attachments import attach
from app.records.drafts import Draft, Rows
from app.records.editing import edit_many, save_record
from app.sheets.reading.read import open_workbook
from app.words.problems import ProblemError
from db.failures import StoreFailure
from db.store import Store
from tests.app.sheets.importing.plans import plan_of, reasons, verdicts
from tests.app.terminal import Terminal
from tests.make import SPANISH, add_city, everything

SAID = "Hay un carácter nulo (U+0000), que aquí se ve como ␀: «{}»."


def refused(store: Store, draft: Draft) -> tuple[str, str]:
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        save_record(store, draft)
    assert everything(store) == before
    (problem,) = caught.value.problems
    return problem.place.field, problem.say(SPANISH)


def test_a_form_says_it_beside_its_field(store: Store) -> None:
    field, said = refused(store, Draft("municipality", None, {"short_name": "Villa\0Azul", "country": "AR"}))
    assert field == "short_name"
    assert SAID.format("Villa␀Azul") in said
    assert "Bórrelo" in said
    city = add_city(store)
    assert refused(store, Draft("municipality", city, {"notes": "\0"}))[0] == "notes"


def test_a_part_says_it_beside_the_field_of_its_row(store: Store) -> None:
    row = Draft("contact_point", "a", {"kind": "address", "value": "Calle\0 1"})
    field, _ = refused(store, Draft("person", None, {"name": "Luz Modelo"}, {"contact_points": Rows((row,))}))
    assert field == "contact_points.a.value"


def test_the_change_of_many_records_says_its_field(store: Store) -> None:
    with pytest.raises(ProblemError) as caught:
        edit_many(store, "municipality", [add_city(store)], {"notes": "\0"})
    assert caught.value.problems[0].place.field == "notes"


@pytest.mark.parametrize(
    ("entity", "header", "cells", "column"),
    [
        ("municipality", ("Ciudad", "País", "Notas"), ("Azul", "AR", "no\0ta"), "C"),
        ("municipality", ("Ciudad", "País"), ("Az\0ul", "AR"), "A"),
        ("person", ("Nombre y apellido", "Correo"), ("Luz Modelo", "luz@example.org\0"), "B"),
        ("person", ("Nombre y apellido", "Ciudad u organismo"), ("Luz Modelo", "Az\0ul"), "B"),
        ("experience", ("Título", "Temas"), ("Huerta", "Agua\0"), "B"),
    ],
)
def test_an_import_says_it_at_its_cell(
    store: Store, entity: str, header: tuple[str, ...], cells: tuple[str, ...], column: str
) -> None:
    plan = plan_of(store, entity, [header, cells])
    assert verdicts(plan) == ["refused"]
    assert reasons(plan)[0].startswith(f"prueba.xlsx, hoja Hoja1, fila 2, columna {column}: Hay un carácter nulo")


def test_the_name_of_a_file_to_attach_to_read_or_to_write_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "ac\0ta.pdf"
    city = add_city(store)
    for way in (
        lambda: attach(store, "municipality", city, [path]),
        lambda: write_atomically(path, b""),
        lambda: open_workbook(path),
    ):
        with pytest.raises(ProblemError) as caught:
            way()
        assert "ac␀ta.pdf»" in caught.value.problems[0].say(SPANISH)


def test_a_new_file_of_such_a_name_is_refused_in_the_same_words(tmp_path: Path) -> None:
    with pytest.raises(StoreFailure) as caught:
        new_file(tmp_path / "re\0d.enlace", None)
    problem = problem_of(caught.value)
    assert problem is not None
    assert "re␀d.enlace»" in problem.say(SPANISH)
    assert "carácter nulo (U+0000)" in problem.say(SPANISH)


@pytest.mark.parametrize(
    "settings",
    [
        replace(Settings(), author="Ana\0"),
        replace(Settings(), recent_files=("a", "b\0")),
        Settings().with_view("municipality", SavedView("Mi\0as", "{}")),
    ],
)
def test_settings_are_not_written_with_it(tmp_path: Path, settings: Settings) -> None:
    save_settings(Settings(author="Ana"), tmp_path)
    with pytest.raises(ProblemError) as caught:
        save_settings(settings, tmp_path)
    (problem,) = caught.value.problems
    assert problem.place.file.endswith(FILE_NAME)
    assert "␀" in problem.say(SPANISH)
    assert load_settings(tmp_path).settings.author == "Ana"


def test_settings_that_hold_it_are_set_aside_with_a_notice(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"author": "Ana\0"}), encoding="utf-8")
    loaded = load_settings(tmp_path)
    assert loaded.settings.author == ""
    assert loaded.notice is not None
    assert FILE_NAME in loaded.notice.say(SPANISH)


@pytest.mark.parametrize("arguments", [("in\0fo",), ("info", "red\0.enlace"), ("export", "a", "b", "--out", "\0")])
def test_the_command_line_refuses_it(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    assert terminal.run(*arguments) == 2
    assert "carácter nulo (U+0000)" in terminal.complained
