"""A city with two contacts, and the form in which the tests show it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.records.reading import Record
from app.screens.layout import FormLayout, PartSection, Section
from ui.form.form import Form

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


@contextmanager
def laid_out(form: Form) -> Iterator[QWidget]:
    """Give what a form stands in, below what it says above its fields, for as long as the block lasts."""
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for each in (form.top, form):
        column.addWidget(each)
    shown.resize(700, 500)
    yield shown
    shown.close()
    shown.deleteLater()
