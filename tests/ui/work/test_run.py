"""Work beside the window: answers in the window's thread, can be cancelled, ends with its owner."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.words.words import Words
from ui.work.progress import ProgressStrip
from ui.work.run import Advance, Runner


@pytest.fixture
def seen() -> list[Exception]:
    return []


@pytest.fixture
def runner(qapp: QObject, seen: list[Exception]) -> Iterator[Runner]:
    owner = QObject()
    made = Runner(owner, seen.append)
    yield made
    made.close()


def wait_for_ever(advance: Advance) -> None:
    while True:
        advance(1, 0)
        threading.Event().wait(0.005)


def test_the_answer_comes_in_the_threads_of_the_window(runner: Runner, qtbot: QtBot) -> None:
    got: list[tuple[threading.Thread, threading.Thread]] = []
    runner.run(lambda _: threading.current_thread(), lambda worker: got.append((worker, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] is not threading.main_thread()
    assert got[0][1] is threading.main_thread()
    assert not runner.busy


def test_what_the_work_raises_is_presented(runner: Runner, seen: list[Exception], qtbot: QtBot) -> None:
    runner.run(lambda _: 1 // 0, lambda _: pytest.fail("there is no answer"))
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], ZeroDivisionError)


def test_cancelled_work_ends_without_a_word(runner: Runner, seen: list[Exception], qtbot: QtBot) -> None:
    job = runner.run(wait_for_ever, lambda _: pytest.fail("there is no answer"))
    job.cancel()
    qtbot.waitUntil(lambda: not runner.busy)
    assert not seen


def test_an_older_answer_on_the_same_topic_is_dropped(runner: Runner, qtbot: QtBot) -> None:
    gate = threading.Event()
    got: list[str] = []
    runner.run(lambda _: (gate.wait(5), "old")[1], got.append, topic="search")
    runner.run(lambda _: "new", got.append, topic="search")
    qtbot.waitUntil(lambda: bool(got))
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert got == ["new"]


def test_closing_ends_the_threads_of_the_work(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    owner = QObject()
    runner = Runner(owner, lambda _: None)
    runner.run(wait_for_ever, lambda _: pytest.fail("the window is closed"))
    qtbot.waitUntil(lambda: bool(set(threading.enumerate()) - before))
    runner.close()
    assert set(threading.enumerate()) == before


def test_an_owner_that_goes_takes_its_work_along(qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    owner = QObject()
    Runner(owner, lambda _: None).run(wait_for_ever, lambda _: pytest.fail("the window is gone"))
    owner.deleteLater()
    qtbot.waitUntil(lambda: set(threading.enumerate()) == before)


def test_long_work_shows_its_number_and_can_be_cancelled(runner: Runner, words: Words, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    strip = ProgressStrip(runner, words, window)
    window.show()

    def count(advance: Advance) -> None:
        while True:
            advance(1200, 3400)
            threading.Event().wait(0.01)

    runner.run(count, lambda _: pytest.fail("it was cancelled"), title="Leyendo el archivo")
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip.bar.text() == "1.200 / 3.400")
    assert strip.title.text() == "Leyendo el archivo"
    strip.cancel.click()
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_work_that_is_waited_for_leaves_the_window_alive(runner: Runner, qtbot: QtBot) -> None:
    gate, ticks = threading.Event(), list[int]()
    timer = QTimer()

    def tick() -> None:
        ticks.append(1)
        if len(ticks) == 3:
            gate.set()

    timer.timeout.connect(tick)
    timer.start(1)
    worker = runner.wait(lambda: (gate.wait(5), threading.current_thread())[1], title="Guardando")
    timer.stop()
    assert gate.is_set()
    assert worker is not threading.main_thread()
    assert not runner.busy


def test_what_waited_for_work_raises_goes_to_who_waits(runner: Runner, seen: list[Exception]) -> None:
    with pytest.raises(ZeroDivisionError):
        runner.wait(lambda: 1 // 0, title="Guardando")
    assert not seen


def test_work_that_is_waited_for_does_not_stand_behind_other_work(runner: Runner, qtbot: QtBot) -> None:
    for _ in range(2):
        runner.run(wait_for_ever, lambda _: pytest.fail("there is no answer"))
    assert runner.wait(lambda: "saved", title="Guardando") == "saved"


def test_a_window_that_closes_while_it_waits_ends_the_waiting(runner: Runner, qtbot: QtBot) -> None:
    gate = threading.Event()

    def close() -> None:
        gate.set()
        runner.close()

    QTimer.singleShot(0, close)
    assert runner.wait(lambda: (gate.wait(5), "saved")[1], title="Guardando") == "saved"


def test_what_is_waited_for_is_done_though_the_window_closes_before_it_has_begun(runner: Runner, qtbot: QtBot) -> None:
    begun, gate, done = threading.Event(), threading.Event(), list[str]()

    def open_when_cancelled(advance: Advance) -> None:
        begun.set()
        while not advance.cancelled:
            time.sleep(0.001)
        gate.set()

    def close() -> None:
        runner.run(open_when_cancelled, lambda _: pytest.fail("the window is gone"))
        begun.wait(5)
        runner.close()

    def wait_behind() -> None:
        QTimer.singleShot(0, close)
        done.append(runner.wait(lambda: "second", title="Guardando"))

    QTimer.singleShot(0, wait_behind)
    done.append(runner.wait(lambda: (gate.wait(5), "first")[1], title="Guardando"))
    assert done == ["second", "first"]
