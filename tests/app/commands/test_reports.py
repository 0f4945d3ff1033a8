"""The command line makes each report of what is named, with the parts that are named."""

from tests.app.terminal import Terminal


def test_a_dossier_has_the_parts_that_were_asked_for(filled: Terminal) -> None:
    filled.answer("sample", filled.folder / "muestra.enlace")
    paper = filled.folder / "dossier.txt"
    filled.answer(
        "report", filled.folder / "muestra.enlace", "board-pack", "--parts", "network, agenda", "--out", paper
    )
    titles = [line for line in paper.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert titles == ["## Orden del día [Orden del día]", "## Estado de la Red [Red]"]


def test_a_part_that_a_report_does_not_have_is_said_with_those_that_it_has(filled: Terminal) -> None:
    sample = filled.folder / "muestra.enlace"
    filled.answer("sample", sample)
    out = filled.folder / "dossier.txt"
    assert filled.run("report", sample, "board-pack", "--parts", "agenda,mapa", "--out", out) == 1
    assert "no tiene estas partes: mapa" in filled.complained
    assert "cover, contents, agenda" in filled.complained
    assert filled.run("report", sample, "directory", "--parts", "agenda", "--out", out) == 1
    assert "No tiene partes que se puedan dejar fuera." in filled.complained


def test_a_name_of_two_cities_is_answered_with_both(filled: Terminal) -> None:
    filled.answer("import", filled.file, filled.folder / "members.csv", "--entity", "municipality")
    out = filled.folder / "ficha.txt"
    assert filled.run("report", filled.file, "municipality", "--of", "avellaneda", "--out", out) == 1
    assert "tiene más de un registro «avellaneda»" in filled.complained
    assert "Avellaneda · Argentina · Buenos Aires: " in filled.complained
    assert "Avellaneda · Argentina · Santa Fe: " in filled.complained
    filled.answer("report", filled.file, "municipality", "--of", "Montevideo", "--out", out)
    assert out.read_text(encoding="utf-8").startswith("# Ficha de Montevideo")
