"""A venue that says its city has it once, and «Azul» is not in «Azulejos»."""

import pytest

from app.words.places import join_place


@pytest.mark.parametrize(
    ("place", "city", "said"),
    [
        ("Edificio Mercosur, Montevideo", "Montevideo", "Edificio Mercosur, Montevideo"),
        ("INTENDENCIA DE MONTEVIDEO", "Montevideo", "INTENDENCIA DE MONTEVIDEO"),
        ("Câmara de Sao Paulo", "São Paulo", "Câmara de Sao Paulo"),
        ("Museo de Azulejos", "Azul", "Museo de Azulejos, Azul"),
        ("Palacio", "Rosario · Santa Fe", "Palacio, Rosario · Santa Fe"),
        ("Palacio, Rosario", "Rosario · Santa Fe", "Palacio, Rosario · Santa Fe"),
        ("Rosario", "Rosario · Santa Fe", "Rosario · Santa Fe"),
        ("", "Rosario", "Rosario"),
        ("Sala 2", "", "Sala 2"),
        ("", "", ""),
    ],
)
def test_a_place_is_said_once(place: str, city: str, said: str) -> None:
    assert join_place(place, city) == said
