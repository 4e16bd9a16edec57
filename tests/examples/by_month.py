"""How the cases read a projection of one plan, month by month, and how near to the pencil it has to be."""

import numpy as np
import pytest

from planner.projection.engine import Projection

# Among so many people a handful of recruits slows nothing down, but for the eighth digit.
EVERYBODY = 1e10


def line(projection: Projection, name: str) -> list[float]:
    """A line of the statement, or what is owned or owed at the end of each month; month 0 first."""
    statement = projection.statement
    return by_month(statement.lines[name] if name in statement.lines else getattr(statement, name))


def by_month(values: np.ndarray) -> list[float]:
    return values[:, 0].tolist()


def nearly(*values: float):
    return pytest.approx(list(values), rel=1e-7, abs=1e-9)
