"""Make the fictitious people of the sample, resources/sample/people.csv; run with `python -m tools.make_people`.

Their surnames say that they do not exist ("Ejemplo", "Prueba", "Amostra"), their addresses are of example.org, and
the subscriber's part of their phones begins with zeros, which no plan of the ten countries assigns. Dates are months
before or after the day on which the sample is made.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from app.words.folding import fold

SAMPLE = Path(__file__).parents[1] / "resources" / "sample"
COLUMNS = (
    "name", "treatment", "language", "city", "subdivision", "body", "post", "role", "post_phone", "post_email",
    "starts", "ends", "verified", "phone", "email", "notes",
)  # fmt: skip

WOMEN: Mapping[str, Sequence[str]] = {
    "es": (
        "Ana", "María Luz", "Laura", "Silvia", "Marta", "Lucía", "Elena", "Patricia", "Rosa", "Julia", "Sofía",
        "Valeria", "Beatriz", "Graciela", "Teresa", "Inés", "Verónica", "Noelia", "Cecilia", "Adela",
    ),
    "pt": ("Márcia", "Luciana", "Cláudia", "Renata", "Fernanda", "Adriana", "Simone", "Débora", "Tânia", "Helena"),
}  # fmt: skip
MEN: Mapping[str, Sequence[str]] = {
    "es": (
        "Juan", "Pedro", "Luis", "Carlos", "Jorge", "Andrés", "Martín", "Diego", "Pablo", "Raúl", "Hugo", "Sergio",
        "Julio", "Óscar", "Ramón", "Tomás", "Nicolás", "Gabriel", "Ignacio",
    ),
    "pt": ("João", "José", "Paulo", "Antônio", "Marcos", "Rafael", "Tiago", "Luiz", "Fábio", "Renato", "Caio"),
}  # fmt: skip
SURNAMES: Mapping[str, Sequence[str]] = {
    "es": ("Ejemplo", "Prueba", "Modelo", "Muestra", "Ensayo", "Ficticio", "Borrador"),
    "pt": ("Exemplo", "Teste", "Modelo", "Amostra", "Ensaio", "Fictício", "Rascunho"),
}

PHONES: Mapping[str, str] = {
    "AR": "+54 11 0000-0{:03}",
    "BO": "+591 2 0000{:03}",
    "BR": "+55 11 0000-0{:03}",
    "CL": "+56 2 0000 0{:03}",
    "CO": "+57 601 0000{:03}",
    "EC": "+593 2 0000{:03}",
    "PE": "+51 1 0000{:03}",
    "PY": "+595 21 000{:03}",
    "UY": "+598 2000 0{:03}",
    "VE": "+58 212 0000{:03}",
}

HEADS: Mapping[str, tuple[str, str]] = {
    "AR": ("Intendenta", "Intendente"),
    "BO": ("Alcaldesa", "Alcalde"),
    "BR": ("Prefeita", "Prefeito"),
    "CL": ("Alcaldesa", "Alcalde"),
    "CO": ("Alcaldesa", "Alcalde"),
    "EC": ("Alcaldesa", "Alcalde"),
    "PE": ("Alcaldesa", "Alcalde"),
    "PY": ("Intendenta", "Intendente"),
    "UY": ("Intendenta", "Intendente"),
    "VE": ("Alcaldesa", "Alcalde"),
}
"""What the head of a local government is called in each country, a woman and a man."""

OWN_HEADS: Mapping[str, tuple[str, str]] = {
    "Buenos Aires": ("Jefa de Gobierno", "Jefe de Gobierno"),
    "Brasília": ("Governadora", "Governador"),
    "Minas Gerais (estado)": ("Governadora", "Governador"),
    "São Paulo (estado)": ("Governadora", "Governador"),
    "Bogotá": ("Alcaldesa Mayor", "Alcalde Mayor"),
}
"""Governments whose head has a title of its own."""

OFFICES: Mapping[str, Sequence[str]] = {
    "es": (
        "Coordinación de Relaciones Internacionales",
        "Dirección de Cooperación y Relaciones Internacionales",
        "Enlace con la red",
    ),
    "pt": ("Coordenação de Relações Internacionais", "Secretaria de Relações Internacionais"),
}

LIAISONS = (
    "Rosario", "Montevideo", "Canelones", "Córdoba", "Santa Fe", "Tandil", "Quilmes", "Morón", "La Plata",
    "Buenos Aires", "Esteban Echeverría", "Villa María", "Río Cuarto", "Porto Alegre", "São Paulo", "Belo Horizonte",
    "Curitiba", "Niterói", "Guarulhos", "São Leopoldo", "Recife", "Rio de Janeiro", "Foz do Iguaçu", "Asunción",
    "Ciudad del Este", "Valparaíso", "Peñalolén", "Santiago", "La Paz", "Lima", "Medellín", "Bogotá", "Caracas",
    "Maldonado", "Salto", "Rocha",
)  # fmt: skip
"""Cities that have somebody for the network besides the head of government."""

OTHERS = (
    ("technical_secretariat", "Coordinación de la STPM", "technical_secretariat"),
    ("technical_secretariat", "Asistencia de secretaría", "technical_secretariat"),
    ("technical_secretariat", "Comunicación", "communication"),
    ("culture", "Coordinación de la Unidad Temática", "unit_coordination"),
    ("environment", "Coordinación de la Unidad Temática", "unit_coordination"),
    ("comum", "Representación de la Secretaría Ejecutiva", "national_coordination"),
)
TERM = 48
"""Months of a mandate in the sample."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A fictitious person: name, language, and whether a woman."""

    name: str
    language: str
    is_woman: bool


def people(language: str) -> Iterator[Somebody]:
    """Return people of `language`, a woman and a man in turn, no two of one name."""
    surnames = SURNAMES[language]
    for number in count():
        is_woman = number % 2 == 0
        first = (WOMEN if is_woman else MEN)[language]
        turn = number // 2
        one, step = turn % len(surnames), 1 + turn // len(surnames) % (len(surnames) - 1)
        other = (one + step) % len(surnames)
        yield Somebody(f"{first[turn % len(first)]} {surnames[one]} {surnames[other]}", language, is_woman)


def slug(text: str) -> str:
    """Return `text` as a part of an address."""
    return fold(text.replace("(estado)", "estado")).replace(" ", "-")


def address(somebody: Somebody, place: str) -> str:
    """Return the person's e-mail."""
    words = fold(somebody.name).split()
    return f"{words[0]}.{words[-2]}.{words[-1]}@{place}.example.org"


def mandate(number: int) -> tuple[int, int]:
    """Return when the mandate of the head number `number` began (months ago) and ends (months ahead)."""
    if number % 13 == 5:  # noqa: PLR2004  about one in thirteen has ended and nobody has said who follows
        over = 1 + number % 7
        return TERM + over, -over
    begun = 2 + number * 7 % 43
    return begun, TERM - begun


def verified(number: int, begun: int) -> str:
    """Return how many months ago the post was last confirmed: most within the year, some before, some never."""
    if number % 11 == 3:  # noqa: PLR2004  one in eleven never
        return ""
    months = 13 + number % 17 if number % 6 == 1 else 1 + number % 10
    return str(min(months, begun))


def rows() -> Iterator[dict[str, str]]:
    """Return a row for the head of each member, for the liaisons, and for the posts of the bodies."""
    names = {language: people(language) for language in SURNAMES}
    with (SAMPLE / "members.csv").open(encoding="utf-8", newline="") as file:
        members = list(csv.DictReader(file))
    heads = [(member, True) for member in members]
    offices = [(member, False) for city in LIAISONS for member in members if member["city"] == city]
    for number, (member, is_head) in enumerate([*heads, *offices]):
        yield of_city(member, next(names["pt" if member["country"] == "BR" else "es"]), number, is_head=is_head)
    for number, (body, post, role) in enumerate(OTHERS):
        yield of_body(next(names["es"]), number, body, post, role)


def of_city(member: Mapping[str, str], somebody: Somebody, number: int, *, is_head: bool) -> dict[str, str]:
    """Return the row of a post of a city."""
    place = slug(f"{member['city']} {member['subdivision'] if member['city'] == 'Avellaneda' else ''}")
    offices = OFFICES[somebody.language]
    titles = OWN_HEADS.get(member["city"], HEADS[member["country"]])
    begun, left = mandate(number) if is_head else (3 + number * 5 % 40, None)
    office = "gabinete" if somebody.language == "pt" else "despacho"
    return {
        "name": somebody.name,
        "treatment": treatment(somebody),
        "language": somebody.language,
        "city": member["city"],
        "subdivision": member["subdivision_iso"],
        "post": titles[0 if somebody.is_woman else 1] if is_head else offices[number % len(offices)],
        "role": "head_of_government" if is_head else "liaison",
        "post_phone": PHONES[member["country"]].format(number),
        "post_email": f"{office if is_head else 'internacionales'}@{place}.example.org",
        "starts": str(begun),
        "ends": "" if left is None else str(left),
        "verified": verified(number, begun),
        "phone": "" if is_head else PHONES[member["country"]].format(500 + number),
        "email": address(somebody, place),
        "notes": "Persona ficticia del ejemplo." if somebody.language == "es" else "Pessoa fictícia do exemplo.",
    }


def of_body(somebody: Somebody, number: int, body: str, post: str, role: str) -> dict[str, str]:
    """Return the row of a post of a body."""
    return {
        "name": somebody.name,
        "treatment": treatment(somebody),
        "language": "es,pt" if body == "technical_secretariat" else "es",
        "body": body,
        "post": post,
        "role": role,
        "post_phone": PHONES["UY"].format(900 + number),
        "post_email": f"{slug(body)}@red.example.org",
        "starts": str(10 + 3 * number),
        "verified": str(1 + number),
        "phone": PHONES["UY"].format(950 + number),
        "email": address(somebody, "red"),
        "notes": "Persona ficticia del ejemplo.",
    }


def treatment(somebody: Somebody) -> str:
    """Return how a letter calls the person."""
    return "Sra." if somebody.is_woman else "Sr."


def main() -> None:
    """Write people.csv."""
    with (SAMPLE / "people.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows())


if __name__ == "__main__":
    main()
