"""Files are attached, kept once, read back and saved."""

import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.records import attachments, history
from app.records.reading import search
from app.sheets.importing.importing import apply_plan, make_plan, prepare, read_file, targets_of
from app.words.problems import ProblemError
from db.checking import check
from db.entities.document import LARGEST, Content
from db.store import Store
from tests.make import CATALOG, SPANISH, add_city, everything, said


def test_a_file_comes_back_byte_by_byte(store: Store, tmp_path: Path) -> None:
    city = add_city(store)
    source = tmp_path / "Nota firmada.pdf"
    source.write_bytes(bytes(range(256)) * 40)
    attachments.attach(store, "municipality", city, [source])
    (attached,) = attachments.attachments(store, "municipality", city)
    assert (attached.name, attached.size, attached.media_type) == ("Nota firmada.pdf", 10240, "application/pdf")
    attachments.save_attachment(store, attached, tmp_path / "vuelta.pdf")
    assert (tmp_path / "vuelta.pdf").read_bytes() == source.read_bytes()
    assert [hit.title for hit in search(store, "nota firmada")] == ["Nota firmada.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are texts there")
def test_a_file_named_on_an_old_system_is_attached_and_read(store: Store, tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"acci\xf3n.csv")
    source.write_bytes("Ciudad;País\nDurazno;Uruguay\n".encode())
    city = add_city(store)
    attachments.attach(store, "municipality", city, [source])
    assert [each.name for each in attachments.attachments(store, "municipality", city)] == ["acci\ufffdn.csv"]
    plan = make_plan(store, prepare(read_file(source), targets_of(CATALOG, "municipality")).request(), SPANISH)
    assert said(apply_plan(store, plan, SPANISH).changes.title) == "Importación de 1 ciudad de acci\ufffdn.csv"


def test_the_same_content_is_stored_once(store: Store, tmp_path: Path) -> None:
    first, second = add_city(store, "Azul"), add_city(store, "Tigre")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"igual")
    attachments.attach(store, "municipality", first, [tmp_path / "a.txt", tmp_path / "b.txt"])
    attachments.attach(store, "municipality", second, [tmp_path / "a.txt"])
    with store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Content)) == 1


def test_attaching_is_undone_and_redone(store: Store, tmp_path: Path) -> None:
    city = add_city(store)
    (tmp_path / "a.txt").write_bytes(b"hola")
    attachments.attach(store, "municipality", city, [tmp_path / "a.txt"])
    history.undo(store)
    assert attachments.attachments(store, "municipality", city) == ()
    history.redo(store)
    with store.reading() as session:
        (attached,) = attachments.list_documents(session, "municipality", city)
        assert attachments.read_content(session, attached.digest) == b"hola"
    assert check(store) == []


def test_a_file_over_50_mb_is_refused_by_name(store: Store, tmp_path: Path) -> None:
    city = add_city(store)
    large = tmp_path / "video.mp4"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    before = everything(store)
    with pytest.raises(ProblemError) as caught:
        attachments.attach(store, "municipality", city, [large])
    assert "video.mp4" in caught.value.problems[0].say(SPANISH)
    assert everything(store) == before


def test_a_file_that_is_gone_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        attachments.attach(store, "municipality", add_city(store), [tmp_path / "nada.pdf"])
    assert "nada.pdf" in caught.value.problems[0].say(SPANISH)
