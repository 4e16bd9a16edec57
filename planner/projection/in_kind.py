"""Pay in kind in the statement: what is received, what of it pays for goods, and what would have been bought anyway."""

from collections.abc import Sequence

import numpy as np

from planner.inputs.in_kind import InKind, value_by_month
from planner.inputs.plan.pay_in_kind import WORTH
from planner.projection.assumptions import Array


def in_kind_lines(given: InKind, bought: Array) -> dict[str, Array]:
    """The lines of it; as bought, what is paid for the goods of each month, (horizon + 1, scenarios)."""
    if not given:
        return dict.fromkeys(("credit_used", "in_kind_received", "in_kind_anyway"), np.broadcast_to(0.0, bought.shape))
    months = len(bought) - 1
    received, credit, anyway = (
        value_by_month(given, worth, months) for worth in (WORTH, ("pays_for_goods",), ("bought_anyway",))
    )
    return {
        "credit_used": credit_used(credit, bought),
        "in_kind_received": _alike(received, bought),
        "in_kind_anyway": _alike(anyway, bought),
    }


def credit_used(credit: Sequence[float], bought: Array) -> Array:
    """What credit pays of the goods of each month, at most all of them; what is not used is kept for later months."""
    used, left = np.zeros_like(bought), np.zeros(bought.shape[1:])
    for month, more in enumerate(credit):
        left = left + more
        used[month] = np.minimum(left, bought[month])
        left = left - used[month]
    return used


def _alike(by_month: Sequence[float], bought: Array) -> Array:
    """The same in every scenario."""
    return np.broadcast_to(np.array(by_month)[:, None], bought.shape)
