"""The command line writes the agenda as a calendar and reads it back, and prints it for some days."""

from pathlib import Path

from tests.app.terminal import Terminal


def test_the_agenda_goes_out_and_comes_back_unchanged(terminal: Terminal) -> None:
    sample, out = terminal.folder / "muestra.enlace", terminal.folder / "agenda.ics"
    terminal.answer("sample", sample)
    said = terminal.answer("calendar", sample, "--out", out)
    assert "eventos en" in said
    assert "Sin fecha no van al calendario" in terminal.complained
    found = terminal.answer_json("import", sample, out, "--entity", "activity")
    assert isinstance(found, dict)
    assert found["same"] == found["rows"] > 0

    terminal.answer("calendar", sample, "--out", out, "--from", "01/01/2008", "--until", "30/06/2008", "--meetings")
    assert out.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 4
    _refuses(terminal, sample, out)

    paper = terminal.folder / "agenda.txt"
    terminal.answer("report", sample, "activities", "--from", "2008-01-01", "--until", "2008-12-31", "--out", paper)
    assert "Mayo de 2008" in paper.read_text(encoding="utf-8")
    assert terminal.run("report", sample, "plan", "--from", "2008-01-01", "--out", paper) == 1
    assert "no lleva --from" in terminal.complained


def _refuses(terminal: Terminal, sample: Path, out: Path) -> None:
    before = out.read_bytes()
    for arguments, reason in (
        (("--out", out, "--from", "2008-13-01"), "«2008-13-01» no es una fecha"),
        (("--out", out, "--from", "2009-01-01", "--until", "2008-01-01"), "Termina antes de empezar."),
        (("--out", out, "--from", "1990-01-01", "--until", "1990-01-02"), "No hay nada con fecha"),
        (("--out", out.with_suffix(".txt")), "No se pueden guardar archivos «.txt»"),
        (("--out", out.parent / "no" / "x.ics"), "la carpeta no existe"),
    ):
        assert terminal.run("calendar", sample, *arguments) == 1
        assert reason in terminal.complained
    assert out.read_bytes() == before
