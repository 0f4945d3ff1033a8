"""What an acta reads: its form, who came with their post, and its state."""

from app.records.editing import edit_many
from app.reports.acta import ActaForm, Options, read_acta
from db.papers import ActaState
from tests.app.reports.example import Network


def test_who_came_is_read_with_the_post_held_on_that_day(network: Network) -> None:
    with network.store.reading() as session:
        acta = read_acta(session, Options(network.keys["held"]))
    assert [(each.name, each.person, each.post, each.came) for each in acta.delegates] == [
        ("Rosario", "Ana Ficticia", "Intendente", True),
        ("Montevideo", "", "", True),
        ("Porto Alegre", "", "", False),
    ]
    assert (acta.form, acta.number, acta.state) == (ActaForm.NETWORK, "01/2008", ActaState.APPROVED)


def test_the_form_is_that_of_mercosur_for_a_forum(network: Network) -> None:
    edit_many(network.store, "body", [network.keys["board"]], {"kind": "forum"})
    with network.store.reading() as session:
        assert read_acta(session, Options(network.keys["held"])).form is ActaForm.MERCOSUR
        assert read_acta(session, Options(network.keys["held"], "network")).form is ActaForm.NETWORK
