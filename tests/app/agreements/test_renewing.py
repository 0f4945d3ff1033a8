"""Agreements are renewed in one operation, the log says until when they lasted, and one undo takes all back."""

import pytest

from app.agreements import Renewal, renew, renewals_of
from app.agreements.notices import say_days_left
from app.records import history
from app.records.catalog import Query
from app.records.reading import list_ids, list_rows
from app.words.problems import ProblemError
from app.words.words import Words
from db.store import Store
from db.values import PartialDate
from tests.make import SPANISH, add, said

ENDS = PartialDate(2026, 12, 17)


def notes(store: Store) -> list[object]:
    return [text for (text,) in list_rows(store, "interaction", ("text",), list_ids(store, Query("interaction")))]


def ends(store: Store, *ids: str) -> list[object]:
    return [each for (each,) in list_rows(store, "agreement", ("ends",), ids)]


def test_one_is_renewed_by_its_months_and_the_log_keeps_its_former_end(store: Store) -> None:
    key = add(store, "agreement", name="Pasantías", ends=ENDS, renews_by=24)
    (proposed,) = renewals_of(store, [key])
    assert proposed == Renewal(key, "Pasantías", ENDS, PartialDate(2028, 12, 17))
    renew(store, [proposed], SPANISH)
    assert ends(store, key) == [PartialDate(2028, 12, 17)]
    assert notes(store) == ["Renovado hasta el 17/12/2028; antes vencía el 17/12/2026."]
    assert said(history.undo_title(store)) == "Renovación de «Pasantías»"


def test_several_are_renewed_at_once_and_one_undo_takes_all_back(store: Store) -> None:
    keys = [add(store, "agreement", name=name, ends=ENDS, renews_by=12) for name in ("Uno", "Dos")]
    without = add(store, "agreement", name="Tres", ends=ENDS)
    assert [each.name for each in renewals_of(store, [*keys, without])] == ["Dos", "Uno"]
    renew(store, renewals_of(store, [*keys, without]), Words("pt"))
    assert ends(store, *keys, without) == [PartialDate(2027, 12, 17)] * 2 + [ENDS]
    assert notes(store) == ["Renovado até 17/12/2027; antes vencia em 17/12/2026."] * 2
    assert said(history.undo_title(store)) == "Renovación de 2 convenios"
    history.undo(store)
    assert ends(store, *keys) == [ENDS, ENDS]
    assert notes(store) == []


def test_nothing_to_renew_and_an_end_that_is_no_later_are_refused(store: Store) -> None:
    key = add(store, "agreement", name="Pasantías", ends=ENDS, renews_by=24)
    with pytest.raises(ProblemError, match="Nada de lo elegido"):
        renew(store, [], SPANISH)
    for until in (ENDS, PartialDate(2025)):
        with pytest.raises(ProblemError) as error:
            renew(store, [Renewal(key, "Pasantías", ENDS, until)], SPANISH)
        assert [each.place.field for each in error.value.problems] == ["ends"]
    assert ends(store, key) == [ENDS]


@pytest.mark.parametrize(
    ("ends", "months", "wanted"),
    [
        (PartialDate(2020, 3, 31), 12, PartialDate(2027, 3, 31)),
        (PartialDate(2025, 8, 31), 3, PartialDate(2026, 11, 30)),
        (PartialDate(2020), 12, PartialDate(2026)),
        (PartialDate(2026), 6, PartialDate(2027)),
        (PartialDate(2024, 11), 12, PartialDate(2026, 11)),
        (PartialDate(1990, 1, 1), 1, PartialDate(2026, 12, 1)),
    ],
)
def test_one_that_ended_spans_ago_is_renewed_until_a_day_to_come(
    store: Store, ends: PartialDate, months: int, wanted: PartialDate
) -> None:
    (proposed,) = renewals_of(store, [add(store, "agreement", name="Viejo", ends=ends, renews_by=months)])
    assert proposed.until == wanted


def test_of_several_the_one_is_named_whose_end_is_no_later(store: Store) -> None:
    keys = [add(store, "agreement", name=name, ends=ENDS) for name in ("Uno", "Dos")]
    wanted = [Renewal(keys[0], "Uno", ENDS, PartialDate(2030)), Renewal(keys[1], "Dos", ENDS, ENDS)]
    with pytest.raises(ProblemError) as error:
        renew(store, wanted, SPANISH)
    (problem,) = error.value.problems
    assert problem.say(SPANISH) == "«Dos»: el vencimiento nuevo no es posterior al de ahora (17/12/2026)."
    assert problem.place.field == "", "no field of several"
    assert ends(store, *keys) == [ENDS, ENDS]


@pytest.mark.parametrize(
    ("days", "notice", "wanted"),
    [
        (24, 30, "Vence en 24 días (aviso de 30)"),
        (1, 30, "Vence en 1 día (aviso de 30)"),
        (0, 0, "Vence hoy"),
        (200, None, "Vence en 200 días"),
        (None, None, ""),
    ],
)
def test_the_head_says_in_how_many_days_and_which_notice(days: int | None, notice: int | None, wanted: str) -> None:
    assert say_days_left({"days_left": days, "notice": notice}, SPANISH) == wanted
