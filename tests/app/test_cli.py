"""The command line: every command answers in words or in JSON, and every failure in words with its exit code."""

import io
import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.commands.console import Console
from app.commands.offered import COMMANDS
from app.file.settings import Settings, save_settings
from app.reports.offered import REPORTS
from db.checking import check
from tests.app.terminal import Terminal
from tests.make import SPANISH, open_store
from tests.make_sheets import make_xlsx


def test_a_new_file_has_the_bodies_and_themes_and_says_so(terminal: Terminal) -> None:
    assert terminal.answer("new", terminal.file, "--no-passphrase") == f"Se creó {terminal.file}.\n"
    info = terminal.answer_json("info", terminal.file)
    assert isinstance(info, dict)
    assert (info["encrypted"], info["records"]["body"], info["records"]["municipality"]) == (False, 8, 0)
    assert info["schema_version"] >= 5
    assert "Instancias: 8" in terminal.answer("info", terminal.file)
    assert terminal.answer("check", terminal.file) == "El archivo está sano.\n"


def test_a_file_that_is_there_is_not_made_again(filled: Terminal) -> None:
    before = filled.file.read_bytes()
    for command in (("new", filled.file, "--no-passphrase"), ("sample", filled.file)):
        assert filled.run(*command) == 1
        assert filled.complained.startswith("Ya hay un archivo con ese nombre")
    assert filled.file.read_bytes() == before


def test_a_passphrase_comes_from_the_environment_and_is_asked_of_whoever_opens(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENLACE_PASSPHRASE", "cuatro palabras bien sueltas")
    terminal.answer("new", terminal.file)
    assert "Protegido con contraseña" in terminal.answer("info", terminal.file)
    monkeypatch.setenv("ENLACE_PASSPHRASE", "otra")
    assert terminal.run("info", terminal.file) == 1
    assert terminal.complained.startswith("La contraseña no abre el archivo")
    monkeypatch.delenv("ENLACE_PASSPHRASE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert terminal.run("info", terminal.file) == 1
    assert "está protegido con contraseña" in terminal.complained


def test_a_passphrase_is_typed_twice_for_a_new_file_and_once_to_open_it(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = ["una", "otra", "la buena", "la buena", "la buena"]
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return typed.pop(0)

    monkeypatch.setattr("getpass.getpass", ask)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    assert terminal.run("new", terminal.file) == 1
    assert "Las dos contraseñas no son iguales." in terminal.complained
    assert not terminal.file.exists()
    terminal.answer("new", terminal.file)
    terminal.answer("info", terminal.file)
    assert (typed, asked[-1]) == ([], "Contraseña: ")


def test_a_new_file_without_a_word_about_its_passphrase_is_not_made(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert terminal.run("new", terminal.file) == 1
    assert "ENLACE_PASSPHRASE" in terminal.complained
    assert not terminal.file.exists()


def test_an_import_is_tried_made_repeated_and_undone(filled: Terminal) -> None:
    sheet = (filled.folder / "members.csv", "--entity", "municipality")
    wanted = {"rows": 5, "new": 3, "changed": 0, "same": 0, "doubtful": 1, "refused": 1}
    assert filled.counts(*sheet, "--dry-run") == wanted
    assert len(filled.answer("history", filled.file).splitlines()) == 1
    assert filled.counts(*sheet) == wanted
    assert filled.counts(*sheet) == {**wanted, "new": 0, "same": 3}
    history = filled.answer_json("history", filled.file)
    assert isinstance(history, list)
    assert [(one["title"], one["kind"], one["undone"]) for one in history] == [
        ("Importación de 3 ciudades de members.csv", "do", False),
        ("Comienzo del archivo", "start", False),
    ]
    assert filled.answer("undo", filled.file) == "Se deshizo: importación de 3 ciudades de members.csv\n"
    assert filled.counts(*sheet, "--dry-run") == wanted
    assert filled.answer("check", filled.file) == "El archivo está sano.\n"


def test_the_history_is_told_in_the_language_of_who_looks(filled: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    filled.answer("import", filled.file, filled.folder / "members.csv", "--entity", "municipality", code=1)
    monkeypatch.setattr("app.cli._system_locale", lambda: "pt_BR")
    assert filled.answer("history", filled.file).splitlines()[0].endswith("Importação de 3 cidades de members.csv")
    found = filled.answer_json("history", filled.file)
    assert isinstance(found, list)
    assert found[0]["title"] == "Importação de 3 cidades de members.csv"
    assert found[0]["source"] == {
        "text": "Importación de {count} {what} de {file}",
        "plural": "",
        "count": 3,
        "values": {"file": "members.csv", "what": "Ciudades"},
    }
    assert filled.answer("undo", filled.file) == "Desfeito: importação de 3 cidades de members.csv\n"


def test_the_history_says_who_did_it(filled: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.file.files.account_name", lambda: "lucia")
    filled.answer("import", filled.file, filled.folder / "members.csv", "--entity", "municipality", code=1)
    save_settings(Settings(author="Inés Prueba"), filled.folder / "settings")
    filled.answer("undo", filled.file)
    told = [line.split(" · ")[2] for line in filled.answer("history", filled.file).splitlines()]
    assert told[:2] == ["Inés Prueba", "lucia"]
    found = filled.answer_json("history", filled.file)
    assert isinstance(found, list)
    assert [each["author"] for each in found] == told


def test_an_import_says_where_each_problem_is(filled: Terminal) -> None:
    found = filled.answer_json("import", filled.file, filled.folder / "members.csv", "--entity", "municipality", code=1)
    assert isinstance(found, dict)
    problems = found["problems"]
    assert [(one["row"], one["column"]) for one in problems] == [(4, "A"), (6, "B")]
    assert problems[1]["text"].startswith("«Narnia» no es un país conocido.")


def test_an_import_in_words_names_what_it_leaves(filled: Terminal) -> None:
    sheet = make_xlsx(filled.folder / "a.xlsx", {"Hoja": [("Ciudad", "País", "Color"), ("Azul", "AR", "azul")]})
    said = filled.answer("import", filled.file, sheet, "--entity", "municipality")
    assert "Columnas que no se importan: Color" in said
    assert "a.xlsx: 1 fila; nuevas: 1" in said
    assert "No hay nada que cambiar." in filled.answer("import", filled.file, sheet, "--entity", "municipality")


@pytest.mark.parametrize("entity", ["municipality", "person", "experience", "organisation"])
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_exported_comes_back_the_same(terminal: Terminal, made_sample: Path, entity: str, ending: str) -> None:
    shutil.copy(made_sample, terminal.file)
    target = terminal.folder / f"todo.{ending}"
    count = int(terminal.answer("export", terminal.file, entity, "--out", target).split()[0])
    found = terminal.counts(target, "--entity", entity)
    assert (found["rows"], found["same"]) == (count, count)


@pytest.mark.parametrize(
    ("entity", "row"),
    [
        ("declaration", {"Título": "Carta azul", "Fecha": "2026-06"}),
        ("norm", {"Citada como": "Res. 41/04", "Año": "2004"}),
        ("recommendation", {"Asunto": "Aguas", "Asunto en portugués": "Águas"}),
        ("focem_proposal", {"Propuesta": "Riberas", "Monto total": "USD 2.400,00", "Parte que se pide": "85 %"}),
        ("city_relation", {"Ciudad": "Azul", "Con qué ciudad": "Rosario", "Tipo": "Hermanamiento"}),
        ("study", {"Título": "Diagnóstico", "Se entrega el": "2026-12"}),
    ],
)
def test_the_kinds_of_the_forum_are_imported_and_exported_as_any(
    filled: Terminal, entity: str, row: dict[str, str]
) -> None:
    cities = make_xlsx(filled.folder / "c.xlsx", {"Hoja": [("Ciudad", "País"), ("Azul", "AR"), ("Rosario", "AR")]})
    filled.answer("import", filled.file, cities, "--entity", "municipality")
    sheet = make_xlsx(filled.folder / "a.xlsx", {"Hoja": [tuple(row), tuple(row.values())]})
    assert filled.counts(sheet, "--entity", entity)["new"] == 1
    target = filled.folder / "todo.csv"
    assert filled.answer("export", filled.file, entity, "--out", target).split()[0] == "1"
    found = filled.counts(target, "--entity", entity)
    assert (found["rows"], found["same"]) == (1, 1)


def test_the_deadlines_are_exported_as_any_kind_and_neither_counted_nor_imported(filled: Terminal) -> None:
    filled.file.unlink()
    filled.answer("sample", filled.file)
    target = filled.folder / "v.csv"
    said = filled.answer("export", filled.file, "due", "--out", target)
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert said == f"{len(lines) - 1} fichas en {target}\n"
    assert lines[0].replace('"', "").split(";")[:5] == ["Vence el", "Tipo", "Qué vence", "Quién", "Situación"]
    assert {line.split(";")[1].strip('"') for line in lines[1:]} == {
        "Acción del plan",
        "Actividad",
        "Anotación",
        "Compromiso",
        "Convenio",
        "Estudio",
        "Llamado",
        "Mandato",
        "Paso",
        "Demanda",
        "Proyecto",
        "Resolución",
    }
    info = filled.answer_json("info", filled.file)
    assert isinstance(info, dict)
    assert "due" not in info["records"]
    assert filled.run("import", filled.file, target, "--entity", "due") == 2


def test_an_export_of_another_ending_is_refused_and_leaves_nothing(filled: Terminal) -> None:
    assert filled.run("export", filled.file, "theme", "--out", filled.folder / "temas.doc") == 1
    assert "Use .xlsx o .csv." in filled.complained
    assert not (filled.folder / "temas.doc").exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"", "El archivo está vacío."),
        ("a.xlsx", b"PK\x03\x04 and nothing more", "El archivo está dañado o incompleto."),
        ("a.csv", b"rojo;grande\nazul;chico\n", "Ninguna columna se reconoce como «Nombre»"),
    ],
)
def test_a_sheet_that_cannot_be_imported_is_told_and_changes_nothing(
    filled: Terminal, name: str, content: bytes, said: str
) -> None:
    before, sheet = filled.file.read_bytes(), filled.folder / name
    sheet.write_bytes(content)
    assert filled.run("import", filled.file, sheet, "--entity", "municipality", "--json") == 1
    assert (filled.said, filled.complained.startswith(name)) == ("", True)
    assert said in filled.complained
    assert (filled.file.read_bytes(), sheet.read_bytes()) == (before, content)


@pytest.mark.parametrize("command", ["info", "check", "undo", "history"])
def test_a_file_that_is_none_of_ours_is_told_by_each_command(terminal: Terminal, command: str) -> None:
    assert terminal.run(command, terminal.file) == 1
    assert terminal.complained.startswith("No existe el archivo")
    terminal.file.write_bytes(b"%PDF-1.4 and more")
    assert terminal.run(command, terminal.file) == 1
    assert "no es de Enlace" in terminal.complained


def test_a_file_in_use_is_told(filled: Terminal) -> None:
    with open_store(filled.file):
        assert filled.run("info", filled.file) == 1
    assert "está abierto en otra ventana de Enlace" in filled.complained


def test_what_a_new_file_begins_with_is_not_taken_back(terminal: Terminal) -> None:
    terminal.answer("new", terminal.file, "--no-passphrase")
    bodies = terminal.answer("info", terminal.file)
    assert terminal.run("undo", terminal.file) == 1
    assert "No hay nada que deshacer." in terminal.complained
    assert terminal.answer("info", terminal.file) == bodies


def test_without_a_command_the_window_opens(terminal: Terminal) -> None:
    terminal.answer()
    terminal.answer("otra.enlace")
    assert terminal.window.opened == [None, Path("otra.enlace")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("borrar",), "«borrar» no es un comando ni un archivo de Enlace."),
        (("info",), "Falta: ARCHIVO.enlace."),
        (("import", "a.enlace", "b.csv"), "Falta: --entity."),
        (("import", "a.enlace", "b.csv", "--entity", "seta"), "«seta» no sirve para --entity. Elija entre: ciudades"),
        (("new", "a.enlace", "--passphrase=x"), "No se entiende: --passphrase=x."),
        (("export", "a.enlace", "theme", "--out"), "Falta el valor de --out."),
    ],
)
def test_a_line_that_is_not_understood_says_what_is_wrong_with_it(
    terminal: Terminal, line: Sequence[str], said: str
) -> None:
    assert terminal.run(*line) == 2
    assert said in terminal.complained
    assert "Uso: enlace" in terminal.complained


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
@pytest.mark.parametrize(("language", "usage"), [("es", "Uso"), ("pt", "Uso"), ("en", "Usage")])
def test_each_command_has_its_help_in_each_language(
    terminal: Terminal, command: str, language: str, usage: str
) -> None:
    (terminal.folder / "settings").mkdir()
    (terminal.folder / "settings" / "preferencias.json").write_text(json.dumps({"language": language}))
    assert terminal.answer(command, "--help").startswith(f"{usage}: enlace {command} ")


def test_the_help_names_every_command(terminal: Terminal) -> None:
    said = terminal.answer("--help")
    assert [command.name for command in COMMANDS if f"\n    {command.name} " not in said] == []


def test_a_fault_of_ours_is_told_in_a_sentence_and_kept_in_a_report(
    filled: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the inside of the fault")

    monkeypatch.setattr("app.commands.past.last_undoable", fail)
    assert filled.run("undo", filled.file) == 3
    assert filled.complained.startswith("Enlace falló por un error propio; no se cambió nada.")
    assert "the inside of the fault" not in filled.complained
    (report,) = (filled.folder / "settings" / "logs").iterdir()
    assert str(report) in filled.complained
    assert "RuntimeError: the inside of the fault" in report.read_text(encoding="utf-8")


def test_an_interrupted_import_ends_in_a_sentence_and_leaves_nothing(
    filled: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def interrupted(_connection: object) -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr("app.sheets.importing.apply.indexed_afterwards", interrupted)
    assert filled.run("import", filled.file, filled.folder / "members.csv", "--entity", "municipality") == 130
    assert filled.complained.endswith("Interrumpido. Lo que estaba a medias no se guardó.\n")
    with open_store(filled.file) as store:
        assert check(store) == []
    assert len(filled.answer("history", filled.file).splitlines()) == 1


def test_a_killed_import_leaves_the_file_as_it_was(filled: Terminal) -> None:
    rows = [("Nombre", "Correo"), *((f"Persona {at}", f"p{at}@example.org") for at in range(4000))]
    sheet = make_xlsx(filled.folder / "p.xlsx", {"Hoja": rows})
    line = [sys.executable, "-m", "app", "import", str(filled.file), str(sheet), "--entity", "person"]
    process = subprocess.Popen(line, cwd=Path(__file__).parents[2], stdout=subprocess.DEVNULL)
    journal = filled.file.with_name(f"{filled.file.name}-journal")
    while process.poll() is None and not (journal.exists() and journal.stat().st_size > 0):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.wait()
    with open_store(filled.file) as store:
        assert check(store) == []
    titles = filled.answer("history", filled.file).splitlines()
    assert len(titles) in (1, 2), "all of the import or nothing of it"


def test_the_country_of_rows_that_do_not_say_theirs_can_be_named(terminal: Terminal) -> None:
    sheet = terminal.folder / "bahia.csv"
    sheet.write_text("Município;UF\nSalvador;29\nIlhéus;29\n", encoding="utf-8")
    terminal.answer("new", terminal.file, "--no-passphrase")
    assert terminal.counts(sheet, "--entity", "municipality")["refused"] == 2
    counts = json.loads(
        terminal.answer("import", terminal.file, sheet, "--entity", "municipality", "--country", "Brasil", "--json")
    )
    assert counts["new"] == 2
    assert terminal.run("import", terminal.file, sheet, "--entity", "municipality", "--country", "Narnia") == 1
    assert "«Narnia» no es un país conocido" in terminal.complained


def test_a_check_shows_how_far_it_is_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, file = Screen(), io.StringIO()
    for stream in (file, terminal):
        monkeypatch.setattr("sys.stderr", stream)
        console = Console(SPANISH)
        console.progress(0.456)
        console.progress(1)
    assert file.getvalue() == ""
    assert [said.strip() for said in terminal.getvalue().split("\r")] == ["", "45%", "", ""]


def test_what_can_be_chosen_is_listed_without_quotes(terminal: Terminal) -> None:
    assert terminal.run("report", terminal.file, "nada", "--out", "a.pdf") == 2
    said = f"«nada» no sirve para INFORME. Elija entre: {', '.join(each.name for each in REPORTS)}."
    assert said in terminal.complained


@pytest.mark.parametrize(
    ("language", "arguments"),
    [
        ("es", "ARCHIVO.enlace PLANILLA"),
        ("pt", "ARQUIVO.enlace PLANILHA"),
        ("en", "FILE.enlace SPREADSHEET"),
    ],
)
def test_arguments_are_named_in_the_language_of_the_person(terminal: Terminal, language: str, arguments: str) -> None:
    (terminal.folder / "settings").mkdir()
    (terminal.folder / "settings" / "preferencias.json").write_text(json.dumps({"language": language}))
    assert arguments in terminal.answer("import", "--help")


def test_one_row_is_counted_as_one(terminal: Terminal) -> None:
    terminal.answer("new", terminal.file, "--no-passphrase")
    (terminal.folder / "una.csv").write_text("Ciudad;País;Provincia\nRosario;Argentina;Santa Fe\n", encoding="utf-8")
    said = terminal.answer("import", terminal.file, terminal.folder / "una.csv", "--entity", "municipality")
    assert "una.csv: 1 fila; nuevas: 1," in said
