"""The head of a page says the few facts that matter, and of what ends only what is in force."""

from datetime import date, timedelta

from app.document import Address, Paragraph, Reference, Several, Tone, Way
from app.records.editing import Draft, Rows, save_record
from db.values import PartialDate, RecordKey
from tests.app.record_page.reading import head_of, names_of, page_of, table_below
from tests.app.reports.example import Network
from tests.make import SPANISH, add


def test_a_city_begins_with_its_state_and_with_who_answers_and_how_to_reach_them(network: Network) -> None:
    page = page_of(network.store, "municipality", network.keys["rosario"])
    assert page.section.title == "Rosario"
    assert page.section.blocks[0] == Paragraph("Ciudad · Argentina · Santa Fe", Tone.MUTED)
    head = head_of(page)
    assert head["Situación"] == "Miembro"
    assert head["Miembro desde"] == PartialDate(1995, 11, 11)
    assert head["Oficial de enlace"] == Several(
        (
            Reference("Luis Muestra", "person", network.keys["luis"]),
            "Dirección de Relaciones Internacionales · A verificar · desde 2008",
            Address("+54 9 341 555-0101", Way.PHONE, "+5493415550101"),
            Address("luis@example.org", Way.EMAIL, "luis@example.org"),
        )
    )


def test_who_no_longer_holds_a_post_is_not_in_the_head(network: Network) -> None:
    value = head_of(page_of(network.store, "municipality", network.keys["porto"]))["Máxima autoridad"]
    assert isinstance(value, Reference)
    assert (value.text, value.entity) == ("Prefeito: vacante", "post")
    person = page_of(network.store, "person", network.keys["joao"])
    assert "Mandato" not in str(person.section.blocks[1])
    assert table_below(person.section.blocks, "tenures").rows[0][0] == Reference("Prefeito", "post", network.keys["p2"])


def test_a_person_begins_with_posts_their_state_and_all_ways_to_be_reached(network: Network) -> None:
    page = page_of(network.store, "person", network.keys["luis"])
    head = head_of(page)
    assert head["Mandato"] == Several(
        (
            Reference("Dirección de Relaciones Internacionales · Rosario", "post", network.keys["p3"]),
            "A verificar · desde 2008",
        )
    )
    assert head["Celular"] == Address("+54 9 341 555-0101", Way.PHONE, "+5493415550101")
    assert "contact_points" not in names_of(page.section.blocks)  # said already, each of them


def test_a_body_begins_with_who_presides_it(network: Network) -> None:
    head = head_of(page_of(network.store, "body", network.keys["board"]))
    assert head["Presidencia"] == Several(
        (Reference("Canelones", "municipality", network.keys["canelones"]), "desde 06/2008")
    )


def test_a_mandate_says_when_somebody_last_made_sure_of_it(network: Network) -> None:
    values = {"post_id": network.keys["p3"], "starts": PartialDate(2024), "verified_on": date(2026, 11, 2)}
    held = Draft("tenure", None, values)
    key = save_record(network.store, Draft("person", None, {"name": "Eva Prueba"}, {"tenures": Rows((held,))})).id
    said = head_of(page_of(network.store, "person", key))["Mandato"]
    assert isinstance(said, Several)
    assert said.values[-1] == "Vigente · desde 2024 · verificado el 02/11/2026"


def test_what_goes_a_route_says_what_comes_next_since_when_and_that_it_is_late(network: Network) -> None:
    store, today = network.store, network.store.today()
    key = add(store, "recommendation", name="Consorcios")
    record = RecordKey("recommendation", key)
    add(store, "step", record=record, name="Aprobada", state="done", done_on=today - timedelta(days=12))
    coming = add(store, "step", record=record, name="Elevada al GMC", due_on=today - timedelta(days=1))
    late = f"Elevada al GMC · lleva 12 días, venció el {SPANISH.date(today - timedelta(days=1))}"
    assert head_of(page_of(store, "recommendation", key))["Próximo paso"] == late
    save_record(store, Draft("step", coming, {"due_on": today}))
    in_time = f"Elevada al GMC · lleva 12 días, vence el {SPANISH.date(today)}"
    assert head_of(page_of(store, "recommendation", key))["Próximo paso"] == in_time
    save_record(store, Draft("step", coming, {"due_on": None}))
    assert head_of(page_of(store, "recommendation", key))["Próximo paso"] == "Elevada al GMC · lleva 12 días"
    save_record(store, Draft("recommendation", key, {"result": "accepted"}))
    assert "Próximo paso" not in head_of(page_of(store, "recommendation", key))


def test_an_agreement_says_in_how_many_days_it_ends_and_which_notice_that_reached(network: Network) -> None:
    today = network.store.today()
    ends = PartialDate.of(today + timedelta(days=24))
    soon = add(network.store, "agreement", name="Pasantías", ends=ends, renews_by=24)
    head = head_of(page_of(network.store, "agreement", soon))
    assert head["Días que quedan"] == "Vence en 24 días (aviso de 30)"
    assert head["Renovado, vencería el"] == PartialDate(ends.year + 2, ends.month, ends.day)
    assert "Aviso" not in head
    later = add(network.store, "agreement", name="Marco", ends=PartialDate.of(today + timedelta(days=200)))
    assert head_of(page_of(network.store, "agreement", later))["Días que quedan"] == "Vence en 200 días"


def test_an_agreement_expires_where_a_task_is_due(network: Network) -> None:
    key = add(network.store, "agreement", name="Marco", ends=PartialDate(2030, 4))
    for language, label in (("es", "Vence el"), ("pt", "Vence em"), ("en", "Expires on")):
        assert head_of(page_of(network.store, "agreement", key, language))[label] == PartialDate(2030, 4)


def test_the_records_that_a_derived_field_names_are_led_to(network: Network) -> None:
    store = network.store
    bank = add(store, "organisation", name="Banco")
    post = add(store, "post", name="Relaciones", organisation_id=bank)
    people = [add(store, "person", name=name) for name in ("Alba Ficticia", "Beto Ficticio")]
    for each in people:
        add(store, "tenure", post_id=post, person_id=each)
    refs = (Reference("Alba Ficticia", "person", people[0]), Reference("Beto Ficticio", "person", people[1]))
    assert head_of(page_of(store, "organisation", bank))["Nuestro contacto"] == Several(refs)


def test_what_was_due_and_was_not_done_is_said_to_be_late(network: Network) -> None:
    rosario = RecordKey("municipality", network.keys["rosario"])
    for due, said in ((date(2008, 6, 1), "01/06/2008 · Plazo vencido"), (date(2100, 6, 1), date(2100, 6, 1))):
        owed = add(network.store, "commitment", record=rosario, text="Enviar la lista", due_on=due)
        assert head_of(page_of(network.store, "commitment", owed))["Vence el"] == said
    project = add(network.store, "project", name="Huertas", state="running", starts=PartialDate(2007, 1, 1), months=12)
    assert str(head_of(page_of(network.store, "project", project))["Termina el"]).endswith("2008 · Plazo vencido")
    need = add(network.store, "need", name="Ferias", until=PartialDate(2008), municipality_id=rosario.id)
    assert head_of(page_of(network.store, "need", need))["Hasta cuándo"] == "2008 · Plazo vencido"
