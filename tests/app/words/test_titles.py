"""Titles are said in the language of whoever looks, whoever made the change."""

import gzip
from pathlib import Path

import pytest

from app.meetings.attendance import mark_attendance
from app.records import history
from app.records.duplicates.merge import merge
from app.records.editing import delete_records, edit_many
from app.words.titles import FORMER, RELEASED, say_title, say_within
from app.words.words import Words
from db.entities.attendance import AttendanceState
from db.store import Store
from db.titles import Name, Title
from db.words import Label
from tests.make import add, add_city, open_store, said

OLD_FILES = sorted((Path(__file__).parents[2] / "old_files").glob("*.enlace.gz"))
ODD = 'Azul {name} "ñ" {0.__class__} 🌎'


@pytest.fixture
def worked(store: Store) -> Store:
    """Make a history of five operations."""
    first, second = add_city(store, ODD), add_city(store, "Tigre")
    edit_many(store, "municipality", [first, second], {"population": 1200})
    merge(store, "municipality", second, first)
    delete_records(store, "municipality", [second])
    return store


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "es",
            [
                "Baja de ciudad «Tigre»",
                f"Unión de ciudad «{ODD}» con «Tigre»",
                "Cambio en 2 ciudades",
                "Alta de ciudad «Tigre»",
                f"Alta de ciudad «{ODD}»",
            ],
        ),
        (
            "pt",
            [
                "Exclusão de cidade “Tigre”",
                f"União de cidade “{ODD}” com “Tigre”",
                "Alteração em 2 cidades",
                "Inclusão de cidade “Tigre”",
                f"Inclusão de cidade “{ODD}”",
            ],
        ),
        (
            "en",
            [
                "Deletion of city “Tigre”",
                f"Merge of city “{ODD}” into “Tigre”",
                "Change to 2 cities",
                "New city “Tigre”",
                f"New city “{ODD}”",
            ],
        ),
    ],
)
def test_a_history_is_read_in_the_language_of_who_looks(worked: Store, language: str, expected: list[str]) -> None:
    words = Words(language)
    assert [say_title(each.title, words) for each in history.operations(worked)] == expected


def test_undo_and_redo_are_called_as_what_they_take_back(worked: Store) -> None:
    changes = history.undo(worked)
    assert say_title(changes.title, Words("pt")) == "Exclusão de cidade “Tigre”"
    redone = history.redo_title(worked)
    assert redone is not None
    assert say_title(redone, Words("en")) == "Deletion of city “Tigre”"


def test_the_history_of_a_record_is_read_in_the_language_of_who_looks(store: Store) -> None:
    city = add_city(store, "Azul")
    [change] = history.record_history(store, "municipality", city)
    assert [say_title(change.title, Words(each)) for each in ("es", "pt", "en")] == [
        "Alta de ciudad «Azul»",
        "Inclusão de cidade “Azul”",
        "New city “Azul”",
    ]


def test_a_counted_title_is_said_in_the_number_that_it_asks_for() -> None:
    def imported(count: int) -> Title:
        one, many = "Importación de {count} ciudad de {file}", "Importación de {count} ciudades de {file}"
        return Title(one, many, count, {"file": "socios {count}.xlsx"})

    assert said(imported(1)) == "Importación de 1 ciudad de socios {count}.xlsx"
    assert said(imported(12000)) == "Importación de 12.000 ciudades de socios {count}.xlsx"
    assert say_title(imported(12000), Words("en")) == "Import of 12,000 cities from socios {count}.xlsx"


def test_attendance_is_said_in_the_language_of_who_looks(store: Store) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    meeting = add(store, "meeting", name="Primera", body_id=body)
    rows = [add(store, "attendance", meeting_id=meeting, municipality_id=add_city(store, name)) for name in "AB"]
    one = mark_attendance(store, rows[:1], AttendanceState.EXCUSED).title
    two = mark_attendance(store, rows, AttendanceState.PRESENT).title
    assert [say_title(each, Words("pt")) for each in (one, two)] == [
        "Presença de A (justificada)",
        "2 presenças (presente)",
    ]


def test_forgetting_the_names_leaves_a_title_that_can_be_read() -> None:
    title = Title(
        "Unión de {what} «{gone}» con «{keep}»",
        values={"what": Label("Contacto"), "gone": Name("Luz"), "keep": Name("Sol")},
    )
    words, _ = title.stored()
    assert said(Title.read(words, None)) == "Unión de contacto «(nombre borrado)» con «(nombre borrado)»"
    assert said(Title.read(words, '{"keep":"Sol"}')) == "Unión de contacto «(nombre borrado)» con «Sol»"
    assert say_title(Title.read(words, None), Words("pt")).count("(nome apagado)") == 2
    assert said(Title.read('{"text":"{title}"}', None)) == "(nombre borrado)"


@pytest.mark.parametrize("packed", OLD_FILES, ids=lambda path: path.name)
def test_the_titles_of_every_released_file_can_still_be_said(packed: Path, tmp_path: Path) -> None:
    path = tmp_path / "vieja.enlace"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    with open_store(path) as store:
        titles = [each.title for each in history.operations(store)]
    known = {*(one for one, _ in RELEASED), *FORMER, "{title}"}
    assert [each for each in titles if each.text not in known] == []
    whole = all(each.text == "{title}" for each in titles)  # as 0.1 wrote them, in the words of its day
    assert ("Cargar el ejemplo: experiencias" if whole else "Carga del ejemplo (experiencias)") in map(said, titles)
    assert [each for each in titles if each.text in FORMER and said(each).startswith(("Editar ", "Agregar "))] == []


def test_a_title_of_a_program_without_titles_reads_whole_in_every_language() -> None:
    title = Title.read('{"text":"{title}"}', '{"title":"Editar Ciudad: {Azul} «a»"}')
    assert [say_title(title, Words(each)) for each in ("es", "pt", "en")] == ["Editar Ciudad: {Azul} «a»"] * 3


@pytest.mark.parametrize(
    "source", ["Hacer {other}", "Hacer {0}", "Hacer {", "Hacer {name:>999999999}", "Hacer {name.x}"]
)
def test_a_title_of_a_newer_version_stands_as_it_is(source: str) -> None:
    assert said(Title(source, values={"name": Name("Azul")})) == source


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("es", ["cambio en ciudad «Azul»", "asistencia de Azul (presente)", "baja de 1.200 ciudades"]),
        ("pt", ["alteração em cidade “Azul”", "presença de Azul (presente)", "exclusão de 1.200 cidades"]),
        ("en", ["change to city “Azul”", "attendance of Azul (present)", "deletion of 1,200 cities"]),
    ],
)
def test_what_an_earlier_version_wrote_is_said_as_a_noun_within_a_sentence(language: str, expected: list[str]) -> None:
    name = Name("Azul")
    written = (
        Title("Editar {what}: {name}", values={"what": Label("Ciudad"), "name": name}),
        Title("Asistencia de {name}: {state}", values={"name": name, "state": Label("Presente")}),
        Title("Eliminar {count} {what}", count=1200, values={"what": Label("Ciudades")}),
    )
    assert [say_within(Title.read(*each.stored()), Words(language)) for each in written] == expected
