"""The preferences of a person are kept whole, and a damaged file of them never stops the program."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.file.settings import (
    FILE_NAME,
    FOLDER_VARIABLE,
    MOST_TICKED,
    SET_ASIDE,
    CopyMade,
    Folder,
    ListLook,
    SavedView,
    Settings,
    default_language,
    device_of,
    keep_device,
    load_settings,
    save_settings,
    settings_folder,
)
from app.words.problems import ProblemError
from app.words.words import Words

NETWORK, OTHER, LAPTOP, ELSEWHERE, MINTED = ("0" * 31 + digit for digit in "abcde")

ALL = Settings(
    language="pt",
    author="Inés Pérez",
    scheme="dark",
    text_scale=150,
    recent_files=("/datos/red.enlace",),
    window_geometry="AdnQywAD",
    rail_collapsed=True,
    lists={"municipality": ListLook(("short_name", "country"), {"short_name": 240})},
    views={"municipality": (SavedView("Socias de Brasil", '{"entity": "municipality"}'),)},
    copies={"/datos/red.enlace": CopyMade("/copias/red.enlace", "2026-11-22T10:00:00+00:00")},
    devices={NETWORK: LAPTOP},
    parts={"board-pack " + NETWORK: ("agenda", "log")},
    folders={"papers": "/papeles", "lists": "/papeles"},
)


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    save_settings(ALL, tmp_path / "new" / "folder")
    assert load_settings(tmp_path / "new" / "folder").settings == ALL


def test_a_new_computer_speaks_the_language_of_its_system(tmp_path: Path) -> None:
    assert load_settings(tmp_path, system_locale="pt_BR").settings.language == "pt"
    assert load_settings(tmp_path, system_locale="es_UY").settings.language == "es"
    assert default_language("C") == "es"


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b'{"language": "es"',
        b"[]",
        b"\xff\xfe\x00",
        b'{"language": "klingon"}',
        b'{"text_scale": 1000}',
        b'{"text_scale": "big"}',
        b'{"recent_files": "one"}',
        b'{"lists": {"person": {"widths": {"name": "wide"}}}}',
        b'{"views": {"person": [{"name": "x"}]}}',
        b'{"devices": ["x"]}',
        b'{"devices": {"red": "laptop"}}',
        b'{"devices": {"0000000000000000000000000000000a": "0000000000000000000000000000000b\\n"}}',
        b'{"language": "es, en"}',
        b'{"scheme": "pink"}',
        b'{"text_scale": true}',
        b'{"lists": null}',
        b'{"copies": {"/datos/red.enlace": {"path": "/copias/red.enlace"}}}',
        b'{"unknown": ' + b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_set_aside_with_a_notice(tmp_path: Path, words: Words, damage: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damage)
    loaded = load_settings(tmp_path)
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    assert SET_ASIDE in loaded.notice.say(words)
    assert (tmp_path / SET_ASIDE).read_bytes() == damage
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    ("network", "in_file", "expected"),
    [
        pytest.param(NETWORK, LAPTOP, LAPTOP, id="as before"),
        pytest.param(NETWORK, ELSEWHERE, LAPTOP, id="back from another computer"),
        pytest.param(NETWORK, "", MINTED, id="a copy that was restored"),
        pytest.param(OTHER, "", MINTED, id="a new file"),
        pytest.param(OTHER, ELSEWHERE, MINTED, id="a file of another computer"),
    ],
)
def test_this_computer_writes_as_one_device_in_each_network(network: str, in_file: str, expected: str) -> None:
    device, kept = device_of(ALL, network, in_file, mint=lambda: MINTED)
    assert device == expected
    assert kept.devices == {**ALL.devices, network: expected}
    assert device_of(kept, network, device) == (device, kept)


def test_a_new_device_is_like_no_other(tmp_path: Path) -> None:
    _, kept = device_of(Settings(), NETWORK, "")
    device, kept = device_of(kept, OTHER, ELSEWHERE)
    assert len({*kept.devices.values(), ELSEWHERE}) == 3
    save_settings(kept, tmp_path)
    assert load_settings(tmp_path).settings.devices[OTHER] == device


def test_a_file_of_an_older_version_keeps_what_it_says(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"author": "Inés", "unknown": 1}', encoding="utf-8")
    loaded = load_settings(tmp_path, system_locale="pt_BR")
    assert (loaded.settings.author, loaded.settings.language) == ("Inés", "pt")
    assert loaded.notice is None


def test_a_file_that_the_first_version_wrote_is_read_whole(tmp_path: Path) -> None:
    written = """{
 "language": "pt",
 "author": "Inés Pérez",
 "scheme": "dark",
 "text_scale": 150,
 "recent_files": [
  "/datos/red.enlace"
 ],
 "window_geometry": "AdnQywAD",
 "rail_collapsed": true,
 "papers_folder": "/papeles",
 "lists": {"municipality": {"columns": ["short_name", "country"], "widths": {"short_name": 240}}},
 "views": {"municipality": [{"name": "Socias de Brasil", "query": "{\\"entity\\": \\"municipality\\"}"}]},
 "copies": {"/datos/red.enlace": {"path": "/copias/red.enlace", "made_at": "2026-11-22T10:00:00+00:00"}},
 "devices": {"0000000000000000000000000000000a": "0000000000000000000000000000000c"}
}"""
    (tmp_path / FILE_NAME).write_text(written, encoding="utf-8")
    assert load_settings(tmp_path).settings == replace(ALL, parts={})


def test_a_person_can_read_the_file(tmp_path: Path) -> None:
    save_settings(ALL, tmp_path)
    lines = (tmp_path / FILE_NAME).read_text(encoding="utf-8").splitlines()
    assert ' "author": "Inés Pérez",' in lines


def test_a_folder_that_cannot_be_written_is_a_problem_in_words(tmp_path: Path, words: Words) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file, where a folder should be", encoding="utf-8")
    with pytest.raises(ProblemError) as raised:
        save_settings(Settings(), blocked)
    assert "No se pudo crear la carpeta de las preferencias" in raised.value.problems[0].say(words)


def test_the_most_recent_file_comes_first_and_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in [*range(12), 5]:
        settings = settings.with_recent(tmp_path / f"{number}.enlace")
    names = [Path(name).stem for name in settings.recent_files]
    assert names == ["5", "11", "10", "9", "8", "7", "6", "4", "3", "2"]


def test_a_path_that_is_no_text_leaves_the_settings_writable(tmp_path: Path) -> None:
    strange = tmp_path / os.fsdecode(b"red-\xf1.enlace")
    settings = Settings().with_recent(strange).with_folder(Folder.PAPERS, strange)
    settings = settings.with_copy(strange, CopyMade("copia", "2026-03-01T10:00:00+00:00"))
    settings = settings.with_copy(tmp_path / "red.enlace", CopyMade(str(strange), "2026-03-01T10:00:00+00:00"))
    assert settings == Settings()
    save_settings(settings.with_recent(tmp_path / "red.enlace"), tmp_path)
    assert load_settings(tmp_path).settings.recent_files == (str(tmp_path / "red.enlace"),)


def test_each_use_has_a_folder_of_its_own(tmp_path: Path) -> None:
    settings = Settings().with_folder(Folder.PAPERS, tmp_path / "papeles").with_folder(Folder.SHEETS, tmp_path)
    save_settings(settings.with_folder(Folder.PAPERS, tmp_path / "dossiers"), tmp_path)
    folders = load_settings(tmp_path).settings.folders
    assert folders == {"papers": str(tmp_path / "dossiers"), "sheets": str(tmp_path)}


def test_a_view_takes_the_place_of_one_with_its_name() -> None:
    settings = Settings().with_view("person", SavedView("Mías", "1")).with_view("person", SavedView("Otras", "2"))
    settings = settings.with_view("person", SavedView("Mías", "3"))
    assert settings.views["person"] == (SavedView("Otras", "2"), SavedView("Mías", "3"))
    assert settings.without_view("person", "Otras").views["person"] == (SavedView("Mías", "3"),)


def test_the_parts_of_the_latest_papers_are_kept() -> None:
    settings = Settings()
    for number in range(MOST_TICKED):
        settings = settings.with_parts(str(number), ("agenda",))
    settings = settings.with_parts("0", ()).with_parts("una más", {"log": True})
    assert len(settings.parts) == MOST_TICKED
    assert "1" not in settings.parts
    assert (settings.parts["0"], settings.parts["una más"]) == ((), ("log",))


def test_another_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ENLACE_SETTINGS", str(tmp_path))
    assert settings_folder() == tmp_path


def test_a_program_without_a_window_keeps_its_device_where_there_are_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert keep_device(NETWORK, ELSEWHERE) == ELSEWHERE
    assert list(tmp_path.iterdir()) == []
    save_settings(Settings(author="Ana Ejemplo"))
    made = keep_device(NETWORK, ELSEWHERE)
    assert made != ELSEWHERE
    assert keep_device(NETWORK, ELSEWHERE) == made
    assert load_settings().settings.author == "Ana Ejemplo"
