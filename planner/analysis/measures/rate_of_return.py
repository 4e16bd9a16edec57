"""Internal rate of return with a status: several roots, or none, are answers too.

numpy-financial 1.0 picks the root of smallest size, even -99.98 % a month beside +100 %, and says nothing of how many
there are; hence a scan for sign changes of the net present value over a grid of monthly rates, and bisection.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from planner.timeline import annual_rate

LOWEST_MONTHLY, HIGHEST_MONTHLY = -0.50, 20.0
BISECTIONS = 80
ROUNDING = 1e-12
GRID = np.concatenate(
    [
        np.linspace(LOWEST_MONTHLY, -0.30, 41)[:-1],
        np.linspace(-0.30, 0.30, 1201),
        np.geomspace(1.30, 1 + HIGHEST_MONTHLY, 81)[1:] - 1,
    ]
)


class Status(StrEnum):
    """one: a single rate. none: no rate in range balances the flows. several: not shown, the value curve instead.

    paid_out_first: a single rate, but money comes first and goes later, so it is what that money costs, not a return.
    """

    ONE = "one"
    NONE = "none"
    SEVERAL = "several"
    PAID_OUT_FIRST = "paid_out_first"
    NEVER_PAID_IN = "never_paid_in"
    NEVER_PAID_OUT = "never_paid_out"


@dataclass(frozen=True, slots=True)
class RateOfReturn:
    """annual: compound rate a year, a fraction, only with status one."""

    status: Status
    annual: float | None


def present_value(flows: NDArray[np.float64], rates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Net present value at each monthly rate; flows[m] falls in month m, shape (months + 1,)."""
    discount = (1 / (1 + rates))[:, None] ** np.arange(len(flows))
    return np.asarray(discount @ flows)


def find_rate_of_return(flows: NDArray[np.float64]) -> RateOfReturn:
    """Rate at which the flows are worth nothing today, searched from -50 % to +2,000 % a month.

    flows: money by month, in positive and out negative, shape (months + 1,); what is nothing beside the largest of them
    is rounding. Twin roots closer than the grid (0.05 percentage points a month within 30 %) are not told apart.
    """
    flows = np.where(np.abs(flows) > ROUNDING * np.abs(flows).max(), flows, 0.0)
    if not (flows < 0).any():
        return RateOfReturn(Status.NEVER_PAID_IN, None)
    if not (flows > 0).any():
        return RateOfReturn(Status.NEVER_PAID_OUT, None)
    scaled = flows / np.abs(flows).max()
    sign = np.sign(present_value(scaled, GRID))
    exact = np.flatnonzero(sign == 0)
    crossings = np.flatnonzero(sign[:-1] * sign[1:] < 0)
    roots = len(exact) + len(crossings)
    if roots != 1 or sign[0] == sign[-1]:  # a value that only touches zero does so in a twin root
        return RateOfReturn(Status.NONE if roots == 0 else Status.SEVERAL, None)
    if sign[0] < 0:  # worth more at higher rates, unlike money put in
        return RateOfReturn(Status.PAID_OUT_FIRST, None)
    if len(exact):
        return RateOfReturn(Status.ONE, annual_rate(float(GRID[exact[0]])))
    low, high = GRID[crossings[0]], GRID[crossings[0] + 1]
    for _ in range(BISECTIONS):
        middle = (low + high) / 2
        same = np.sign(present_value(scaled, np.array([middle]))[0]) == sign[crossings[0]]
        low, high = (middle, high) if same else (low, middle)
    return RateOfReturn(Status.ONE, annual_rate(float((low + high) / 2)))
