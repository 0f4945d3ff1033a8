"""The next number of a series is written as the one before it was."""

import pytest

from app.meetings.series import as_roman, next_number


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("ACTA Nº 03/2026", "ACTA Nº 04/2026"),
        ("ACTA Nº 09/26", "ACTA Nº 10/26"),
        ("ACTA Nº 03/2025", "ACTA Nº 01/2026"),
        ("XXXII", "XXXIII"),
        ("XIX Cumbre de Mercociudades", "XX Cumbre de Mercociudades"),
        ("I Encuentro", "II Encuentro"),
        ("V", "VI"),
        ("42ª Reunião do Conselho", "43ª Reunião do Conselho"),
        ("Reunión 7 de 2026", "Reunión 8 de 2026"),
        ("Segunda reunión de la Comisión Directiva", "Tercera reunión de la Comisión Directiva"),
        ("Segunda reunião da Comissão Diretiva", "Terceira reunião da Comissão Diretiva"),
        ("Third meeting", "Fourth meeting"),
        ("Reunión de la Comisión C", "Reunión de la Comisión C"),
        ("Consejo ampliado 2026", "Consejo ampliado 2026"),
        ("Consejo ampliado", "Consejo ampliado"),
        ("", ""),
    ],
)
def test_the_next_is_one_higher_in_the_same_figures(text: str, following: str) -> None:
    assert next_number(text, 2026) == following


def test_a_number_that_another_meeting_has_is_passed_over() -> None:
    assert next_number("ACTA Nº 03/2026", 2026, {"ACTA Nº 04/2026", "ACTA Nº 05/2026"}) == "ACTA Nº 06/2026"
    assert next_number("Consejo ampliado", 2026, {"Consejo ampliado"}) == "Consejo ampliado"


def test_roman_figures_are_as_people_write_them() -> None:
    assert [as_roman(number) for number in (4, 9, 14, 40, 49, 90, 99)] == [
        *("IV", "IX", "XIV", "XL", "XLIX", "XC", "XCIX"),
    ]
