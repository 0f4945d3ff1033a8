"""Work done beside the window: it never waits, and what the work gives comes back in the window's own thread."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QMainWindow

T = TypeVar("T")

PATIENCE = 300
"""Milliseconds after which work shows itself, with its number and Cancel."""
REPORT_EVERY = 0.05
"""Seconds between two numbers shown: more often than this no eye can read them."""


PERCENT = 100


class Cancelled(Exception):
    """Raised inside the work by its Advance when the person cancels or the window closes."""


class _Courier(QObject):
    """Carries signals from the thread of the work; it has no parent, so it outlives whoever listens."""

    advanced = Signal(int, int)
    ended = Signal(object, object)


class Advance:
    """What the work tells of its advance; calling it is also where the work can be cancelled."""

    def __init__(self) -> None:
        """Begin at nothing done."""
        self._courier = _Courier()
        self._stop = Event()
        self._told = 0.0

    def __call__(self, done: int, total: int = 0) -> None:
        """Tell that `done` of `total` is ready (0 when nobody knows how much it is). Raises Cancelled."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told >= REPORT_EVERY or done == total:
            self._told = now
            self._courier.advanced.emit(done, total)

    def share(self, done: float) -> None:
        """Tell how much is done, from 0 to 1, as what works below the window counts it. Raises Cancelled."""
        self(round(done * PERCENT), PERCENT)

    @property
    def cancelled(self) -> bool:
        """Whether somebody has asked the work to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next word of progress."""
        self._stop.set()


class Job(QObject):
    """One piece of work under way, as a strip of progress shows it."""

    advanced = Signal(int, int)
    ended = Signal()

    def __init__(self, title: str, topic: str, parent: QObject, *, awaited: bool = False) -> None:
        """Keep what the person reads (`title`) and what a newer job takes the place of (`topic`)."""
        super().__init__(parent)
        self.title = title
        self.topic = topic
        self.awaited = awaited
        """Whether somebody waits for it: it is short, and cannot be cancelled."""
        self.advance = Advance()
        self.patience = QTimer(self, singleShot=True)
        self.advance._courier.advanced.connect(self.advanced, Qt.ConnectionType.QueuedConnection)  # noqa: SLF001 - Job is its other half

    def cancel(self) -> None:
        """Ask the work to stop."""
        self.advance.cancel()


class Held(QObject):
    """Holds, for as long as the block lasts, what Qt counts as no input: text from an input method, and the closing.

    With an input method as Linux has it every letter is such a text. Both come after the block, in their order.
    """

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._kept: list[tuple[QObject, QInputMethodEvent | None]] = []

    def __enter__(self) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def __exit__(self, *_: object) -> None:
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)
        for target, event in self._kept:
            if not shiboken6.isValid(target):
                continue
            if event is not None:
                QCoreApplication.postEvent(target, event)
            elif isinstance(target, QMainWindow):
                QTimer.singleShot(0, target, target.close)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what has to wait."""
        if isinstance(event, QInputMethodEvent):
            again = QInputMethodEvent(event.preeditString(), event.attributes())
            again.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
            self._kept.append((watched, again))
            return True
        if event.type() == QEvent.Type.Close and isinstance(watched, QMainWindow):
            event.ignore()
            self._kept.append((watched, None))
            return True
        return False


class Runner(QObject):
    """Runs the work of one window or dialog; nothing of it outlives its owner."""

    shown = Signal(Job)
    """A job has taken longer than people wait without asking: show it."""
    closed = Signal()
    """No answer is given any more."""

    def __init__(self, owner: QObject, present: Callable[[Exception], None]) -> None:
        """Run for `owner`; `present` shows the exceptions for which a run names nobody else."""
        super().__init__(owner)
        self._present = present
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="enlace-work")
        self._awaited = ThreadPoolExecutor(max_workers=1, thread_name_prefix="enlace-awaited")
        self._closed = False
        self._jobs: list[Job] = []
        self._endings: dict[Job, Callable[[Future[Any]], object]] = {}
        self.destroyed.connect(partial(_abandon, (self._pool, self._awaited), self._jobs))

    @property
    def busy(self) -> bool:
        """Whether some work is under way."""
        return bool(self._jobs)

    def run(
        self,
        work: Callable[[Advance], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        title: str = "",
        topic: str = "",
    ) -> Job:
        """Run `work` beside the window and hand what it gives to `done`, or what it raises to `failed`.

        `title` is what the person reads, already in their language. Of two jobs of one `topic` only the
        newer answers: the older is cancelled and its answer dropped. After Cancelled neither is called, nor is
        anything run once the runner is closed.
        """
        if topic:
            self.drop(topic)
        if self._closed:
            # A window that is going may still be painted, and ask for what it will not show.
            job = Job(title, topic, self)
            job.cancel()
            return job

        def end(ended: Future[T]) -> None:
            try:
                result = ended.result()
            except Cancelled:
                return
            except Exception as error:  # noqa: BLE001 - whatever it is, the window's thread shows it
                (failed or self._present)(error)
            else:
                done(result)

        job, _ = self._start(work, end, self._pool, title=title, topic=topic)
        return job

    def wait(self, work: Callable[[], T], *, title: str) -> T:
        """Do `work` beside the window and return what it gives, or raise what it raises; `title` as in `run`.

        Until then the window goes on painting, and keys and clicks wait: they come after it, in their order. It has
        a thread of its own, since work that somebody waits for does not stand behind what nobody waits for.
        """
        if self._closed:
            return work()  # there is no window any more that would have to paint
        loop = QEventLoop()
        for signal in (self.closed, self.destroyed):
            signal.connect(loop.quit)
        _, outcome = self._start(lambda _: work(), lambda _: loop.quit(), self._awaited, title=title)
        with Held():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return outcome.result()  # not there yet when the program ends, which ends every loop at once

    def drop(self, topic: str) -> None:
        """Let what is under way of `topic` answer nobody, as when nothing is to be made any more."""
        for job in self._jobs:
            if job.topic == topic:
                job.cancel()
                self._endings.pop(job, None)

    def close(self) -> None:
        """Cancel all work and wait until its threads have ended; no answer is given any more.

        What somebody waits for is done all the same, also where its thread has not come to it yet: it may be a save.
        """
        self._closed = True
        for job in self._jobs:
            if not job.awaited:
                job.cancel()
            job.patience.stop()
        self._endings.clear()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._awaited.shutdown(wait=True)
        for job in self._jobs:
            job.deleteLater()
        self._jobs.clear()
        self.closed.emit()

    def _start(
        self,
        work: Callable[[Advance], T],
        end: Callable[[Future[T]], object],
        pool: Executor,
        *,
        title: str,
        topic: str = "",
    ) -> tuple[Job, Future[T]]:
        job = Job(title, topic, self, awaited=pool is self._awaited)
        self._jobs.append(job)
        self._endings[job] = end
        job.advance._courier.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)  # noqa: SLF001 - Job is its other half
        outcome = pool.submit(_carry_out, work, job.advance)
        outcome.add_done_callback(partial(job.advance._courier.ended.emit, job))  # noqa: SLF001 - as above
        job.patience.timeout.connect(partial(self._show, job))
        job.patience.start(PATIENCE)
        return job, outcome

    def _show(self, job: Job) -> None:
        if job in self._endings and job.title:
            self.shown.emit(job)

    @Slot(object, object)
    def _end(self, job: Job, outcome: Future[object]) -> None:
        if job not in self._jobs:
            return
        self._jobs.remove(job)
        job.patience.stop()
        end = self._endings.pop(job, None)
        job.ended.emit()
        job.deleteLater()
        if end is not None:
            end(outcome)


def _carry_out(work: Callable[[Advance], T], advance: Advance) -> T:
    if advance.cancelled:
        raise Cancelled
    return work(advance)


def _abandon(pools: Iterable[Executor], jobs: list[Job]) -> None:
    for job in jobs:
        job.advance.cancel()
    for pool in pools:
        pool.shutdown(wait=False, cancel_futures=True)
