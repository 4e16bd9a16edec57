"""How many random cases a test tries: a fixed share in `make test`, and so many times as many in `make long`."""

import os

from hypothesis import HealthCheck, settings

TIMES = int(os.environ.get("RANDOM_CASES_TIMES", "1"))


def load_profile() -> None:
    """How long a case takes says how busy the machine is, and nothing about the program."""
    unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100 * TIMES)
    settings.register_profile("joinwise", unhurried)
    settings.load_profile("joinwise")


def tried(usual: int) -> settings:
    """For a test whose cases take long: so many of them in `make test`."""
    return settings(max_examples=usual * TIMES)
