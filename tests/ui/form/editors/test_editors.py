"""The editors: each kind of field is typed as people write it, and given back typed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.records.catalog import FieldInfo
from app.words.fields import Bounds, Field, Kind, Money, PartialDate, RecordKey, UnitIn
from app.words.words import Words
from tests.make import CATALOG
from tests.ui.form.editors.making import make, make_as, type_in
from tests.ui.form.references import Cities
from ui.form.editors.combo import BooleanEditor, ChoiceEditor
from ui.form.editors.dates import DateEditor
from ui.form.editors.decimals import DecimalEditor
from ui.form.editors.editor import Desk
from ui.form.editors.long_text import LongTextEditor
from ui.form.editors.make import EDITORS, make_editor
from ui.form.editors.money import MoneyEditor
from ui.form.editors.reference import ReferenceEditor
from ui.form.editors.suggesting import CountryEditor, SubdivisionEditor
from ui.form.editors.typed import TypedEditor

SAMPLES: dict[Kind, object] = {
    Kind.TEXT: "Intendencia de Canelones",
    Kind.LONG_TEXT: "Primer párrafo.\nSegundo párrafo.",
    Kind.INTEGER: 1_234_567,
    Kind.NUMERAL: 2022,
    Kind.DECIMAL: 1_234_567,
    Kind.PERCENT: 33_333,
    Kind.MONEY: Money(700_050, "USD"),
    Kind.DATE: date(2008, 6, 18),
    Kind.PARTIAL_DATE: PartialDate(2008, 6),
    Kind.TIME: "14:30",
    Kind.BOOLEAN: False,
    Kind.CHOICE: "applicant",
    Kind.COUNTRY: "BR",
    Kind.SUBDIVISION: "AR-S",
    Kind.LANGUAGE: "es,pt",
    Kind.LANGUAGES: "es,pt",
    Kind.CURRENCY: "UYU",
    Kind.DEGREES: -34_523_001,
    Kind.PHONE: "+59843322288",
    Kind.EMAIL: "protocolo@example.org",
    Kind.WEB: "https://example.org/red",
    Kind.REFERENCE: "1",
    Kind.RECORD: RecordKey("municipality", "1"),
    Kind.LINKS: ("1", "2"),
}


@pytest.fixture
def make_typed(desk: Desk, window: QWidget) -> Callable[[Kind], TypedEditor]:
    return lambda kind: make_as(TypedEditor, kind, desk, window)


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(Kind)


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: str(kind.value))
def test_a_value_comes_back_as_it_was_set(kind: Kind, desk: Desk, window: QWidget) -> None:
    editor = make(kind, desk, window)
    editor.set_value(SAMPLES[kind])
    assert editor.value() == SAMPLES[kind]
    assert editor.problem() is None
    editor.set_value(None)
    assert editor.value() in (None, ())


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        (Kind.INTEGER, "1.250", 1250, "1.250"),
        (Kind.NUMERAL, "2022", 2022, "2022"),
        (Kind.DECIMAL, "1,234.5", 1_234_500, "1.234,5"),
        (Kind.DECIMAL, "0,05", 50, "0,05"),
        (Kind.PERCENT, "33.333 %", 33_333, "33,333%"),
        (Kind.PERCENT, "85", 85_000, "85%"),
        (Kind.DATE, "18-6-2008", date(2008, 6, 18), "18/06/2008"),
        (Kind.PARTIAL_DATE, "6/2008", PartialDate(2008, 6), "06/2008"),
        (Kind.PARTIAL_DATE, "2008", PartialDate(2008), "2008"),
        (Kind.PARTIAL_DATE, "18/06/2008", PartialDate(2008, 6, 18), "18/06/2008"),
        (Kind.TIME, "9.30", "09:30", "09:30"),
        (Kind.COUNTRY, "brasil", "BR", "Brasil"),
        (Kind.CURRENCY, "reales", "BRL", "BRL"),
        (Kind.EMAIL, " protocolo@example.org ", "protocolo@example.org", "protocolo@example.org"),
    ],
)
def test_what_is_typed_is_read_and_written_in_its_usual_form(
    kind: Kind, typed: str, value: object, shown: str, make_typed: Callable[[Kind], TypedEditor]
) -> None:
    editor = make_typed(kind)
    type_in(editor, typed)
    assert editor.value() == value
    assert editor.line.text() == shown


def test_what_cannot_be_read_stays_and_says_why(desk: Desk, window: QWidget, words: Words) -> None:
    editor = make_as(TypedEditor, Kind.DATE, desk, window)
    type_in(editor, "ayer")
    problem = editor.problem()
    assert problem is not None
    assert "ayer" in problem.say(words)
    assert editor.line.text() == "ayer"
    assert editor.value() is None


def test_a_phone_is_read_as_one_of_its_country(desk: Desk, window: QWidget) -> None:
    editor = make_as(TypedEditor, Kind.PHONE, desk, window)
    editor.set_country("UY")
    type_in(editor, "4332 2288")
    assert editor.value() == "+59843322288"
    assert editor.line.text() == "+598 4332 2288"


def test_a_measure_is_written_with_its_unit_or_shows_it_beside_it(desk: Desk, window: QWidget) -> None:
    fixed = make_editor(FieldInfo("x", Field("Largo", Kind.DECIMAL, unit="km")), desk, window)
    assert isinstance(fixed, DecimalEditor)
    type_in(fixed, "12,5")
    assert (fixed.value(), fixed.line.text()) == (12_500, "12,5 km")
    beside = make_editor(FieldInfo("x", Field("Meta", Kind.DECIMAL, unit=UnitIn("unit"))), desk, window)
    assert isinstance(beside, DecimalEditor)
    assert beside.unit.isHidden()
    beside.set_unit("personas")
    type_in(beside, "1.500")
    assert (beside.value(), beside.line.text(), beside.unit.text()) == (1_500_000, "1.500", "personas")
    assert not beside.unit.isHidden()


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT])
def test_a_text_longer_than_its_column_is_refused_at_its_field(kind: Kind, desk: Desk, window: QWidget) -> None:
    editor = make_editor(FieldInfo("x", Field("Dato", kind, bounds=Bounds(longest=5))), desk, window)
    QTest.keyClicks(editor.input(), "seises")
    problem = editor.problem()
    assert problem is not None
    assert problem.say(desk.words) == "El texto de «Dato» tiene 6 caracteres y caben 5. Acórtelo."
    QTest.keyClick(editor.input(), Qt.Key.Key_Backspace)
    assert (editor.problem(), editor.value()) == (None, "seise")


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.COUNTRY])
def test_a_null_character_that_was_pasted_is_refused_at_its_field(kind: Kind, desk: Desk, window: QWidget) -> None:
    editor = make(kind, desk, window)
    if isinstance(editor, LongTextEditor):
        editor.box.setPlainText("uno\0dos")
    elif isinstance(editor, TypedEditor):
        editor.line.setText("uno\0dos")
    problem = editor.problem()
    assert problem is not None
    assert "carácter nulo (U+0000), que aquí se ve como ␀: «uno␀dos»" in problem.say(desk.words)


def test_a_sum_without_currency_is_refused(desk: Desk, window: QWidget, words: Words) -> None:
    editor = make_as(MoneyEditor, Kind.MONEY, desk, window)
    QTest.keyClicks(editor.amount, "7.000")
    problem = editor.problem()
    assert problem is not None
    assert "Falta la moneda" in problem.say(words)
    assert editor.value() is None
    editor.currency.setCurrentIndex(editor.currency.findData("USD"))
    assert editor.value() == Money(700_000, "USD")
    editor.settle()
    assert editor.amount.text() == "7.000,00"


def test_a_sum_can_bring_its_currency_along(desk: Desk, window: QWidget) -> None:
    editor = make_as(MoneyEditor, Kind.MONEY, desk, window)
    QTest.keyClicks(editor.amount, "500 euros")
    editor.settle()
    assert editor.value() == Money(50_000, "EUR")
    assert editor.currency.currentData() == "EUR"


def test_a_currency_that_is_written_is_taken_instead_of_the_one_beside_it(desk: Desk, window: QWidget) -> None:
    editor = make_as(MoneyEditor, Kind.MONEY, desk, window)
    editor.set_value(Money(700_000, "USD"))
    for typed, meant in (
        ("EUR 2.500", Money(250_000, "EUR")),
        ("EUR 300", Money(30_000, "EUR")),
        ("40", Money(4_000, "EUR")),
    ):
        editor.amount.selectAll()
        QTest.keyClicks(editor.amount, typed)
        editor.settle()
        assert editor.problem() is None
        assert editor.value() == meant
        assert editor.currency.currentData() == "EUR"


def test_the_calendar_fills_the_date(desk: Desk, window: QWidget) -> None:
    editor = make_as(DateEditor, Kind.DATE, desk, window)
    editor.set_value(date(2008, 6, 18))
    editor.line.setFocus()
    QTest.keyClick(editor.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor.calendar is not None
    assert editor.calendar.isVisible()
    assert editor.calendar.selectedDate().toPython() == date(2008, 6, 18)
    editor.calendar.clicked.emit(editor.calendar.selectedDate().addDays(2))
    assert not editor.calendar.isVisible()
    assert editor.value() == date(2008, 6, 20)


def test_a_claim_has_three_states(desk: Desk, window: QWidget) -> None:
    editor = make_as(BooleanEditor, Kind.BOOLEAN, desk, window)
    shown = {editor.box.itemText(row): editor.box.itemData(row) for row in range(editor.box.count())}
    assert shown == {"sin registrar": None, "Sí": True, "No": False}


def test_a_choice_that_is_no_longer_offered_is_kept(desk: Desk, window: QWidget) -> None:
    editor = make_as(ChoiceEditor, Kind.CHOICE, desk, window)
    editor.set_value("honorary")
    assert editor.value() == "honorary"


def test_the_wheel_does_not_change_a_choice(desk: Desk, window: QWidget) -> None:
    editor = make_as(ChoiceEditor, Kind.CHOICE, desk, window)
    editor.set_value("member")
    down = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.box, down)
    assert editor.value() == "member"


def test_countries_are_offered_by_how_they_begin_without_accents(desk: Desk, window: QWidget) -> None:
    editor = make_as(CountryEditor, Kind.COUNTRY, desk, window)
    assert [option.label for option in editor.offer("peru")] == ["Perú"]
    assert editor.offer("")[0].label == "Argentina"
    assert "Reino Unido" in [option.label for option in editor.offer("unido")]


def test_subdivisions_are_those_of_the_country(desk: Desk, window: QWidget) -> None:
    editor = make_as(SubdivisionEditor, Kind.SUBDIVISION, desk, window)
    assert {option.detail for option in editor.offer("santa")} >= {"Argentina", "Brasil"}
    editor.set_country("AR")
    assert {option.value[:2] for option in editor.offer("")} == {"AR"}
    type_in(editor, "santa fe")
    assert editor.value() == "AR-S"


def test_an_option_is_picked_with_the_arrows(desk: Desk, window: QWidget, qtbot: QtBot) -> None:
    editor = make_as(CountryEditor, Kind.COUNTRY, desk, window)
    window.activateWindow()
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "uru")
    popup = editor.line.popup  # type: ignore[attr-defined]  # the line of a country is a PickLine
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert editor.value() == "UY"
    assert editor.line.text() == "Uruguay"


def test_a_reference_is_found_by_name(desk: Desk, window: QWidget) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "canelones")
    assert editor.value() is None
    assert editor.problem() is not None
    editor.settle()
    assert editor.value() == "2"
    assert editor.line.text() == "Canelones"


def test_a_name_that_nobody_has_is_not_taken(desk: Desk, window: QWidget, words: Words) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    QTest.keyClicks(editor.line, "Santa Rita")
    editor.settle()
    problem = editor.problem()
    assert problem is not None
    assert problem.say(words) == (
        "Falta elegir qué es «Santa Rita». Elíjalo o créelo mientras lo escribe, o borre el texto."
    )


def test_the_list_of_a_reference_ends_with_what_makes_a_new_record(
    desk: Desk, window: QWidget, cities: Cities, qtbot: QtBot
) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "Ros")
    qtbot.waitUntil(editor.line.popup.isVisible)
    lines = editor.line.list.completionModel()
    said = [str(lines.index(row, 0).data()) for row in range(lines.rowCount())]
    assert said == ["Rosario — Argentina · Santa Fe", "Rosário do Sul — Brasil", "Crear «Ros»"]
    QTest.keyClick(editor.line.popup, Qt.Key.Key_Down)
    QTest.keyClick(editor.line.popup, Qt.Key.Key_Down)
    QTest.keyClick(editor.line.popup, Qt.Key.Key_Return)
    assert cities.created == ["Ros"]
    assert editor.value() == "2"


def test_a_reference_that_nothing_is_like_is_made_with_enter(
    desk: Desk, window: QWidget, cities: Cities, qtbot: QtBot
) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "Santa Rita")
    qtbot.waitUntil(editor.line.popup.isVisible)
    QTest.keyClick(editor.line.popup, Qt.Key.Key_Return)
    assert cities.created == ["Santa Rita"]
    assert editor.line.text() == "Canelones"


def test_a_new_record_begun_over_another_does_not_take_its_name(
    desk: Desk, window: QWidget, cities: Cities, qtbot: QtBot
) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    editor.set_value("1", "Rosario")
    editor.line.setFocus()
    QTest.keyClick(editor.line, Qt.Key.Key_Down)
    qtbot.waitUntil(editor.line.popup.isVisible)
    lines = editor.line.list.completionModel()
    assert lines.index(lines.rowCount() - 1, 0).data() == "Crear…"


def test_nothing_is_made_where_there_is_no_file(words: Words, window: QWidget, qtbot: QtBot) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, Desk(words, CATALOG), window)
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "Ros")
    editor.line.unfold()
    assert not editor.line.popup.isVisible()


def test_a_reference_opens_its_record_and_makes_a_new_one(desk: Desk, window: QWidget, cities: Cities) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    QTest.keyClicks(editor.line, "Nueva")
    editor.creating.click()
    assert cities.created == ["Nueva"]
    assert editor.value() == "2"
    editor.opening.click()
    assert cities.opened == [("municipality", "2")]


def test_clearing_a_reference_records_none(desk: Desk, window: QWidget) -> None:
    editor = make_as(ReferenceEditor, Kind.REFERENCE, desk, window)
    editor.set_value("1")
    assert editor.line.text() == "Rosario"
    editor.line.clear()
    editor.settle()
    assert editor.value() is None
    assert editor.problem() is None


def test_tab_leaves_a_long_text(desk: Desk, window: QWidget) -> None:
    editor = make_as(LongTextEditor, Kind.LONG_TEXT, desk, window)
    lower = editor.box.height()
    editor.box.setFocus()
    QTest.keyClick(editor.box, Qt.Key.Key_Tab)
    assert editor.value() is None
    editor.set_value("línea\n" * 9)
    assert editor.box.height() > lower


def test_the_text_of_a_chapter_has_room_to_write_before_anything_is_written(desk: Desk, window: QWidget) -> None:
    info = desk.catalog["chapter"].field("text")
    chapter = make_editor(info, desk, window, entity="chapter")
    other = make_editor(info, desk, window)
    assert isinstance(chapter, LongTextEditor)
    assert isinstance(other, LongTextEditor)
    assert chapter.box.height() > 2 * other.box.height()
    chapter.set_value("línea\n" * 99)
    assert chapter.box.height() < window.screen().size().height() * 0.6


@pytest.mark.parametrize("kind", SAMPLES, ids=lambda kind: str(kind.value))
def test_the_person_is_heard_and_the_program_is_not(kind: Kind, desk: Desk, window: QWidget) -> None:
    editor = make(kind, desk, window)
    heard: list[Kind] = []
    editor.changed.connect(lambda: heard.append(kind))
    editor.set_value(SAMPLES[kind])
    assert not heard
    editor.name_input("Dato", "Para qué sirve")
    assert editor.input().accessibleName() == "Dato"


def test_a_currency_without_a_sum_is_refused_and_a_sum_may_be_taken_away(desk: Desk, window: QWidget) -> None:
    editor = make_as(MoneyEditor, Kind.MONEY, desk, window)
    editor.currency.setCurrentIndex(editor.currency.findData("USD"))
    problem = editor.problem()
    assert problem is not None
    assert "Falta el monto" in problem.say(desk.words)
    editor.set_value(Money(700_000, "USD"))
    editor.amount.clear()
    assert (editor.value(), editor.problem()) == (None, None)
