"""Unilevel pay: a share of what each level buys."""

from collections.abc import Sequence

import numpy as np

from planner.compensation.volumes import Array


def pay_unilevel(level_value: Array, rates: Sequence[float]) -> Array:
    """Pay of a month by level, (paid levels, scenarios).

    level_value: commissionable money bought on each level, (levels, scenarios), level 1 first, already compressed where
    the company passes over those who left. Exact in expectation, since the rule is linear.
    """
    paid = min(len(rates), level_value.shape[0])
    return np.asarray(level_value[:paid] * np.asarray(rates[:paid])[:, None])
