"""Make resources/gazetteer/ from the two lists of GeoNames beside this file; run with `python -m tools.make_gazetteer`.

It needs `pycountry` (LGPL, for the names of ISO 3166-2), which the program does not: install it for the run only.
"""

import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pycountry

from app.words.folding import fold

HERE = Path(__file__).parent / "gazetteer"
TARGET = Path(__file__).parents[1] / "resources" / "gazetteer"
COUNTRIES = ("AR", "BO", "BR", "CL", "CO", "EC", "PE", "PY", "UY", "VE")

NAMES: Mapping[str, str] = {
    "BO-B": "Beni",
    "CL-AI": "Aysén",
    "CO-SAP": "San Andrés, Providencia y Santa Catalina",
    "PE-ANC": "Áncash",
    "PE-CAL": "Callao",
    "PE-LMA": "Lima Metropolitana",
}
"""Names that people use where the list of ISO has an older or a longer one."""

ALIASES: Mapping[str, tuple[str, ...]] = {
    "AR-C": (
        "CABA",
        "Capital Federal",
        "Ciudad de Buenos Aires",
        "Cidade Autônoma de Buenos Aires",
        "Cidade de Buenos Aires",
    ),
    "AR-N": ("Missões",),
    "AR-V": ("Tierra del Fuego, Antártida e Islas del Atlántico Sur", "Terra do Fogo"),
    "BR-DF": ("Brasília",),
    "CL-AI": ("Aysén del General Carlos Ibáñez del Campo",),
    "CL-BI": ("Bío-Bío",),
    "CL-LI": ("O'Higgins",),
    "CL-MA": ("Magallanes y de la Antártica Chilena", "Magalhães"),
    "CL-RM": ("Región Metropolitana", "Metropolitana", "Metropolitana de Santiago"),
    "CO-DC": ("Bogotá", "Bogotá D.C.", "Distrito Capital"),
    "CO-VAC": ("Valle",),
    "PY-8": ("Missões",),
    "PY-ASU": ("Capital", "Distrito Capital", "Assunção"),
    "UY-MO": ("Montevidéu",),
    "UY-TT": ("Trinta e Três",),
    "VE-X": ("Vargas",),
}

LONGEST_OF_PROVINCES = 3
"""Digits that a code of a province alone may have; those of its units have more."""
KIND_OF_UNIT = re.compile(
    r"^(?i:partido|departamento|provincia|municipio aut[oó]nomo|municipio|cant[oó]n) "
    r"(?:(?:de los|de las|de la|del|de) )?"
    r"|(?: Province| Department)$",
)
"""What stands before or after the name of a unit; an article with a capital letter ("La Matanza") is of the name."""


def subdivisions() -> list[tuple[str, str, str]]:
    """Return (code, name, aliases joined by |) of each subdivision of the ten countries, in the order of the codes."""
    rows = []
    for country in COUNTRIES:
        for found in pycountry.subdivisions.get(country_code=country):
            name = NAMES.get(found.code, found.name)
            others = (*ALIASES.get(found.code, ()), *([found.name] if fold(found.name) != fold(name) else ()))
            rows.append((found.code, name, "|".join(others)))
    return sorted(rows)


def read(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the two lists."""
    with gzip.open(HERE / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def micro(degrees: str) -> str:
    """Return decimal degrees as whole microdegrees."""
    return str(round(float(degrees) * 1_000_000)) if degrees else ""


def place(row: Mapping[str, Any], kind: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the line of a place: what is shown, then the folded `names` that find it, joined by |."""
    keys = dict.fromkeys(filter(None, map(fold, names)))
    shown = (
        "geonameid",
        "name",
        "country",
        "subdivision_iso",
        "admin2_code",
        "admin2_name",
        "lat",
        "lon",
        "population",
    )
    return (kind, *(str(row.get(name, "")) for name in shown), "|".join(keys))


def settlements(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Return a line for each settlement."""
    for row in rows:
        located = {**row, "lat": micro(row["lat"]), "lon": micro(row["lon"])}
        yield place(located, "settlement", (row["name"], *row["alternate_names"].split("|")))


def seat(rows: Iterable[dict[str, str]], name: str) -> dict[str, str]:
    """Return the coordinates of the place that stands for a unit: that of its name, or else the most populated."""
    ranked = sorted(rows, key=lambda row: (fold(row["name"]) == fold(name), int(row["population"] or 0)))
    return {"lat": micro(ranked[-1]["lat"]), "lon": micro(ranked[-1]["lon"])} if ranked else {}


def units(rows: list[dict[str, str]], districts: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Return a line for each second-level unit in whose subdivision no settlement bears its name."""
    named = {
        (row["subdivision_iso"], fold(name))
        for row in rows
        for name in (row["name"], *row["alternate_names"].split("|"))
    }
    for row in districts:
        short = KIND_OF_UNIT.sub("", row["name"])
        if (row["subdivision_iso"], fold(short)) in named:
            continue
        inside = [one for one in rows if (one["country"], one["admin2_code"]) == (row["country"], row["admin2_code"])]
        shown = {**row, "name": short, "admin2_name": row["name"], **seat(inside, short)}
        yield place(shown, "district", (short, row["name"]))


def departments(rows: list[dict[str, str]], names: Iterable[tuple[str, str, str]]) -> Iterator[tuple[str, ...]]:
    """Return a line for each department of Uruguay, whose government is the departmental one."""
    for code, name, _ in names:
        if code.startswith("UY-"):
            inside = [row for row in rows if row["subdivision_iso"] == code]
            shown = {"name": name, "country": "UY", "subdivision_iso": code, **seat(inside, name)}
            yield place(shown, "department", (name, f"Departamento de {name}", f"Intendencia de {name}"))


def write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    """Write rows of fields parted by tabs, compressed, the same bytes for the same rows."""
    text = "".join("\t".join(row) + "\n" for row in rows)
    with (TARGET / name).open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode("utf-8"))


def official_codes(units: Iterable[dict[str, str]]) -> dict[str, str]:
    """Return the two digits with which the codes of a subdivision's units begin, by its code of ISO 3166-2.

    Only for the countries where each pair of digits belongs to one subdivision and each subdivision to one pair.
    """
    found: dict[str, dict[str, set[str]]] = {}
    for unit in units:
        code = unit["admin2_code"]
        if len(code) > LONGEST_OF_PROVINCES and code.isdigit():
            found.setdefault(unit["country"], {}).setdefault(code[:2], set()).add(unit["subdivision_iso"])
    pairs = {country: [(digits, *one) for digits, one in each.items()] for country, each in found.items()}
    certain = [each for each in pairs.values() if all(len(one) == 2 for one in each)]  # noqa: PLR2004 - digits, one code
    return {one[1]: one[0] for each in certain if len({one[1] for one in each}) == len(each) for one in each}


def main() -> None:
    """Write places.tsv.gz, the most populated first, and subdivisions.csv."""
    names = subdivisions()
    rows = read("settlements.csv.gz")
    lines = [*settlements(rows), *units(rows, read("districts.csv.gz")), *departments(rows, names)]
    write(
        "places.tsv.gz", sorted(lines, key=lambda line: (-int(line[9] or 0), line[0] != "department", line[2], line[4]))
    )
    with (TARGET / "subdivisions.csv").open("w", encoding="utf-8", newline="") as file:
        official = official_codes(read("districts.csv.gz"))
        rows_of_names = [(*name, official.get(name[0], "")) for name in names]
        csv.writer(file, lineterminator="\n").writerows([("code", "name", "aliases", "official"), *rows_of_names])


if __name__ == "__main__":
    main()
