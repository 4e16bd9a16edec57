"""What every test shares: how they stand side by side in several processes, and what fails any of them."""

import gc
import os
import time
from collections.abc import Iterator

import numpy as np
import pytest

from planner.analysis.company.age import THIS_YEAR
from tests.random_cases import load_profile

BEGAN = time.monotonic()
MEMORY_OF_A_PROCESS = 1_500_000_000  # bytes, with a server and a browser beside it
# What takes long is begun first, so that the processes end together; the rest is small files.
FIRST = ("browser/test_reachable", "browser/", "pages/", "properties/", "simulation/")

load_profile()
os.environ[THIS_YEAR] = "2026"  # for servers too, so that no text of a test changes with the years


def pytest_xdist_auto_num_workers() -> int:
    """One more than processors, where memory allows, and two at least: a test in a browser often waits."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(min((os.cpu_count() or 1) + 1, memory // MEMORY_OF_A_PROCESS), 2)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts what is slow first."""
    items.sort(key=lambda item: [not item.nodeid.startswith(f"tests/{part}") for part in FIRST])


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end, so the garbage collector need not look through it each time."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How long the parts of `make check` took, above pytest's own closing line."""
    if before := os.environ.get("CHECK_TOOK"):
        terminalreporter.write_sep("=", f"{before}, tests {time.monotonic() - BEGAN:.0f} s")


@pytest.fixture(scope="session", autouse=True)
def numpy_errors_raise() -> Iterator[None]:
    """A division by zero, an overflow or a NaN made by arithmetic fails the test instead of passing on a warning.

    Underflow is left alone: a number too small to matter is rightly 0.
    """
    with np.errstate(all="raise", under="ignore"):
        yield
