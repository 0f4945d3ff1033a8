"""The file of a document of Word: nothing in it tells when or by which system it was made."""

from io import BytesIO
from zipfile import ZipFile

from app.document import Address, Cell, Column, Document, Section, Table, Way
from app.rendering.docx.package import Package
from app.words.words import Words
from tests.app.rendering.docx.opening import bytes_of
from tests.app.rendering.sample import picture

EMPTY = Document("T", "es", ())


def test_no_part_of_the_archive_bears_a_day_or_a_system() -> None:
    with ZipFile(BytesIO(bytes_of(EMPTY))) as file:
        infos = file.infolist()
    assert {each.date_time for each in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {each.create_system for each in infos} == {0}
    assert infos[0].filename == "[Content_Types].xml"


def test_the_same_address_is_one_relation_and_the_same_picture_one_part() -> None:
    package = Package(EMPTY, Words("es"))
    assert package.link("http://example.org") == package.link("http://example.org")
    assert package.link("http://example.org/b") != package.link("http://example.org")
    assert package.picture(picture(10, 10)) == package.picture(picture(10, 10))
    assert package.number() != package.number()


def test_thousands_of_links_are_all_there() -> None:
    rows = tuple((Cell(Address(f"a{at}@example.org", Way.EMAIL, f"a{at}@example.org")),) for at in range(2_000))
    content = bytes_of(Document("T", "es", (Section("S", (Table((Column("Correo"),), rows),)),)))
    with ZipFile(BytesIO(content)) as file:
        assert file.read("word/_rels/document.xml.rels").count(b"mailto:a") == 2_000
