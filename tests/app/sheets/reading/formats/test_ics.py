"""A calendar is read as a sheet of activities, in any encoding; what is none, or too much, is refused in words."""

from pathlib import Path

import pytest

from app.agenda.ics import lines
from app.sheets.reading.formats.ics import COLUMNS
from tests.app.sheets.opening import notices, refusal, rows

PLAIN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Ñandú y niñez\r\n"
    "DTSTART;VALUE=DATE:20270304\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def made(folder: Path, content: bytes) -> Path:
    path = folder / "agenda.ics"
    path.write_bytes(content)
    return path


def cell(path: Path, name: str, row: int = 1) -> object:
    return rows(path)[row][COLUMNS.index(name)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_letters_are_read_in_the_encodings_of_programs(tmp_path: Path, encoding: str) -> None:
    assert cell(made(tmp_path, PLAIN.encode(encoding)), "name") == "Ñandú y niñez"


def test_letters_of_an_older_encoding_are_guessed_and_said(tmp_path: Path) -> None:
    path = made(tmp_path, PLAIN.encode("cp1252"))
    assert cell(path, "name") == "Ñandú y niñez"
    [said] = notices(path)
    assert "se leyó como Windows-1252." in said
    assert said.endswith("Si ve letras extrañas, pida que se lo envíen en UTF-8.")


def test_a_fold_may_part_the_bytes_of_a_letter(tmp_path: Path) -> None:
    content = PLAIN.encode().replace("Ñ".encode(), b"\xc3\r\n \x91")
    assert cell(made(tmp_path, content), "name") == "Ñandú y niñez"


def test_what_a_field_cannot_hold_stands_in_the_notes(tmp_path: Path) -> None:
    place = f"LOCATION:{'Sala ' * 80}\r\n"
    more = f"{place}CATEGORIES:Curso o capacitación,Varios\r\nDESCRIPTION:Inscripción hasta: pronto\r\n"
    path = made(tmp_path, PLAIN.replace("END:VEVENT", f"{more}END:VEVENT").encode())
    assert cell(path, "kind") == "Curso o capacitación"
    assert cell(path, "place") is None
    assert cell(path, "deadline") is None
    said = str(cell(path, "notes")).splitlines()
    assert said[0] == "Inscripción hasta: pronto"
    assert said[1].startswith("Lugar: Sala Sala")
    assert said[2] == "Categorías: Varios"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "no tiene ningún evento"),
        (PLAIN.encode()[:90], "está cortado"),
        (b"BEGIN:VCALENDAR\r\n" * 5_000 + b"END:VCALENDAR\r\n" * 5_000, "no se puede leer"),
        (b"BEGIN:VCALENDAR\r\nhola\r\nEND:VCALENDAR\r\n", "no se puede leer"),
        (
            PLAIN.replace("END:VEVENT", "BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 10_001 + "END:VEVENT").encode(),
            "más de 10000",
        ),
    ],
)
def test_what_is_no_calendar_or_too_much_is_refused_in_words(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reason in refusal(made(tmp_path, content)).replace(".000", "000")


def test_a_calendar_that_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_BYTES", 100)
    assert "demasiado grande" in refusal(made(tmp_path, PLAIN.encode()))


def test_a_null_character_stays_in_its_cell_for_the_plan_to_refuse(tmp_path: Path) -> None:
    assert cell(made(tmp_path, PLAIN.replace("niñez", "ni\0ez").encode()), "name") == "Ñandú y ni\0ez"
