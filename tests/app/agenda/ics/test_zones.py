"""Time zones are known by the names that programs give them."""

import pytest

from app.agenda.ics.zones import near_zone, own_zone
from db.entities.activity import TimeZone


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("America/Montevideo", "America/Montevideo"),
        ("/example.org/20050126_1/America/Sao_Paulo", "America/Sao_Paulo"),
        ("Argentina Standard Time", "America/Argentina/Buenos_Aires"),
        ("E. South America Standard Time", "America/Sao_Paulo"),
        ("Etc/UTC", "UTC"),
        ("Brazil/East", "America/Sao_Paulo"),
        ("America/New_York", ""),
        ("", ""),
    ],
)
def test_a_zone_is_known_as_iana_windows_and_old_programs_call_it(name: str, zone: str) -> None:
    assert own_zone(name) == zone


def test_hours_of_another_zone_are_said_in_that_of_its_country_else_of_the_calendar_else_in_universal_time() -> None:
    assert near_zone("America/Argentina/Salta", "America/Lima") == TimeZone.BUENOS_AIRES.value
    assert near_zone("Asia/Tokyo", "America/Lima") == "America/Lima"
    assert near_zone("Asia/Tokyo", "") == "UTC"
