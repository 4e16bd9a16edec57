"""What the tests of sums share: equality but for rounding, and a plan with something else stated in it."""

from typing import Any

import numpy as np

from planner.inputs.plan.plan import Plan
from planner.projection.engine import Projection
from tests.random_cases import tried

SOME = tried(18)


def assert_same(left: np.ndarray, right: np.ndarray, *made_of: np.ndarray) -> None:
    """Equal but for rounding, measured by the largest amount that either side is made of."""
    size = max(float(np.abs(part).max()) for part in (left, right, *made_of))
    assert np.abs(left - right).max() <= 1e-9 * size


def gross(projection: Projection) -> list[np.ndarray]:
    return list(projection.statement.lines.values())


def summed(projection: Projection) -> list[np.ndarray]:
    return [np.cumsum(line, axis=0) for line in gross(projection)]


def changed(plan: Plan, group: str, **stated: Any) -> Plan:
    data = plan.model_dump()
    return Plan.model_validate(data | {group: data[group] | stated})
