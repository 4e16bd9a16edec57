"""What a rule is given and gives: a part as it was paid, and what is kept from one month to the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from planner.compensation.teams.flow import Flow, Flows, of_each
from planner.compensation.teams.month import TeamMonth
from planner.compensation.teams.team import Array
from planner.inputs.pay.part import Part


@dataclass(frozen=True, slots=True)
class PaidPart:
    """What one part of the plan paid in a month. amount: each member's, nothing where a gate of the plan was closed.

    flows: the rows of it. gross: what they come to, gates or not. closed_by: the gate that was closed to each, by its
    number in the plan; 0 none.
    """

    part: Part
    amount: Array
    flows: Flows
    gross: Array
    closed_by: NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Books:
    """What a rule may look at beside the month. before: the parts of the plan that stand before this one, as paid after
    gates, and before caps.

    kept: what this part kept of the month before, such as points carried over; None in the first. closed_by: the gate
    that is closed to each for this part, as of PaidPart.
    """

    before: tuple[PaidPart, ...]
    kept: Any
    closed_by: NDArray[np.int8]


# A rule gives what is paid and what the part keeps for the next month, None where it keeps nothing.
Rule = Callable[[Any, TeamMonth, Books], tuple[Flows, Any]]


def alone(rows: Callable[[Any, TeamMonth], Iterator[Flow]]) -> Rule:
    """The rule of a kind that the month alone decides."""
    return lambda part, month, _: (of_each(partial(rows, part, month)), None)


def rising(rows: Callable[..., Iterator[Flow]]) -> Rule:
    """The same of a kind that can put together what rises to the same member."""
    return lambda part, month, _: (partial(rows, part, month), None)
