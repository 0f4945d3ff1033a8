"""Values of a document of Word: links that open, several in a cell, and what leads nowhere."""

import pytest

from app.document import Address, DescriptionList, Reference, Several, Way
from app.rendering.docx.values import address_of
from tests.app.rendering.docx.opening import opened_of

MAIL = Address("ana@example.org", Way.EMAIL, "ana@example.org")


@pytest.mark.parametrize(
    ("way", "target", "link"),
    [
        (Way.EMAIL, "ana@example.org", "mailto:ana@example.org"),
        (Way.EMAIL, "sin arroba", ""),
        (Way.PHONE, "+598 2900 0000", "tel:+59829000000"),
        (Way.WEB, "https://example.org/a?b=c", "https://example.org/a?b=c"),
        (Way.WEB, "www.example.org/año", "http://www.example.org/a%C3%B1o"),
        (Way.WEB, "ftp://example.org", ""),
        (Way.WEB, "", ""),
        (Way.FAX, "+598 2900 0000", ""),
        (Way.POST, "Calle 1", ""),
    ],
)
def test_an_address_leads_where_a_program_goes(way: Way, target: str, link: str) -> None:
    assert address_of(Address(target, way, target)) == link


def test_an_address_is_a_link_with_its_text() -> None:
    file = opened_of(DescriptionList((("Correo", MAIL), ("Otro", MAIL))))
    assert file.found("//w:hyperlink//w:t/text()") == ["ana@example.org"] * 2
    names = set(file.found("//w:hyperlink/@r:id"))
    links = {name: each.target_ref for name, each in file.word.part.rels.items() if each.is_external}
    assert links == dict.fromkeys(names, "mailto:ana@example.org")


def test_several_values_stand_on_lines_of_their_own_or_in_one() -> None:
    reference = Reference("Rosario", "municipality", "1")
    file = opened_of(
        DescriptionList((("A", Several((MAIL, reference))), ("B", Several((reference, 3), ", ")), ("C", Several(()))))
    )
    (table,) = file.word.tables
    assert [row.cells[1].text for row in table.rows] == ["ana@example.org\nRosario", "Rosario, 3", ""]
    assert file.count("//w:br") == 1
