"""What a note says of its days."""

from tests.make import CATALOG


def test_what_comes_next_comes_no_earlier_than_the_note() -> None:
    days = [each for each in CATALOG["interaction"].stored if each.name in ("next_on", "next_done_on")]
    assert [each.field.bounds.since for each in days] == ["day", "day"]
