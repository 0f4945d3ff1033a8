"""A city with two contacts, and the form in which the tests show it."""

from app.records.reading import Record
from app.screens.layout import FormLayout, PartSection, Section

LAYOUT = FormLayout(
    "municipality",
    (
        Section("", ("short_name", ("country", "subdivision"), ("population", "population_year"), "web")),
        PartSection("Direcciones y vías de contacto", "contact_points", ("kind", "value", "label")),
    ),
)


PHONE = Record("contact_point", "p1", "", {"kind": "phone", "value": "+59843322288", "label": None})


MAIL = Record("contact_point", "p2", "", {"kind": "email", "value": "protocolo@example.org", "label": "Protocolo"})


CANELONES = Record(
    "municipality",
    "m1",
    "Canelones",
    {"short_name": "Canelones", "country": "UY", "population": 518_154},
    {},
    {"contact_points": (PHONE, MAIL)},
)
