"""The question for wheels: it names each library, system and Python that do not fit."""

from tools.check_wheels import PYTHONS, SYSTEMS, lacking, pins

LOCK = """\
# a remark
lxml==6.1.3 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:cc
uuid-utils==1.2.0 \\
    --hash=sha256:dd
"""


def test_each_pin_is_asked_for_with_its_marker_and_its_hashes() -> None:
    assert list(pins(LOCK)) == ["lxml==6.1.3", "colorama==0.4.6", "uuid-utils==1.2.0"]
    assert "".join(pins(LOCK).values()).split() == LOCK.removeprefix("# a remark\n").split()


def test_a_lock_that_fits_is_asked_for_once_a_system_and_python() -> None:
    asked: list[tuple[str, str, str]] = []

    def ask(lock: str, target: str, python: str) -> str:
        asked.append((lock, target, python))
        return ""

    assert list(lacking(LOCK, ask)) == []
    assert asked == [(LOCK, target, python) for target in SYSTEMS.values() for python in PYTHONS]


def test_a_library_without_a_wheel_is_named_with_its_system_and_python() -> None:
    def ask(lock: str, target: str, python: str) -> str:
        return "no usable wheels" if "lxml" in lock and "windows" in target and python == "3.14" else ""

    assert list(lacking(LOCK, ask)) == ["lxml==6.1.3, Windows x64, Python 3.14: no usable wheels"]


def test_a_lock_that_fits_in_its_pins_alone_is_not_let_through() -> None:
    said = list(lacking(LOCK, lambda lock, _target, _python: "two of one name" if lock == LOCK else ""))
    assert said[0] == "requirements.lock, Windows x64, Python 3.11: two of one name"
    assert len(said) == len(SYSTEMS) * len(PYTHONS)
