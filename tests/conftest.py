"""What every test shares."""

from collections.abc import Iterator

import numpy as np
import pytest


@pytest.fixture(scope="session", autouse=True)
def numpy_errors_raise() -> Iterator[None]:
    """A division by zero, an overflow or a NaN made by arithmetic fails the test instead of passing on a warning.

    Underflow is left alone: a number too small to matter is rightly 0.
    """
    with np.errstate(all="raise", under="ignore"):
        yield
