"""Processes that compute blocks of paths beside the one that asks, so that nobody's large team holds up another.

Whoever asks has only as many blocks under way as there are workers, so that several who ask share them evenly. Who asks
for little goes first: while others than they are about who do, everybody's large work leaves one worker free, and its
blocks go in the order in which they were asked for. What workers compute are functions of planner/ with all that they
rest on; the answer is the same wherever it is computed.
"""

import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Lock, Thread
from types import ModuleType
from typing import Any, Generic, Literal, Protocol, TypeVar

STUCK = 60.0  # seconds for a block that takes half of one: then all workers are killed, and new ones take their place
LOOKS_UP = 0.05  # seconds between two looks of somebody who waits
ABOUT = 60.0  # seconds for which somebody who asked for little is expected to ask again
BEHIND = 5  # steps that they stand back behind the one that asks, which draws pages and answers whoever comes
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

T = TypeVar("T")
Pace = Literal["little", "much", "patient"]  # what is asked for; patient: whoever else asks goes first
Meanwhile = Callable[[int], None]  # is told how many others compute; what it raises ends the work


class Maps(Protocol):
    """What the engine asks of whoever computes blocks: `concurrent.futures.Executor` has it too."""

    def map(self, function: Callable[..., T], /, *of: Iterable[Any]) -> Iterable[T]:
        """The function of each, in their order."""


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """A call that workers were given."""

    workers: ProcessPoolExecutor
    future: "Future[T] | None"


class Workers:
    """As many processes as are asked for; they start at once, and stay until they are closed."""

    def __init__(self, number: int) -> None:
        """number: of processes, each of which uses one core."""
        self.number = number
        self._lock, self._asking = Lock(), 0
        self._much = 0  # blocks under way of those who ask for more than a little
        self._line = deque[object]()  # who waits
        self._little_at: dict[object, float] = {}  # when each of those who are about asked for little
        self.for_the_patient = Lock()  # who has them, one at a time
        self._pool = started(number)
        self._first = self._pool.submit(os.getpid)

    def close(self) -> None:
        """Ends them, whatever they do, and gives back what the system lent for them."""
        with self._lock:
            kill(self._pool, wait=True)

    def for_one(self, meanwhile: Meanwhile, pace: Pace = "much", who: object = None) -> "ForOne":
        """For one who asks. meanwhile: called every moment while they wait; who: the same each time that they ask."""
        return ForOne(self, meanwhile, pace, who)

    @property
    def begun(self) -> bool:
        """Whether one of them has answered yet: until then it is quicker to compute where one is."""
        return self._first.done()

    @property
    def asking(self) -> int:
        """How many ask now, who is patient not counted."""
        return self._asking

    @contextmanager
    def asks(self, pace: Pace, who: object) -> Iterator[None]:
        """Counts one who asks."""
        if pace == "little":
            with self._lock:
                self._little_at[who] = time.monotonic()
        self._count(0 if pace == "patient" else 1)
        try:
            yield
        finally:
            self._count(0 if pace == "patient" else -1)

    def enter(self, waits: object, who: object = None) -> bool:
        """Whether the next block of one who asks for more than a little may go; they wait in line until then."""
        with self._lock:
            if waits not in self._line:
                self._line.append(waits)
            since = time.monotonic() - ABOUT
            self._little_at = {each: at for each, at in self._little_at.items() if at > since}
            free = 1 if self._little_at.keys() - {who} else 0
            if self._line[0] is not waits or self._much >= max(self.number - free, 1):
                return False
            self._line.popleft()
            self._much += 1
            return True

    def leave_line(self, waits: object) -> None:
        """Waits no longer."""
        with self._lock:
            if waits in self._line:
                self._line.remove(waits)

    def left(self, _block: object = None) -> None:
        """A block for which `enter` was asked is over, however it ended."""
        with self._lock:
            self._much -= 1

    def submit(self, function: Callable[..., T], *of: Any) -> "Call[T]":
        """One call of it, under way; its future is None where no worker can be had."""
        with self._lock:
            try:
                return Call(self._pool, self._pool.submit(function, *of))
            except (BrokenProcessPool, RuntimeError):
                self._replace()
                return Call(self._pool, None)

    def replace(self, failed: ProcessPoolExecutor) -> None:
        """New workers in the place of those, dead or stuck, unless somebody else has seen to it."""
        with self._lock:
            if failed is self._pool:
                self._replace()

    def _replace(self) -> None:
        kill(self._pool)
        self._pool = started(self.number)

    def _count(self, more: int) -> None:
        with self._lock:
            self._asking += more


class ForOne:
    """Workers as one who asks has them."""

    def __init__(self, workers: Workers, meanwhile: Meanwhile, pace: Pace, who: object) -> None:
        """As in `Workers.for_one`."""
        self._workers, self._meanwhile, self._pace, self._who = workers, meanwhile, pace, who

    def map(self, function: Callable[..., T], /, *of: Iterable[Any]) -> Iterator[T]:
        """The function of each, in their order; computed here where a worker failed. Who stops asking ends the rest."""
        under_way: deque[tuple[Call[T], tuple[Any, ...]]] = deque()
        with self._workers.asks(self._pace, self._who), self._one_patient_at_a_time():
            try:
                for each in zip(*of, strict=True):
                    under_way.append((self._begin(function, *each), each))
                    if len(under_way) >= self._workers.number:
                        yield self._result(function, *under_way.popleft())
                while under_way:
                    yield self._result(function, *under_way.popleft())
            finally:
                for call, _ in under_way:
                    if call.future is not None:
                        call.future.cancel()

    def _begin(self, function: Callable[..., T], *of: Any) -> Call[T]:
        """A block under way, once it is its turn."""
        if self._pace == "little":
            return self._workers.submit(function, *of)
        self._let_others_go_first()
        try:
            while not self._workers.enter(self, self._who):
                self._meanwhile(self._workers.asking)
                time.sleep(LOOKS_UP)
        finally:
            self._workers.leave_line(self)
        call = self._workers.submit(function, *of)
        if call.future is None:
            self._workers.left()
        else:
            call.future.add_done_callback(self._workers.left)
        return call

    def _result(self, function: Callable[..., T], call: Call[T], of: tuple[Any, ...]) -> T:
        since = time.monotonic()
        while call.future is not None:
            try:
                return call.future.result(LOOKS_UP)
            except NotYet:
                if not call.future.running():
                    since = time.monotonic()  # others have the workers
            except (BrokenProcessPool, CancelledError):
                break
            if time.monotonic() - since > STUCK:
                break
            self._meanwhile(self._workers.asking)
        if call.future is not None:  # else those that failed are replaced already
            self._workers.replace(call.workers)
        return function(*of)

    @contextmanager
    def _one_patient_at_a_time(self) -> Iterator[None]:
        """Else the blocks of all who are patient would lie before whoever asks next."""
        if self._pace != "patient":
            yield
            return
        while not self._workers.for_the_patient.acquire(timeout=LOOKS_UP):
            self._meanwhile(self._workers.asking)
        try:
            yield
        finally:
            self._workers.for_the_patient.release()

    def _let_others_go_first(self) -> None:
        began = time.monotonic()
        while self._pace == "patient" and self._workers.asking and time.monotonic() - began < STUCK:
            self._meanwhile(self._workers.asking)
            time.sleep(LOOKS_UP)


def started(number: int) -> ProcessPoolExecutor:
    """New processes. They know nothing of the one that starts them, whatever its own program is."""
    program, threads = sys.modules["__main__"], {name: os.environ.get(name) for name in ONE_THREAD}
    sys.modules["__main__"] = ModuleType("__main__")
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    try:
        pool = ProcessPoolExecutor(number, get_context("spawn"), initializer=ready)
        for _ in range(number):
            pool.submit(os.getpid)  # each call starts one
        return pool
    finally:
        sys.modules["__main__"] = program
        for name, value in threads.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def ready() -> None:
    """Has all that is needed in place before the first block comes, and ends with the process that it works for."""
    import planner.simulation.engine  # noqa: F401, PLC0415

    if hasattr(os, "nice"):
        os.nice(BEHIND)
    Thread(target=end_with_starter, daemon=True).start()


def end_with_starter() -> None:
    """However that one ended."""
    starter = parent_process()
    if starter is not None:
        starter.join()
        os._exit(0)


def kill(pool: ProcessPoolExecutor, *, wait: bool = False) -> None:
    """Ends the processes at once. wait: until their semaphores are given back, which a signal would leave behind."""
    processes = pool._processes or {}  # noqa: SLF001 (Python offers no other way until 3.14)
    for process in list(processes.values()):
        process.kill()
    pool.shutdown(wait=wait, cancel_futures=True)
