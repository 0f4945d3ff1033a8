"""Who attends a meeting in its dossier: by country, by role, who came, and the sheet that they sign."""

from app.meetings import AttendanceState, convoke, mark_attendance
from app.reports.board_pack.delegations import LINE_HEIGHT, SPARE_LINES
from db.store import Store
from tests.app.meetings.board import add_body, add_country, add_meeting, add_seat, attendances, seated_city
from tests.app.reports.example import Network
from tests.app.reports.reading import dossier_of, lines_of, tables_of
from tests.make import SPANISH, add, add_city


def test_who_sits_on_the_body_is_shown_until_the_meeting_is_convened(store: Store) -> None:
    body = add_body(store)
    seated_city(store, body, "Rosario")
    meeting = add_meeting(store, body)
    said = lines_of(dossier_of(store, meeting, "attendance"))
    assert "△ La reunión todavía no fue convocada." in said
    assert "### Integrantes a la fecha de la reunión" in said
    assert "| Argentina | Rosario | Integrante | _sin registrar_ | _sin convocar_ |" in said
    convoke(store, meeting, SPANISH)
    said = lines_of(dossier_of(store, meeting, "attendance"))
    assert "△ La reunión todavía no fue convocada." not in said
    assert "### Delegaciones" in said
    assert "| Argentina | Rosario | Integrante | _sin registrar_ | Convocada |" in said


def test_delegations_stand_by_country_the_chair_first_and_guests_last(store: Store) -> None:
    body = add_body(store)
    seated_city(store, body, "Montevideo", "UY")
    seated_city(store, body, "Azul")
    seated_city(store, body, "Zárate", role="chair")
    add(store, "seat", body_id=body, organisation_id=add(store, "organisation", name="AUGM"), role="observer")
    meeting = add_meeting(store, body)
    convoke(store, meeting, SPANISH)
    add(store, "attendance", meeting_id=meeting, municipality_id=add_city(store, "Arias"), state="convened")
    (table,) = tables_of(dossier_of(store, meeting, "attendance"))
    assert [row[1] for row in table.rows] == ["Zárate", "Azul", "Arias", "Montevideo", "AUGM"]
    assert [row[2] for row in table.rows][:3] == ["Presidencia", "Integrante", "Invitación"]


def test_who_came_is_counted_by_country(network: Network) -> None:
    document = dossier_of(network.store, network.keys["held"], "attendance")
    by_country, _ = tables_of(document)
    assert by_country.rows == (("Argentina", 1, 1, 0, 0), ("Brasil", 1, 0, 0, 1), ("Uruguay", 1, 1, 0, 0))
    said = lines_of(document)
    assert "- 2 presentes o representadas" in said
    assert "| Uruguay | Montevideo | Invitación | _sin registrar_ | Representada por Canelones |" in said


def test_who_sits_for_a_country_stands_under_it_and_is_one_delegation(store: Store) -> None:
    body = add_body(store)
    add_country(store, body, "UY", "Gloria Modelo", "Hugo Ficticio")
    add_country(store, body, "PY")
    meeting = add_meeting(store, body)
    convoke(store, meeting, SPANISH)
    mark_attendance(store, [each.id for each in attendances(store, meeting)][1:], AttendanceState.PRESENT)
    document = dossier_of(store, meeting, "attendance")
    assert tables_of(document)[0].rows == (("Uruguay", 1, 1, 0, 0),)
    said = lines_of(document)
    assert "- 1 delegación" in said
    assert "- 1 país con delegación" in said
    assert [line for line in said if "Suplente de Gloria Modelo | Hugo Ficticio | Presente" in line]
    assert [line for line in said if line.startswith("| Paraguay ") and "_sin convocar_" in line]


def test_nobody_is_counted_before_somebody_came(network: Network) -> None:
    said = lines_of(dossier_of(network.store, network.keys["next"], "attendance"))
    assert "### Por país" not in said
    assert "- 4 delegaciones" in said
    assert not [line for line in said if "presentes o representadas" in line]


def test_notes_have_a_column_when_there_is_one(store: Store) -> None:
    body = add_body(store)
    meeting = add_meeting(store, body)
    add(store, "attendance", meeting_id=meeting, municipality_id=add_city(store, "Azul"), state="convened")
    (table,) = tables_of(dossier_of(store, meeting, "attendance"))
    assert "Notas" not in [column.title for column in table.columns]
    noted = {"municipality_id": add_city(store, "Tandil"), "notes": "Llega tarde"}
    add(store, "attendance", meeting_id=meeting, state="convened", **noted)
    (table,) = tables_of(dossier_of(store, meeting, "attendance"))
    assert table.columns[-1].title == "Notas"
    assert [row[-1] for row in table.rows] == [None, "Llega tarde"]


def test_the_sheet_to_sign_numbers_who_is_convened_and_has_room_for_others(store: Store) -> None:
    body = add_body(store)
    add_seat(store, body, add_city(store, "Azul"))
    meeting = add_meeting(store, body)
    (table,) = tables_of(dossier_of(store, meeting, "signatures"))
    assert table.rows[0] == (1, "Azul", "Argentina", None, None)
    assert table.rows[1:] == ((None,) * 5,) * SPARE_LINES
    assert table.row_height == LINE_HEIGHT


def test_without_a_rule_the_quorum_says_so(network: Network) -> None:
    assert "- Regla de quórum: sin registrar" in lines_of(dossier_of(network.store, network.keys["next"]))


def test_an_organisation_is_called_as_the_reader_calls_it(store: Store) -> None:
    body = add_body(store)
    council = {"name": "Consejo", "name_pt": "Conselho"}
    add(store, "seat", body_id=body, organisation_id=add(store, "organisation", **council), role="observer")
    meeting = add_meeting(store, body)
    for is_convened in (False, True):
        if is_convened:
            convoke(store, meeting, SPANISH)
        for language, name in (("es", "Consejo"), ("pt", "Conselho")):
            (table,) = tables_of(dossier_of(store, meeting, "attendance", language=language))
            assert table.rows[-1][1] == name
