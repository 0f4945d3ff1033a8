"""The README: what it tells people to type exists."""

import re

from app.reports.offered import REPORTS
from tests.house.sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_each_make_target_of_the_readme_exists() -> None:
    told = set(re.findall(r"\bmake ([a-z]+)", README))
    targets = set(re.findall(r"^([a-z]+):", MAKEFILE, flags=re.MULTILINE))
    assert {"run", "test"} <= told <= targets


def test_the_readme_names_the_reports_of_the_command_line() -> None:
    told = re.search(r"REPORT is ([^()]*?)\nenlace ", README)
    assert told is not None
    assert re.findall(r"[a-z-]+", told[1].replace(" or ", ", ")) == [report.name for report in REPORTS]


def test_each_make_target_says_what_it_does() -> None:
    explained = set(re.findall(r"^## ([a-z]+):", MAKEFILE, flags=re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)
    assert phony is not None
    assert explained == set(phony[1].split()) - {"ready", "ready-dev"}


def test_each_file_that_the_readme_points_to_exists() -> None:
    pointed = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert [name for name in pointed if not (ROOT / name).exists()] == []
