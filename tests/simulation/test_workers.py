"""Blocks of paths in other processes: the same answer, shared by all who ask, whatever becomes of a worker."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from threading import Thread

import pytest

from planner.analysis.beside.shocks import SHOCKS, simulate_with
from planner.analysis.case import Case
from planner.simulation import engine
from planner.simulation.engine import simulate
from planner.simulation.workers import Workers, started
from tests.simulation.plans import COMPANIES, team_plan
from tests.simulation.test_same_answer import STOPPING, as_json

PATHS = 40


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    of = Workers(2)
    yield of
    of.close()


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATHS_A_BLOCK", 10)


def nothing(_asking: int) -> None:
    """Who waits does nothing meanwhile."""


@pytest.mark.parametrize("name", COMPANIES)
def test_elsewhere_and_here_it_is_the_same(workers: Workers, name: str) -> None:
    company = COMPANIES[name]
    plan = team_plan(company, chance=STOPPING)
    elsewhere = simulate(plan, company, PATHS, workers.for_one(nothing))
    assert as_json(elsewhere.outcome) == as_json(simulate(plan, company, PATHS).outcome)


def test_a_shock_goes_along(workers: Workers) -> None:
    company = COMPANIES["amway-eu"]
    case = Case.of(team_plan(company), company)
    leg = [shock for shock in SHOCKS if shock.in_forest is not None]
    assert len(leg) == 1
    elsewhere = simulate_with(case, leg, PATHS, workers.for_one(nothing))
    assert as_json(elsewhere.outcome) == as_json(simulate_with(case, leg, PATHS).outcome)


def test_they_have_begun_once_one_has_answered(workers: Workers) -> None:
    assert list(workers.for_one(nothing).map(slow, range(2))) == [0, 1]
    assert workers.begun


def test_workers_know_the_planner_and_nothing_of_the_page(workers: Workers) -> None:
    [(planner, page)] = workers.for_one(nothing).map(modules, [0])
    assert planner
    assert not page


def modules(_: int) -> tuple[bool, bool]:
    return "planner.simulation.engine" in sys.modules, "streamlit" in sys.modules


def test_whoever_asks_little_does_not_wait_for_whoever_asks_much(workers: Workers) -> None:
    """Of 40 blocks at once and 2 that are asked for after them, the 2 are there long before the 40."""
    done: list[str] = []

    def much() -> None:
        list(workers.for_one(nothing).map(slow, range(40)))
        done.append("much")

    thread = Thread(target=much)
    thread.start()
    while not workers.asking:
        time.sleep(0.01)
    list(workers.for_one(nothing).map(slow, range(2)))
    done.append("little")
    list(workers.for_one(nothing, "patient").map(slow, range(2)))
    done.append("patient")
    thread.join()
    assert done == ["little", "much", "patient"]


def test_while_somebody_asks_for_little_a_worker_is_free_for_them(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = object(), object(), object()
    monkeypatch.setattr("planner.simulation.workers.ABOUT", 0.0)  # nobody is
    assert [workers.enter(each) for each in (first, second, third)] == [True, True, False]
    workers.left()
    workers.left()
    assert workers.enter(third)
    workers.left()
    monkeypatch.setattr("planner.simulation.workers.ABOUT", 1e9)
    list(workers.for_one(nothing, "little", "somebody").map(slow, range(2)))
    assert workers.enter(first, "somebody")
    assert workers.enter(second, "somebody")  # to whom both are of use
    workers.left()
    workers.left()
    assert [workers.enter(each) for each in (first, second, third)] == [True, False, False]
    workers.left()
    assert [workers.enter(each) for each in (third, second)] == [False, True]  # in the order in which they asked
    workers.left()
    workers.leave_line(third)
    assert workers.enter(first)
    workers.left()


def slow(number: int) -> int:
    time.sleep(0.05)
    return number


def test_what_is_raised_while_one_waits_ends_the_work(workers: Workers) -> None:
    def click(_asking: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(workers.for_one(click).map(slower, range(100)))
    assert workers.asking == 0
    assert list(workers.for_one(nothing).map(slow, range(3))) == [0, 1, 2]


def slower(number: int) -> int:
    time.sleep(0.2)
    return number


@pytest.mark.parametrize("what", ["dead", "stuck"])
def test_a_worker_that_is_dead_or_stuck_is_replaced_and_the_answer_comes_all_the_same(
    workers: Workers, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr("planner.simulation.workers.STUCK", 0.5)
    here = os.getpid()
    assert list(workers.for_one(nothing).map(ends if what == "dead" else hangs, [here] * 3)) == [here] * 3
    assert list(workers.for_one(nothing).map(slow, range(3))) == [0, 1, 2]


def test_a_worker_that_died_while_nobody_asked_is_replaced_once() -> None:
    of = Workers(1)
    try:
        assert list(of.for_one(nothing).map(slow, [0])) == [0]
        dead, replaced = of._pool, []

        def replacing(number: int) -> ProcessPoolExecutor:
            replaced.append(started(number))
            return replaced[-1]

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("planner.simulation.workers.started", replacing)
            for process in dead._processes.values():
                process.kill()
            until = time.monotonic() + 20
            while not dead._broken and time.monotonic() < until:
                time.sleep(0.01)
            assert list(of.for_one(nothing).map(slow, range(3))) == [0, 1, 2]
        assert [of._pool] == replaced
    finally:
        of.close()


def ends(starter: int) -> int:
    if os.getpid() != starter:
        os._exit(1)
    return starter


def hangs(starter: int) -> int:
    if os.getpid() != starter:
        time.sleep(600)
    return starter


def test_workers_end_with_their_starter() -> None:
    """Killed so that it can say nothing to them."""
    code = "import os; from planner.simulation.workers import Workers; w = Workers(1); " + (
        "print(list(w.for_one(lambda n: None).map(os.nice, [0])) and w._pool._processes.popitem()[0], flush=True); "
        "os.kill(os.getpid(), 9)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    worker = int(told.stdout)
    until = time.monotonic() + 20
    while alive(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not alive(worker)


def test_closed_workers_leave_nothing_behind_in_a_process_that_a_signal_ends() -> None:
    code = "import os; from planner.simulation.workers import Workers; Workers(1).close(); os.kill(os.getpid(), 15)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert told.returncode == -15
    assert told.stderr == ""  # Python warns of semaphores that nobody gave back


def alive(process: int) -> bool:
    """Whether it runs; where nobody has asked how it ended, it is still listed."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
