"""Small spreadsheets like those that an office is sent."""

from collections.abc import Sequence
from pathlib import Path

from tests.make_sheets import make_xlsx

CITIES: tuple[tuple[object, ...], ...] = (
    ("Ciudad", "País", "Provincia", "Población", "Observaciones", "Color"),
    ("Avellaneda", "Argentina", "Buenos Aires", 342_677, "", "rojo"),
    ("Avellaneda", "Argentina", "Santa Fe", 23_341, "La del norte", "azul"),
    ("Quilmes", "Argentina", "Buenos Aires", 582_943, "", ""),
    ("San Martín", "Argentina", "", 414_196, "", "verde"),
    ("Salto", "Uruguay", "Salto", 104_028, "", ""),
    ("Guarulhos", "Brasil", "São Paulo", "muchos", "", ""),
)
"""Two cities of one name, one that may lie in several provinces, and one whose population is no number."""


def cities_sheet(folder: Path, rows: Sequence[Sequence[object]] = CITIES) -> Path:
    """Write the cities under a title, as people do."""
    above = [["Padrón de ciudades 2009"], []]
    return make_xlsx(folder / "padron.xlsx", {"Ciudades": [*above, *rows], "Notas": [["Nada"]]})
