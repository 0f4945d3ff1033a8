"""The command line makes each report of what is named, with the parts that are named."""

import shutil
from pathlib import Path

from tests.app.terminal import Terminal


def test_a_dossier_has_the_parts_that_were_asked_for(filled: Terminal, made_sample: Path) -> None:
    shutil.copy(made_sample, filled.folder)
    paper = filled.folder / "dossier.txt"
    filled.answer(
        "report", filled.folder / "muestra.enlace", "board-pack", "--parts", "network, agenda", "--out", paper
    )
    titles = [line for line in paper.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert titles == ["## Orden del día [Orden del día]", "## Estado de la red [Red]"]


def test_a_part_that_a_report_does_not_have_is_said_with_those_that_it_has(filled: Terminal, made_sample: Path) -> None:
    sample = shutil.copy(made_sample, filled.folder)
    out = filled.folder / "dossier.txt"
    assert filled.run("report", sample, "board-pack", "--parts", "agenda,mapa", "--out", out) == 1
    assert "no tiene estas partes: mapa" in filled.complained
    assert "cover, contents, agenda" in filled.complained
    assert filled.run("report", sample, "directory", "--parts", "agenda", "--out", out) == 1
    assert "No tiene partes que se puedan dejar fuera." in filled.complained


def test_the_boxes_of_a_report_are_ticked_by_their_names(filled: Terminal) -> None:
    out = filled.folder / "catalogo.txt"
    filled.answer("report", filled.file, "catalogue", "--tick", "published, by_theme", "--out", out)
    assert "_Las experiencias publicadas. En el orden de los temas._" in out.read_text(encoding="utf-8")
    assert filled.run("report", filled.file, "catalogue", "--tick", "meetings", "--out", out) == 1
    assert "no tiene estas casillas: meetings" in filled.complained


def test_registers_and_participation_are_of_all_terms_where_that_is_said(filled: Terminal) -> None:
    out = filled.folder / "registros.txt"
    filled.answer("report", filled.file, "registers", "--of", "todas las gestiones", "--out", out)
    assert out.read_text(encoding="utf-8").startswith("# Registros\n")
    filled.answer("report", filled.file, "participation", "--from", "01/03/2026", "--out", out)
    assert "Desde el 01/03/2026" in out.read_text(encoding="utf-8")


def test_a_name_of_two_cities_is_answered_with_both(filled: Terminal) -> None:
    filled.answer("import", filled.file, filled.folder / "members.csv", "--entity", "municipality", code=1)
    out = filled.folder / "ficha.txt"
    assert filled.run("report", filled.file, "municipality", "--of", "avellaneda", "--out", out) == 1
    assert "tiene más de una ficha «avellaneda»" in filled.complained
    assert "Avellaneda · Argentina · Buenos Aires: " in filled.complained
    assert "Avellaneda · Argentina · Santa Fe: " in filled.complained
    filled.answer("report", filled.file, "municipality", "--of", "Montevideo", "--out", out)
    assert out.read_text(encoding="utf-8").startswith("# Ficha de Montevideo")


def test_any_record_has_a_sheet_and_any_list_is_paper(filled: Terminal) -> None:
    out = filled.folder / "ficha.txt"
    filled.answer("report", filled.file, "sheet", "--entity", "body", "--of", "comision directiva", "--out", out)
    assert out.read_text(encoding="utf-8").startswith("# Ficha de Comisión Directiva\n")
    filled.answer("report", filled.file, "list", "--entity", "body", "--out", out)
    rows = out.read_text(encoding="utf-8")
    assert "*8 fichas*" in rows
    assert rows.index("Comisión Directiva") < rows.index("Secretaría Técnica Permanente")


def test_a_sheet_of_a_city_is_the_one_that_was_made_for_it(filled: Terminal) -> None:
    filled.answer("import", filled.file, filled.folder / "members.csv", "--entity", "municipality", code=1)
    sheet, own = filled.folder / "sheet.txt", filled.folder / "own.txt"
    filled.answer("report", filled.file, "sheet", "--entity", "municipality", "--of", "Montevideo", "--out", sheet)
    filled.answer("report", filled.file, "municipality", "--of", "Montevideo", "--out", own)
    assert sheet.read_text(encoding="utf-8") == own.read_text(encoding="utf-8")


def test_a_sheet_of_nothing_in_particular_is_refused_in_words(filled: Terminal) -> None:
    out = filled.folder / "ficha.txt"
    for arguments, said in (
        (("sheet",), "Falta indicar de qué clase de ficha."),
        (("sheet", "--entity", "body"), "Falta indicar de quién es la ficha."),
        (("directory", "--entity", "body"), "«directory» no lleva --entity."),
        (("list", "--entity", "body", "--of", "Consejo"), "«list» no lleva --of."),
    ):
        assert filled.run("report", filled.file, *arguments, "--out", out) == 1
        assert filled.complained.startswith(said)
    assert not out.exists()


def test_what_a_tab_of_a_meeting_holds_is_a_report(filled: Terminal, made_sample: Path) -> None:
    paper = filled.folder / "asistencia.txt"
    sample = shutil.copy(made_sample, filled.folder)
    filled.answer("report", sample, "attendance", "--parts", "signatures", "--language", "pt", "--out", paper)
    assert paper.read_text(encoding="utf-8").count("## ") == 1
    assert "## Lista de presença" in paper.read_text(encoding="utf-8")
    filled.answer("report", sample, "follow-up", "--out", paper)
    assert "## Seguimiento de resoluciones" in paper.read_text(encoding="utf-8")


def test_the_plan_of_a_period_is_printed_with_the_parts_that_were_asked_for(filled: Terminal) -> None:
    paper = filled.folder / "plan.txt"
    periods = filled.folder / "gestiones.csv"
    periods.write_text("Gestión\n2031-2032\n", encoding="utf-8")
    filled.answer("import", filled.file, periods, "--entity", "period")
    filled.answer("report", filled.file, "plan", "--parts", "board", "--out", paper)
    assert "Plan de trabajo" in paper.read_text(encoding="utf-8")
    filled.answer("report", filled.file, "plan", "--of", "2031-2032", "--language", "pt", "--out", paper)
    said = paper.read_text(encoding="utf-8")
    assert said.startswith("# Plano de trabalho 2031-2032\n")
    assert "Esta gestão ainda não tem plano de trabalho." in said
