"""The guide: its pictures are there, the messages it explains are those of the program, and the window opens it."""

import re

import pytest

from app.words.words import Words
from tests.house.sources import ROOT
from tools.make_guide import SOURCE, TARGET, make_guide
from tools.make_words import FOLDER as WORDS
from tools.stage import LARGEST
from ui.dialogs.help import guide_name, more_keys
from ui.look.actions import COMMANDS

GUIDE = SOURCE.read_text(encoding="utf-8")
SAID = (WORDS / "enlace.pot").read_text(encoding="utf-8")
EXPLAINED = re.findall(r"^\| (?:\*\*[^*|]+:\*\* |\*\*)?«(.+?)»(?:\*\*)? \|", GUIDE, re.MULTILINE)
KEYS = {"Del": "Supr", "PgUp": "RePág", "PgDown": "AvPág", "Left": "←", "Right": "→"}
"""Keys as keyboards in Spanish print them."""


def spanish(keys: str) -> str:
    """Return a shortcut as the guide writes it."""
    return "+".join(KEYS.get(key, key) for key in keys.split("+"))


def test_the_window_opens_the_guide_as_it_is_written() -> None:
    assert TARGET.read_text(encoding="utf-8") == make_guide(GUIDE), "run make pictures"
    assert guide_name("pt") == "guide/es.html"


def test_each_way_inside_the_guide_leads_somewhere() -> None:
    page = make_guide(GUIDE)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(re.findall(r' id="([^"]+)"', page))


def test_the_pictures_are_those_of_the_papers_and_small() -> None:
    shown = set(re.findall(r"images/([\w-]+\.png)", GUIDE + (ROOT / "README.md").read_text(encoding="utf-8")))
    kept = {path.name: path.stat().st_size for path in (ROOT / "docs" / "images").iterdir()}
    assert shown == set(kept)
    assert {name: size for name, size in kept.items() if size > LARGEST} == {}


@pytest.mark.parametrize("message", EXPLAINED)
def test_each_message_that_the_guide_explains_is_said_by_the_program(message: str) -> None:
    parts = [part.strip() for part in message.split("…") if len(part.strip()) > 1]
    assert parts
    assert [part for part in parts if part not in SAID] == []


def test_the_guide_tells_the_keys_of_every_command() -> None:
    told = GUIDE[GUIDE.index("## 8.") :]
    first = [spanish(command.shortcuts[0]) for command in COMMANDS if command.shortcuts]
    assert [keys for keys in first if keys not in told] == []
    assert Words("es")("Preferencias…").rstrip("…") in GUIDE


def test_the_window_tells_every_key_that_the_guide_tells() -> None:
    rows = re.findall(r"^\| (.+?) \| .+ \|$", GUIDE[GUIDE.index("## 8.") : GUIDE.index("## 9.")], re.MULTILINE)[1:]
    first = {spanish(shortcut) for command in COMMANDS for shortcut in command.shortcuts[:1]}
    shown = " · ".join([*first, *(f"{keys} · {text}" for keys, text in more_keys(Words("es")))])
    told = [key for row in rows for key in re.split(r", (?=\S)", row)]
    assert len(told) > sum(bool(command.shortcuts) for command in COMMANDS)
    assert [key for key in told if key not in shown] == []
