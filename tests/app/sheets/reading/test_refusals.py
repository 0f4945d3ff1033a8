"""Files that cannot be read: each is refused in its own words, and stays as it was."""

import struct
import zlib
from pathlib import Path

import pytest

from app.sheets.reading import refusals
from tests.app.sheets.opening import notices, refusal
from tests.make_sheets import (
    XLSX_PARTS,
    make_ods,
    make_ole,
    make_raw_xlsx,
    make_spreadsheetml,
    make_xls,
    make_xlsx,
    make_zip,
    text_cell,
)


def holding(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def one_cell(path: Path) -> Path:
    return make_xlsx(path, {"Hoja": [["Ciudad"] * 40] * 40})


def test_an_empty_file(tmp_path: Path) -> None:
    assert "El archivo está vacío." in refusal(holding(tmp_path / "a.xlsx", b""))


@pytest.mark.parametrize("content", [b"\n \r\n\t", b";;;\n;;;\n"])
def test_a_text_without_any_cell(tmp_path: Path, content: bytes) -> None:
    assert "no tiene ninguna celda escrita" in refusal(holding(tmp_path / "a.csv", content))


def test_a_workbook_without_any_cell(tmp_path: Path) -> None:
    assert "no tiene ninguna celda escrita" in refusal(make_xlsx(tmp_path / "a.xlsx", {"Hoja": []}))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert refusal(tmp_path / "a.xlsx").startswith("a.xlsx: El archivo no existe.")
    assert "No es un archivo." in refusal(tmp_path)


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = one_cell(tmp_path / "a.xlsx")
    read = Path.read_bytes
    calls: list[Path] = []

    def held(asked: Path) -> bytes:
        calls.append(asked)
        if len(calls) == 2:  # the first and the last are the test's own looks at the file
            raise PermissionError(13, "in use")
        return read(asked)

    monkeypatch.setattr(Path, "read_bytes", held)

    assert "Ciérrelo si está abierto en otro programa" in refusal(path)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.9, 0.99])
def test_a_truncated_xlsx(tmp_path: Path, share: float) -> None:
    whole = one_cell(tmp_path / "a.xlsx").read_bytes()

    assert "está dañado o incompleto" in refusal(holding(tmp_path / "b.xlsx", whole[: int(len(whole) * share)]))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_xls(tmp_path: Path, share: float) -> None:
    whole = make_xls(tmp_path / "a.xls", {(row, 0): "Ciudad" for row in range(300)}).read_bytes()

    assert "está dañado o incompleto" in refusal(holding(tmp_path / "b.xls", whole[: int(len(whole) * share)]))


def test_a_truncated_ods_xml_and_web_page(tmp_path: Path) -> None:
    ods = make_ods(
        tmp_path / "a.ods", f"<table:table><table:table-row>{text_cell('x')}</table:table-row></table:table>"
    )
    xml = make_spreadsheetml(tmp_path / "a.xls", "<Row><Cell><Data>Rosario</Data></Cell></Row>")
    page = b"<html><table><tr><td>Rosario</td><tr><td>Sal"

    for content in (ods.read_bytes()[:-40], xml.read_bytes()[:-60], page):
        assert "está dañado o incompleto" in refusal(holding(tmp_path / "b.xls", content))


def test_an_xlsx_whose_packed_bytes_were_changed(tmp_path: Path) -> None:
    whole = bytearray(one_cell(tmp_path / "a.xlsx").read_bytes())
    place = whole.index(b"xl/worksheets/sheet1.xml") + 60
    whole[place : place + 8] = bytes(8)

    assert "está dañado o incompleto" in refusal(holding(tmp_path / "b.xlsx", bytes(whole)))


def test_an_xlsx_one_letter_of_which_was_changed(tmp_path: Path) -> None:
    path = make_raw_xlsx(tmp_path / "a.xlsx", '<row r="1"><c r="A1"><v>12345</v></c></row>', packed=False)
    changed = path.read_bytes().replace(b"<v>12345<", b"<v>12346<")

    assert "está dañado o incompleto" in refusal(holding(tmp_path / "b.xlsx", changed))


def test_the_passwords_of_each_kind(tmp_path: Path) -> None:
    secret = make_ole(tmp_path / "a.xlsx", {"EncryptionInfo": b"\x04\x00\x04\x00", "EncryptedPackage": bytes(5000)})
    old = make_xls(tmp_path / "a.xls", {(0, 0): "Ciudad"}, locked=True)
    free = make_ods(tmp_path / "a.ods", "", manifest="<manifest><encryption-data/></manifest>")

    for path in (secret, old, free):
        assert "protegido con contraseña" in refusal(path)


def test_a_zip_bomb_that_says_its_size(tmp_path: Path) -> None:
    path = make_raw_xlsx(tmp_path / "a.xlsx", "", {"xl/media/image1.png": bytes(40_000_000)})

    assert "se expande de manera anormal" in refusal(path)


def test_a_zip_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    content = bytes(40_000_000)
    path = make_raw_xlsx(tmp_path / "a.xlsx", "", {"xl/media/image1.png": content})
    told = struct.pack("<III", zlib.crc32(content), 0, 0)[:4]
    honest = path.read_bytes()
    lying = honest.replace(struct.pack("<I", len(content)), struct.pack("<I", 10)).replace(
        told, struct.pack("<I", zlib.crc32(content[:10]))
    )
    assert lying != honest

    assert "se expande de manera anormal" in refusal(holding(tmp_path / "b.xlsx", lying))


def test_a_file_that_unpacks_to_more_than_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = one_cell(tmp_path / "a.xlsx")
    monkeypatch.setattr(refusals, "MAX_BYTES", path.stat().st_size + 100)

    assert "demasiado grande" in refusal(path)


@pytest.mark.parametrize(
    ("corner", "said"),
    [
        ("A1048576", "después de la fila 200000"),
        ("XFD1", "después de la columna 512"),
        ("SR100000", "llega a la fila 100000 y a la columna 512"),
    ],
)
def test_two_cells_at_opposite_corners_do_not_fill_the_memory(tmp_path: Path, corner: str, said: str) -> None:
    number = corner.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    far = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{number}"><c r="{corner}"><v>1</v></c></row>'

    assert refusal(make_raw_xlsx(tmp_path / "a.xlsx", far)).startswith("a.xlsx, hoja Hoja1: ")
    assert said in refusal(tmp_path / "a.xlsx")


@pytest.mark.parametrize(
    "written",
    [
        "<row><c r='XFD1048576'><v>1</v></c></row>",
        '<row><c\nr = "XFD1048576"><v>1</v></c></row>',
        '<row><c x=">" r="XFD1048576"><v>1</v></c></row>',
        """<row><c x='a r="A2" ' r="XFD1048576"><v>1</v></c></row>""",
        "<x r=\"A2\"/><row><c r='XFD1048576'><v>1</v></c></row>",
    ],
)
def test_a_far_cell_is_seen_however_its_reference_is_written(tmp_path: Path, written: str) -> None:
    path = make_raw_xlsx(tmp_path / "a.xlsx", f'<row r="1"><c r="A1"><v>1</v></c></row>{written}')

    assert "después de la fila 200000" in refusal(path)


def test_an_xls_with_an_impossible_column(tmp_path: Path) -> None:
    assert "después de la columna 512" in refusal(make_xls(tmp_path / "a.xls", {(0, 0): "x", (65_535, 65_000): 1.0}))


def test_entities_of_xml_are_not_expanded(tmp_path: Path) -> None:
    path = make_spreadsheetml(tmp_path / "a.xls", '<Row><Cell><Data ss:Type="String">x&e;y</Data></Cell></Row>')
    entity = f'<!DOCTYPE Workbook [<!ENTITY e SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    (tmp_path / "secret.txt").write_text("secreto", encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("<Workbook", entity + "<Workbook", 1), encoding="utf-8")

    assert "secreto" not in str(notices(path))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "es un PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "es una imagen"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "es una imagen"),
        (b"SQLite format 3\0" + bytes(100), "es una base de datos"),
        (b"{\\rtf1\\ansi Hola}", "es un documento de texto"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "es una página web guardada entera"),
        (b'<?xml version="1.0"?><kml><name>x</name></kml>', "es XML, pero no una planilla"),
        (bytes(range(256)) * 20, "no es una planilla de ninguna clase"),
    ],
)
def test_a_file_of_another_kind_is_told_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    assert said in refusal(holding(tmp_path / "socios.xlsx", content))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("word/document.xml", "es un documento de texto"),
        ("ppt/presentation.xml", "es una presentación"),
        ("xl/workbook.bin", "planilla binaria de Excel"),
        ("socios.txt", "es una carpeta comprimida"),
    ],
)
def test_a_zip_of_another_kind_is_told_what_it_is(tmp_path: Path, part: str, said: str) -> None:
    assert said in refusal(make_zip(tmp_path / "a.xlsx", {part: "x"}))


def test_an_old_document_of_office_is_told(tmp_path: Path) -> None:
    assert "es de Office, pero no una planilla" in refusal(make_ole(tmp_path / "a.xls", {"WordDocument": b"x"}))


def test_a_workbook_that_lacks_its_sheet(tmp_path: Path) -> None:
    assert "está dañado o incompleto" in refusal(make_zip(tmp_path / "a.xlsx", XLSX_PARTS))
