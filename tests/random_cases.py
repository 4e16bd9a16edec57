"""How many random cases a test tries: a fixed share in `make test`, and so many times as many in `make long`.

Those of `make test` are the same each time, so that a failure is of the change at hand; `make long` looks for new ones.
"""

import functools
import inspect
import os
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("RANDOM_CASES_TIMES", "1"))
ONE_SEED = "RANDOM_CASES_SEED"
FEW_RUNS = 12  # that pay is the mean of, where a case is about what follows from it and not about what it is


def load_profile() -> None:
    """How long a case takes says how busy the machine is, and nothing about the program."""
    unhurried = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
    settings.register_profile("joinwise", max_examples=100 * TIMES, derandomize=TIMES == 1, **unhurried)
    settings.load_profile("joinwise")


def tried(usual: int) -> settings:
    """For a test whose cases take long: so many of them in `make test`."""
    return settings(max_examples=usual * TIMES)


def for_seeds(usual: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """For a test that is told a `seed`: is tried with so many of them in `make test`, one after the other.

    One test of hundreds of seeds, since a test of its own for each takes as long as what is tried. The first failure
    stands for all, and ends with which seeds failed and how one of them is tried alone.
    """

    def of(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def with_all(**others: Any) -> None:
            failed: dict[int, Exception] = {}
            for seed in seeds(usual):
                try:
                    test(seed=seed, **others)
                except Exception as error:  # noqa: BLE001 (whatever it is, it is raised below)
                    failed[seed] = error
            if failed:
                seed, first = next(iter(failed.items()))
                first.add_note(f"With seeds {', '.join(map(str, failed))} of {usual * TIMES}.")
                here = os.environ["PYTEST_CURRENT_TEST"].removesuffix(" (call)")
                first.add_note(f"The first alone: {ONE_SEED}={seed} python -m pytest '{here}'")
                raise first

        asked = inspect.signature(test)
        others = [each for name, each in asked.parameters.items() if name != "seed"]
        with_all.__signature__ = asked.replace(parameters=others)  # type: ignore[attr-defined]
        return pytest.mark.random(with_all)

    return of


def seeds(usual: int) -> range:
    """So many from 0 on in `make test`; the one alone that the environment states."""
    alone = os.environ.get(ONE_SEED)
    return range(usual * TIMES) if alone is None else range(int(alone), int(alone) + 1)
