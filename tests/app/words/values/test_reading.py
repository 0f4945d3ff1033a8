"""What people and spreadsheets write is understood, or refused with words that help."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from app.words.problems import ProblemError
from app.words.values import read_value
from app.words.words import Words
from db.cooperation import Modality
from db.entities.post import PostRole
from db.fields import Field, Kind
from db.values import Money, PartialDate
from tests.app.words.values.reading import read, refusal


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.LINKS])
@pytest.mark.parametrize("raw", [None, "", "  ", "\u200b\u00a0", float("nan")])
def test_an_empty_cell_is_not_recorded(kind: Kind, raw: object) -> None:
    assert read(kind, raw) is None


@pytest.mark.parametrize("raw", ["-", "s/d", "S/D", "¿?", "sin dato", "unknown", "N/A"])
def test_what_says_that_nothing_is_known_is_not_recorded_but_in_a_text(raw: str) -> None:
    assert read(Kind.INTEGER, raw) is None
    assert read(Kind.CHOICE, raw) is None
    assert read(Kind.TEXT, raw) == raw


@pytest.mark.parametrize("raw", ["#N/A", "#REF!", "#¡VALOR!", "#DIV/0!"])
def test_a_failed_formula_is_refused_even_in_a_text(raw: str) -> None:
    assert "error de la planilla" in refusal(Kind.TEXT, raw)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  São\u00a0 Paulo\t", "São Paulo"),
        ("Co\u0301rdoba", "Córdoba"),
        ("uno\r\ndos", "uno dos"),
        ("a\x01b\u200bc\ufeff", "abc"),
        (3.0, "3"),
        (3.25, "3.25"),
        (1234567, "1234567"),
        (Decimal(100), "100"),
        (date(2008, 6, 18), "18/06/2008"),
        (datetime(2008, 6, 18, 14, 30), "18/06/2008 14:30"),  # noqa: DTZ001  a cell has no time zone
        (time(14, 30), "14:30"),
        (True, "Sí"),
    ],
)
def test_a_text_loses_only_what_cannot_be_seen(raw: object, text: str) -> None:
    assert read(Kind.TEXT, raw) == text


def test_a_long_text_keeps_its_lines_and_one_empty_one() -> None:
    assert read(Kind.LONG_TEXT, " uno \r\n\n\n\ndos\rtres ") == "uno\n\ndos\ntres"


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1 234", 1234),
        ("1\u00a0234\u202f567", 1234567),
        ("1.234", 1234),
        ("12'345", 12345),
        ("1234.0", 1234),
        ("1.234,00", 1234),
        ("1,234.00", 1234),
        ("0", 0),
        (0, 0),
        (1234.0, 1234),
        (1.234e6, 1234000),
        (Decimal(12), 12),
        ("-5", -5),
        ("−5", -5),
        ("007", 7),
    ],
)
def test_a_whole_number_is_read_with_the_thousands_of_any_language(raw: object, number: int) -> None:
    assert read(Kind.INTEGER, raw) == number


@pytest.mark.parametrize(
    "raw",
    ["12,5", 1.234, "mil", "12-13", "1.2.3", "1,23,456.7", True, "1e5", "9" * 20, "No Recepcionado", float("inf")],
)
def test_what_is_no_whole_number_is_refused(raw: object) -> None:
    assert "número" in refusal(Kind.INTEGER, raw)


@pytest.mark.parametrize(
    ("raw", "money"),
    [
        ("USD 7.000,00", Money(700000, "USD")),
        ("US$ 7,000.00", Money(700000, "USD")),
        ("u$s 7000", Money(700000, "USD")),
        ("€ 500", Money(50000, "EUR")),
        ("500 €", Money(50000, "EUR")),
        ("500 euros", Money(50000, "EUR")),
        ("R$ 1.000,50", Money(100050, "BRL")),
        ("R$ 1.000", Money(100000, "BRL")),
        ("$U 1500,5", Money(150050, "UYU")),
        ("7 000 dólares", Money(700000, "USD")),
        ("CLP 1.250.000", Money(1250000, "CLP")),
        ("1.250.000 pesos chilenos", Money(1250000, "CLP")),
        ("Gs. 5.000.000", Money(5000000, "PYG")),
        ("-USD 20", Money(-2000, "USD")),
        ("USD -20", Money(-2000, "USD")),
        (Money(5, "EUR"), Money(5, "EUR")),
    ],
)
def test_money_is_read_with_its_currency(raw: object, money: Money) -> None:
    assert read(Kind.MONEY, raw) == money


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("7000", "Falta la moneda"),
        (7000, "Falta la moneda"),
        (7000.5, "Falta la moneda"),
        ("$ 500", "No se sabe qué moneda"),
        ("500 pesos", "No se sabe qué moneda"),
        ("USD 500 EUR", "No se sabe qué moneda"),
        ("USD 1,2345", "más decimales"),
        ("CLP 10,5", "más decimales"),
        ("USD", "no es un monto"),
        ("gratis", "no es un monto"),
    ],
)
def test_money_without_a_sure_currency_is_not_guessed(raw: object, said: str) -> None:
    assert said in refusal(Kind.MONEY, raw, country="AR")


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("18/06/2008", date(2008, 6, 18)),
        ("18-6-08", date(2008, 6, 18)),
        ("18.06.2008", date(2008, 6, 18)),
        ("2008-06-18", date(2008, 6, 18)),
        ("2008-06-18T00:00:00", date(2008, 6, 18)),
        ("18/06/2008 14:30", date(2008, 6, 18)),
        ("2008/6/18", date(2008, 6, 18)),
        ("03/04/2009", date(2009, 4, 3)),
        ("06/18/2008", date(2008, 6, 18)),
        ("18 de junio de 2008", date(2008, 6, 18)),
        ("18 de junho de 2008", date(2008, 6, 18)),
        ("miércoles 18 de junio de 2008", date(2008, 6, 18)),
        ("1º de março de 2009", date(2009, 3, 1)),
        ("June 18, 2008", date(2008, 6, 18)),
        ("18 set. 2008", date(2008, 9, 18)),
        ("18-jun-08", date(2008, 6, 18)),
        ("31/12/99", date(1999, 12, 31)),
        (39617, date(2008, 6, 18)),
        (39617.604, date(2008, 6, 18)),
        (date(2008, 6, 18), date(2008, 6, 18)),
        (datetime(2008, 6, 18, 9), date(2008, 6, 18)),  # noqa: DTZ001  a cell has no time zone
    ],
)
def test_a_date_is_read_day_first_where_it_is_doubtful(raw: object, day: date) -> None:
    assert read(Kind.DATE, raw) == day


@pytest.mark.parametrize("raw", ["31/02/2008", "circa 2008", "ayer", "39617", 2008, 7, "18/06", "0008-01-01", True])
def test_what_is_no_date_is_refused(raw: object) -> None:
    assert "18/06/2008" in refusal(Kind.DATE, raw)


def test_a_whole_date_asks_for_its_day() -> None:
    assert "le falta el día" in refusal(Kind.DATE, "06/2008")


@pytest.mark.parametrize(
    ("raw", "partial"),
    [
        ("2008", PartialDate(2008)),
        (2008, PartialDate(2008)),
        (2008.0, PartialDate(2008)),
        ("06/2008", PartialDate(2008, 6)),
        ("6-2008", PartialDate(2008, 6)),
        ("2008-06", PartialDate(2008, 6)),
        ("junio 2008", PartialDate(2008, 6)),
        ("Junho de 2008", PartialDate(2008, 6)),
        ("jun-08", PartialDate(2008, 6)),
        ("dic. 2006", PartialDate(2006, 12)),
        ("dez 2006", PartialDate(2006, 12)),
        ("18/06/2008", PartialDate(2008, 6, 18)),
        (date(2008, 6, 18), PartialDate(2008, 6, 18)),
        (39617, PartialDate(2008, 6, 18)),
    ],
)
def test_a_partial_date_keeps_what_is_known(raw: object, partial: PartialDate) -> None:
    assert read(Kind.PARTIAL_DATE, raw) == partial


@pytest.mark.parametrize(
    "raw", ["circa 2008", "2008?", "2005-2006", "13/2008", "principios de 2008", 12, "mayo junio 2008"]
)
def test_a_doubtful_partial_date_is_refused(raw: object) -> None:
    assert "Escriba lo que se sabe" in refusal(Kind.PARTIAL_DATE, raw)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("14:30", "14:30"),
        ("14.30", "14:30"),
        ("14h30", "14:30"),
        ("14:30 hs", "14:30"),
        ("9", "09:00"),
        ("9 hs.", "09:00"),
        ("9h", "09:00"),
        ("2:30 p. m.", "14:30"),
        ("12 am", "00:00"),
        ("14:30:59", "14:30"),
        (time(9, 5), "09:05"),
        (0.5, "12:00"),
        (datetime(2008, 6, 18, 9, 15), "09:15"),  # noqa: DTZ001  a cell has no time zone
    ],
)
def test_a_time_is_read_to_the_minute(raw: object, said: str) -> None:
    assert read(Kind.TIME, raw) == said


@pytest.mark.parametrize("raw", ["25:00", "14:61", "mañana", "13 pm", 14.5])
def test_what_is_no_time_is_refused(raw: object) -> None:
    assert "no es una hora" in refusal(Kind.TIME, raw)


def test_a_moment_keeps_its_own_zone() -> None:
    assert read(Kind.MOMENT, "2008-06-18T14:30:00-03:00") == datetime(2008, 6, 18, 17, 30, tzinfo=UTC)
    assert read(Kind.MOMENT, "18/06/2008 14:30") == datetime(2008, 6, 18, 14, 30).astimezone(UTC)
    assert "no es una fecha con hora" in refusal(Kind.MOMENT, "junio de 2008")


@pytest.mark.parametrize("raw", ["sí", "SI", "sim", "yes", "x", "X", "1", 1, 1.0, True, "verdadero", "VERDADEIRO", "✓"])
def test_a_claim_is_yes_in_any_language(raw: object) -> None:
    assert read(Kind.BOOLEAN, raw) is True


@pytest.mark.parametrize("raw", ["no", "NÃO", "n", "0", 0, False, "falso", "false", "✗"])
def test_a_claim_is_no_in_any_language(raw: object) -> None:
    assert read(Kind.BOOLEAN, raw) is False


def test_a_doubtful_claim_is_refused() -> None:
    assert "no es ni sí ni no" in refusal(Kind.BOOLEAN, "quizás")


@pytest.mark.parametrize(
    ("raw", "stored"), [("red", "red"), ("ROJO  VIVO", "red"), ("verde", "sea"), ("Azul", "sea"), ("Sea", "sea")]
)
def test_a_choice_is_read_by_what_is_stored_or_shown(raw: str, stored: str) -> None:
    assert read(Kind.CHOICE, raw) == stored


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("training", "training"),
        ("Capacitación; Pasantía", "internship,training"),
        ("pasantía, capacitación", "internship,training"),
        ("Foro, seminario o taller; estágio", "internship,gathering"),
        ("Foro, seminario o taller", "gathering"),
        ("Capacitación;;capacitación\n", "training"),
    ],
)
def test_several_choices_are_read_in_the_order_of_their_declaration(raw: str, stored: str) -> None:
    assert read_value(Field("Modalidades", Kind.CHOICES, choices=Modality), raw, Words("es")) == stored


def test_one_of_several_choices_that_is_none_is_refused_by_its_name() -> None:
    with pytest.raises(ProblemError) as caught:
        read_value(Field("Modalidades", Kind.CHOICES, choices=Modality), "Pasantía, Regalo", Words("es"))
    assert "«Regalo»" in caught.value.problems[0].say(Words("es"))


def test_a_refused_choice_says_the_choices() -> None:
    assert "Rojo vivo, Verde o azul" in refusal(Kind.CHOICE, "amarillo")


def test_a_refused_choice_says_all_of_many_choices() -> None:
    with pytest.raises(ProblemError) as caught:
        read_value(Field("Función", Kind.CHOICE, choices=PostRole), "Alcaldía", Words("es"))
    said = caught.value.problems[0].say(Words("es"))
    assert [one.value for one in PostRole if Words("es")(one.label) not in said] == []


@pytest.mark.parametrize("raw", ["Enlace", "Ligação", "Oficial de ligação", "Ponto focal", "Focal point"])
def test_the_role_of_liaison_is_read_as_people_call_it(raw: str) -> None:
    assert read_value(Field("Función", Kind.CHOICE, choices=PostRole), raw, Words("es")) == "liaison"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("es", "es"),
        ("Español", "es"),
        ("castellano y portugués", "es,pt"),
        ("Português; Espanhol", "pt,es"),
        ("es, pt, es", "es,pt"),
        ("guaraní/inglés", "gn,en"),
    ],
)
def test_languages_are_read_by_name(raw: str, code: str) -> None:
    assert read(Kind.LANGUAGES, raw) == code


def test_an_unknown_language_is_named() -> None:
    assert "«klingonés»" in refusal(Kind.LANGUAGES, "español, klingonés")


@pytest.mark.parametrize(
    ("raw", "code"), [("usd", "USD"), ("US$", "USD"), ("peso uruguayo", "UYU"), ("Reais", "BRL"), ("$", "CLP")]
)
def test_a_currency_is_read_by_code_sign_or_name(raw: str, code: str) -> None:
    assert read(Kind.CURRENCY, raw, country="CL") == code


def test_a_bare_sign_is_no_currency_without_country() -> None:
    assert "no es una moneda conocida" in refusal(Kind.CURRENCY, "$")


@pytest.mark.parametrize(
    ("raw", "micro"),
    [
        ("-34.52", -34520000),
        (-34.52, -34520000),
        (-34, -34000000),
        ("34,52 S", -34520000),
        ("34°31'12\" S", -34520000),
        ("34º 31\u2032 12\u2033 Sur", -34520000),
        ("S 34°31'12''", -34520000),
        ("56° 17' O", -56283333),
        ("56.2833 W", -56283300),
        ("56.2833 oeste", -56283300),
        ("10 E", 10000000),
        ("-34.521", -34521000),
        (Decimal("-34.521"), -34521000),
        ("0", 0),
    ],
)
def test_degrees_become_microdegrees(raw: object, micro: int) -> None:
    assert read(Kind.DEGREES, raw) == micro


@pytest.mark.parametrize("raw", ["91 N", "181", -34520000, "34°61' S", "sur", "34 S 56 O", True, "S 34 S"])
def test_what_is_no_coordinate_is_refused(raw: object) -> None:
    assert "no es una coordenada" in refusal(Kind.DEGREES, raw)
