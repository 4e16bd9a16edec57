"""What is done to what the parts of a plan come to before it is paid: a row of the receipt each."""

from dataclasses import dataclass
from typing import Literal

from planner.compensation.teams.team import Array


@dataclass(frozen=True, slots=True)
class Adjustment:
    """amount: money, a place each member; negative where something is cut. number: of the plan's gate or cap as it is
    listed, 1 the first; 0 of the others.

    had, asked: of a gate what somebody had and what was asked for, of a cap what counts and the most of it, of a cap on
    all pay the same of everybody together; of rounding before and after.
    """

    kind: Literal["gate", "cap", "payout_cap", "rounding"]
    number: int
    amount: Array
    had: Array
    asked: Array
