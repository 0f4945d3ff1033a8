"""What every report is asked, what it is remembered by, and whose head its paper bears."""

from datetime import date

import pytest

from app.reports import board_pack, directory, participation, plan
from app.reports.offered import REPORTS, find_report
from app.reports.report import read_option, ticked
from app.words.fields import Kind
from app.words.problems import ProblemError
from app.words.words import Words
from db.store import Store
from db.values import PartialDate
from tests.make import add


def test_what_of_a_report_is_a_box_to_tick_is_a_yes_or_no() -> None:
    asked = {report.name: {each.name for each in ticked(report.asks)} for report in REPORTS}
    assert asked["catalogue"] == {"published", "granted", "by_theme"}
    assert asked["board-pack"] == set()


@pytest.mark.parametrize("said", ["sin gestión", "sem gestão"])
def test_a_plan_of_no_term_is_said_in_any_language(store: Store, said: str) -> None:
    add(store, "period", name="2025-2026")
    (record, *_) = plan.REPORT.asked(store.catalog)
    assert read_option(store, record, said, plan.REPORT.none_called) is None


def test_every_term_is_said_where_a_report_can_be_of_all(store: Store) -> None:
    (record, *_) = participation.REPORT.asked(store.catalog)
    assert read_option(store, record, "todas las gestiones", participation.REPORT.none_called) is None
    with pytest.raises(ProblemError):
        read_option(store, record, "la de nadie", participation.REPORT.none_called)


def test_parts_are_remembered_by_the_body_of_the_meeting_and_by_nothing_where_it_is_gone(store: Store) -> None:
    body = add(store, "body", name="Consejo", kind="council")
    keys = [add(store, "meeting", name=name, body_id=body) for name in ("Uno", "Dos")]
    first, second = (board_pack.REPORT.remembered_as(store, key) for key in keys)
    assert first == second
    assert first
    assert board_pack.REPORT.remembered_as(store, "f" * 32) == ""
    assert directory.REPORT.remembered_as(store, keys[0]) == ""


def test_a_paper_of_no_meeting_bears_the_head_of_the_office_of_the_day(store: Store) -> None:
    assert directory.REPORT.make(store, None, Words("es")).letterhead is None
    add(store, "office", name="Secretaría Ejecutiva", signer="Ana Ejemplo")
    head = directory.REPORT.make(store, None, Words("es")).letterhead
    assert head is not None
    assert head.name == "Secretaría Ejecutiva"


@pytest.mark.parametrize("name", [report.name for report in REPORTS if report.about in {"meeting", "period"}])
def test_a_paper_of_another_term_bears_the_head_of_the_office_of_that_term(store: Store, name: str) -> None:
    former = add(store, "period", name="2008-2009", starts=PartialDate(2008, 6, 18), ends=PartialDate(2009))
    today = add(store, "period", name="2026", starts=PartialDate(2026), ends=PartialDate(2026))
    add(store, "office", name="La de entonces", period_id=former)
    add(store, "office", name="La de hoy", period_id=today)
    body = add(store, "body", name="Consejo", kind="council")
    meeting = add(store, "meeting", name="Consejo", body_id=body, starts_on=date(2008, 6, 27), state="held")
    report = find_report(name)
    record = former if report.about == "period" else meeting
    head = report.make(store, report.options(**report.options_of(report.about, record)), Words("es")).letterhead
    assert head is not None
    assert head.name == "La de entonces"


def test_participation_over_some_days_bears_the_head_of_the_office_of_today(store: Store) -> None:
    former = add(store, "period", name="2008-2009", starts=PartialDate(2008), ends=PartialDate(2009))
    add(store, "office", name="La de entonces", period_id=former)
    add(store, "office", name="La de siempre")
    options = participation.REPORT.options(former, starts=date(2010, 1, 1))
    head = participation.REPORT.make(store, options, Words("es")).letterhead
    assert head is not None
    assert head.name == "La de siempre"


def test_a_choice_that_may_be_left_says_what_comes_of_that() -> None:
    asked = [each.field for report in REPORTS for each in report.asks if each.field.kind in {Kind.CHOICE, Kind.CHOICES}]
    assert asked
    left = [each.choices for each in asked if not each.required]
    assert all(choices is not None and choices.none_said() for choices in left)
