"""Which office heads a paper, with which logo; the logo is chosen and taken away; one term has one office."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from app.document import Letterhead
from app.offices import choose_logo, read_letterhead, remove_logo
from app.records.attachments import attach, attachments
from app.records.drafts import Draft
from app.records.editing import save_record
from app.records.history import record_history
from app.records.history_words import SaidChange, say_changes
from app.rendering.logo import dotted
from app.words.problems import ProblemError
from app.words.words import Words
from db.entities.document import Document
from db.store import Store
from db.titles import Title
from db.values import PartialDate
from tests.app.offices.pictures import png, svg
from tests.make import add

DAY = date(2009, 3, 1)


def head(store: Store, period: str | None = None, day: date = DAY) -> Letterhead | None:
    with store.reading() as session:
        return read_letterhead(session, period, day)


def found_logo(store: Store) -> bytes:
    found = head(store)
    assert found is not None
    return found.logo


def test_the_office_of_the_term_heads_a_paper_before_that_of_every_term(store: Store) -> None:
    assert head(store) is None
    starts, ends = PartialDate(2008), PartialDate(2009)
    term = add(store, "period", name="2008-2009", starts=starts, ends=ends)
    other = add(store, "period", name="2010-2011", starts=PartialDate(2010), ends=PartialDate(2011))
    add(store, "office", name="De la gestión", period_id=term, address="Calle 1")
    assert head(store, other) is None
    add(store, "office", name="De siempre", signer="Ana", role="Secretaria")
    assert head(store) == head(store, term) == Letterhead("De la gestión", "Calle 1")
    assert head(store, other) == head(store, day=date(2011, 1, 1)) == Letterhead("De siempre", "", "Ana", "Secretaria")


def test_the_chosen_logo_takes_the_place_of_the_former_one_and_goes(store: Store, tmp_path: Path) -> None:
    office = add(store, "office", name="Oficina")
    first, second = tmp_path / "uno.png", tmp_path / "dos.svg"
    first.write_bytes(png(40, 20))
    second.write_bytes(svg())
    choose_logo(store, office, first)
    found = head(store)
    assert found is not None
    assert (found.logo, found.media_type, found.sides) == (png(40, 20), "image/png", (40, 20))
    choose_logo(store, office, second)
    assert [each.name for each in attachments(store, "office", office)] == ["dos.svg"]
    remove_logo(store, office)
    found = head(store)
    assert found is not None
    assert not found.logo
    with pytest.raises(ProblemError, match="no tiene logo"):
        remove_logo(store, office)


def test_a_logo_is_drawn_once_when_it_is_read(store: Store, tmp_path: Path) -> None:
    office = add(store, "office", name="Oficina")
    logo = tmp_path / "escudo.svg"
    logo.write_bytes(svg())
    choose_logo(store, office, logo)
    found = head(store)
    assert found is not None
    drawn = dotted(replace(found, logo=b"<nothing that can be drawn"))
    assert drawn is not None
    assert drawn.content == found.dots
    assert found.dots.startswith(b"\x89PNG")


def test_a_picture_attached_for_something_else_is_no_logo_and_stays(store: Store, tmp_path: Path) -> None:
    office = add(store, "office", name="Oficina")
    plan, logo = tmp_path / "plano.png", tmp_path / "escudo.png"
    plan.write_bytes(png(40, 20))
    logo.write_bytes(png(30, 20))
    attach(store, "office", office, [plan])
    assert not found_logo(store)
    with pytest.raises(ProblemError, match="no tiene logo"):
        remove_logo(store, office)
    choose_logo(store, office, logo)
    attach(store, "office", office, [plan])
    assert found_logo(store) == png(30, 20)
    remove_logo(store, office)
    assert [each.name for each in attachments(store, "office", office)] == ["plano.png", "plano.png"]
    assert not found_logo(store)


def test_a_logo_that_a_file_of_schema_14_has_without_the_mark_is_known_by_how_it_came(
    store: Store, tmp_path: Path
) -> None:
    office = add(store, "office", name="Oficina")
    logo = tmp_path / "escudo.png"
    logo.write_bytes(png(30, 20))
    choose_logo(store, office, logo)
    with store.operation(Title("Prueba")) as session:
        session.execute(update(Document).values(media_type="image/png"))
    attach(store, "office", office, [logo])
    assert found_logo(store) == png(30, 20)
    remove_logo(store, office)
    assert len(attachments(store, "office", office)) == 1
    assert not found_logo(store)


def test_the_history_of_an_office_tells_its_logo_by_name(store: Store, tmp_path: Path) -> None:
    office = add(store, "office", name="Oficina")
    logo, plan = tmp_path / "escudo.png", tmp_path / "plano.png"
    logo.write_bytes(png())
    plan.write_bytes(png(8, 8))
    choose_logo(store, office, logo)
    attach(store, "office", office, [plan])
    remove_logo(store, office)
    said = [
        say_changes(store, each.fields, "office", Words("es")) for each in record_history(store, "office", office)[:3]
    ]
    assert said == [
        (SaidChange("", "Logo", "escudo.png", ""),),
        (SaidChange("", "Documento", "", "plano.png"),),
        (SaidChange("", "Logo", "", "escudo.png"),),
    ]


def test_a_picture_that_may_be_no_logo_changes_nothing(store: Store, tmp_path: Path) -> None:
    office = add(store, "office", name="Oficina")
    good, bad = tmp_path / "uno.png", tmp_path / "dos.svg"
    good.write_bytes(png())
    bad.write_bytes(svg("<script/>"))
    choose_logo(store, office, good)
    with pytest.raises(ProblemError, match="tiene un elemento"):
        choose_logo(store, office, bad)
    assert [each.name for each in attachments(store, "office", office)] == ["uno.png"]


def test_a_term_has_one_office_and_one_is_of_no_term(store: Store) -> None:
    term = add(store, "period", name="2008-2009")
    add(store, "office", name="De siempre")
    add(store, "office", name="De la gestión", period_id=term)
    for values, said in (({}, "sin gestión"), ({"period_id": term}, "ya tiene su oficina")):
        with pytest.raises(ProblemError, match=said) as refused:
            save_record(store, Draft("office", None, {"name": "Otra", **values}))
        assert [each.place.field for each in refused.value.problems] == ["period_id"]
