"""Each line of the plan by hand in the window: from its forms to the paper, the sheet and back."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.file.files import new_file
from app.records.drafts import Draft, Rows
from app.records.editing import save_record
from tests.journeys.line_hands import LATE, Line, Made
from tests.make import TODAY, add, everything, open_store
from tests.ui.seeing import workspace_of
from ui.frame.window import Window

LINES: Mapping[str, Sequence[Made]] = {
    "1": (Made("declaration", {"name": "Carta azul"}, "carta azul", "Carta azul", "step"),),
    "2": (
        Made("recommendation", {"name": "Aguas azules", "name_pt": "Mananciais"}, "mananciais", "Aguas azules", "step"),
        Made("norm", {"cited_as": "Dec. 99/26", "name": "Plan azul"}, "99/26", "Dec. 99/26", "commitment"),
    ),
    "3": (
        Made("focem_proposal", {"name": "Riberas azules"}, "riberas", "Riberas azules", "step"),
        Made(
            "city_relation",
            {"municipality_id": "Azul", "other_municipality_id": "Canelones", "kind": "policy", "act": "Acta marina"},
            "acta marina",
            "Canelones",
            "commitment",
        ),
    ),
    "4": (
        Made(
            "network_membership",
            {"municipality_id": "Azul", "organisation_id": "Red Celeste", "role": "mesa marina"},
            "mesa marina",
            "Red Celeste",
            "commitment",
        ),
        Made(
            "interaction",
            {"day": "30/09/2026", "text": "Hablamos del congreso", "next_step": "Mandar", "next_on": LATE},
            "congreso",
            "Hablamos del congreso",
        ),
    ),
    "5": (
        Made("agreement", {"name": "Marco azul"}, "marco azul", "Marco azul", "commitment"),
        Made("call", {"name": "Llamado azul"}, "llamado azul", "Llamado azul", "commitment"),
        Made("project", {"name": "Huertas azules"}, "huertas", "Huertas azules", "step"),
    ),
    "6": (Made("study", {"name": "Compras azules", "due_on": LATE}, "compras azules", "Compras azules"),),
    "7": (
        Made("experience", {"name": "Compost azul"}, "compost", "Compost azul", "commitment"),
        Made("need", {"name": "Residuos", "municipality_id": "Azul", "until": LATE}, "residuos", "Residuos"),
        Made(
            "adoption",
            {"experience_id": "Compost", "municipality_id": "Canelones"},
            "canelones",
            "Compost azul",
            "step",
        ),
    ),
    "9": (
        Made("body", {"name": "Unidad de Puertos", "kind": "thematic_unit"}, "puertos", "Unidad de Puertos", "commitment"),
        Made("axis", {"name": "Eje azul"}, "eje azul", "Eje azul", "commitment"),
    ),
    "10": (
        Made("activity", {"name": "Jornada azul"}, "jornada azul", "Jornada azul", "commitment"),
        Made("dissemination", {"name": "Nota azul", "medium": "press"}, "nota azul", "Nota azul", "commitment"),
    ),
}
"""Of each line the chief kinds of its records; the eighth is vacant."""

PAPERS: Mapping[str, tuple[str, Sequence[str]]] = {
    "1": ("resoluciones.declaration", ("Carta azul",)),
    "2": ("fccr.recommendation", ("Aguas azules",)),
    "3": ("fccr.focem_proposal", ("Riberas azules",)),
    "4": ("organismos.networks", ("Red Celeste",)),
    "5": ("convenios.project", ("Huertas azules",)),
    "6": ("convenios.study", ("Compras azules",)),
    "7": ("experiencias.experience", ("Compost azul",)),
    "9": ("unidades.units", ("Unidad de Puertos",)),
    "10": ("agenda.activity", ("Jornada azul",)),
}
"""Which page or list of the room of each line is put on paper, and what it names."""


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a new file with two cities and a network, once for the lines to copy: what all of them refer to."""
    path = tmp_path_factory.mktemp("begun") / "Red.enlace"
    with new_file(path, None, author="Ana Ejemplo", clock=lambda: TODAY) as store:
        for name in ("Azul", "Canelones"):
            member = Rows((Draft("membership", None, {"state": "member"}),))
            save_record(
                store, Draft("municipality", None, {"short_name": name, "country": "UY"}, {"memberships": member})
            )
        add(store, "organisation", name="Red Celeste", kind="network")
    return path


@pytest.mark.parametrize("number", LINES)
def test_each_line_from_a_new_file(
    number: str, window: Window, begun: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Red.enlace"
    path.write_bytes(begun.read_bytes())
    window.take_store(open_store(path), "inicio")
    line, kinds = Line(window, tmp_path, qtbot), LINES[number]
    store = workspace_of(window).store
    before = everything(store)
    assert line.see_on_inicio() == 0
    for made in kinds:
        line.create(made)
        line.show_evidence(made.entity, number)
        line.owe(made)
    after = everything(store)
    assert line.see_on_inicio() == len(kinds)
    line.see_due(kinds)
    for made in kinds:
        line.find(made)
        line.print_sheet(made)
        line.export_and_import(made.entity, monkeypatch)
    line.print_room(*PAPERS[number])
    assert everything(store) == after
    line.press_keys(Qt.Key.Key_Z, line.done)
    assert everything(store) == before
    line.press_keys(Qt.Key.Key_Y, line.done)
    assert everything(store) == after
