"""The command line says of an import, at the row of its file, what an approved acta refuses, and imports the rest."""

from datetime import date

from app.file.files import open_file
from tests.app.meetings.board import add_body, add_meeting
from tests.app.terminal import Terminal
from tests.make import approve


def test_a_row_that_an_approved_acta_refuses_is_named_and_the_others_go_in(filled: Terminal) -> None:
    with open_file(filled.file, None) as store:
        body = add_body(store)
        approve(store, add_meeting(store, body, date(2026, 3, 2), state="held", name="Cerrada", acta_number="03/2026"))
        add_meeting(store, body, date(2026, 3, 3), state="held", name="Libre")
    sheet = filled.folder / "reuniones.csv"
    sheet.write_text("Reunión,Fecha,Lugar\nLibre,03/03/2026,Sala A\nCerrada,02/03/2026,Sala B\n", encoding="utf-8")
    said = filled.answer("import", filled.file, sheet, "--entity", "meeting", code=1) + filled.complained
    assert "con cambios: 1" in said
    assert "rechazadas: 1" in said
    (line,) = (line for line in said.splitlines() if "El acta Nº 03/2026 de «Cerrada» está aprobada" in line)
    assert "fila 3" in line
