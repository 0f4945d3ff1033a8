"""What both forms of an acta say: what is not approved or not recorded says so."""

import pytest

from app.rendering.outline import as_text
from app.reports.acta import ActaForm, Options
from app.reports.offered import make
from tests.app.reports.example import Network


@pytest.mark.parametrize("form", list(ActaForm))
def test_what_is_not_approved_or_recorded_says_so(network: Network, form: str) -> None:
    said = as_text(make(network.store, "acta", Options(network.keys["next"], form), "es"))
    assert "Borrador: el acta no está aprobada." in said
    assert "No está registrado quién asistió." in said
    assert "sin número registrado" in said
    assert "Documentos" in said


def test_who_was_convened_and_did_not_come_is_said_in_the_form_of_mercosur(network: Network) -> None:
    said = as_text(make(network.store, "acta", Options(network.keys["held"], "mercosur"), "es"))
    assert "ad referendum de las delegaciones convocadas que no asistieron: Brasil." in said
