"""What an informe lacks is named, with where it is mended, and stands on the page of the term."""

from app.document import Block, DescriptionList, Heading, Reference, Several
from app.management.missing import CHAPTERS, SECTION, Missing, missing_blocks, read_missing
from app.record_page.beside import read_beside
from app.rendering.say import say_value
from app.screens import layout_of
from app.words.words import Words
from tests.app.units.made import JOINT, SPORT, Made
from tests.make import SPANISH


def missing(made: Made, language: str = "es", term: str = "term") -> Missing:
    spoken = made.store.speaking(language)
    with spoken.reading() as session:
        return read_missing(session, spoken, made[term])


def pairs(made: Made, language: str = "es", term: str = "term") -> dict[str, str]:
    words = Words(language)
    (block,) = missing_blocks(missing(made, language, term), words)
    assert isinstance(block, DescriptionList)
    return {label: say_value(value, words) for label, value in block.pairs}


def test_a_chapter_that_is_not_written_says_in_which_language_it_is(told: Made) -> None:
    said = pairs(told)
    assert "Capítulo: Palabras de la Secretaría Ejecutiva" not in said
    assert said["Capítulo: Contexto"] == "sin escribir en español; está en portugués"
    assert said["Capítulo: Rendición de cuentas"] == "sin escribir"
    assert pairs(told, "pt")["Capítulo: Introdução"] == "por escrever"


def test_lines_meetings_and_units_that_lack_something_are_named_and_lead_to_their_records(told: Made) -> None:
    found = missing(told)
    assert [each.id for each in found.unshown] == [told["10"]]  # the vacant line lacks nothing
    assert [each.id for each in found.unmeasured] == [told["10"]]
    assert told["own"] in {each.id for each in found.without_acta}
    assert told["joint"] not in {each.id for each in (*found.without_acta, *found.unapproved)}
    assert {each.text for each in found.unreported} == {SPORT, JOINT, "Unidad de Turismo"}
    assert found.empty == []
    assert pairs(told)["Fondos de proyectos"] == "1 monto con fecha incompleta no se suma"


def test_what_has_no_record_in_the_term_is_named(told: Made) -> None:
    assert pairs(told, term="before")["Sin nada registrado en la gestión"].splitlines()[0] == "Plan de trabajo"
    assert "Reuniones realizadas" not in pairs(told, term="before")["Sin nada registrado en la gestión"]


def blocks_of(made: Made) -> tuple[Block, ...]:
    layout = layout_of("period")
    assert layout is not None
    return read_beside(made.store, layout, made["term"], SPANISH).blocks


def test_the_page_of_a_term_says_it_with_the_way_to_its_chapters_and_records(told: Made) -> None:
    blocks = blocks_of(told)
    at = next(at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.name == SECTION)
    facts = blocks[at + 1]
    assert isinstance(facts, DescriptionList)
    assert facts.wanting == frozenset(range(6))
    assert {facts.names[place] for place in facts.wanting} == {CHAPTERS}
    led = [each for _, value in facts.pairs if isinstance(value, Several) for each in value.values]
    assert ("plan_line", told["10"]) in {(each.entity, each.id) for each in led if isinstance(each, Reference)}
