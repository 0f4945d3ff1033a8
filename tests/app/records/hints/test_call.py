"""Which rules of its call a project breaks is said beside its fields, with both figures, and on the page of both."""

from collections.abc import Sequence
from datetime import date

from app.records.drafts import Rows, new_key
from app.records.editing import Draft, save_record
from app.records.hints import hints_about
from app.records.proposals import advise
from app.words.problems import Problem
from db.keys import key_of
from db.store import Store
from db.values import Money, PartialDate, RecordKey
from tests.app.records.hints.test_hints import of_page
from tests.app.records.reading import asked_of
from tests.make import SPANISH, add, add_city

RULES = {
    "closes": PartialDate(2026, 10, 31),
    "ceiling": Money(10_000_00, "USD"),
    "largest_share": 50_000,
    "months": 12,
    "extension": 6,
    "coordinate_most": 1,
    "take_part_most": 1,
    "modalities": "training,internship",
    "asks_endorsement": True,
}


def said(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    return [(each.place.field, each.say(SPANISH).replace("\N{NO-BREAK SPACE}", " ")) for each in problems]


def of_draft(store: Store, **values: object) -> list[tuple[str, str]]:
    return said(advise(store, Draft("project", None, {"name": "Riego", **values})).hints)


def test_each_rule_is_said_beside_its_field_with_both_figures(store: Store) -> None:
    call = add(store, "call", name="Sur", **RULES)
    broken = {"amount": Money(24_000_00, "USD"), "own_share": 45_000, "months": 14, "extension": 7}
    assert of_draft(store, call_id=call, modality="product", **broken) == [
        ("amount", "Se piden USD 13.200,00 y el tope del llamado es USD 10.000,00."),
        ("own_share", "Se pide el 55% del costo y el llamado da hasta el 50%."),
        ("months", "Meses de ejecución: 14; el llamado admite hasta 12."),
        ("extension", "Meses de prórroga: 7; el llamado admite hasta 6."),
        (
            "modality",
            "El llamado no admite «Producto de difusión»; admite: Capacitación, Pasantía.",
        ),
        ("endorsed_on", "El llamado pide carta aval y no está anotada."),
    ]
    kept = {"amount": Money(20_000_00, "USD"), "own_share": 50_000, "months": 12, "extension": 6}
    endorsed = {"endorsed_on": PartialDate(2026, 9), "modality": "training"}
    assert of_draft(store, call_id=call, **kept, **endorsed) == []


def test_amounts_of_two_currencies_are_not_compared(store: Store) -> None:
    call = add(store, "call", name="Sur", ceiling=RULES["ceiling"])
    assert of_draft(store, call_id=call, amount=Money(5, "UYU"), own_share=0) == [
        ("amount", "Se piden UYU 0,05 y el tope del llamado es USD 10.000,00: monedas distintas no se comparan.")
    ]


def test_what_the_call_leaves_empty_binds_nothing(store: Store) -> None:
    call = add(store, "call", name="Sur")
    values = {
        "amount": Money(9_000_000_00, "USD"),
        "own_share": 0,
        "months": 90,
        "extension": 90,
        "modality": "product",
    }
    assert of_draft(store, call_id=call, **values) == []
    assert of_draft(store, **values) == []


def test_a_city_that_coordinates_or_takes_part_too_often_is_named_beside_the_other_projects(store: Store) -> None:
    call = add(store, "call", name="Sur", coordinate_most=1, take_part_most=1)
    city, partner = add_city(store, "Tandil"), add_city(store, "Azul")
    rows = Rows((Draft("project_partner", new_key(), {"municipality_id": partner}),))
    other = save_record(store, Draft("project", None, {"name": "Pozos", "call_id": call}, {"partners": rows})).id
    second = add(store, "project", name="Canales", call_id=call, municipality_id=city)
    dropped = add(store, "project", name="Diques", call_id=call, municipality_id=city, state="dropped")
    mine = Draft("project_partner", new_key(), {"municipality_id": partner})
    values = {"name": "Riego", "call_id": call, "municipality_id": city}
    hints = advise(store, Draft("project", None, values, {"partners": Rows((mine,))})).hints
    assert said(hints) == [
        ("municipality_id", "Proyectos de este llamado que coordina Tandil: 2; puede coordinar hasta 1."),
        (
            f"partners.{mine.id}.municipality_id",
            "Proyectos de este llamado en que Azul es socia: 2; puede serlo en hasta 1.",
        ),
    ]
    assert [each.key for hint in hints for each in hint.named] == [
        RecordKey("project", second),
        RecordKey("project", other),
    ]
    assert of_page(store, "project", dropped) == []


def test_presenting_after_the_closing_is_said_of_its_step_and_of_what_was_asked(store: Store) -> None:
    call = add(store, "call", name="Sur", closes=PartialDate(2026, 10, 31))
    late = add(store, "project", name="Riego", call_id=call, state="presented")
    stage = key_of("starter", "stages", "project_4")
    step = {"record": RecordKey("project", late), "name": "Presentación", "state": "done"}
    add(store, "stage", route="project", name="Presentación")
    with_stage = save_stage(store, stage)
    add(store, "step", **step, stage_id=with_stage, done_on=date(2026, 11, 1))
    wanted = ("state", "Se presentó el 01/11/2026 y el llamado cerró el 31/10/2026.")
    assert said(of_page(store, "project", late)) == [wanted]
    funding = Draft("funding", None, {"kind": "asked", "amount": Money(1, "USD"), "day": PartialDate(2026, 11, 1)})
    values = {"name": "Pozos", "call_id": call, "state": "presented"}
    asked = save_record(store, Draft("project", None, values, {"fundings": Rows((funding,))})).id
    assert said(of_page(store, "project", asked)) == [wanted]


def save_stage(store: Store, key: str) -> str:
    return save_record(store, Draft("stage", key, {"route": "project", "name": "Presentación"})).id


def test_the_page_of_the_call_says_which_of_its_projects_break_which_rule(store: Store) -> None:
    call = add(store, "call", name="Sur", months=12, extension=6)
    project = add(store, "project", name="Riego", call_id=call, months=14, extension=7)
    add(store, "project", name="Pozos", call_id=call, months=12)
    (found,) = of_page(store, "call", call)
    assert found.say(SPANISH) == (
        "«Riego» no cumple: Meses de ejecución: 14; el llamado admite hasta 12. "
        "Meses de prórroga: 7; el llamado admite hasta 6."
    )
    assert [each.key for each in found.named] == [RecordKey("project", project)]


def test_the_projects_of_a_call_are_read_at_once_however_many_there_are(store: Store) -> None:
    call, city = add(store, "call", name="Sur", **RULES), add_city(store, "Azul")
    asked = []
    for number in range(6):
        partner = Draft("project_partner", new_key(), {"municipality_id": city})
        money = Draft("funding", None, {"kind": "asked", "amount": Money(20_000_00, "USD")})
        parts = {"partners": Rows((partner,)), "fundings": Rows((money,))}
        save_record(store, Draft("project", None, {"name": f"Pozo {number}", "call_id": call}, parts))
        with store.reading() as session, asked_of(session) as statements:
            assert len(hints_about(session, "call", call)) == number + 1
        asked.append(len(statements))
    assert asked == [asked[0]] * 6
