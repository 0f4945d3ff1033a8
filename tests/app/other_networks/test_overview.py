"""The page of the other networks: what each cell says, and that each count opens just what it counts."""

from collections.abc import Sequence

from app.document import Tone
from app.other_networks import questions
from app.other_networks.overview import compose_exchanges, compose_networks
from app.other_networks.reading import read_facts
from app.records.reading import list_ids
from app.units.grid import Grid
from app.words.words import Words
from db.store import Store
from db.values import RecordKey
from tests.app.other_networks.made import make_networks
from tests.make import add


def grids(store: Store, language: str = "es") -> tuple[Grid, Grid]:
    facts, words = read_facts(store.speaking(language)), Words(language)
    return compose_networks(facts, words), compose_exchanges(facts, words)


def said(grid: Grid) -> Sequence[tuple[str, ...]]:
    return [(head.text, *(cell.said for cell in row)) for head, row in zip(grid.rows, grid.cells, strict=True)]


def test_each_network_says_who_speaks_with_it_and_what_is_done_together(store: Store) -> None:
    made = make_networks(store)
    networks, _ = grids(store)
    nobody = "sin contacto registrado"
    assert said(networks) == [
        ("Grupo de Universidades", nobody, "sin ninguna anotación", "1", "", "", "", ""),
        ("Ciudades Educadoras", nobody, "10/02/2026; sin contacto hace 9 meses", "2", "1", "1", "1", "1"),
        (
            "Ciudades y Gobiernos Locales Unidos",
            "Ana Ficticia; Relaciones, desde 03/2024",
            "02/11/2026",
            *("", "", "", "", ""),
        ),
        ("Alianza Lejana", nobody, "sin ninguna anotación", "", "", "", "", ""),
    ]
    assert networks.rows[1].record == RecordKey("organisation", made["silent"])
    late = [row[1].lines[-1].tone for row in networks.cells]
    assert late == [Tone.LATE, Tone.LATE, Tone.PLAIN, Tone.MUTED]


def test_each_count_opens_just_what_it_counts(store: Store) -> None:
    make_networks(store)
    for grid in grids(store):
        for row in grid.cells:
            for line in (line for cell in row for line in cell.lines if line.query is not None and line.text.isdigit()):
                assert line.query is not None
                assert len(list_ids(store, line.query)) == int(line.text)
    facts = read_facts(store)
    assert set(list_ids(store, questions.NETWORKS)) == {each.id for each in facts.networks}
    assert set(list_ids(store, questions.SILENT)) == {each.id for each in facts.silent}


def test_each_theme_says_its_experiences_those_within_it_too_and_which_has_none(store: Store) -> None:
    make_networks(store)
    _, exchanges = grids(store)
    assert said(exchanges) == [
        ("Autonomía local", "2", "Azul; Tandil", "2008"),
        ("Gobernanza local", "ninguna todavía", "", ""),
    ]
    assert said(grids(store, "pt")[1])[0][0] == "Autonomia local"


def test_an_experience_on_the_theme_above_the_others_is_not_lost(store: Store) -> None:
    made = make_networks(store)
    add(store, "experience", name="De todo", themes=(made["line"],))
    assert said(grids(store)[1])[0] == ("Intercambio con otras redes", "1", "", "")


def test_names_are_those_of_the_reader(store: Store) -> None:
    make_networks(store)
    networks, _ = grids(store, "pt")
    assert networks.rows[2].text == "Cidades e Governos Locais Unidos"


def test_an_empty_file_has_neither(store: Store) -> None:
    facts = read_facts(store)
    assert (facts.networks, facts.exchanges) == ([], [])
