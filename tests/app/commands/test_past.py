"""The command line takes back the last change or any other, and says beforehand what would stay."""

from datetime import datetime

from app.records.editing import Draft, save_record
from app.records.history import operations
from app.records.reading import choose
from app.words.words import Words
from tests.app.terminal import Terminal
from tests.make import open_store


def city_of(terminal: Terminal, city: str, author: str, **values: object) -> int:
    """Let somebody write into a city, made when it is not there, and give the number of the operation."""
    with open_store(terminal.file) as store:
        store.author = author
        known = choose(store, "municipality", city)
        if known:
            save_record(store, Draft("municipality", known[0].id, values))
        else:
            save_record(store, Draft("municipality", None, {"short_name": city, "country": "AR", **values}))
        return operations(store, 1)[0].number


def test_an_older_operation_is_planned_and_taken_back_as_far_as_nobody_wrote_over_it(filled: Terminal) -> None:
    city_of(filled, "Azul", "Ana")
    number = city_of(filled, "Azul", "Ana", name="Municipalidad de Azul", notes="a")
    city_of(filled, "Azul", "Beto", name="Intendencia de Azul")
    before = filled.file.read_bytes()
    said = filled.answer("undo", filled.file, "--operation", str(number), "--plan")
    today = Words("es").date(datetime.now().astimezone().date())
    assert said.splitlines() == [
        "1 campo limpio, 1 queda",
        "Ciudad: Azul",
        f"  Nombre oficial: Intendencia de Azul → — · editado después por Beto el {today}: queda",
        "  Notas: a → — · limpio",
    ]
    found = filled.answer_json("undo", filled.file, "--operation", str(number), "--plan", "--json")
    assert isinstance(found, dict)
    assert (found["counts"], found["operations"]) == ({"edited": 1, "clean": 1}, [number])
    assert filled.file.read_bytes() == before
    said = filled.answer("undo", filled.file, "--operation", str(number))
    assert said.splitlines()[0] == "Se deshizo: cambio en ciudad «Azul»"
    assert said.splitlines()[-1].endswith(f"editado después por Beto el {today}: queda")
    assert filled.run("undo", filled.file, "--operation", str(number)) == 1
    assert filled.complained == f"La operación {number} ya está deshecha.\n"


def test_what_cannot_be_undone_is_said_and_nothing_is_written(filled: Terminal) -> None:
    city_of(filled, "Azul", "Ana")
    number = city_of(filled, "Azul", "Ana", name="Municipalidad de Azul")
    again = city_of(filled, "Azul", "Beto", name="Intendencia de Azul")
    before = filled.file.read_bytes()
    for wanted, told in (
        (number, "No se puede deshacer: un dato cambió después (Azul)."),
        (1, "La operación 1 no se deshace: es con lo que empezó el archivo."),
        (99, "No hay ninguna operación 99 en este archivo."),
    ):
        assert filled.run("undo", filled.file, "--operation", str(wanted)) == 1
        assert filled.complained.startswith(told)
    assert filled.file.read_bytes() == before
    city_of(filled, "Azul", "Beto", name=None)
    before = filled.file.read_bytes()
    assert filled.run("undo", filled.file, "--operation", str(number)) == 1
    assert filled.file.read_bytes() == before
    assert filled.complained == "No hay nada que deshacer: todo está ya así.\n"
    assert filled.run("undo", filled.file, "--operation", "x") == 2
    assert filled.run("undo", filled.file, "--operation", str(2**63)) == 2
    assert filled.run("undo", filled.file, "--operation", str(again), "--plan") == 0


def test_the_last_change_is_planned_and_its_undo_told_to_a_script(filled: Terminal) -> None:
    number = city_of(filled, "Azul", "Ana")
    assert filled.answer("undo", filled.file, "--plan").splitlines()[:3] == [
        "Todo limpio: nadie cambió después la fila que tocó.",
        "Ciudad: Azul (se quita)",
        "  Nombre: Azul → — · limpio",
    ]
    found = filled.answer_json("undo", filled.file, "--json")
    assert isinstance(found, dict)
    assert (found["undo"], found["operations"], found["untouched"]) == (number + 1, [number], True)
    assert filled.run("undo", filled.file, "--plan") == 1
    assert "No hay nada que deshacer." in filled.complained
