"""What every test shares: how they stand side by side in several processes, and what fails any of them."""

import os
import time
from collections.abc import Iterator

import numpy as np
import pytest

from tests.random_cases import load_profile

BEGAN = time.monotonic()
MEMORY_OF_A_PROCESS = 1_500_000_000  # bytes, with a server and a browser beside it
BROWSER = "browser"

load_profile()


def pytest_xdist_auto_num_workers() -> int:
    """As many processes as processors, where memory allows; but two, since a browser mostly waits."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return max(min(os.cpu_count() or 1, memory // MEMORY_OF_A_PROCESS), 2)


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In several processes the tests of a file stay together, and all browser tests, which are begun first."""
    if config.getoption("dist", "no") == "no":
        return
    for item in items:
        folder = item.path.parent.name
        item.add_marker(pytest.mark.xdist_group(BROWSER if folder == BROWSER else f"{folder}/{item.path.name}"))
    items.sort(key=lambda item: item.path.parent.name != BROWSER)


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
